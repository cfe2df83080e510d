package dev.bourse.engine.config;

import dev.bourse.engine.config.ConfigFile.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Files of configuration as somebody would have written them; a later one replaces its namesake.
 */
final class ConfigFixture {
  private final List<ConfigFile> files = new ArrayList<>();

  /** Trader demo with an account, a strategy and a risk module, and more keys of the trader. */
  void demo(String... more) {
    List<String> keys = new ArrayList<>(List.of(more));
    keys.addAll(
        List.of("mode", "replay", "accounts", "paper", "risk", "limits", "data", "bitstamp"));
    add(Kind.TRADER, "demo", keys.toArray(String[]::new));
    add(Kind.ACCOUNT, "paper", "trader", "demo", "type", "simulated", "cash", "10000 USD");
    add(
        Kind.STRATEGY,
        "ema",
        "trader",
        "demo",
        "type",
        "emacross",
        "instruments",
        "BTCUSD.BITSTAMP",
        "bar",
        "1m",
        "fast",
        "10");
    add(Kind.RISK, "limits", "trader", "demo", "type", "limits", "max.orders", "3");
  }

  void add(Kind kind, String name, String... keysAndValues) {
    Map<String, String> values = new TreeMap<>();
    for (int i = 0; i < keysAndValues.length; i += 2) {
      values.put(keysAndValues[i], keysAndValues[i + 1]);
    }
    files.removeIf(file -> file.kind() == kind && file.name().equals(name));
    files.add(new ConfigFile(kind, name, values));
  }

  void remove(Kind kind) {
    files.removeIf(file -> file.kind() == kind);
  }

  Configuration read() {
    return Configuration.of(files);
  }
}
