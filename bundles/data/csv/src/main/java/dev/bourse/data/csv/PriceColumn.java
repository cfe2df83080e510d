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
    if (other > 0 && (isBeyond(price, other) || isBeyond(other, price))) {
      throw row.bad(
          column.role()
              + " "
              + Decimals.format(price, column.decimals())
              + " is more than "
              + maxJump
              + " times away from "
              + Decimals.format(other, column.decimals())
              + " before it; correct it, or raise max.jump");
    }
    return price;
  }

  /** Whether {@code large > small * maxJump}, in whole numbers that cannot overflow. */
  private boolean isBeyond(long large, long small) {
    return (large - 1) / maxJump >= small;
  }
}
