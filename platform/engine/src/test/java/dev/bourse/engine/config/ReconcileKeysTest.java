package dev.bourse.engine.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.api.model.ClientOrderId;
import dev.bourse.api.model.InstrumentId;
import dev.bourse.api.model.StrategyId;
import dev.bourse.api.model.TraderId;
import dev.bourse.core.reconciliation.ReconcileSettings;
import dev.bourse.core.reconciliation.ReconcileSettings.Foreign;
import dev.bourse.engine.config.ConfigFile.Kind;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How books are compared and watched, as a file says. */
@Tag("N7")
@Tag("N18")
@Tag("N3")
@Tag("G1")
class ReconcileKeysTest {
  private static final TraderId DEMO = new TraderId("demo");
  private final ConfigFixture files = new ConfigFixture();

  @Test
  void nothingSaidMeansTheDefaults() {
    files.demo();

    TraderValues values = files.read().traders().get(DEMO).values();

    assertThat(values.reconcile()).isEqualTo(ReconcileKeys.DEFAULTS);
    assertThat(values.watch()).isEqualTo(WatchKeys.DEFAULTS);
  }

  @Test
  void everyKeyCounts() {
    files.demo(
        "reconcile.start",
        "false",
        "reconcile.lookback",
        "all",
        "reconcile.instruments",
        "BTCUSD.BITSTAMP",
        "reconcile.ignore",
        "x-1, x-2",
        "reconcile.foreign",
        "adopt",
        "reconcile.positions",
        "false",
        "reconcile.generate",
        "false",
        "reconcile.flows",
        "false",
        "reconcile.claims",
        "ema:BTCUSD.BITSTAMP",
        "watch.balance",
        "off",
        "timeout.balance",
        "10s",
        "watch.balance.retries",
        "5",
        "watch.position",
        "7s",
        "timeout.position",
        "8s",
        "watch.position.retries",
        "6",
        "watch.orders",
        "5s",
        "timeout.orders",
        "9s",
        "watch.orders.retries",
        "10",
        "watch.trades",
        "6s",
        "timeout.trades",
        "11s",
        "watch.trades.retries",
        "7",
        "watch.idle",
        "1h",
        "watch.status",
        "4s",
        "watch.status.error",
        "12s",
        "inflight.retries",
        "7",
        "inflight.exhausted",
        "cancel",
        "timeout.place",
        "7s",
        "timeout.connection",
        "45s",
        "timeout.reconciliation",
        "20s",
        "timeout.portfolio",
        "15s",
        "timeout.disconnection",
        "3s",
        "timeout.post-stop",
        "500ms",
        "reconnect.exhausted",
        "halt",
        "reconnect.within",
        "90s",
        "reconnect.pause",
        "20s");

    TraderValues values = files.read().traders().get(DEMO).values();

    ReconcileSettings settings = values.reconcile().settings();
    assertThat(values.reconcile().lookback()).isZero();
    assertThat(values.reconcile().flows()).isFalse();
    assertThat(settings.atStart()).isFalse();
    assertThat(settings.instruments()).containsExactly(InstrumentId.of("BTCUSD.BITSTAMP"));
    assertThat(settings.ignored())
        .containsExactly(new ClientOrderId("x-1"), new ClientOrderId("x-2"));
    assertThat(settings.foreign()).isEqualTo(Foreign.ADOPT);
    assertThat(settings.positions()).isFalse();
    assertThat(settings.generate()).isFalse();
    assertThat(settings.claims())
        .containsEntry(InstrumentId.of("BTCUSD.BITSTAMP"), new StrategyId("ema"));
    assertThat(values.watch().inFlightRetries()).isEqualTo(7);
    assertThat(values.watch().inFlightCancels()).isTrue();
    assertThat(values.watch().watchers())
        .isEqualTo(
            new AccountWatchers(
                new WatcherKeys(null, Duration.ofSeconds(10), 5),
                new WatcherKeys(Duration.ofSeconds(7), Duration.ofSeconds(8), 6),
                new WatcherKeys(Duration.ofSeconds(5), Duration.ofSeconds(9), 10),
                new WatcherKeys(Duration.ofSeconds(6), Duration.ofSeconds(11), 7),
                Duration.ofHours(1),
                new WatcherKeys(Duration.ofSeconds(4), Duration.ofSeconds(9), 0),
                Duration.ofSeconds(12)));
    assertThat(values.watch().place()).isEqualTo(Duration.ofSeconds(7));
    assertThat(values.watch().patience())
        .isEqualTo(
            new Patience(
                Duration.ofSeconds(45),
                Duration.ofSeconds(20),
                Duration.ofSeconds(15),
                Duration.ofSeconds(3),
                Duration.ofMillis(500),
                Duration.ofSeconds(90),
                Duration.ofSeconds(20)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "reconcile.lookback | soon | reconcile.lookback=soon must be a duration above zero, such as"
            + " 50ms, 5s, 10m or 1h, or all",
        "reconcile.claims | ema | reconcile.claims=ema must be a strategy and an instrument, like"
            + " ema:BTCUSDT.BINANCE",
        "reconcile.claims | ema:BTCUSD.BITSTAMP,two:BTCUSD.BITSTAMP | reconcile.claims:"
            + " BTCUSD.BITSTAMP is claimed by strategies ema and two: one strategy per instrument"
            + " may claim what is found there",
        "timeout.connection | 20m | timeout.connection=20m must be 100ms to 10m",
        "timeout.reconciliation | 5ms | timeout.reconciliation=5ms must be 100ms to 10m",
        "timeout.portfolio | ten | timeout.portfolio=ten must be a duration above zero, such as"
            + " 50ms, 5s, 10m or 1h",
        "timeout.disconnection | 5m | timeout.disconnection=5m must be 100ms to 1m: a stop must"
            + " end",
        "timeout.post-stop | 1h | timeout.post-stop=1h must be 100ms to 1m: a stop must end",
        "watch.orders | never | watch.orders=never must be a duration above zero, such as 50ms,"
            + " 5s, 10m or 1h, or off",
        "timeout.balance | off | timeout.balance=off must be a duration above zero, such as 50ms,"
            + " 5s, 10m or 1h",
      })
  void whatCannotWorkIsRefusedWithASentence(String key, String value, String sentence) {
    files.demo(key, value);

    Configuration read = files.read();

    assertThat(read.refused().get(DEMO))
        .containsExactly("trader demo (dev.bourse.trader-demo.cfg): " + sentence);
  }

  @Test
  void aClaimOfAStrategyThatIsNotThereIsRefused() {
    files.demo("reconcile.claims", "turtle:BTCUSD.BITSTAMP");

    Configuration read = files.read();

    assertThat(read.refused().get(DEMO))
        .containsExactly(
            "reconcile.claims names strategy turtle, which trader demo does not have: create"
                + " dev.bourse.strategy-turtle.cfg or correct reconcile.claims=");
  }

  @Test
  void nobodyIsCalledExternal() {
    files.demo();
    files.add(
        Kind.STRATEGY,
        "external",
        "trader",
        "demo",
        "type",
        "emacross",
        "instruments",
        "ETHUSD.BITSTAMP");

    Configuration read = files.read();

    assertThat(read.refused().get(DEMO))
        .anySatisfy(
            each ->
                assertThat(each)
                    .contains("the name \"external\" belongs to what is found at venues"));
  }
}
