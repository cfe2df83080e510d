package dev.bourse.strategy.breakout;

import static dev.bourse.testkit.Instruments.BTCUSD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bourse.api.event.Bar;
import dev.bourse.api.model.Signal;
import dev.bourse.api.strategy.SignalInterval;
import dev.bourse.api.strategy.SignalStrategy;
import dev.bourse.api.strategy.StrategyContext;
import dev.bourse.testkit.ConfigFixtures;
import dev.bourse.testkit.Market;
import dev.bourse.testkit.SignalBench;
import dev.bourse.testkit.StrategyBench;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("N1")
@Tag("S3")
class BreakoutTest {
  private final StrategyBench place = new StrategyBench(BTCUSD);

  private static SignalStrategy strategy(StrategyContext context, String... parameters) {
    List<String> all = new ArrayList<>(List.of("channel", "3", "range", "2"));
    all.addAll(List.of(parameters));
    return new Breakout()
        .create(ConfigFixtures.of(Breakout.Config.class, all.toArray(new String[0])), context);
  }

  /** Feeds one bar whose range is 4 around its close; returns what it signals. */
  private static Optional<Signal> close(SignalStrategy strategy, double minute, String... bar) {
    Bar next = Market.bar(BTCUSD, 60 * minute, String.join(" ", bar), "1");
    strategy.onBar(next);
    return strategy.signal(SignalBench.view(next));
  }

  private static void warmUp(SignalStrategy strategy) {
    for (int minute = 1; minute <= 3; minute++) {
      close(strategy, minute, "100.00", "102.00", "98.00", "100.00");
    }
  }

  @Test
  void signalsOnlyABarThatClosesAboveTheChannelBeforeIt() {
    SignalStrategy strategy = strategy(place);
    warmUp(strategy);

    Optional<Signal> touched = close(strategy, 4, "100.00", "103.00", "99.00", "102.00");
    Optional<Signal> closed = close(strategy, 5, "102.00", "104.00", "101.00", "103.50");

    assertThat(touched).isEmpty();
    assertThat(closed).isPresent();
  }

  @Test
  void setsBothLevelsByTheTrueRange() {
    SignalStrategy strategy = strategy(place, "stop", "2", "take", "3", "lifetime", "30");
    warmUp(strategy);

    Optional<Signal> signal = close(strategy, 4, "100.00", "104.00", "100.00", "104.00");

    assertThat(signal)
        .contains(
            Signal.buy(BTCUSD.quantity("0.01"), BTCUSD.price("116.00"), BTCUSD.price("96.00"))
                .lasting(Duration.ofMinutes(30)));
  }

  @Test
  void waitsForAPullbackIfToldSo() {
    SignalStrategy strategy = strategy(place, "pullback", "0.5");
    warmUp(strategy);

    Optional<Signal> signal = close(strategy, 4, "100.00", "104.00", "100.00", "104.00");

    assertThat(signal.orElseThrow().entry()).isEqualTo(BTCUSD.price("102.00"));
  }

  @Test
  void goesOnAfterARestart() {
    SignalStrategy whole = strategy(place);
    warmUp(whole);
    SignalStrategy restarted = strategy(place.restarted());

    Optional<Signal> expected = close(whole, 4, "100.00", "105.00", "100.00", "104.00");
    Optional<Signal> actual = close(restarted, 4, "100.00", "105.00", "100.00", "104.00");

    assertThat(expected).isPresent();
    assertThat(actual).isEqualTo(expected);
  }

  @Test
  void itsRulesAreParameters() {
    SignalStrategy strategy =
        strategy(
            place, "interval", "15m", "max.wait", "5", "max.stop.loss", "0.1", "price.bars", "2");

    assertThat(strategy.interval()).isEqualTo(SignalInterval.QUARTER);
    assertThat(strategy.rules().maxWait()).isEqualTo(Duration.ofMinutes(5));
    assertThat(strategy.rules().maxStopLoss().toString()).isEqualTo("0.100000");
    assertThat(strategy.rules().priceBars()).isEqualTo(2);
  }

  @Test
  void refusesALifetimeThatItsOwnRulesRefuse() {
    assertThatThrownBy(() -> strategy(place, "lifetime", "100", "max.lifetime", "99"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("lifetime=100 must not be above max.lifetime=99");
  }
}
