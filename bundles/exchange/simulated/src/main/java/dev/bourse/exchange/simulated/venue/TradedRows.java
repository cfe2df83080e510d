package dev.bourse.exchange.simulated.venue;

import dev.bourse.api.state.StateReader;
import dev.bourse.api.state.StateWriter;
import java.math.BigDecimal;
import java.util.function.Consumer;

/** What was traded in the last minutes as rows, one for each minute. */
final class TradedRows {
  static final int MINUTE = 21;

  private TradedRows() {}

  /** Writes what a step may have changed: the newest minute of its markets. */
  static void put(StateWriter out, Step step) {
    for (Book book : step.markets) {
      Traded.Minute newest = book.market.traded.newest();
      if (newest != null) {
        put(out, book, newest);
      }
    }
  }

  /** Passes on a row for each minute that a snapshot has to keep. */
  static void forEach(VenueState state, Consumer<Consumer<StateWriter>> rows) {
    for (Book book : state.books) {
      book.market.traded.all().forEach(each -> rows.accept(out -> put(out, book, each)));
    }
  }

  private static void put(StateWriter out, Book book, Traded.Minute minute) {
    out.putByte(MINUTE).putInt(book.index).putLong(minute.index());
    out.putText(minute.worth().toPlainString()).putText(minute.size().toPlainString());
  }

  static void read(StateReader in, VenueState state) {
    Book book = state.books.get(in.getInt());
    Traded.Minute minute =
        new Traded.Minute(in.getLong(), new BigDecimal(in.getText()), new BigDecimal(in.getText()));
    book.market.traded.put(minute, book.looksBack());
  }
}
