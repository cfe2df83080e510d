package dev.bourse.itests.benchmarks;

import dev.bourse.api.event.Quote;
import dev.bourse.api.model.Instrument;
import dev.bourse.api.strategy.Orders;
import dev.bourse.api.strategy.Strategy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What the core costs: per event, per order, per symbol, per open order. On one thread. */
final class CoreRows {
  private static final int ROUNDS = 7;
  private static final int WARM = 5;
  private static final int QUOTES = 1_000_000;
  private static final int ORDERS = 200_000;
  private static final int SYMBOLS = 1_000;
  private static final int STRATEGIES = 10;
  private static final int OPEN = 5_000;

  private final Instrument instrument = Quotes.instrument("BTCUSD");

  /** All rows. */
  List<Row> measure() {
    List<Row> rows = new ArrayList<>();
    rows.addAll(cross());
    rows.add(idle());
    rows.add(orders());
    rows.add(symbols());
    rows.add(openOrders());
    return rows;
  }

  private List<Row> cross() {
    Quote[] quotes = Quotes.walk(instrument, QUOTES);
    double[] hand = new double[ROUNDS];
    double[] engine = new double[ROUNDS];
    int trades = 0;
    for (int round = -WARM; round < ROUNDS; round++) {
      Trades byHand = new Trades();
      Trades byEngine = new Trades();
      Engine running =
          Engine.with(List.of(instrument), 1, QuoteCross::new, Engine.recording(byEngine));
      double handNanos = Stopwatch.measure(() -> new HandLoop(byHand).run(quotes)).nanos();
      double engineNanos = Stopwatch.measure(() -> running.feed(quotes)).nanos();
      if (!Arrays.equals(byHand.numbers(), byEngine.numbers())) {
        throw new IllegalStateException("the loop by hand and the engine traded differently");
      }
      trades = byHand.count();
      if (round >= 0) {
        hand[round] = handNanos / QUOTES;
        engine[round] = engineNanos / QUOTES;
      }
    }
    double slow = Stopwatch.median(engine);
    double fast = Stopwatch.median(hand);
    return List.of(
        new Row(
            "EMA cross on quotes, risk, ledger and portfolio on, events/s of one core",
            text(
                "%.1f million (%.0f ns, %d equal trades in %d events)",
                1e3 / slow, slow, trades, QUOTES),
            ">= 15 million"),
        new Row(
            "the same against a loop by hand with the same trades",
            text("%.1f x (by hand %.1f ns)", slow / fast, fast),
            "<= 15 x"));
  }

  private Row idle() {
    Quote[] quotes = Quotes.walk(instrument, QUOTES);
    double[] nanos = new double[ROUNDS];
    double[] bytes = new double[ROUNDS];
    for (int round = -WARM; round < ROUNDS; round++) {
      Engine running = Engine.with(List.of(instrument), 1, context -> new Looking(), turn -> {});
      Stopwatch.Use use = Stopwatch.measure(() -> running.feed(quotes));
      if (round >= 0) {
        nanos[round] = (double) use.nanos() / QUOTES;
        bytes[round] = (double) use.bytes() / QUOTES;
      }
    }
    return new Row(
        "an event without orders",
        text("%.3f B beyond the event, %.0f ns", Stopwatch.median(bytes), Stopwatch.median(nanos)),
        "0 B");
  }

  /** Looks at every quote and wants nothing. */
  private static final class Looking implements Strategy {
    private long sum;

    @Override
    public void onQuote(Quote quote, Orders orders) {
      sum += quote.bidRaw() + (orders.isFlat() ? 1 : 0);
      if (sum == Long.MIN_VALUE) {
        throw new IllegalStateException("no walk sums up to this");
      }
    }
  }

  private Row orders() {
    Quote[] quotes = Quotes.walk(instrument, ORDERS);
    double[] nanos = new double[ROUNDS];
    double[] bytes = new double[ROUNDS];
    for (int round = -WARM; round < ROUNDS; round++) {
      Engine running =
          Engine.with(List.of(instrument), 1, context -> new Always(context, 1), turn -> {});
      Stopwatch.Use use = Stopwatch.measure(() -> running.feed(quotes));
      if (round >= 0) {
        nanos[round] = (double) use.nanos() / ORDERS;
        bytes[round] = (double) use.bytes() / ORDERS;
      }
    }
    return new Row(
        "an order from submit to fill: four turns",
        text("%.2f us, %.0f B", Stopwatch.median(nanos) / 1e3, Stopwatch.median(bytes)),
        "<= 1 us");
  }

  private Row symbols() {
    List<Instrument> all = new ArrayList<>();
    for (int i = 0; i < SYMBOLS; i++) {
      all.add(Quotes.instrument("S" + i));
    }
    Quote[] quotes = new Quote[QUOTES / 2];
    Quote[] walk = Quotes.walk(instrument, quotes.length);
    for (int i = 0; i < quotes.length; i++) {
      Quote quote = walk[i];
      quotes[i] =
          new Quote(
              all.get(i % SYMBOLS),
              quote.eventTime(),
              quote.bidRaw(),
              quote.bidSizeRaw(),
              quote.askRaw(),
              quote.askSizeRaw());
    }
    Engine running = Engine.with(all, STRATEGIES, context -> new Always(context, 450), turn -> {});
    double nanos = Stopwatch.measure(() -> running.feed(quotes)).nanos();
    return new Row(
        "1,000 symbols x 10 strategies, one order a strategy and symbol, ticks/s",
        text("%.0f thousand (the first pass, not warmed up)", quotes.length / nanos * 1e6),
        ">= 200 thousand");
  }

  private Row openOrders() {
    Quote[] quotes = Quotes.walk(instrument, OPEN + 1);
    Engine running =
        Engine.with(List.of(instrument), 1, context -> new Resting(context), turn -> {});
    long before = Memory.used();
    running.feed(quotes);
    long after = Memory.used();
    int open = running.core().state().ledger().liveCount();
    return new Row(
        "memory of an open order, all indexes",
        text("%.0f B at %d open orders", (double) (after - before) / open, open),
        "<= 1 kB");
  }

  private static String text(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}
