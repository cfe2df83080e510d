package dev.bourse.api.book;

import dev.bourse.api.model.Price;
import dev.bourse.api.model.Quantity;
import dev.bourse.api.model.Side;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/**
 * A book to look at, as it is now: it changes with the next event. Bids are the levels of {@link
 * Side#BUY}, offers those of {@link Side#SELL}; level 0 is the best. A book that is not {@link
 * #isKnown known} has no level.
 */
@ProviderType
public interface BookView {
  /** The book of an instrument of which none is known. */
  static BookView none() {
    return NoBook.NONE;
  }

  /** Whether it can be believed. */
  BookStatus status();

  /** Whether every change since its last full book is in it. */
  default boolean isKnown() {
    return status() == BookStatus.SYNCHRONISED;
  }

  /** The venue's number of the last change in it, 0 before the first. */
  long updateId();

  /** How many levels a side has. */
  int levels(Side side);

  /**
   * The price of a level.
   *
   * @param level 0 is the best; throws {@link IndexOutOfBoundsException} if there are fewer
   */
  Price price(Side side, int level);

  /**
   * The size of a level.
   *
   * @param level 0 is the best; throws {@link IndexOutOfBoundsException} if there are fewer
   */
  Quantity size(Side side, int level);

  /** The price of a level for indicators. */
  default double priceAsDouble(Side side, int level) {
    return price(side, level).toDouble();
  }

  /** The size of a level for indicators. */
  double sizeAsDouble(Side side, int level);

  /** The best price of a side, empty if it has no level. */
  default Optional<Price> best(Side side) {
    return levels(side) == 0 ? Optional.empty() : Optional.of(price(side, 0));
  }
}
