package dev.bourse.api.book;

import dev.bourse.api.event.BookLevels;
import dev.bourse.api.state.StateReader;
import dev.bourse.api.state.StateWriter;
import java.util.Arrays;

/**
 * The levels of one side in two arrays, the best at their end, where most changes happen: a change
 * moves the better levels only. Keys rise towards the best; of offers they are the negated prices.
 * Not thread-safe.
 */
final class BookSide {
  private final boolean bids;
  private long[] keys = new long[64];
  private long[] sizes = new long[64];
  private int count;

  BookSide(boolean bids) {
    this.bids = bids;
  }

  int count() {
    return count;
  }

  /** The price of a level, 0 is the best; 0 if there is no such level. */
  long price(int level) {
    return level >= count ? 0 : price(keys[count - 1 - level]);
  }

  /** The size of a level, 0 is the best; 0 if there is no such level. */
  long size(int level) {
    return level >= count ? 0 : sizes[count - 1 - level];
  }

  /** The size at a price, 0 if there is no such level. */
  long sizeAt(long price) {
    int at = Arrays.binarySearch(keys, 0, count, key(price));
    return at < 0 ? 0 : sizes[at];
  }

  void clear() {
    count = 0;
  }

  /** Sets every level; those that are not named stay. */
  void apply(BookLevels levels) {
    for (int i = levels.count() - 1; i >= 0; i--) { // full books come best first
      set(levels.priceRaw(i), levels.sizeRaw(i));
    }
  }

  private void set(long price, long size) {
    long key = key(price);
    int at = count > 0 && key > keys[count - 1] ? ~count : Arrays.binarySearch(keys, 0, count, key);
    if (at >= 0 && size > 0) {
      sizes[at] = size;
    } else if (at >= 0) {
      count--;
      System.arraycopy(keys, at + 1, keys, at, count - at);
      System.arraycopy(sizes, at + 1, sizes, at, count - at);
    } else if (size > 0) {
      insert(~at, key, size);
    }
  }

  private void insert(int at, long key, long size) {
    if (count == keys.length) {
      keys = Arrays.copyOf(keys, 2 * count);
      sizes = Arrays.copyOf(sizes, 2 * count);
    }
    System.arraycopy(keys, at, keys, at + 1, count - at);
    System.arraycopy(sizes, at, sizes, at + 1, count - at);
    keys[at] = key;
    sizes[at] = size;
    count++;
  }

  private long key(long price) {
    return bids ? price : -price;
  }

  private long price(long key) {
    return bids ? key : -key;
  }

  void save(StateWriter out) {
    out.putInt(count);
    for (int i = 0; i < count; i++) {
      out.putLong(keys[i]).putLong(sizes[i]);
    }
  }

  void load(StateReader in) {
    count = in.getInt();
    if (count < 0 || count > in.remaining() / (2 * Long.BYTES)) {
      throw new IllegalArgumentException("damaged state: a book of " + count + " levels");
    }
    keys = new long[Math.max(64, count)];
    sizes = new long[keys.length];
    for (int i = 0; i < count; i++) {
      keys[i] = in.getLong();
      sizes[i] = in.getLong();
    }
  }
}
