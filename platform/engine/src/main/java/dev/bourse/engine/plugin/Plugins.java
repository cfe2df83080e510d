package dev.bourse.engine.plugin;

import dev.bourse.api.alert.AlertChannel;
import dev.bourse.api.config.Parameter;
import dev.bourse.api.config.Parameters;
import dev.bourse.api.data.DataSet;
import dev.bourse.api.data.HistoricalDataSource;
import dev.bourse.api.exchange.ExchangeFactory;
import dev.bourse.api.persistence.PersistenceBackend;
import dev.bourse.api.risk.RiskModuleFactory;
import dev.bourse.api.strategy.StrategyFactory;
import dev.bourse.api.trader.PluginInfo;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Everything installed now. Any thread. Of two with one name the one that came first counts. */
public final class Plugins {
  private final CopyOnWriteArrayList<Plugin<?>> installed = new CopyOnWriteArrayList<>();

  /** A plug-in came. */
  public void add(Plugin<?> plugin) {
    installed.add(plugin);
  }

  /** A plug-in left. */
  public void remove(Plugin<?> plugin) {
    installed.removeIf(plugin::isSame);
  }

  /** The strategy factory of a type. */
  public Optional<Plugin<StrategyFactory<?>>> strategy(String type) {
    return find(PluginKind.STRATEGY, type);
  }

  /** The exchange adapter of a type. */
  public Optional<Plugin<ExchangeFactory<?>>> exchange(String type) {
    return find(PluginKind.EXCHANGE, type);
  }

  /** The risk module factory of a type. */
  public Optional<Plugin<RiskModuleFactory<?>>> risk(String type) {
    return find(PluginKind.RISK, type);
  }

  /** The persistence backend of a type. */
  public Optional<Plugin<PersistenceBackend>> persistence(String type) {
    return find(PluginKind.PERSISTENCE, type);
  }

  /** All alert channels. */
  public List<Plugin<AlertChannel>> alerts() {
    List<Plugin<AlertChannel>> all = new ArrayList<>();
    installed.stream()
        .filter(plugin -> plugin.kind() == PluginKind.ALERT)
        .forEach(plugin -> all.add(cast(plugin)));
    return all;
  }

  /** The source that has a data set of this name, with the set. */
  public Optional<DataPlugin> data(String set) {
    for (Plugin<?> plugin : installed) {
      if (plugin.service() instanceof HistoricalDataSource source) {
        Optional<DataSet> found =
            source.list().stream().filter(each -> each.name().equals(set)).findFirst();
        if (found.isPresent()) {
          return Optional.of(new DataPlugin(cast(plugin), found.get()));
        }
      }
    }
    return Optional.empty();
  }

  /** What a configuration can name, by kind and type. */
  public List<PluginInfo> describe() {
    return installed.stream()
        .map(Plugins::info)
        .sorted(Comparator.comparing(PluginInfo::kind).thenComparing(PluginInfo::type))
        .toList();
  }

  /** Whether this very plug-in is installed. */
  public boolean has(Plugin<?> plugin) {
    return any(plugin::isSame);
  }

  /** Whether any plug-in satisfies a condition. */
  public boolean any(Predicate<Plugin<?>> condition) {
    return installed.stream().anyMatch(condition);
  }

  private <T> Optional<Plugin<T>> find(PluginKind kind, String type) {
    return installed.stream()
        .filter(plugin -> plugin.kind() == kind && plugin.type().equals(type))
        .findFirst()
        .map(Plugins::cast);
  }

  /** Safe: a plug-in's kind says what its service is, and only {@link #add} puts both together. */
  @SuppressWarnings("unchecked")
  private static <T> Plugin<T> cast(Plugin<?> plugin) {
    return (Plugin<T>) plugin;
  }

  private static PluginInfo info(Plugin<?> plugin) {
    Class<?> config = configType(plugin.service());
    List<Parameter> parameters = List.of();
    String description = "";
    if (config != null) {
      try {
        Parameters<?> read = Parameters.of(config);
        parameters = read.list();
        description = read.description();
      } catch (IllegalArgumentException e) {
        description = "its parameters cannot be read: " + e.getMessage();
      }
    }
    return new PluginInfo(
        plugin.kind().toString(),
        plugin.type(),
        plugin.bundle(),
        plugin.version(),
        description,
        parameters);
  }

  private static @Nullable Class<?> configType(Object service) {
    if (service instanceof StrategyFactory<?> factory) {
      return factory.configType();
    }
    if (service instanceof ExchangeFactory<?> factory) {
      return factory.configType();
    }
    return service instanceof RiskModuleFactory<?> factory ? factory.configType() : null;
  }
}
