package dev.bourse.core.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.api.model.Contract;
import dev.bourse.api.model.Instrument;
import dev.bourse.api.model.Money;
import dev.bourse.api.model.Price;
import dev.bourse.api.model.Quantity;
import dev.bourse.api.model.Rate;
import java.math.BigDecimal;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The price that makes our average the venue's. */
@Tag("N12")
@Tag("N21")
class ReconcilePriceTest {
  private static final Instrument PAIR = ReconcileHouse.PAIR;

  private static Held held(String signed, String average) {
    return new Held(
        new BigDecimal(signed), average.equals("none") ? null : new BigDecimal(average));
  }

  @ParameterizedTest
  @CsvSource({
    "0, none, 100, 1.25, 1.25000",
    "0, none, -100, 1.25, 1.25000",
    "100, 1.20, 200, 1.22, 1.24000",
    "-100, 1.30, -200, 1.28, 1.26000",
    "200, 1.20, 100, 1.20, 1.20000",
    "100, 1.20, -100, 1.25, 1.25000",
    "-100, 1.30, 100, 1.25, 1.25000",
    "150, 1.23456, 250, 1.24567, 1.26233",
    "100, 1.123456789, 200, 1.23456789, 1.34568",
  })
  void isTheVenuesAverageOrWhatMakesIt(
      String ours, String ourAverage, String theirs, String theirAverage, String expected) {
    Held before = held(ours, ourAverage);
    Held after = held(theirs, theirAverage);

    Price price = ReconcilePrice.of(PAIR, before, after);

    assertThat(price).isEqualTo(Price.of(expected));
  }

  @ParameterizedTest
  @CsvSource({
    "100, 1.20, 200, none",
    "100, 1.20, 200, 0",
    "100, 1.20, 100, 1.20",
    "100, 2.00, 200, 1.00",
  })
  void isNotToldWhereNothingMakesIt(
      String ours, String ourAverage, String theirs, String theirAverage) {
    Held before = held(ours, ourAverage);
    Held after = held(theirs, theirAverage);

    Price price = ReconcilePrice.of(PAIR, before, after);

    assertThat(price).isNull();
  }

  @Test
  void ofAnInverseContractIsWhatMakesItsWorthInBase() {
    Instrument inverse =
        PAIR.as(
            Contract.inverse(Quantity.of("1"), Rate.of("0.03")),
            Money.of("0", ReconcileHouse.AUD),
            null);

    Price price = ReconcilePrice.of(inverse, held("100", "2"), held("200", "4"));

    assertThat(price).isNull();
    assertThat(ReconcilePrice.of(inverse, held("100", "4"), held("300", "2.4")))
        .isEqualTo(Price.of("2.00000"));
  }
}
