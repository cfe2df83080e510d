package dev.bourse.core;

import static dev.bourse.core.Fixture.ACCOUNT;
import static dev.bourse.core.Fixture.BTCUSD;
import static dev.bourse.core.Fixture.SECOND;
import static dev.bourse.core.Fixture.STRATEGY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bourse.api.event.ConnectionChanged;
import dev.bourse.api.event.InstrumentListed;
import dev.bourse.api.event.LifecycleEvent;
import dev.bourse.api.model.TraderStatus;
import dev.bourse.api.strategy.Orders;
import dev.bourse.api.strategy.Strategy;
import dev.bourse.api.strategy.Watcher;
import dev.bourse.api.trace.Turn;
import dev.bourse.api.trace.TurnResult;
import dev.bourse.core.strategy.StrategyMaker;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What looks beside a strategy. */
@Tag("C4")
class WatchersTest {
  private final List<Long> looks = new ArrayList<>();
  private final Fixture trader = new Fixture();
  private long startedAt;
  private boolean broken;

  private void look(Orders orders) {
    looks.add((orders.time() - startedAt) / SECOND);
    if (broken) {
      throw new IllegalStateException("no price");
    }
  }

  private static StrategyMaker watching(Duration interval, Watcher watcher) {
    return context -> {
      context.watch("profit", interval, watcher);
      return new Strategy() {};
    };
  }

  /** Running from the time from which looks are counted on. */
  private void running(Duration interval) {
    running(trader, watching(interval, this::look));
    startedAt = trader.now();
  }

  private static void running(Fixture trader, StrategyMaker maker) {
    trader.on(new LifecycleEvent.Started(1, "mode=replay"));
    trader.on(new InstrumentListed(BTCUSD, trader.now()));
    bind(trader, maker);
    trader.on(new LifecycleEvent.Recovered("empty store"));
    trader.on(new ConnectionChanged(ACCOUNT, true, "", trader.now()));
    trader.report("10000");
  }

  private static void bind(Fixture trader, StrategyMaker maker) {
    trader.core().bind(Fixture.bound("v1"), maker);
    trader.on(Fixture.bound("v1"));
  }

  private static List<String> warnings(Fixture trader) {
    return trader.turns().stream()
        .flatMap(turn -> turn.results().stream())
        .filter(TurnResult.Noted.class::isInstance)
        .map(each -> ((TurnResult.Noted) each).text())
        .filter(text -> text.startsWith("watcher"))
        .toList();
  }

  private TraderStatus status() {
    return trader.core().state().flags().status();
  }

  @Test
  void looksInItsIntervalAtTheTradersTime() {
    running(Duration.ofSeconds(20));

    trader.pass(Duration.ofSeconds(70));

    assertThat(looks).containsExactly(20L, 40L, 60L);
  }

  @Test
  void oneThatThrowsIsToldOnceAndTriedAfterThirtySecondsAndThenEveryMinute() {
    running(Duration.ofSeconds(10));
    broken = true;

    trader.pass(Duration.ofSeconds(165));

    assertThat(looks).containsExactly(10L, 40L, 100L, 160L);
    assertThat(warnings(trader))
        .containsExactly(
            "watcher profit of strategy s1 on BTCUSD.TEST threw java.lang.IllegalStateException: no"
                + " price; the strategy goes on, the watcher is tried again later");
    assertThat(status()).isEqualTo(TraderStatus.RUNNING);
  }

  @Test
  void oneThatRecoversLooksInItsIntervalAgain() {
    running(Duration.ofSeconds(10));
    broken = true;
    trader.pass(Duration.ofSeconds(15));
    broken = false;

    trader.pass(Duration.ofSeconds(50));

    assertThat(looks).containsExactly(10L, 40L, 50L, 60L);
  }

  @Test
  void oneThatThrowsAndHasALongIntervalIsNotTriedSooner() {
    running(Duration.ofMinutes(5));
    broken = true;

    trader.pass(Duration.ofMinutes(11));

    assertThat(looks).containsExactly(300L, 600L);
  }

  @Test
  void endsWithItsStrategyAndComesBackWithIt() {
    running(Duration.ofSeconds(10));
    trader.pass(Duration.ofSeconds(15));
    trader.core().unbind(STRATEGY);
    trader.on(new LifecycleEvent.StrategyUnbound(STRATEGY, "it is replaced"));
    trader.pass(Duration.ofSeconds(100));
    List<Long> away = List.copyOf(looks);

    bind(trader, watching(Duration.ofSeconds(10), this::look));
    trader.pass(Duration.ofSeconds(15));

    assertThat(away).containsExactly(10L);
    assertThat(looks).hasSize(2);
  }

  @Test
  void whatItOrdersGoesThroughTheGateAndIsItsStrategys() {
    running(
        trader,
        watching(
            Duration.ofSeconds(10),
            orders -> orders.buyLimit(BTCUSD.quantity("1"), BTCUSD.price("90.00"))));
    trader.trade("100.00");

    trader.pass(Duration.ofSeconds(11));

    assertThat(trader.last().strategy()).isEqualTo(STRATEGY);
    assertThat(trader.last().spec().price()).hasToString("90.00");
  }

  @Test
  void aRestartRepeatsWhatItDidAndGoesOnWithItsPause() {
    running(Duration.ofSeconds(10));
    broken = true;
    TraderCore again = TraderCore.restore(Fixture.settings(List.of()), trader.core().save());
    again.bind(Fixture.bound("v1"), watching(Duration.ofSeconds(10), this::look));
    int from = trader.turns().size();
    trader.pass(Duration.ofSeconds(45));
    List<Turn> recorded = trader.turns().subList(from, trader.turns().size());

    List<String> differences =
        recorded.stream().flatMap(turn -> again.replay(turn).stream()).toList();

    assertThat(differences).isEmpty();
    assertThat(again.stateHash()).isEqualTo(trader.core().stateHash());
    assertThat(again.nextDeadline()).isEqualTo(trader.core().nextDeadline());
    assertThat(looks).containsExactly(10L, 40L, 10L, 40L);
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 999, 86_400_001})
  void anIntervalThatCannotBeMeantIsRefused(long millis) {
    StrategyMaker maker = watching(Duration.ofMillis(millis), orders -> {});

    Fixture fresh = new Fixture();

    assertThatThrownBy(() -> running(fresh, maker))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "watcher \"profit\" looks every "
                + Duration.ofMillis(millis)
                + ": it must be 1 s to 1 day");
  }
}
