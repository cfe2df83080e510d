package dev.bourse.data.csv;

import dev.bourse.api.model.Decimals;

/** A column of prices: above zero, on the tick, and near the price before. */
final class PriceColumn {
  private final NumberColumn column;
  private final int maxJump;
  private long previous;

  PriceColumn(NumberColumn column, int maxJump) {
    this.column = column;
    this.maxJump = maxJump;
  }

  /** The price in this row, compared with that of the row before. */
  long read(Rows row) {
    long price = read(row, previous);
    previous = price;
    return price;
  }

  /**
   * The price in this row, compared with another one.
   *
   * @param other a price, or 0 where there is none yet
   */
  long read(Rows row, long other) {
    long price = column.read(row);
    if (price <= 0) {
      throw row.bad(
          column.role() + " " + row.text(column.index()) + " must be above zero; correct it");
    }
    requireNear(column, price, other, maxJump, row);
    return price;
  }

  /** Refuses a price that is too many times away from another one, 0 where there is none yet. */
  static void requireNear(NumberColumn column, long price, long other, int maxJump, Place place) {
    if (other > 0 && (isBeyond(price, other, maxJump) || isBeyond(other, price, maxJump))) {
      throw place.bad(
          column.role()
              + " "
              + Decimals.format(price, column.decimals())
              + " is more than "
              + maxJump
              + " times away from "
              + Decimals.format(other, column.decimals())
              + " before it; correct it, or raise max.jump");
    }
  }

  /** Whether {@code large > small * maxJump}, in whole numbers that cannot overflow. */
  private static boolean isBeyond(long large, long small, int maxJump) {
    return (large - 1) / maxJump >= small;
  }
}
