package dev.bourse.api.book;

import dev.bourse.api.model.Price;
import dev.bourse.api.model.Quantity;
import dev.bourse.api.model.Side;

/** No book. */
final class NoBook implements BookView {
  static final NoBook NONE = new NoBook();

  private NoBook() {}

  @Override
  public BookStatus status() {
    return BookStatus.WAITING;
  }

  @Override
  public long updateId() {
    return 0;
  }

  @Override
  public int levels(Side side) {
    return 0;
  }

  @Override
  public Price price(Side side, int level) {
    throw new IndexOutOfBoundsException("there is no book, so no level " + level);
  }

  @Override
  public Quantity size(Side side, int level) {
    throw new IndexOutOfBoundsException("there is no book, so no level " + level);
  }

  @Override
  public double sizeAsDouble(Side side, int level) {
    throw new IndexOutOfBoundsException("there is no book, so no level " + level);
  }
}
