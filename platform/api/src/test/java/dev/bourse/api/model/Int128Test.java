package dev.bourse.api.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.function.Supplier;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** {@link BigInteger} is the specification: the same value, or an overflow where 128 bits end. */
class Int128Test {
  private static final BigInteger MAX = BigInteger.TWO.pow(127).subtract(BigInteger.ONE);
  private static final BigInteger MIN = BigInteger.TWO.pow(127).negate();

  @Property
  void addsLikeBigInteger(@ForAll("any") BigInteger a, @ForAll("any") BigInteger b) {
    Optional<BigInteger> expected = fitting(a.add(b));

    Optional<BigInteger> actual = exact(() -> Int128.of(a).plus(Int128.of(b)));

    assertThat(actual).isEqualTo(expected);
  }

  @Property
  void subtractsLikeBigInteger(@ForAll("any") BigInteger a, @ForAll("any") BigInteger b) {
    Optional<BigInteger> expected = fitting(a.subtract(b));

    Optional<BigInteger> actual = exact(() -> Int128.of(a).minus(Int128.of(b)));

    assertThat(actual).isEqualTo(expected);
  }

  @Property
  void negatesAndTakesTheAbsoluteValueLikeBigInteger(@ForAll("any") BigInteger a) {
    Int128 value = Int128.of(a);

    Optional<BigInteger> negated = exact(value::negate);
    Optional<BigInteger> absolute = exact(value::abs);

    assertThat(negated).isEqualTo(fitting(a.negate()));
    assertThat(absolute).isEqualTo(fitting(a.abs()));
  }

  @Property
  void multipliesTwoLongsWithoutLoss(@ForAll long a, @ForAll long b) {
    BigInteger expected = BigInteger.valueOf(a).multiply(BigInteger.valueOf(b));

    Int128 product = Int128.product(a, b);

    assertThat(product.toBigInteger()).isEqualTo(expected);
  }

  @Property
  void multipliesLikeBigInteger(@ForAll("any") BigInteger a, @ForAll long factor) {
    Optional<BigInteger> expected = fitting(a.multiply(BigInteger.valueOf(factor)));

    Optional<BigInteger> actual = exact(() -> Int128.of(a).times(factor));

    assertThat(actual).isEqualTo(expected);
  }

  @Property
  void dividesLikeBigDecimalInEveryRounding(
      @ForAll("any") BigInteger a, @ForAll long divisor, @ForAll RoundingMode rounding) {
    Assume.that(divisor != 0);
    Optional<BigInteger> expected = quotient(a, BigInteger.valueOf(divisor), rounding);

    Optional<BigInteger> actual = exact(() -> Int128.of(a).dividedBy(divisor, rounding));

    assertThat(actual).isEqualTo(expected);
  }

  @Property
  void roundsHalvesLikeBigDecimal(
      @ForAll @IntRange(min = -30, max = 30) int a,
      @ForAll @IntRange(min = 1, max = 10) int divisor,
      @ForAll boolean negative,
      @ForAll RoundingMode rounding) {
    long signed = negative ? -divisor : divisor;
    Optional<BigInteger> expected =
        quotient(BigInteger.valueOf(a), BigInteger.valueOf(signed), rounding);

    Optional<BigInteger> actual = exact(() -> Int128.of(a).dividedBy(signed, rounding));

    assertThat(actual).isEqualTo(expected);
  }

  @Property
  void scalesWithOneRoundingAtTheEnd(
      @ForAll("any") BigInteger a,
      @ForAll("any") BigInteger numerator,
      @ForAll("any") BigInteger denominator,
      @ForAll RoundingMode rounding) {
    Assume.that(denominator.signum() != 0);
    Optional<BigInteger> expected = quotient(a.multiply(numerator), denominator, rounding);

    Optional<BigInteger> actual =
        exact(() -> Int128.of(a).scaledBy(Int128.of(numerator), Int128.of(denominator), rounding));

    assertThat(actual).isEqualTo(expected);
  }

  @Property
  void changesDecimalsLikeBigDecimal(
      @ForAll("any") BigInteger a,
      @ForAll @IntRange(max = 36) int from,
      @ForAll @IntRange(max = 36) int to,
      @ForAll RoundingMode rounding) {
    Optional<BigInteger> expected = rescaled(a, from, to, rounding);

    Optional<BigInteger> actual = exact(() -> Int128.of(a).rescaled(from, to, rounding));

    assertThat(actual).isEqualTo(expected);
  }

  @Property
  void comparesAndPrintsLikeBigInteger(@ForAll("any") BigInteger a, @ForAll("any") BigInteger b) {
    Int128 left = Int128.of(a);
    Int128 right = Int128.of(b);

    int order = left.compareTo(right);

    assertThat(Integer.signum(order)).isEqualTo(a.compareTo(b));
    assertThat(left.equals(right)).isEqualTo(a.equals(b));
    assertThat(left).hasToString(a.toString());
    assertThat(left.signum()).isEqualTo(a.signum());
    assertThat(left.doubleValue()).isEqualTo(a.doubleValue());
  }

  @Property
  void knowsWhetherItFitsLong(@ForAll("any") BigInteger a) {
    boolean expected = a.bitLength() <= 63;

    Int128 value = Int128.of(a);

    assertThat(value.fitsLong()).isEqualTo(expected);
    if (expected) {
      assertThat(value.longValueExact()).isEqualTo(a.longValueExact());
    } else {
      assertThatExceptionOfType(ArithmeticException.class)
          .isThrownBy(value::longValueExact)
          .withMessage(a + " does not fit 64 bits");
    }
  }

  @Test
  void refusesWhatIsBeyond128Bits() {
    BigInteger tooLarge = MAX.add(BigInteger.ONE);

    Optional<BigInteger> overflow = exact(() -> Int128.of(tooLarge));

    assertThat(overflow).isEmpty();
    assertThat(Int128.of(MAX).toBigInteger()).isEqualTo(MAX);
    assertThat(Int128.of(MIN).toBigInteger()).isEqualTo(MIN);
  }

  @Test
  void refusesToDivideByZero() {
    Int128 small = Int128.of(7);
    Int128 wide = Int128.of(MAX);

    Supplier<Int128> smallByZero = () -> small.dividedBy(0, RoundingMode.DOWN);
    Supplier<Int128> wideByZero = () -> wide.dividedBy(0, RoundingMode.DOWN);

    assertThat(exact(smallByZero)).isEmpty();
    assertThat(exact(wideByZero)).isEmpty();
  }

  @Provide
  Arbitrary<BigInteger> any() {
    return Arbitraries.oneOf(
        Arbitraries.bigIntegers().between(MIN, MAX),
        Arbitraries.longs().map(BigInteger::valueOf),
        Arbitraries.integers().between(-1000, 1000).map(BigInteger::valueOf));
  }

  private static Optional<BigInteger> exact(Supplier<Int128> operation) {
    try {
      return Optional.of(operation.get().toBigInteger());
    } catch (ArithmeticException e) {
      return Optional.empty();
    }
  }

  private static Optional<BigInteger> fitting(BigInteger value) {
    return value.bitLength() > 127 ? Optional.empty() : Optional.of(value);
  }

  private static Optional<BigInteger> quotient(
      BigInteger dividend, BigInteger divisor, RoundingMode rounding) {
    try {
      BigDecimal value = new BigDecimal(dividend).divide(new BigDecimal(divisor), 0, rounding);
      return fitting(value.unscaledValue());
    } catch (ArithmeticException e) {
      return Optional.empty();
    }
  }

  private static Optional<BigInteger> rescaled(
      BigInteger raw, int from, int to, RoundingMode rounding) {
    try {
      return fitting(new BigDecimal(raw, from).setScale(to, rounding).unscaledValue());
    } catch (ArithmeticException e) {
      return Optional.empty();
    }
  }
}
