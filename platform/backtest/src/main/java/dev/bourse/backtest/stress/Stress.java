package dev.bourse.backtest.stress;

import dev.bourse.api.backtest.BacktestSpec;
import dev.bourse.api.backtest.StressVariant;
import dev.bourse.api.config.Parameters;
import dev.bourse.api.model.BarInterval;
import dev.bourse.backtest.plan.Planner;
import dev.bourse.backtest.plan.Plugins;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/** The conditions under which a backtest is run again, each one alone and then all together. */
public final class Stress {
  private static final Map<String, String> WORST_FILLS =
      Map.of(
          "bar.fill", "pessimistic",
          "trade.fill", "worse",
          "limit.gap", "limit",
          "touch", "0",
          "queue", "last",
          "liquidity", "consumed");

  private Stress() {}

  /** The variants of a specification that could run; throws as its run would. */
  public static List<StressVariant> of(BacktestSpec spec, Plugins plugins) {
    Planner.of(spec, plugins);
    Map<String, String> given = new TreeMap<>(spec.exchange());
    given.remove(Planner.DATA_LATENCY);
    Map<String, String> now =
        Parameters.of(plugins.exchange(Planner.EXCHANGE).service().configType()).effective(given);
    Map<String, Map<String, String>> changes = new LinkedHashMap<>();
    changes.put("doubled fees", Map.of("fee.multiple", doubled(now)));
    changes.put("pessimistic fills", worstFills(now));
    BarInterval.shortest(spec.bar())
        .ifPresent(
            nanos -> changes.put("a bar more of delay", Map.of("latency", later(now, nanos))));
    Map<String, String> all = new TreeMap<>();
    List<StressVariant> variants = new ArrayList<>();
    changes.forEach(
        (name, change) -> {
          all.putAll(change);
          variants.add(new StressVariant(name, spec.withExchange(change)));
        });
    variants.add(new StressVariant("all of these", spec.withExchange(all)));
    return variants;
  }

  private static String doubled(Map<String, String> now) {
    BigDecimal multiple = new BigDecimal(now.getOrDefault("fee.multiple", "1"));
    return multiple.multiply(BigDecimal.valueOf(2)).toPlainString();
  }

  private static Map<String, String> worstFills(Map<String, String> now) {
    Map<String, String> fills = new TreeMap<>(WORST_FILLS);
    fills.put("slippage", String.valueOf(number(now, "slippage") + 1));
    return fills;
  }

  private static String later(Map<String, String> now, long nanos) {
    return String.valueOf(number(now, "latency") + TimeUnit.NANOSECONDS.toMillis(nanos));
  }

  private static long number(Map<String, String> now, String name) {
    return Long.parseLong(now.getOrDefault(name, "0"));
  }
}
