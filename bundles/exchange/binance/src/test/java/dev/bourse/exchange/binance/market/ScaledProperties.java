package dev.bourse.exchange.binance.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A number is read as a decimal number would be, or refused with a sentence. */
class ScaledProperties {
  private static long parse(String text, int decimals) {
    char[] chars = ("[" + text + "]").toCharArray();
    return Scaled.parse(chars, 1, text.length(), decimals);
  }

  @Property
  void readsWhatADecimalNumberWrites(
      @ForAll long raw,
      @ForAll @IntRange(max = 12) int decimals,
      @ForAll @IntRange(max = 6) int zeros) {
    String text = BigDecimal.valueOf(raw, decimals).toPlainString();
    String padded = text + (decimals == 0 ? "" : "0".repeat(zeros));

    if (raw == Long.MIN_VALUE) {
      return;
    }
    long read = parse(padded, decimals);

    assertThat(read).isEqualTo(raw);
  }

  @Property
  void fewerDecimalsThanAskedForAreFilledUp(
      @ForAll @LongRange(min = -1_000_000, max = 1_000_000) long raw,
      @ForAll @IntRange(max = 4) int decimals) {
    String text = BigDecimal.valueOf(raw, decimals).toPlainString();

    long read = parse(text, decimals + 8);

    assertThat(read).isEqualTo(raw * 100_000_000L);
  }

  @ParameterizedTest
  @CsvSource({
    "1.5x, 2, is not a decimal number",
    "'', 2, is not a decimal number",
    "., 2, is not a decimal number",
    "1e5, 2, is not a decimal number",
    "1.2.3, 2, is not a decimal number",
    "0.125, 2, has more than 2 decimals",
    "92233720368547758.08, 2, does not fit 64 bits",
    "9223372036854775807, 1, does not fit 64 bits"
  })
  void refusesWhatIsNoSuchNumber(String text, int decimals, String why) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> parse(text, decimals))
        .withMessage("\"" + text + "\" " + why);
  }
}
