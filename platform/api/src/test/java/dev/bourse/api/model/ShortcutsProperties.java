package dev.bourse.api.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;
import net.jqwik.api.constraints.IntRange;

/** Arithmetic in 64 bits, where they are enough, gives what numbers of any size give. */
class ShortcutsProperties {
  private static BigDecimal value(long raw, int decimals) {
    return BigDecimal.valueOf(raw, decimals);
  }

  @Property
  @Tag("N28")
  void aProductIsRoundedOnceToTheWantedDecimals(
      @ForAll long a,
      @ForAll @IntRange(min = -2_000_000_000, max = 2_000_000_000) int b,
      @ForAll @IntRange(max = 18) int from,
      @ForAll @IntRange(max = 12) int to,
      @ForAll RoundingMode rounding) {
    long small = a >> 34;
    if (rounding != RoundingMode.UNNECESSARY) {
      Int128 product = Int128.product(small, b, from, to, rounding);

      BigInteger exact =
          value(small, from).multiply(value(b, 0)).setScale(to, rounding).unscaledValue();
      assertThat(product.toBigInteger()).isEqualTo(exact);
    }
  }

  @Property
  @Tag("N28")
  void aWideProductIsRoundedOnceToo(
      @ForAll long a, @ForAll long b, @ForAll @IntRange(max = 18) int decimals) {
    Int128 product = Int128.product(a, b, decimals, 0, RoundingMode.HALF_EVEN);

    assertThat(product.toBigInteger())
        .isEqualTo(
            value(a, decimals)
                .multiply(value(b, 0))
                .setScale(0, RoundingMode.HALF_EVEN)
                .unscaledValue());
  }

  @Property
  @Tag("N28")
  void numbersOfDifferentDecimalsCompareByValue(
      @ForAll long a,
      @ForAll @IntRange(max = 18) int aDecimals,
      @ForAll long b,
      @ForAll @IntRange(max = 18) int bDecimals) {
    int compared = Decimals.compare(a, aDecimals, b, bDecimals);

    assertThat(compared).isEqualTo(value(a, aDecimals).compareTo(value(b, bDecimals)));
  }

  @Property
  @Tag("N28")
  void moreDecimalsKeepTheValueOrOverflow(
      @ForAll long raw, @ForAll @IntRange(max = 18) int from, @ForAll @IntRange(max = 18) int to) {
    BigDecimal exact = value(raw, from);
    boolean fits =
        to >= from && exact.setScale(to, RoundingMode.UNNECESSARY).unscaledValue().bitLength() < 64;

    if (fits) {
      assertThat(value(Decimals.rescaleExact(raw, from, to), to)).isEqualByComparingTo(exact);
    } else if (to >= from) {
      assertThatThrownBy(() -> Decimals.rescaleExact(raw, from, to))
          .isInstanceOf(ArithmeticException.class);
    }
  }

  @Property
  @Tag("N28")
  void theWholeShareIsTheAmountItself(@ForAll long raw, @ForAll @IntRange(min = 1) int quantity) {
    Money amount = new Money(Int128.of(raw), Sample.USD);
    Quantity whole = new Quantity(quantity, 4);

    assertThat(amount.share(whole, whole, RoundingMode.HALF_EVEN)).isEqualTo(amount);
  }
}
