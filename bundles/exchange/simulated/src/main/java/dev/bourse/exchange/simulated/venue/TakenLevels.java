package dev.bourse.exchange.simulated.venue;

import dev.bourse.api.book.OrderBook;
import dev.bourse.api.event.BookLevels;
import dev.bourse.api.model.Side;
import dev.bourse.api.state.StateReader;
import dev.bourse.api.state.StateWriter;
import java.util.Arrays;

/** What our own fills took from the levels of one side: a few levels at a time. */
final class TakenLevels {
  private long[] prices = new long[8];
  private long[] taken = new long[8];
  private long[] shown = new long[8];
  private int count;

  /** What was taken at a price. */
  long at(long price) {
    int index = find(price);
    return index < 0 ? 0 : taken[index];
  }

  /** More was taken at a price, of the size that the book shows there. */
  void add(long price, long size, long shownSize) {
    int index = find(price);
    if (index < 0) {
      index = count++;
      grow();
      prices[index] = price;
      taken[index] = 0;
      shown[index] = shownSize;
    }
    taken[index] += size;
  }

  /** The market said something of these levels: what it shows there now is there. */
  void release(BookLevels levels) {
    for (int i = 0; count > 0 && i < levels.count(); i++) {
      int index = find(levels.priceRaw(i));
      if (index >= 0) {
        remove(index);
      }
    }
  }

  /** The market said all of its book: only levels that are as before stay taken. */
  void releaseChanged(OrderBook book, Side side) {
    for (int i = count - 1; i >= 0; i--) {
      if (book.sizeAtRaw(side, prices[i]) != shown[i]) {
        remove(i);
      }
    }
  }

  void clear() {
    count = 0;
  }

  void save(StateWriter out) {
    out.putInt(count);
    for (int i = 0; i < count; i++) {
      out.putLong(prices[i]).putLong(taken[i]).putLong(shown[i]);
    }
  }

  void load(StateReader in) {
    clear();
    for (int left = in.getInt(); left > 0; left--) {
      add(in.getLong(), in.getLong(), in.getLong());
    }
  }

  private int find(long price) {
    for (int i = 0; i < count; i++) {
      if (prices[i] == price) {
        return i;
      }
    }
    return -1;
  }

  private void remove(int index) {
    count--;
    prices[index] = prices[count];
    taken[index] = taken[count];
    shown[index] = shown[count];
  }

  private void grow() {
    if (count > prices.length) {
      prices = Arrays.copyOf(prices, 2 * prices.length);
      taken = Arrays.copyOf(taken, prices.length);
      shown = Arrays.copyOf(shown, prices.length);
    }
  }
}
