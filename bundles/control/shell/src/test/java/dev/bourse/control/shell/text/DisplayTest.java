package dev.bourse.control.shell.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.api.model.Currency;
import dev.bourse.api.model.Money;
import dev.bourse.api.model.OrderStatus;
import dev.bourse.api.model.Price;
import dev.bourse.api.model.Quantity;
import dev.bourse.api.model.Rate;
import dev.bourse.control.shell.Demo;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DisplayTest {
  @ParameterizedTest
  @CsvSource({
    "12.5, 12.50 USD",
    "0, 0.00 USD",
    "-0.00001234, -0.00001234 USD",
    "1000000, 1000000.00 USD",
    "8.05120000, 8.0512 USD"
  })
  void moneyIsExactWithoutNoise(String amount, String expected) {
    Money money = Money.of(amount, Demo.USD);

    assertThat(Display.money(money)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "10012.34567891, 10012.35 USD",
    "0.04881234, 0.048812 USD",
    "-1234567.899, -1234567.90 USD",
    "5, 5.00 USD",
    "0.00000001, 0.00 USD"
  })
  void estimatesHaveAboutSevenDigits(String amount, String expected) {
    Money money = Money.of(amount, Demo.USD);

    assertThat(Display.estimate(money)).isEqualTo(expected);
    assertThat(Estimate.of(money)).hasToString(expected);
    assertThat(Estimate.of(money).exact()).isEqualTo(Display.money(money));
  }

  @Test
  void coinsWithoutDecimalsGetNone() {
    Money points = Money.of("7", new Currency("POINTS", 0));

    assertThat(Display.money(points)).isEqualTo("7 POINTS");
    assertThat(Display.money(List.of())).isEqualTo("-");
  }

  @Test
  void quantitiesLoseTheirZerosAndPricesKeepTheirTick() {
    assertThat(Display.quantity(Quantity.of("0.01000000"))).isEqualTo("0.01");
    assertThat(Display.quantity(Quantity.of("100"))).isEqualTo("100");
    assertThat(Display.quantity(Quantity.zero(8))).isEqualTo("0");
    assertThat(Display.price(Price.of("805.10"))).isEqualTo("805.10");
    assertThat(Display.price(Price.of("805.123400"), 2)).isEqualTo("805.1234");
    assertThat(Display.price(Price.of("805.000000"), 2)).isEqualTo("805.00");
    assertThat(Display.percent(Rate.of("0.0025"))).isEqualTo("0.25 %");
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0 us",
    "1500, 1 us",
    "350000000, 350 ms",
    "2000000000, 2 s",
    "192000000000, 3 m 12 s",
    "3600000000000, 1 h 0 m",
    "576000000000000, 6 d 16 h"
  })
  void durationsHaveTheirTwoLargestUnits(long nanos, String expected) {
    assertThat(Display.duration(nanos)).isEqualTo(expected);
  }

  @Test
  void timesAreUtcAndAlign() {
    long whole = Demo.time("10:05:00");
    long fraction = Demo.time("10:05:00.1");

    assertThat(Display.time(whole)).isEqualTo("2013-11-25T10:05:00Z");
    assertThat(Display.time(fraction)).isEqualTo("2013-11-25T10:05:00.100Z");
    assertThat(Display.millis(whole)).isEqualTo("2013-11-25T10:05:00.000Z");
    assertThat(Display.millis(-1)).isEqualTo("1969-12-31T23:59:59.999Z");
    assertThat(Display.time(Long.MIN_VALUE)).isEqualTo("-");
    assertThat(Display.time(Long.MAX_VALUE)).isEqualTo("-");
  }

  @Test
  void wordsAndCountsReadLikeEnglish() {
    assertThat(Display.word(OrderStatus.PARTIALLY_FILLED)).isEqualTo("partially filled");
    assertThat(Display.count(1, "order")).isEqualTo("1 order");
    assertThat(Display.count(0, "order")).isEqualTo("0 orders");
  }
}
