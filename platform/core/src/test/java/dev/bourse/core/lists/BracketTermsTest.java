package dev.bourse.core.lists;

import static dev.bourse.core.Fixture.BTC;
import static dev.bourse.core.Fixture.USD;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.api.model.Instrument;
import dev.bourse.api.model.InstrumentId;
import dev.bourse.api.model.OrderSpec;
import dev.bourse.api.model.Price;
import dev.bourse.api.model.Quantity;
import dev.bourse.api.model.Rate;
import dev.bourse.api.model.Side;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How much of an entry on spot is there for its exits, whatever the venue takes of it. */
@Tag("N19")
class BracketTermsTest {
  private static Instrument instrument(String maker, String taker) {
    return new Instrument(
        InstrumentId.of("BTCUSD.TEST"),
        1,
        BTC,
        USD,
        Price.of("0.01"),
        Quantity.of("0.00001"),
        Quantity.of("0.00001"),
        Quantity.of("1000"),
        USD.zero(),
        Rate.of(maker),
        Rate.of(taker),
        true);
  }

  /** Of a step of 0.00001 the fee of 0.00075 is 0.0000000075, which is charged as 0.00000001. */
  @ParameterizedTest
  @CsvSource({
    "BUY,  false, 0.001,   0.001,   1,       0.99900",
    "BUY,  false, 0.001,   0.002,   1,       0.99800",
    "BUY,  true,  0.001,   0.002,   1,       0.99900",
    "BUY,  false, 0,       0,       1,       1.00000",
    "BUY,  false, -0.0001, -0.0001, 1,       1.00000",
    "BUY,  false, 0.00075, 0.00075, 1,       0.99924",
    "BUY,  false, 0.001,   0.001,   0.00123, 0.00122",
    "SELL, false, 0.001,   0.001,   1,       1.00000"
  })
  void theHighestFeeIsTakenOffWhatIsBought(
      Side side, boolean makes, String maker, String taker, String filled, String exits) {
    OrderSpec plain =
        OrderSpec.limit(instrument(maker, taker), side, Quantity.of("1.00000"), Price.of("100.00"));
    OrderSpec entry = makes ? plain.postingOnly() : plain;

    Quantity received = BracketTerms.received(entry, Quantity.of(filled).withDecimals(5));

    assertThat(received).isEqualTo(Quantity.of(exits));
  }
}
