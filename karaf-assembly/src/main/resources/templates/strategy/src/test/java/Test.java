package com.example.@word@;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bourse.api.strategy.Strategy;
import dev.bourse.testkit.ConfigFixtures;
import dev.bourse.testkit.Instruments;
import dev.bourse.testkit.StrategyBench;
import org.junit.jupiter.api.Test;

class @Class@Test {
  private final StrategyBench bench = new StrategyBench(Instruments.BTCUSD);

  @Test
  void buysWhenTheFastAverageRisesAboveTheSlowOne() {
    Strategy strategy = create("2", "4");

    bench.closes(strategy, "100 100 100 100 110 120");

    assertThat(bench.asked()).containsExactly("BUY 0.01000000");
  }

  @Test
  void sellsAllThatItHoldsWhenTheFastAverageFallsBelow() {
    Strategy strategy = create("2", "4");

    bench.closes(strategy, "100 100 100 100 110 120 80 60");

    assertThat(bench.asked()).containsExactly("BUY 0.01000000", "SELL 0.01000000");
    assertThat(bench.isFlat()).isTrue();
  }

  @Test
  void waitsUntilTheSlowAverageIsReady() {
    Strategy strategy = create("2", "4");

    bench.closes(strategy, "100 110 120");

    assertThat(bench.asked()).isEmpty();
  }

  @Test
  void refusesAFastAverageThatIsNotFaster() {
    assertThatThrownBy(() -> create("4", "4")).hasMessage("fast=4 must be below slow=4");
  }

  private Strategy create(String fast, String slow) {
    @Class@Factory.Config config =
        ConfigFixtures.of(@Class@Factory.Config.class, "fast", fast, "slow", slow);
    return new @Class@Factory().create(config, bench);
  }
}
