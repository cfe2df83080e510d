package dev.bourse.control.shell;

import dev.bourse.api.config.Parameter;
import dev.bourse.api.model.TraderId;
import dev.bourse.api.trader.PluginInfo;
import dev.bourse.api.trader.Trader;
import dev.bourse.api.trader.TraderRegistry;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A registry of fake traders, with one plug-in of each kind. */
public final class FakeRegistry implements TraderRegistry {
  private final List<Trader> traders;
  private final Map<String, Map<String, String>> created = new TreeMap<>();
  private List<String> problems = List.of();

  public FakeRegistry(Trader... traders) {
    this.traders = List.of(traders);
  }

  public FakeRegistry problems(String... sentences) {
    problems = List.of(sentences);
    return this;
  }

  public Map<String, Map<String, String>> created() {
    return created;
  }

  @Override
  public List<Trader> traders() {
    return traders;
  }

  @Override
  public Optional<Trader> find(TraderId id) {
    return traders.stream().filter(trader -> trader.id().equals(id)).findFirst();
  }

  @Override
  public void create(TraderId id, Map<String, String> settings) {
    if (settings.containsKey("sped")) {
      throw new IllegalArgumentException("unknown key \"sped\": known are data, mode, speed");
    }
    created.put(id.value(), settings);
  }

  @Override
  public List<String> problems() {
    return problems;
  }

  @Override
  public List<PluginInfo> plugins() {
    return List.of(
        plugin(
            "strategy",
            "emacross",
            "Long while the fast average is above the slow one.",
            new Parameter(
                "fast", "integer", "10", false, "1", "", List.of(), "fast period in bars", false),
            new Parameter(
                "mode",
                "text",
                "close",
                false,
                "",
                "",
                List.of("close", "open"),
                "when to act",
                false),
            new Parameter(
                "quantity",
                "text",
                "",
                true,
                "",
                "",
                List.of(),
                "order size in base currency",
                false)),
        plugin("exchange", "simulated", "A venue inside the process."),
        plugin("risk", "limits", "Fixed limits."));
  }

  private static PluginInfo plugin(
      String kind, String type, String description, Parameter... parameters) {
    String bundle = "dev.bourse." + kind + "." + type;
    return new PluginInfo(kind, type, bundle, "0.1.0", description, List.of(parameters));
  }
}
