package dev.bourse.itests.campaign;

import dev.bourse.api.model.TraderId;
import dev.bourse.engine.config.ConfigFile;
import dev.bourse.engine.config.ConfigFile.Kind;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The files of a live trader that hears soon what goes wrong: times are short, for a run is.
 *
 * @param rest address of the venue's calls
 * @param sockets address of its WebSockets
 * @param pairs whether exits rest at the venue
 * @param brackets whether they wait there for their entry
 * @param strategy what its one strategy is called
 */
record TraderFiles(String rest, String sockets, boolean pairs, boolean brackets, String strategy) {
  static final TraderId TRADER = new TraderId("live");
  static final String ACCOUNT = "main";
  static final String KEY = "campaignKey0123456789";
  static final String SECRET = "campaignSecret0123456789";
  static final Duration PROTECT_WITHIN = Duration.ofSeconds(2);

  List<ConfigFile> all() {
    return List.of(trader(), account(), risk(), trades());
  }

  private ConfigFile trader() {
    Map<String, String> values = new TreeMap<>();
    values.put("mode", "live");
    values.put("accounts", ACCOUNT);
    values.put("confirm.live", ACCOUNT);
    values.put("loss.limit", "none");
    values.put("risk", "limits");
    values.put("persistence", "mapdb");
    values.put("protection", pairs ? "venue" : "local");
    values.put("bracket", brackets ? "venue" : "trader");
    values.put("venue.settle", "3s");
    values.put("protect.within", PROTECT_WITHIN.toSeconds() + "s");
    values.put("inflight.interval", "1s");
    values.put("inflight.threshold", "1s");
    values.put("timeout.report", "3s");
    values.put("watch.balance", "2s");
    values.put("watch.orders", "2s");
    values.put("watch.status", "1s");
    values.put("watch.status.error", "2s");
    values.put("watch.audit", "3s");
    return new ConfigFile(Kind.TRADER, TRADER.value(), values);
  }

  private ConfigFile account() {
    Map<String, String> values = new TreeMap<>();
    values.put("trader", TRADER.value());
    values.put("type", "binance");
    values.put("rest.url", rest);
    values.put("stream.url", sockets);
    values.put("api.url", sockets);
    values.put("key", KEY);
    values.put("secret", SECRET);
    values.put("receive.window.millis", "1000");
    values.put("place.timeout.seconds", "1");
    values.put("cancel.timeout.seconds", "1");
    values.put("question.timeout.seconds", "1");
    values.put("data.timeout.seconds", "1");
    values.put("silence.seconds", "25");
    values.put("reconnect.pause", "500ms");
    return new ConfigFile(Kind.ACCOUNT, ACCOUNT, values);
  }

  private static ConfigFile risk() {
    return new ConfigFile(
        Kind.RISK,
        "limits",
        Map.of(
            "trader",
            TRADER.value(),
            "type",
            "limits",
            "max.order.notional",
            "3000",
            "max.position",
            "6000"));
  }

  private ConfigFile trades() {
    return new ConfigFile(
        Kind.STRATEGY,
        strategy,
        Map.of(
            "trader", TRADER.value(),
            "type", "restless",
            "instruments", "BTCUSDT.BINANCE"));
  }
}
