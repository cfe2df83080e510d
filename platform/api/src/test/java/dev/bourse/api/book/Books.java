package dev.bourse.api.book;

import dev.bourse.api.event.BookDifference;
import dev.bourse.api.event.BookLevels;
import dev.bourse.api.event.FullBook;
import dev.bourse.api.model.Currency;
import dev.bourse.api.model.Instrument;
import dev.bourse.api.model.InstrumentId;
import dev.bourse.api.model.Money;
import dev.bourse.api.model.Price;
import dev.bourse.api.model.Quantity;
import dev.bourse.api.model.Rate;
import dev.bourse.api.model.Side;
import dev.bourse.api.state.StateWriter;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Books and what tells them, by raw numbers. */
final class Books {
  private static final Currency USD = new Currency("USD", 2);

  static final Instrument BTCUSD = instrument("0.01", 1);

  private Books() {}

  static Instrument instrument(String tick, int version) {
    return new Instrument(
        InstrumentId.of("BTCUSD.TEST"),
        version,
        new Currency("BTC", 8),
        USD,
        Price.of(tick),
        Quantity.of("0.001"),
        Quantity.of("0.001"),
        Quantity.of("100"),
        Money.of("10", USD),
        Rate.of("0.001"),
        Rate.of("0.001"),
        true);
  }

  static FullBook full(long update, long[] bids, long[] asks) {
    return new FullBook(BTCUSD, 1, update, levels(bids), levels(asks));
  }

  static BookDifference difference(long first, long last, long[] bids, long[] asks) {
    return new BookDifference(BTCUSD, 1, first, last, levels(bids), levels(asks));
  }

  static long[] pairs(long... pairs) {
    return pairs;
  }

  private static BookLevels levels(long[] pairs) {
    return BookLevels.of(pairs, pairs.length / 2);
  }

  /** Price and size of each level, the best first. */
  static List<String> levels(OrderBook book, Side side) {
    return IntStream.range(0, book.levels(side))
        .mapToObj(i -> book.priceRaw(side, i) + "x" + book.sizeRaw(side, i))
        .toList();
  }

  static List<String> levels(Map<Long, Long> model) {
    return model.entrySet().stream().map(each -> each.getKey() + "x" + each.getValue()).toList();
  }

  static byte[] saved(OrderBook book) {
    StateWriter out = new StateWriter();
    book.save(out);
    return out.toBytes();
  }
}
