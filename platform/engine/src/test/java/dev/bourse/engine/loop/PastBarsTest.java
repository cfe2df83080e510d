package dev.bourse.engine.loop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.api.model.OmsType;
import dev.bourse.api.model.WarmUp;
import dev.bourse.engine.Market;
import dev.bourse.engine.config.StrategyDefinition;
import dev.bourse.engine.loop.PastBars.Past;
import dev.bourse.engine.plugin.Plugins;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A strategy that wants 60 bars of the past and names no data set. */
@Tag("A12")
class PastBarsTest {
  private final PastBars past = new PastBars(new Plugins());

  @ParameterizedTest
  @CsvSource({
    "1m, its venue tells no bars of the past",
    "1s, 'venues tell bars of time and trades from 5s on, not those of bar=1s'",
    "100t, 'venues tell bars of time and trades from 5s on, not those of bar=100t'"
  })
  void peopleReadWhyNobodyTellsIt(String bar, String why) {
    StrategyDefinition strategy =
        new StrategyDefinition(
            Bench.EMA,
            "test",
            Bench.MAIN,
            List.of(Market.BTC.id()),
            bar,
            "",
            WarmUp.of("60"),
            "",
            OmsType.NETTING,
            Map.of());

    Past told = past.read(strategy, List.of(Market.BTC), 0, false);

    assertThat(told.bars()).isEmpty();
    assertThat(told.sentence())
        .isEqualTo(
            "strategy "
                + Bench.EMA
                + " is not warmed up and waits for its bars to come: warmup.data names no data set, and "
                + why);
  }
}
