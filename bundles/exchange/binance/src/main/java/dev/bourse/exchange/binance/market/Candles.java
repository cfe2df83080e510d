package dev.bourse.exchange.binance.market;

import dev.bourse.api.event.Bar;
import dev.bourse.api.model.BarInterval;
import dev.bourse.api.model.Instrument;
import dev.bourse.exchange.binance.net.Worker;
import dev.bourse.exchange.binance.rest.Publications;
import dev.bourse.exchange.binance.rest.RestException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/**
 * Bars of the past, over REST. A length that the venue does not have is made of the longest that
 * divides it. Any thread may ask; the worker does it, page by page, so that nothing else waits
 * long.
 */
final class Candles {
  /** How many candles come with one answer. */
  private static final int PAGE = 1_000;

  /** More would weigh more than a past is worth. */
  private static final int MOST_PAGES = 30;

  /** The lengths that are aligned as our bars are (rest-api.md, "Kline intervals"). */
  private static final List<BarInterval> LENGTHS =
      Stream.of("1d", "12h", "8h", "6h", "4h", "2h", "1h", "30m", "15m", "5m", "3m", "1m", "1s")
          .map(BarInterval::of)
          .toList();

  private final Publications publications;
  private final Worker worker;

  Candles(Publications publications, Worker worker) {
    this.publications = publications;
    this.worker = worker;
  }

  /** What {@link dev.bourse.api.exchange.MarketDataClient#bars} says. */
  CompletableFuture<List<Bar>> ask(
      Instrument instrument, BarInterval interval, long after, long through) {
    BarInterval length =
        LENGTHS.stream()
            .filter(each -> interval.nanos() % each.nanos() == 0)
            .findFirst()
            .orElseThrow(
                () -> new IllegalArgumentException("Binance has no candles that make " + interval));
    long until = Math.floorDiv(through, interval.nanos()) * interval.nanos();
    long from = Math.floorDiv(after, interval.nanos()) * interval.nanos();
    long pages = (until - from) / length.nanos() / PAGE;
    if (pages > MOST_PAGES) {
      throw new IllegalArgumentException(
          "bars of "
              + interval
              + " over that time are more than "
              + MOST_PAGES * PAGE
              + " candles of "
              + length
              + ": ask for less");
    }
    Wish wish = new Wish(instrument, interval, length, until, new ArrayList<>());
    worker.soon(() -> page(wish, from));
    return wish.answer();
  }

  /**
   * What somebody waits for.
   *
   * @param length what the venue is asked for
   * @param until where the range ends, exclusive
   * @param found what came so far
   */
  private record Wish(
      Instrument instrument,
      BarInterval interval,
      BarInterval length,
      long until,
      List<Bar> found,
      CompletableFuture<List<Bar>> answer) {
    Wish(
        Instrument instrument,
        BarInterval interval,
        BarInterval length,
        long until,
        List<Bar> found) {
      this(instrument, interval, length, until, found, new CompletableFuture<>());
    }
  }

  private void page(Wish wish, long from) {
    long until = Math.min(wish.until(), from + PAGE * wish.length().nanos());
    if (from >= until) {
      wish.answer().complete(joined(wish));
      return;
    }
    try {
      wish.found().addAll(publications.candles(wish.instrument(), wish.length(), from, until));
      worker.soon(() -> page(wish, until));
    } catch (RestException | RuntimeException e) {
      wish.answer()
          .completeExceptionally(new IllegalStateException(String.valueOf(e.getMessage()), e));
    }
  }

  /** The candles as bars of the length that was asked for. */
  private static List<Bar> joined(Wish wish) {
    List<Bar> bars = new ArrayList<>();
    for (Bar candle : wish.found()) {
      long end = wish.interval().closeAfter(candle.eventTime() - wish.length().nanos());
      Bar last = bars.isEmpty() ? null : bars.get(bars.size() - 1);
      if (last == null || last.eventTime() != end) {
        bars.add(sized(wish.interval(), end, candle, candle));
      } else {
        bars.set(bars.size() - 1, sized(wish.interval(), end, last, candle));
      }
    }
    return bars;
  }

  @SuppressWarnings("ReferenceEquality") // the first candle of a bar is the bar so far
  private static Bar sized(BarInterval interval, long end, Bar first, Bar last) {
    return new Bar(
        last.instrument(),
        interval,
        end,
        first.openRaw(),
        Math.max(first.highRaw(), last.highRaw()),
        Math.min(first.lowRaw(), last.lowRaw()),
        last.closeRaw(),
        first == last ? last.volumeRaw() : Math.addExact(first.volumeRaw(), last.volumeRaw()),
        true);
  }
}
