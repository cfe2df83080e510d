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
  private static final int OPEN = 99_000;

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
        Row.atLeast(
            "EMA cross on quotes: risk, ledger, portfolio, turns on",
            15e6,
            1e9 / slow,
            "events/s of one core",
            text("%.0f ns, %d trades in %,d events", slow, trades, QUOTES)),
        Row.atMost(
            "the same against a loop by hand, trades compared",
            15,
            slow / fast,
            "x",
            text("by hand %.1f ns", fast)));
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
    double perEvent = Math.rint(Stopwatch.median(bytes) * 100) / 100;
    return new Row(
        "allocation of an event without orders, beyond the event itself",
        "0 B",
        text("%.2f B; %.0f ns", perEvent, Stopwatch.median(nanos)),
        "",
        perEvent == 0 ? "met" : "MISSED");
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
    return Row.atMost(
        "an order from submit to fill: four turns, the venue's answers included",
        1,
        Stopwatch.median(nanos) / 1e3,
        "us",
        text("%.0f B", Stopwatch.median(bytes)));
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
    return Row.atLeast(
        "1,000 symbols x 10 strategies, one order a strategy and symbol",
        200_000,
        quotes.length / nanos * 1e9,
        "ticks/s",
        "the first pass, not warmed up");
  }

  /** One strategy piles up resting orders; what the last ones cost, and what all of them weigh. */
  private Row openOrders() {
    Quote[] quotes = Quotes.walk(instrument, OPEN + 1);
    Engine running =
        Engine.with(List.of(instrument), 1, context -> new Resting(context), turn -> {});
    long before = Memory.used();
    Quote[] first = Arrays.copyOf(quotes, OPEN - OPEN / 10);
    Quote[] last = Arrays.copyOfRange(quotes, OPEN - OPEN / 10, OPEN);
    running.feed(first);
    double nanos = (double) Stopwatch.measure(() -> running.feed(last)).nanos() / last.length;
    long after = Memory.used();
    int open = running.core().state().ledger().liveCount();
    return Row.atMost(
        "memory of an open order, all indexes",
        1_000,
        (double) (after - before) / open,
        "B",
        text("%,d open orders of one strategy, %.1f us for one more", open, nanos / 1e3));
  }

  private static String text(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}
