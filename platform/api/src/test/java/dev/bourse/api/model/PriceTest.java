package dev.bourse.api.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.math.RoundingMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class PriceTest {
  private static final Currency USD = new Currency("USD", 8);

  @Property
  void readsWhatItWrote(@ForAll long raw, @ForAll @IntRange(max = 18) int decimals) {
    Price price = new Price(raw, decimals);

    Price read = Price.of(price.toString());

    assertThat(read).isEqualTo(price);
  }

  @Property
  void multipliesLikeBigDecimal(
      @ForAll @LongRange(min = -1_000_000_000_000L, max = 1_000_000_000_000L) long priceRaw,
      @ForAll @IntRange(max = 18) int priceDecimals,
      @ForAll @LongRange(max = 1_000_000_000_000L) long quantityRaw,
      @ForAll @IntRange(max = 18) int quantityDecimals) {
    Price price = new Price(priceRaw, priceDecimals);
    Quantity quantity = new Quantity(quantityRaw, quantityDecimals);

    Money money = price.times(quantity, USD, RoundingMode.HALF_EVEN);

    BigDecimal expected =
        BigDecimal.valueOf(priceRaw, priceDecimals)
            .multiply(BigDecimal.valueOf(quantityRaw, quantityDecimals))
            .setScale(8, RoundingMode.HALF_EVEN);
    assertThat(money.amount()).isEqualTo(expected.toPlainString());
  }

  @Test
  void comparesByValueWhateverTheDecimals() {
    Price coarse = Price.of("101.5");
    Price fine = Price.of("101.50");
    Price above = Price.of("101.51");

    assertThat(coarse).isEqualByComparingTo(fine);
    assertThat(coarse).isLessThan(above);
  }

  @Test
  void changesItsDecimalsOnlyWithoutRounding() {
    Price price = Price.of("101.50");

    Price coarser = price.withDecimals(1);

    assertThat(coarser).isEqualTo(new Price(1015, 1));
    assertThatExceptionOfType(ArithmeticException.class).isThrownBy(() -> price.withDecimals(0));
  }

  @Test
  void refusesMoreThanEighteenDecimals() {
    String text = "0.0000000000000000001";

    assertThatIllegalArgumentException()
        .isThrownBy(() -> Price.of(text))
        .withMessage("decimals=19 is outside 0..18");
  }

  @Test
  void givesTheNearestDouble() {
    Price price = Price.of("805.10");

    double value = price.toDouble();

    assertThat(value).isEqualTo(805.10);
  }
}
