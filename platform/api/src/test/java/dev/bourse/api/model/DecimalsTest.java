package dev.bourse.api.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.math.BigInteger;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DecimalsTest {
  @Property
  void readsWhatItWrote(@ForAll long raw, @ForAll @IntRange(max = 18) int decimals) {
    String text = Decimals.format(raw, decimals);

    long read = Decimals.parse(text, decimals);

    assertThat(read).isEqualTo(raw);
    assertThat(new BigDecimal(text)).isEqualTo(BigDecimal.valueOf(raw, decimals));
  }

  @Property
  void comparesByValue(
      @ForAll long a,
      @ForAll @IntRange(max = 18) int aDecimals,
      @ForAll long b,
      @ForAll @IntRange(max = 18) int bDecimals) {
    BigDecimal left = BigDecimal.valueOf(a, aDecimals);
    BigDecimal right = BigDecimal.valueOf(b, bDecimals);

    int order = Decimals.compare(a, aDecimals, b, bDecimals);

    assertThat(Integer.signum(order)).isEqualTo(left.compareTo(right));
  }

  @Property
  void rescalesWithoutRoundingOrNotAtAll(
      @ForAll long raw, @ForAll @IntRange(max = 18) int from, @ForAll @IntRange(max = 18) int to) {
    String expected = plainOrError(() -> rescaledByBigDecimal(raw, from, to));

    String actual = plainOrError(() -> Decimals.rescaleExact(raw, from, to));

    assertThat(actual).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "12.5, 2, 1250",
    "-12.50, 2, -1250",
    "1e-8, 8, 1",
    "' 7 ', 0, 7",
    "92233720368547758.07, 2, 9223372036854775807"
  })
  void readsPlainNumbers(String text, int decimals, long expected) {
    long raw = Decimals.parse(text, decimals);

    assertThat(raw).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "abc", "1,5", "0x10", "NaN", "1.2.3", "12 USD"})
  void refusesOtherText(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Decimals.parse(text))
        .withMessage("\"" + text + "\" is not a decimal number");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1e999999999", "1e-999999999", "-1e101", "1e-101"})
  void refusesExponentsThatWouldFillTheMemory(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Decimals.parse(text, 8))
        .withMessage("\"" + text + "\" has more than 100 digits before or after its point");
  }

  @Test
  void refusesWhatDoesNotFit() {
    String tooFine = "0.001";
    String tooLarge = "92233720368547758.08";

    assertThatIllegalArgumentException()
        .isThrownBy(() -> Decimals.parse(tooFine, 2))
        .withMessage("0.001 has more than 2 decimals");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Decimals.parse(tooLarge, 2))
        .withMessage(
            "92233720368547758.08 is too large: with 2 decimals at most 92233720368547758.07");
  }

  @Test
  void knowsThePowersOfTen() {
    for (int exponent = 0; exponent <= Decimals.MAX_DECIMALS; exponent++) {
      long power = Decimals.powerOfTen(exponent);

      assertThat(power).isEqualTo(BigInteger.TEN.pow(exponent).longValueExact());
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 19})
  void refusesDecimalsOutOfRange(int decimals) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Decimals.requireDecimals(decimals))
        .withMessage("decimals=" + decimals + " is outside 0..18");
  }

  private static long rescaledByBigDecimal(long raw, int from, int to) {
    return BigDecimal.valueOf(raw, from)
        .setScale(to, java.math.RoundingMode.UNNECESSARY)
        .unscaledValue()
        .longValueExact();
  }

  private static String plainOrError(java.util.function.LongSupplier operation) {
    try {
      return Long.toString(operation.getAsLong());
    } catch (ArithmeticException e) {
      return "error";
    }
  }
}
