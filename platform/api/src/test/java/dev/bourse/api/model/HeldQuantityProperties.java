package dev.bourse.api.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

/** What is held is exact as long as it fits, and never more than the exact amount. */
class HeldQuantityProperties {
  private static final int DECIMALS = 8;
  private static final BigInteger MOST = BigInteger.valueOf(Long.MAX_VALUE);

  /** The exact amount cut to the most decimals with which it fits 64 bits. */
  private static BigDecimal cut(BigDecimal exact) {
    BigDecimal cut = exact.setScale(DECIMALS, RoundingMode.UNNECESSARY);
    while (cut.unscaledValue().compareTo(MOST) > 0) {
      cut = exact.setScale(cut.scale() - 1, RoundingMode.DOWN);
    }
    return cut;
  }

  private static BigDecimal number(Quantity quantity) {
    return BigDecimal.valueOf(quantity.raw(), quantity.decimals());
  }

  @Property
  void aSumIsThatOfDecimalNumbers(
      @ForAll @LongRange(min = 0, max = Long.MAX_VALUE / 2) long held,
      @ForAll @LongRange(min = 0, max = Long.MAX_VALUE / 2) long more,
      @ForAll @IntRange(max = DECIMALS) int heldDecimals,
      @ForAll @IntRange(max = DECIMALS) int moreDecimals) {
    Quantity one = new Quantity(held, heldDecimals);
    Quantity other = new Quantity(more, moreDecimals);

    Quantity sum = HeldQuantity.plus(one, other, DECIMALS);

    assertThat(number(sum)).isEqualTo(cut(number(one).add(number(other))));
  }

  @Property
  void aDifferenceIsThatOfDecimalNumbersAndNeverBelowZero(
      @ForAll @LongRange(min = 0) long held,
      @ForAll @LongRange(min = 0) long taken,
      @ForAll @IntRange(max = DECIMALS) int heldDecimals,
      @ForAll @IntRange(max = DECIMALS) int takenDecimals) {
    Quantity one = new Quantity(held, heldDecimals);
    Quantity other = new Quantity(taken, takenDecimals);

    Quantity left = HeldQuantity.minus(one, other, DECIMALS);

    assertThat(number(left))
        .isEqualTo(cut(number(one).subtract(number(other)).max(BigDecimal.ZERO)));
  }

  @Example
  void trillionsOfACoinWithEightDecimalsAreHeldWithFewer() {
    Quantity trillion = Quantity.of("1000000000000");

    Quantity held = HeldQuantity.plus(Quantity.zero(DECIMALS), trillion, DECIMALS);
    Quantity again = HeldQuantity.minus(held, Quantity.of("999999999999"), DECIMALS);

    assertThat(held).isEqualTo(Quantity.of("1000000000000.000000"));
    assertThat(again).isEqualTo(Quantity.of("1.00000000"));
  }
}
