package dev.bourse.backtest.plan;

import dev.bourse.api.data.DataSet;
import dev.bourse.api.data.HistoricalDataSource;
import dev.bourse.api.exchange.ExchangeFactory;
import dev.bourse.api.risk.RiskModuleFactory;
import dev.bourse.api.strategy.StrategyFactory;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;

/** What is installed now. Any thread. Of two of one type the one that came first counts. */
public final class Plugins {
  private final List<Plugin<StrategyFactory<?>>> strategies = new CopyOnWriteArrayList<>();
  private final List<Plugin<ExchangeFactory<?>>> exchanges = new CopyOnWriteArrayList<>();
  private final List<Plugin<RiskModuleFactory<?>>> risks = new CopyOnWriteArrayList<>();
  private final List<Plugin<HistoricalDataSource>> sources = new CopyOnWriteArrayList<>();

  /** A strategy type came. */
  public Plugins strategy(String type, String version, StrategyFactory<?> factory) {
    strategies.add(new Plugin<>(type, version, factory));
    return this;
  }

  /** An exchange type came. */
  public Plugins exchange(String type, String version, ExchangeFactory<?> factory) {
    exchanges.add(new Plugin<>(type, version, factory));
    return this;
  }

  /** A risk module type came. */
  public Plugins risk(String type, String version, RiskModuleFactory<?> factory) {
    risks.add(new Plugin<>(type, version, factory));
    return this;
  }

  /** A source of recorded data came. */
  public Plugins data(String version, HistoricalDataSource source) {
    sources.add(new Plugin<>("data", version, source));
    return this;
  }

  /** A plug-in left, whatever it was. */
  public void remove(Object service) {
    List.of(strategies, exchanges, risks, sources).forEach(each -> removeFrom(each, service));
  }

  @SuppressWarnings("ReferenceEquality") // a service is an identity, whatever its equals says
  private static void removeFrom(List<? extends Plugin<?>> list, Object service) {
    list.removeIf(plugin -> plugin.service() == service);
  }

  /** The strategy type of a name; throws a sentence that names what there is. */
  public Plugin<StrategyFactory<?>> strategy(String type) {
    return find("strategy type", type, strategies);
  }

  /** The exchange type of a name; throws a sentence that names what there is. */
  public Plugin<ExchangeFactory<?>> exchange(String type) {
    return find("exchange type", type, exchanges);
  }

  /** The risk module type of a name; throws a sentence that names what there is. */
  public Plugin<RiskModuleFactory<?>> risk(String type) {
    return find("risk module type", type, risks);
  }

  /** The data set of a name with its source; throws a sentence that names what there is. */
  public DataPlan data(String name) {
    TreeSet<String> known = new TreeSet<>();
    for (Plugin<HistoricalDataSource> source : sources) {
      for (DataSet set : source.service().list()) {
        known.add(set.name());
        if (set.name().equals(name)) {
          return new DataPlan(source, set);
        }
      }
    }
    throw new IllegalArgumentException(absent("data set", name, known));
  }

  private static <T> Plugin<T> find(String what, String type, List<Plugin<T>> list) {
    for (Plugin<T> plugin : list) {
      if (plugin.type().equals(type)) {
        return plugin;
      }
    }
    Set<String> known = new TreeSet<>();
    list.forEach(each -> known.add(each.type()));
    throw new IllegalArgumentException(absent(what, type, known));
  }

  private static String absent(String what, String name, Set<String> known) {
    String there = known.isEmpty() ? "none is installed" : "known are " + String.join(", ", known);
    return "there is no " + what + " \"" + name + "\": " + there;
  }
}
