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

class QuantityTest {
  @Property
  void readsWhatItWrote(
      @ForAll @LongRange(max = Long.MAX_VALUE) long raw, @ForAll @IntRange(max = 18) int decimals) {
    Quantity quantity = new Quantity(raw, decimals);

    Quantity read = Quantity.of(quantity.toString());

    assertThat(read).isEqualTo(quantity);
  }

  @Property
  void addsAndSubtractsLikeBigDecimal(
      @ForAll @LongRange(max = 1L << 61) long a, @ForAll @LongRange(max = 1L << 61) long b) {
    Quantity larger = new Quantity(Math.max(a, b), 8);
    Quantity smaller = new Quantity(Math.min(a, b), 8);

    Quantity sum = larger.plus(smaller);
    Quantity difference = larger.minus(smaller);

    assertThat(decimal(sum)).isEqualTo(decimal(larger).add(decimal(smaller)));
    assertThat(decimal(difference)).isEqualTo(decimal(larger).subtract(decimal(smaller)));
  }

  @Property
  void roundsLikeBigDecimal(
      @ForAll @LongRange(max = 1_000_000_000_000L) long raw,
      @ForAll @IntRange(max = 18) int from,
      @ForAll @IntRange(max = 6) int to) {
    Quantity quantity = new Quantity(raw, from);

    Quantity rounded = quantity.withDecimals(to, RoundingMode.DOWN);

    assertThat(decimal(rounded)).isEqualTo(decimal(quantity).setScale(to, RoundingMode.DOWN));
  }

  @Test
  void refusesToBeNegative() {
    Quantity one = Quantity.of("1.00");
    Quantity two = Quantity.of("2.00");

    assertThatIllegalArgumentException()
        .isThrownBy(() -> one.minus(two))
        .withMessage("quantity=-1.00 must not be negative");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Quantity.of("-0.5"))
        .withMessage("quantity=-0.5 must not be negative");
  }

  @Test
  void refusesToOverflow() {
    Quantity most = new Quantity(Long.MAX_VALUE, 0);

    assertThatExceptionOfType(ArithmeticException.class).isThrownBy(() -> most.plus(most));
  }

  @Test
  void takesTheSmallerInItsOwnDecimals() {
    Quantity one = Quantity.of("1.00");
    Quantity half = Quantity.of("0.5");

    Quantity smaller = one.min(half);

    assertThat(smaller).isEqualTo(new Quantity(50, 2));
    assertThat(half.min(Quantity.of("3"))).isEqualTo(half);
  }

  @Test
  void knowsZeroAndPositive() {
    Quantity none = Quantity.zero(8);
    Quantity some = new Quantity(1, 8);

    assertThat(none.isZero()).isTrue();
    assertThat(none.isPositive()).isFalse();
    assertThat(some.isZero()).isFalse();
    assertThat(some.isPositive()).isTrue();
  }

  private static BigDecimal decimal(Quantity quantity) {
    return BigDecimal.valueOf(quantity.raw(), quantity.decimals());
  }
}
