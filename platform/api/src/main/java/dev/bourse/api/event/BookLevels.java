package dev.bourse.api.event;

import dev.bourse.api.model.Instrument;
import dev.bourse.api.model.Price;
import dev.bourse.api.model.Quantity;
import dev.bourse.api.state.StateReader;
import dev.bourse.api.state.StateWriter;
import java.util.Arrays;

/**
 * Price levels of one side of a book, each price once, as raw numbers that the instrument of their
 * event scales. Immutable.
 */
public final class BookLevels {
  /** No level. */
  public static final BookLevels NONE = new BookLevels(new long[0]);

  /** Price and size in turn. */
  private final long[] pairs;

  private BookLevels(long[] pairs) {
    this.pairs = pairs;
  }

  /**
   * Levels from raw numbers, copied.
   *
   * @param pairs a price above zero, then its size, zero or more; then the next level
   * @param count how many levels to take of them
   * @throws IllegalArgumentException for a price or a size that cannot be
   */
  public static BookLevels of(long[] pairs, int count) {
    if (count == 0) {
      return NONE;
    }
    long[] copy = Arrays.copyOf(pairs, 2 * count);
    for (int i = 0; i < copy.length; i += 2) {
      if (copy[i] <= 0 || copy[i + 1] < 0) {
        throw new IllegalArgumentException(
            "a book level of price "
                + copy[i]
                + " and size "
                + copy[i + 1]
                + " (scaled) cannot be; the price must be above zero, the size zero or more");
      }
    }
    return new BookLevels(copy);
  }

  /** How many levels there are. */
  public int count() {
    return pairs.length / 2;
  }

  /** The price of a level, scaled. */
  public long priceRaw(int level) {
    return pairs[2 * level];
  }

  /** The size of a level, scaled. */
  public long sizeRaw(int level) {
    return pairs[2 * level + 1];
  }

  /** The price of a level by the rules that scale it. */
  public Price price(int level, Instrument rules) {
    return rules.price(priceRaw(level));
  }

  /** The size of a level by the rules that scale it. */
  public Quantity size(int level, Instrument rules) {
    return rules.quantity(sizeRaw(level));
  }

  /** Writes them. */
  public void save(StateWriter out) {
    out.putInt(count());
    for (long each : pairs) {
      out.putLong(each);
    }
  }

  /** Reads what {@link #save} wrote; throws {@link IllegalArgumentException} if it is damaged. */
  public static BookLevels load(StateReader in) {
    int count = in.getInt();
    if (count < 0 || count > in.remaining() / (2 * Long.BYTES)) {
      throw new IllegalArgumentException("damaged state: " + count + " levels of a book");
    }
    long[] pairs = new long[2 * count];
    for (int i = 0; i < pairs.length; i++) {
      pairs[i] = in.getLong();
    }
    return of(pairs, count);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof BookLevels levels && Arrays.equals(pairs, levels.pairs);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(pairs);
  }

  @Override
  public String toString() {
    return Arrays.toString(pairs);
  }
}
