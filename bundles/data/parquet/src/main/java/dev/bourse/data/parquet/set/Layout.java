package dev.bourse.data.parquet.set;

import dev.bourse.api.model.Instrument;
import dev.bourse.data.parquet.file.Column;
import java.util.ArrayList;
import java.util.List;

/** The columns of each kind. Pure functions. */
final class Layout {
  private static final String ID = "id";

  private Layout() {}

  static List<Column> columns(Content content, Instrument instrument, Ids ids) {
    int price = instrument.priceDecimals();
    int size = instrument.quantityDecimals();
    List<Column> columns = new ArrayList<>();
    columns.add(Column.time("time"));
    switch (content.kind()) {
      case TRADES -> {
        columns.add(Column.decimal("price", price));
        columns.add(Column.decimal("size", size));
        columns.add(Column.number("side"));
        if (ids != Ids.NONE) {
          columns.add(ids == Ids.NUMBERS ? Column.number(ID) : Column.text(ID));
        }
      }
      case QUOTES -> {
        columns.add(Column.decimal("bid", price));
        columns.add(Column.decimal("bid_size", size));
        columns.add(Column.decimal("ask", price));
        columns.add(Column.decimal("ask_size", size));
      }
      case BARS -> {
        for (String each : List.of("open", "high", "low", "close")) {
          columns.add(Column.decimal(each, price));
        }
        columns.add(Column.decimal("volume", size));
        columns.add(Column.number("complete"));
      }
      case CAPTURE -> {
        columns.add(Column.number("row"));
        columns.add(Column.decimal("price", price));
        columns.add(Column.decimal("size", size));
        columns.add(Column.decimal("ask", price));
        columns.add(Column.decimal("ask_size", size));
        columns.add(Column.number("first"));
        columns.add(Column.number("last"));
      }
    }
    return columns;
  }

  /** How the ids are stored in these columns of trades. */
  static Ids ids(List<Column> columns) {
    Column last = columns.get(columns.size() - 1);
    if (!last.name().equals(ID)) {
      return Ids.NONE;
    }
    return last.type() == Column.Type.TEXT ? Ids.WORDS : Ids.NUMBERS;
  }

  /** Checks that a file's columns are those that its content has. */
  static void require(List<Column> found, Content content, Instrument instrument) {
    if (found.isEmpty() || !found.equals(columns(content, instrument, ids(found)))) {
      throw new IllegalArgumentException("its columns are not those of " + content);
    }
  }
}
