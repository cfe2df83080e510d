package dev.bourse.backtest.plan;

import dev.bourse.api.backtest.BacktestSpec;
import dev.bourse.api.config.ConfigException;
import dev.bourse.api.config.Parameters;
import dev.bourse.api.exchange.Exchange;
import dev.bourse.api.exchange.ExchangeContext;
import dev.bourse.api.exchange.ExchangeFactory;
import dev.bourse.api.model.BarInterval;
import dev.bourse.api.model.BarPrice;
import dev.bourse.api.model.Instrument;
import dev.bourse.api.model.OmsType;
import dev.bourse.api.model.StrategyId;
import dev.bourse.api.model.WarmUp;
import dev.bourse.api.risk.RiskModule;
import dev.bourse.api.risk.RiskModuleFactory;
import dev.bourse.api.strategy.SignalStrategy;
import dev.bourse.api.strategy.StrategyFactory;
import dev.bourse.api.strategy.TradingStrategy;
import dev.bourse.core.strategy.StrategyMaker;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Turns a specification into a plan, or into one sentence per problem. Everything that can be tried
 * without data is tried: parameters are read, a strategy is made per instrument and dropped, the
 * account is opened and closed.
 */
public final class Planner {
  /** The key among the exchange's parameters that this bundle reads itself. */
  public static final String DATA_LATENCY = "data.latency";

  /** The key of the exchange that starting balances go to. */
  private static final String BALANCES = "balances";

  /** The type of exchange that a backtest runs on. */
  public static final String EXCHANGE = "simulated";

  private static final long MOST_LATENCY = 60_000;

  private final BacktestSpec spec;
  private final Plugins plugins;
  private final List<String> problems = new ArrayList<>();

  private Planner(BacktestSpec spec, Plugins plugins) {
    this.spec = spec;
    this.plugins = plugins;
  }

  /** The plan; throws {@link ConfigException} with every problem found. */
  public static Plan of(BacktestSpec spec, Plugins plugins) {
    return new Planner(spec, plugins).plan();
  }

  /**
   * Why the strategy cannot run with the parameters of a specification; empty if it can.
   *
   * @param instruments what it would trade
   */
  public static List<String> objections(
      BacktestSpec spec, Plugins plugins, List<Instrument> instruments) {
    Planner planner = new Planner(spec, plugins);
    Plugin<StrategyFactory<?>> strategy = planner.part("", () -> plugins.strategy(spec.strategy()));
    if (strategy != null) {
      planner.maker(strategy, instruments);
    }
    return List.copyOf(planner.problems);
  }

  private Plan plan() {
    DataPlan data = part("", this::data);
    List<Instrument> instruments = data == null ? List.of() : instruments(data);
    part("", () -> bars(instruments));
    part("", this::range);
    Plugin<StrategyFactory<?>> strategy = part("", () -> plugins.strategy(spec.strategy()));
    StrategyMaker maker = strategy == null ? null : maker(strategy, instruments);
    Long latency = part("exchange: ", this::latency);
    VenuePlan venue = part("exchange: ", () -> venue(instruments));
    List<RiskPlan> risk = new ArrayList<>();
    spec.risk().forEach((type, limits) -> risk.addAll(risk(type, limits)));
    if (!problems.isEmpty()
        || data == null
        || strategy == null
        || maker == null
        || latency == null
        || venue == null) {
      throw new ConfigException(problems);
    }
    return new Plan(
        spec,
        strategy.version(),
        Parameters.of(strategy.service().configType()).effective(spec.parameters()),
        maker,
        strategy.loader(),
        data,
        instruments,
        venue,
        risk,
        latency);
  }

  private DataPlan data() {
    DataPlan data = plugins.data(spec.data());
    if (!data.set().problem().isEmpty()) {
      throw new IllegalArgumentException(
          "data set \"" + spec.data() + "\" cannot be read: " + data.set().problem());
    }
    return data;
  }

  private List<Instrument> instruments(DataPlan data) {
    List<Instrument> all = data.set().instruments();
    List<Instrument> wanted =
        all.stream()
            .filter(each -> spec.instruments().isEmpty() || spec.instruments().contains(each.id()))
            .toList();
    spec.instruments().stream()
        .filter(id -> all.stream().noneMatch(each -> each.id().equals(id)))
        .forEach(
            id ->
                problems.add(
                    "data set \""
                        + spec.data()
                        + "\" has no instrument "
                        + id
                        + ": it has "
                        + all.stream().map(each -> each.id().toString()).sorted().toList()));
    if (all.isEmpty()) {
      problems.add("data set \"" + spec.data() + "\" names no instrument");
    }
    List<String> quotes = wanted.stream().map(each -> each.quote().code()).distinct().toList();
    if (quotes.size() > 1) {
      problems.add(
          "instruments are quoted in "
              + String.join(" and ", quotes)
              + ", a backtest is valued in one currency: choose instruments of one of them");
    }
    return wanted;
  }

  private boolean bars(List<Instrument> instruments) {
    for (BarInterval bar : BarInterval.all(spec.bar())) {
      instruments.forEach(bar::requireFits);
    }
    if (!WarmUp.of(spec.warmUp()).isNone() && spec.bar().isEmpty()) {
      throw new IllegalArgumentException(
          "warmup=" + spec.warmUp() + " needs bars to be told: give a bar, like 1m");
    }
    return true;
  }

  private boolean range() {
    if (spec.from() >= spec.to()) {
      throw new IllegalArgumentException(
          "from=" + spec.from() + " must be before to=" + spec.to() + " (nanoseconds)");
    }
    return true;
  }

  private @Nullable StrategyMaker maker(
      Plugin<StrategyFactory<?>> strategy, List<Instrument> instruments) {
    String who = "strategy " + spec.strategy() + ": ";
    StrategyMaker maker = part(who, () -> maker(strategy.service(), spec.parameters()));
    if (maker != null) {
      StrategyId id = new StrategyId(spec.strategy());
      for (Instrument instrument : instruments) {
        part(
            who,
            () ->
                barred(
                    Loading.call(
                        strategy.loader(),
                        () -> maker.make(new Rehearsed(id, instrument, spec.oms())))));
      }
    }
    return maker;
  }

  /** A signal strategy is asked when a bar closes. */
  private TradingStrategy barred(TradingStrategy made) {
    if (made instanceof SignalStrategy && !isTimed(spec.bar())) {
      throw new IllegalArgumentException(
          "it gives signals, which are asked for and judged when a bar closes: give a bar of time first, like 1m");
    }
    if (made instanceof SignalStrategy && spec.oms() == OmsType.HEDGING) {
      throw new IllegalArgumentException(
          "it gives signals, one at a time, and so has one position: oms=netting");
    }
    return made;
  }

  private static boolean isTimed(String bars) {
    return BarInterval.all(bars).stream()
        .limit(1)
        .anyMatch(first -> first.isTime() && first.price() == BarPrice.TRADE);
  }

  private static <C> StrategyMaker maker(
      StrategyFactory<C> factory, Map<String, String> parameters) {
    C config = Parameters.of(factory.configType()).read(parameters);
    return context -> factory.create(config, context);
  }

  private long latency() {
    String text = spec.exchange().getOrDefault(DATA_LATENCY, "0");
    try {
      long millis = Long.parseLong(text.strip());
      if (millis >= 0 && millis <= MOST_LATENCY) {
        return TimeUnit.MILLISECONDS.toNanos(millis);
      }
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          DATA_LATENCY + "=" + text + " must be a plain integer of milliseconds", e);
    }
    throw new IllegalArgumentException(
        DATA_LATENCY + "=" + text + " is out of range: it must be 0.." + MOST_LATENCY);
  }

  private VenuePlan venue(List<Instrument> instruments) {
    Map<String, String> parameters = new TreeMap<>(spec.exchange());
    parameters.remove(DATA_LATENCY);
    if (!spec.cash().isEmpty() && parameters.containsKey(BALANCES)) {
      throw new IllegalArgumentException(
          "starting balances are given twice, as cash and as " + BALANCES + ": give one of them");
    }
    if (!spec.cash().isEmpty()) {
      parameters.put(BALANCES, String.join(",", spec.cash()));
    }
    Plugin<ExchangeFactory<?>> plugin = plugins.exchange(EXCHANGE);
    VenuePlan venue =
        new VenuePlan(
            plugin.type(), plugin.version(), opener(plugin.service(), parameters), plugin.loader());
    venue.open(VenueContext.deaf(instruments)).close();
    return venue;
  }

  private static <C> Function<ExchangeContext, Exchange> opener(
      ExchangeFactory<C> factory, Map<String, String> parameters) {
    C config = Parameters.of(factory.configType()).read(parameters);
    return context -> factory.open(config, context);
  }

  private List<RiskPlan> risk(String type, Map<String, String> limits) {
    RiskPlan plan =
        part(
            "risk " + type + ": ",
            () -> {
              Plugin<RiskModuleFactory<?>> plugin = plugins.risk(type);
              RiskModule module =
                  Loading.call(plugin.loader(), () -> module(plugin.service(), limits));
              return new RiskPlan(
                  type,
                  plugin.version(),
                  Parameters.of(plugin.service().configType()).effective(limits),
                  module,
                  plugin.loader());
            });
    return plan == null ? List.of() : List.of(plan);
  }

  private static <C> RiskModule module(RiskModuleFactory<C> factory, Map<String, String> limits) {
    return factory.create(Parameters.of(factory.configType()).read(limits));
  }

  /** The part, or null and its problems written down. */
  private <T> @Nullable T part(String who, Supplier<T> reader) {
    try {
      return reader.get();
    } catch (ConfigException e) {
      e.problems().forEach(each -> problems.add(who + each));
    } catch (RuntimeException e) {
      problems.add(who + (e.getMessage() == null ? e.toString() : e.getMessage()));
    }
    return null;
  }
}
