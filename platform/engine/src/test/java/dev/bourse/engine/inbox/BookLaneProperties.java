package dev.bourse.engine.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.api.book.OrderBook;
import dev.bourse.api.event.BookDifference;
import dev.bourse.api.event.BookEvent;
import dev.bourse.api.event.BookLevels;
import dev.bourse.api.event.DataGap;
import dev.bourse.api.event.FullBook;
import dev.bourse.api.event.MarketEvent;
import dev.bourse.api.event.Trade;
import dev.bourse.api.model.Side;
import dev.bourse.engine.Market;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;
import net.jqwik.api.constraints.IntRange;

/** However slow its reader is, a book behind a lane is the venue's of some moment, or not known. */
@Tag("N15")
class BookLaneProperties {
  private static final int CAPACITY = 8;

  private final MarketLane lane = new MarketLane(CAPACITY);
  private final OrderBook book = new OrderBook(Market.BTC);

  /** The venue's best bid, by update. */
  private final List<Long> truth = new ArrayList<>(List.of(0L));

  private long differences;
  private long lost;
  private long taken;
  private long known;

  @Property
  void isNeverAnotherBook(@ForAll long seed, @ForAll @IntRange(min = 1, max = 9) int slowness) {
    Random random = new Random(seed);

    for (int i = 0; i < 400; i++) {
      put(random);
      if (random.nextInt(slowness) == 0) {
        take();
      }
    }
    while (lane.size() > 0) {
      take();
    }

    assertThat(taken + lost).isGreaterThanOrEqualTo(differences);
    assertThat(lane.lost()).isEqualTo(lost);
  }

  @Property(tries = 50)
  void isKnownAgainWithTheNextFullBook(@ForAll long seed) {
    Random random = new Random(seed);
    for (int i = 0; i < 60; i++) {
      put(random);
    }
    while (lane.size() > 0) {
      take();
    }

    lane.put(full());
    take();

    assertThat(book.isKnown()).isTrue();
    assertThat(book.updateId()).isEqualTo(truth.size() - 1L);
    assertThat(known).isPositive();
  }

  private void put(Random random) {
    int kind = random.nextInt(8);
    if (kind == 0) {
      lane.put(full());
    } else if (kind == 1) {
      lane.put(Market.quote(Market.BTC, 1, 100_00));
    } else if (kind == 2) {
      lane.put(Market.trade(Market.BTC, 1, 100_00));
      differences++; // a trade is taken or lost as a difference is
    } else {
      long before = truth.get(truth.size() - 1);
      long best = 1L + random.nextInt(50);
      truth.add(best);
      differences++;
      boolean moved = before != 0 && before != best;
      long[] pairs = moved ? new long[] {before, 0, best, 1} : new long[] {best, 1};
      BookLevels bids = BookLevels.of(pairs, pairs.length / 2);
      long update = truth.size() - 1L;
      lane.put(new BookDifference(Market.BTC, 1, update, update, bids, BookLevels.NONE));
    }
  }

  private FullBook full() {
    long best = truth.get(truth.size() - 1);
    BookLevels bids = best == 0 ? BookLevels.NONE : BookLevels.of(new long[] {best, 1}, 1);
    return new FullBook(Market.BTC, 1, truth.size() - 1L, bids, BookLevels.NONE);
  }

  private void take() {
    MarketEvent event = lane.poll();
    if (event instanceof DataGap gap) {
      lost += gap.lost();
      book.lose();
    } else if (event instanceof BookEvent change) {
      book.apply(change);
      taken += change instanceof BookDifference ? 1 : 0;
    } else if (event instanceof Trade) {
      taken++;
    }
    if (book.isKnown()) {
      known++;
      assertThat(book.priceRaw(Side.BUY, 0)).isEqualTo(truth.get((int) book.updateId()));
      assertThat(book.levels(Side.BUY)).isEqualTo(book.priceRaw(Side.BUY, 0) == 0 ? 0 : 1);
    }
  }
}
