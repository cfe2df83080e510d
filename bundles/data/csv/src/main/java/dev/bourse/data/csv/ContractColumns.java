package dev.bourse.data.csv;

import dev.bourse.api.event.FundingRate;
import dev.bourse.api.event.MarkPrice;
import dev.bourse.api.event.MarketEvent;
import dev.bourse.api.model.Instrument;
import dev.bourse.api.model.Price;
import org.jspecify.annotations.Nullable;

/**
 * What a venue says of a contract beside its market, in columns of their own: mark and index price,
 * and the rate of funding where it is charged. Empty cells say nothing.
 */
final class ContractColumns {
  /** The events that a row may have beside its own: the mark price, then the funding. */
  static final int MOST = 2;

  private final Instrument instrument;
  private final int mark;
  private final int index;
  private final int funding;

  ContractColumns(Instrument instrument, Columns columns) {
    this.instrument = instrument;
    this.mark = columns.index("mark");
    this.index = columns.index("index");
    this.funding = columns.index("funding.rate");
  }

  /** Whether a description names one of the columns. */
  static boolean isIn(Layout layout) {
    return layout.columns().containsKey("mark") || layout.columns().containsKey("funding.rate");
  }

  /** Whether a row has one of them. */
  boolean has(Rows row, int number) {
    int column = number == 0 ? mark : funding;
    return column >= 0 && row.from(column) < row.to(column) && !row.text(column).isEmpty();
  }

  /** One of them. */
  MarketEvent event(Rows row, int number, long time) {
    return number == 0
        ? new MarkPrice(instrument, time, price(row, mark), index(row))
        : funding(row, time);
  }

  private @Nullable Price index(Rows row) {
    return index < 0 || row.text(index).isEmpty() ? null : price(row, index);
  }

  private static Price price(Rows row, int column) {
    try {
      Price price = Price.of(row.text(column));
      if (price.isPositive()) {
        return price;
      }
    } catch (IllegalArgumentException | ArithmeticException e) {
      throw row.bad("mark or index price " + row.text(column) + " is no price: " + e.getMessage());
    }
    throw row.bad("mark or index price " + row.text(column) + " must be above zero; correct it");
  }

  private FundingRate funding(Rows row, long time) {
    NumberColumn column =
        new NumberColumn(
            "funding rate", funding, FundingRate.DECIMALS, 1, "a funding rate, 10 decimals");
    try {
      return new FundingRate(instrument, time, column.read(row));
    } catch (IllegalArgumentException e) {
      throw row.bad(String.valueOf(e.getMessage()));
    }
  }
}
