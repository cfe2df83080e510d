package dev.bourse.api.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.bourse.api.model.BarInterval;
import dev.bourse.api.model.Currency;
import dev.bourse.api.model.Instrument;
import dev.bourse.api.model.InstrumentId;
import dev.bourse.api.model.Money;
import dev.bourse.api.model.Price;
import dev.bourse.api.model.Quantity;
import dev.bourse.api.model.Rate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BarTest {
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

  @Test
  void scalesItsNumbersByTheInstrument() {
    Bar bar = bar(80000, 81050, 79900, 81000);

    assertThat(bar.open()).hasToString("800.00");
    assertThat(bar.high()).hasToString("810.50");
    assertThat(bar.low()).hasToString("799.00");
    assertThat(bar.close()).hasToString("810.00");
    assertThat(bar.volume()).hasToString("1.2345");
    assertThat(bar.closeAsDouble()).isEqualTo(810.0);
  }

  @ParameterizedTest
  @CsvSource({"100, 99, 90, 95", "100, 110, 101, 105", "100, 110, 90, 111", "100, 110, 90, 89"})
  void refusesPricesOutsideLowAndHigh(long open, long high, long low, long close) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> bar(open, high, low, close))
        .withMessage(
            "BTCUSD.BITSTAMP: bar with open=%d high=%d low=%d close=%d (scaled) has a price "
                + "outside low..high",
            open, high, low, close);
  }

  @Test
  void quotesKnowTheirMiddle() {
    Quote quote = new Quote(BTCUSD, 1, 80000, 1, 80003, 2);

    double middle = quote.midAsDouble();

    assertThat(middle).isEqualTo(800.015);
    assertThat(quote.bid()).hasToString("800.00");
    assertThat(quote.askSize()).hasToString("0.0002");
  }

  private static Bar bar(long open, long high, long low, long close) {
    return new Bar(BTCUSD, BarInterval.of("1m"), 60, open, high, low, close, 12345, true);
  }
}
