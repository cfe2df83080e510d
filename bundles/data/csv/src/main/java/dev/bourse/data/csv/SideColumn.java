package dev.bourse.data.csv;

import dev.bourse.api.model.AggressorSide;

/**
 * Who crossed the spread, where a column says it.
 *
 * @param role the column's role
 * @param index where it stands, -1 if the file does not say
 */
record SideColumn(String role, int index) {
  static SideColumn of(Columns columns) {
    String role = columns.index("side") >= 0 ? "side" : "buyer.maker";
    return new SideColumn(role, columns.index(role));
  }

  /** The side in this row. */
  AggressorSide read(Rows row) {
    if (index < 0) {
      return AggressorSide.UNKNOWN;
    }
    return role.equals("side") ? named(row) : besideMaker(row);
  }

  private AggressorSide named(Rows row) {
    if (row.is(index, "buy") || row.is(index, "b") || row.is(index, "buyer")) {
      return AggressorSide.BUYER;
    }
    if (row.is(index, "sell") || row.is(index, "s") || row.is(index, "seller")) {
      return AggressorSide.SELLER;
    }
    if (row.is(index, "")) {
      return AggressorSide.UNKNOWN;
    }
    throw row.bad("side \"" + row.text(index) + "\" must be buy or sell, or empty if unknown");
  }

  private AggressorSide besideMaker(Rows row) {
    if (row.is(index, "true") || row.is(index, "1")) {
      return AggressorSide.SELLER;
    }
    if (row.is(index, "false") || row.is(index, "0")) {
      return AggressorSide.BUYER;
    }
    throw row.bad("buyer.maker \"" + row.text(index) + "\" must be true or false");
  }
}
