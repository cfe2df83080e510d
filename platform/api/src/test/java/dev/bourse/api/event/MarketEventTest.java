package dev.bourse.api.event;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.api.model.AggressorSide;
import dev.bourse.api.model.BarInterval;
import dev.bourse.api.model.Currency;
import dev.bourse.api.model.Instrument;
import dev.bourse.api.model.InstrumentId;
import dev.bourse.api.model.Money;
import dev.bourse.api.model.Price;
import dev.bourse.api.model.Quantity;
import dev.bourse.api.model.Rate;
import java.util.function.LongFunction;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MarketEventTest {
  private static final Currency USD = new Currency("USD", 8);
  private static final Instrument BTCUSD =
      new Instrument(
          InstrumentId.of("BTCUSD.BITSTAMP"),
          1,
          new Currency("BTC", 8),
          USD,
          Price.of("0.01"),
          Quantity.of("0.0001"),
          Quantity.of("0.001"),
          Quantity.of("1000"),
          Money.of("5", USD),
          Rate.ZERO,
          Rate.ZERO,
          true);

  @ParameterizedTest
  @MethodSource("everyKind")
  void movesInTimeAndKeepsEverythingElse(LongFunction<MarketEvent> madeAt) {
    MarketEvent event = madeAt.apply(5);

    MarketEvent moved = event.at(7);

    assertThat(moved).isEqualTo(madeAt.apply(7)).isNotEqualTo(event);
  }

  static Stream<LongFunction<MarketEvent>> everyKind() {
    BookLevels bids = BookLevels.of(new long[] {100, 2}, 1);
    BookLevels asks = BookLevels.of(new long[] {101, 3}, 1);
    return Stream.of(
        time -> new Quote(BTCUSD, time, 1, 2, 3, 4),
        time -> new Trade(BTCUSD, time, 1, 2, AggressorSide.SELLER, "9"),
        time -> new Bar(BTCUSD, BarInterval.of("1m"), time, 2, 4, 1, 3, 5, false),
        time -> new FullBook(BTCUSD, time, 6, bids, asks),
        time -> new BookDifference(BTCUSD, time, 5, 6, bids, asks),
        time -> new DataGap(BTCUSD, time, 3, "cut"),
        time -> new MarkPrice(BTCUSD, time, Price.of("1.00"), Price.of("2.00")),
        time -> new FundingRate(BTCUSD, time, 8));
  }
}
