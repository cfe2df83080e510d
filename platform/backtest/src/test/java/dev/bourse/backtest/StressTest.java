package dev.bourse.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.api.backtest.BacktestResult;
import dev.bourse.api.backtest.BacktestSpec;
import dev.bourse.api.backtest.StressVariant;
import dev.bourse.report.Reports;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("P11")
class StressTest {
  @TempDir Path folder;

  private Backtests service() {
    return new Backtests(Runs.plugins(Runs.waves(4_000)), folder, () -> Optional.of(new Reports()));
  }

  @Test
  void makesFeesFillsAndDelayHarderEachAloneAndThenTogether() {
    BacktestSpec spec = Runs.spec().withExchange(Map.of("slippage", "3", "latency", "200"));

    List<StressVariant> variants = service().stress(spec);

    assertThat(variants)
        .extracting(StressVariant::name)
        .containsExactly(
            "doubled fees", "pessimistic fills", "a bar more of delay", "all of these");
    assertThat(variants.get(0).spec().exchange())
        .isEqualTo(Map.of("slippage", "3", "latency", "200", "fee.multiple", "2"));
    assertThat(variants.get(1).spec().exchange())
        .containsEntry("bar.fill", "pessimistic")
        .containsEntry("slippage", "4");
    assertThat(variants.get(2).spec().exchange())
        .isEqualTo(Map.of("slippage", "3", "latency", "60200"));
    assertThat(variants.get(3).spec().exchange())
        .containsEntry("fee.multiple", "2")
        .containsEntry("slippage", "4")
        .containsEntry("latency", "60200");
  }

  @Test
  void takesTwiceTheFeesOfTheSameFills() {
    Backtests service = service();
    BacktestSpec spec = Runs.spec();

    BacktestResult asked = service.start(spec).result().join();
    BacktestResult doubled = service.start(service.stress(spec).get(0).spec()).result().join();

    assertThat(doubled.fills()).hasSameSizeAs(asked.fills()).isNotEmpty();
    assertThat(fees(doubled)).isEqualByComparingTo(fees(asked).multiply(BigDecimal.valueOf(2)));
    assertThat(doubled.assumptions()).containsEntry("fees multiplied by", "2");
  }

  private static BigDecimal fees(BacktestResult result) {
    return result.fills().stream()
        .map(fill -> new BigDecimal(fill.fee().amount()))
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }
}
