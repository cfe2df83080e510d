package dev.bourse.data.csv;

import dev.bourse.api.model.AggressorSide;
import java.util.Locale;

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
    String text = row.text(index).toLowerCase(Locale.ROOT);
    return role.equals("side") ? named(row, text) : besideMaker(row, text);
  }

  private static AggressorSide named(Rows row, String text) {
    return switch (text) {
      case "buy", "b", "buyer" -> AggressorSide.BUYER;
      case "sell", "s", "seller" -> AggressorSide.SELLER;
      case "" -> AggressorSide.UNKNOWN;
      default -> throw row.bad("side \"" + text + "\" must be buy or sell, or empty if unknown");
    };
  }

  private static AggressorSide besideMaker(Rows row, String text) {
    return switch (text) {
      case "true", "1" -> AggressorSide.SELLER;
      case "false", "0" -> AggressorSide.BUYER;
      default -> throw row.bad("buyer.maker \"" + text + "\" must be true or false");
    };
  }
}
