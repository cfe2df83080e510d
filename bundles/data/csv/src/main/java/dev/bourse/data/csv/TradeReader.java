package dev.bourse.data.csv;

import dev.bourse.api.event.Trade;
import dev.bourse.api.model.AggressorSide;
import dev.bourse.api.model.Instrument;
import org.jspecify.annotations.Nullable;

/** A trade in each row. */
final class TradeReader implements RowReader {
  private final Instrument instrument;
  private final ZeroAmounts zeroAmounts;
  private final PriceColumn price;
  private final NumberColumn size;
  private final SideColumn side;
  private final int id;

  TradeReader(Instrument instrument, Policies policies, Columns columns) {
    this.instrument = instrument;
    this.zeroAmounts = policies.zeroAmounts();
    this.price = new PriceColumn(columns.price("price"), policies.maxJump());
    this.size = columns.quantity("size");
    this.side = SideColumn.of(columns);
    this.id = columns.index("id");
  }

  @Override
  public @Nullable Trade read(Rows row, long time) {
    long sizeRaw = size.read(row);
    if (sizeRaw < 0) {
      throw row.bad("size " + row.text(size.index()) + " must not be negative; correct it");
    }
    if (sizeRaw == 0) {
      if (zeroAmounts == ZeroAmounts.FAIL) {
        throw row.bad("size is zero, and zero.amounts=fail; remove the line or refuse them");
      }
      return null;
    }
    long priceRaw = price.read(row);
    AggressorSide aggressor = side.read(row);
    return new Trade(instrument, time, priceRaw, sizeRaw, aggressor, id(row));
  }

  private @Nullable String id(Rows row) {
    if (id < 0) {
      return null;
    }
    String text = row.text(id);
    if (text.isEmpty()) {
      throw row.bad("id is empty; fill it in or remove the line");
    }
    return text;
  }
}
