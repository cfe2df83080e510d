package dev.bourse.backtest.run;

import dev.bourse.api.backtest.BacktestResult;
import dev.bourse.api.event.MarketEvent;
import dev.bourse.api.model.BarInterval;
import dev.bourse.api.model.InstrumentId;
import dev.bourse.backtest.plan.Plan;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One run from its first event to its last, on one thread. */
public final class Simulation {
  private static final int BARS_IN_CHART = 2_000;
  private static final int LEAST_BARS = 100;
  private static final int REPORT_EVERY = 1_024;
  private static final BarInterval MINUTE = BarInterval.of("1m");

  private final Plan plan;
  private final Progress progress;
  private final @Nullable Consumer<String> trace;
  private final long until;
  private final @Nullable Contents contents;
  private final PriceLogs logs;

  /** A run of a plan; without a trace none is written. */
  public Simulation(Plan plan, Progress progress, @Nullable Consumer<String> trace) {
    this(plan, progress, trace, Long.MAX_VALUE, null);
  }

  /** A run of a plan over data that was read before, without a trace. */
  public Simulation(Plan plan, Progress progress, Contents contents) {
    this(plan, progress, null, Long.MAX_VALUE, contents);
  }

  /**
   * A run of a plan that goes on without data after the last event.
   *
   * @param until the trader's clock at the end, nanoseconds; {@link Long#MAX_VALUE} for that of the
   *     last event
   */
  public Simulation(Plan plan, Progress progress, @Nullable Consumer<String> trace, long until) {
    this(plan, progress, trace, until, null);
  }

  private Simulation(
      Plan plan,
      Progress progress,
      @Nullable Consumer<String> trace,
      long until,
      @Nullable Contents contents) {
    this.contents = contents;
    this.plan = plan;
    this.progress = progress;
    this.trace = trace;
    this.until = until;
    int most = Math.max(LEAST_BARS, BARS_IN_CHART / plan.instruments().size());
    this.logs = new PriceLogs(plan.instruments(), interval(), most);
  }

  private BarInterval interval() {
    OptionalLong shortest = BarInterval.shortest(plan.spec().bar());
    return shortest.isPresent() ? new BarInterval(shortest.getAsLong()) : MINUTE;
  }

  /**
   * Runs it; throws {@link java.util.concurrent.CancellationException} when asked to end, {@link
   * IllegalArgumentException} if there is no data in the range, and what the data or the strategy
   * throws.
   */
  public BacktestResult run() {
    try (EventFeed feed = contents == null ? new MarketFeed(plan) : contents.feed(plan)) {
      MarketEvent first = feed.next();
      if (first == null) {
        throw new IllegalArgumentException(
            "data set \""
                + plan.spec().data()
                + "\" has no event of these instruments in this range");
      }
      BarsOfData.require(plan.spec(), first);
      Past past = new Past(plan);
      MarketEvent traded = past.read(feed, first);
      long time = traded.eventTime() + plan.dataLatency();
      try (Trader trader = Trader.start(plan, past, interval(), time, trace)) {
        return drive(trader, feed, traded);
      }
    }
  }

  private BacktestResult drive(Trader trader, EventFeed feed, MarketEvent first) {
    long count = 0;
    long last = first.eventTime();
    InstrumentId id = first.instrument().id();
    PriceLog log = logs.of(id);
    for (MarketEvent event = first; event != null; event = feed.next()) {
      if (!event.instrument().id().equals(id)) {
        id = event.instrument().id();
        log = logs.of(id);
      }
      log.take(event);
      trader.market(event, ++count);
      logs.filled(trader.recorder().book());
      last = Math.max(last, event.eventTime());
      if (count % REPORT_EVERY == 0) {
        report(feed, count);
      }
    }
    if (until != Long.MAX_VALUE) {
      trader.await(until);
      logs.filled(trader.recorder().book());
    }
    trader.end();
    progress.at(1, count);
    return result(trader, feed, first.eventTime(), last);
  }

  private void report(EventFeed feed, long count) {
    progress.at(feed.progress(), count);
    progress.requireGoingOn();
  }

  private BacktestResult result(Trader trader, EventFeed feed, long first, long last) {
    String hash = feed.hash();
    return new BacktestResult(
        RunId.of(plan, hash),
        plan.spec(),
        assumptions(trader),
        hash,
        feed.counts(),
        first,
        last,
        trader.recorder().book().orders(),
        trader.recorder().book().fills(),
        trader.curve().points(),
        logs.bars(),
        Map.of(),
        trader.notes(),
        List.of(),
        logs.days(),
        logs.ranges(),
        trader.recorder().book().conversions());
  }

  private Map<String, String> assumptions(Trader trader) {
    Map<String, String> all = new LinkedHashMap<>();
    all.put("strategy", part(plan.spec().strategy(), plan.strategyVersion(), plan.parameters()));
    all.put(
        "risk modules",
        plan.risk().isEmpty()
            ? "none"
            : plan.risk().stream()
                .map(each -> part(each.name(), each.version(), each.limits()))
                .collect(Collectors.joining("; ")));
    all.putAll(trader.assumptions());
    all.put(
        "data latency",
        TimeUnit.NANOSECONDS.toMillis(plan.dataLatency()) + " ms from event to trader");
    return all;
  }

  /** {@code emacross 0.1.0 with fast=10, slow=20}; what is empty is left out. */
  private static String part(String type, String version, Map<String, String> parameters) {
    String given =
        parameters.entrySet().stream()
            .filter(each -> !each.getValue().isEmpty())
            .map(each -> each.getKey() + "=" + each.getValue())
            .collect(Collectors.joining(", "));
    return type + " " + version + (given.isEmpty() ? "" : " with " + given);
  }
}
