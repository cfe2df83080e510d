package dev.bourse.api.book;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.api.event.BookDifference;
import dev.bourse.api.event.FullBook;
import dev.bourse.api.model.Side;
import dev.bourse.api.state.StateReader;
import java.util.Comparator;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** The book is what two sorted maps are that are told the same. */
class OrderBookProperties {
  private static final long MIDDLE = 10_000;

  private final TreeMap<Long, Long> bids = new TreeMap<>(Comparator.reverseOrder());
  private final TreeMap<Long, Long> asks = new TreeMap<>();

  /** Levels drawn on one side of the middle, told to the map too. */
  private static long[] draw(Random random, boolean bid, int most, Map<Long, Long> model) {
    TreeMap<Long, Long> drawn = new TreeMap<>();
    for (int i = random.nextInt(most + 1); i > 0; i--) {
      long distance = 1L + random.nextInt(300);
      drawn.put(bid ? MIDDLE - distance : MIDDLE + distance, (long) random.nextInt(4));
    }
    drawn.forEach((price, size) -> model.merge(price, size, (before, now) -> now));
    model.values().removeIf(size -> size == 0);
    return drawn.entrySet().stream()
        .flatMapToLong(each -> java.util.stream.LongStream.of(each.getKey(), each.getValue()))
        .toArray();
  }

  private FullBook full(Random random, long update) {
    bids.clear();
    asks.clear();
    return Books.full(update, draw(random, true, 150, bids), draw(random, false, 150, asks));
  }

  private BookDifference difference(Random random, long first, long last) {
    return Books.difference(
        first, last, draw(random, true, 12, bids), draw(random, false, 12, asks));
  }

  @Property(tries = 200)
  void holdsWhatSortedMapsHold(@ForAll long seed, @ForAll @IntRange(max = 300) int changes) {
    Random random = new Random(seed);
    OrderBook book = new OrderBook(Books.BTCUSD);

    book.apply(full(random, 1_000));
    long update = 1_000;
    for (int i = 0; i < changes; i++) {
      long last = update + 1L + random.nextInt(5);
      book.apply(difference(random, update + 1, last));
      update = last;
    }

    assertThat(book.updateId()).isEqualTo(update);
    assertThat(Books.levels(book, Side.BUY)).isEqualTo(Books.levels(bids));
    assertThat(Books.levels(book, Side.SELL)).isEqualTo(Books.levels(asks));
  }

  @Property(tries = 200)
  void whatWaitedForTheFullBookIsInIt(
      @ForAll long seed,
      @ForAll @IntRange(max = 40) int before,
      @ForAll @IntRange(max = 9) int at) {
    Random random = new Random(seed);
    OrderBook book = new OrderBook(Books.BTCUSD);
    FullBook full = full(random, 500L + at);

    long update = full.lastUpdateId();
    book.apply(Books.difference(490, update - 1, new long[] {1, 77}, new long[0]));
    for (int i = 0; i < before; i++) {
      book.apply(difference(random, update, update + 1));
      update++;
    }
    book.apply(full);

    assertThat(book.status()).isEqualTo(BookStatus.SYNCHRONISED);
    assertThat(book.updateId()).isEqualTo(update);
    assertThat(Books.levels(book, Side.BUY)).isEqualTo(Books.levels(bids));
    assertThat(Books.levels(book, Side.SELL)).isEqualTo(Books.levels(asks));
  }

  @Property(tries = 100)
  void aBookThatWasSavedGoesOnAsTheOther(
      @ForAll long seed, @ForAll @IntRange(max = 60) int saved, @ForAll boolean waiting) {
    Random random = new Random(seed);
    OrderBook book = new OrderBook(Books.BTCUSD);
    FullBook full = full(random, 0);
    if (!waiting) {
      book.apply(full);
    }
    for (int i = 0; i < saved; i++) {
      book.apply(difference(random, i + 1, i + 1));
    }

    OrderBook loaded = new OrderBook(Books.BTCUSD);
    loaded.load(new StateReader(Books.saved(book)));
    BookDifference next = difference(random, saved + 1, saved + 1);
    loaded.apply(next);
    book.apply(next);
    loaded.apply(full);
    book.apply(full);

    assertThat(Books.saved(loaded)).isEqualTo(Books.saved(book));
    assertThat(loaded.isKnown()).isTrue();
    assertThat(Books.levels(loaded, Side.BUY)).isEqualTo(Books.levels(bids));
  }
}
