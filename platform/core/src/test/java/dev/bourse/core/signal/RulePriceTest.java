package dev.bourse.core.signal;

import static dev.bourse.core.Fixture.BTCUSD;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.api.event.Bar;
import dev.bourse.api.model.BarInterval;
import dev.bourse.api.model.Price;
import dev.bourse.api.state.StateReader;
import dev.bourse.api.state.StateWriter;
import dev.bourse.api.strategy.PriceRule;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("S5")
class RulePriceTest {
  private static final BarInterval MINUTE = BarInterval.of("1m");

  private final RulePrice vwap = new RulePrice(PriceRule.VWAP, 3);

  private static Bar bar(BarInterval interval, long high, long low, long close, long volume) {
    return new Bar(BTCUSD, interval, 0, close, high, low, close, volume, true);
  }

  private void add(long high, long low, long close, long volume) {
    vwap.add(bar(MINUTE, high, low, close, volume));
  }

  @Test
  void weighsTypicalPricesOfTheLastBarsWithTheirVolumes() {
    add(99_999, 1, 50_000, 1_000);
    add(10_300, 10_000, 10_200, 1);
    add(10_600, 10_300, 10_400, 2);
    add(10_400, 10_200, 10_201, 4);

    Price price = vwap.price();

    // (30500 * 1 + 31300 * 2 + 30801 * 4) / 3 / 7 = 10300.1905 in hundredths
    assertThat(price).isEqualTo(Price.of("103.001905"));
  }

  @Test
  void isTheMeanOfTheClosesIfNothingWasTraded() {
    add(10_300, 10_000, 10_200, 0);
    add(10_600, 10_300, 10_400, 0);
    add(10_400, 10_200, 10_201, 0);

    Price price = vwap.price();

    assertThat(price).isEqualTo(Price.of("102.670000"));
  }

  @Test
  void isNotKnownBeforeThereAreEnoughBars() {
    add(10_300, 10_000, 10_200, 1);
    add(10_300, 10_000, 10_200, 1);

    Price early = vwap.price();
    vwap.add(bar(BarInterval.of("5m"), 10_300, 10_000, 10_200, 1));

    assertThat(early).isNull();
    assertThat(vwap.price()).isNull();
  }

  @Test
  void theCloseIsTheOtherRule() {
    RulePrice close = new RulePrice(PriceRule.CLOSE, 5);

    close.add(bar(MINUTE, 10_300, 10_000, 10_200, 1));

    assertThat(close.price()).isEqualTo(BTCUSD.price("102.00"));
  }

  @Test
  void goesOnAfterARestart() {
    add(10_300, 10_000, 10_200, 1);
    add(10_600, 10_300, 10_400, 2);
    StateWriter out = new StateWriter();
    vwap.save(out);
    RulePrice restored = new RulePrice(PriceRule.VWAP, 3);

    restored.load(new StateReader(out.toBytes()));
    restored.add(bar(MINUTE, 10_400, 10_200, 10_201, 4));
    add(10_400, 10_200, 10_201, 4);

    assertThat(restored.price()).isEqualTo(vwap.price()).isEqualTo(Price.of("103.001905"));
  }
}
