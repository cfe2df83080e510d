package dev.bourse.api.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class MoneyTest {
  private static final Currency USD = new Currency("USD", 8);
  private static final Currency BTC = new Currency("BTC", 8);

  @Property
  void readsWhatItWrote(
      @ForAll
          @BigRange(
              min = "-170141183460469231731687303715884105728",
              max = "170141183460469231731687303715884105727")
          BigInteger raw) {
    Money money = new Money(Int128.of(raw), USD);

    Money read = Money.of(money.amount(), USD);

    assertThat(read).isEqualTo(money);
  }

  @Property
  void addsLikeBigDecimal(@ForAll long a, @ForAll long b) {
    Money left = money(a);
    Money right = money(b);

    Money sum = left.plus(right);
    Money difference = left.minus(right);

    assertThat(decimal(sum)).isEqualTo(decimal(left).add(decimal(right)));
    assertThat(decimal(difference)).isEqualTo(decimal(left).subtract(decimal(right)));
    assertThat(left.negate().plus(left)).isEqualTo(USD.zero());
  }

  @Property
  void takesAShareLikeBigDecimal(
      @ForAll long raw,
      @ForAll @LongRange(max = 1_000_000) long part,
      @ForAll @LongRange(min = 1, max = 1_000_000) long whole) {
    Money money = money(raw);

    Money share =
        money.share(new Quantity(part, 2), new Quantity(whole, 4), RoundingMode.HALF_EVEN);

    BigDecimal expected =
        decimal(money)
            .multiply(BigDecimal.valueOf(part, 2))
            .divide(BigDecimal.valueOf(whole, 4), 8, RoundingMode.HALF_EVEN);
    assertThat(decimal(share)).isEqualTo(expected);
  }

  @Property
  void takesARateLikeBigDecimal(
      @ForAll long raw, @ForAll @LongRange(min = -1_000_000, max = 1_000_000) long millionths) {
    Money money = money(raw);

    Money part = money.times(new Rate(millionths), RoundingMode.UP);

    BigDecimal expected =
        decimal(money).multiply(BigDecimal.valueOf(millionths, 6)).setScale(8, RoundingMode.UP);
    assertThat(decimal(part)).isEqualTo(expected);
  }

  @Property
  void givesTheNearestDoubleUpToFifteenDigits(
      @ForAll @LongRange(min = -999_999_999_999_999L, max = 999_999_999_999_999L) long raw) {
    Money money = money(raw);

    double value = money.toDouble();

    assertThat(value).isEqualTo(decimal(money).doubleValue());
  }

  @Property
  void losesNoMoreThanTheLastDigitsOfItsDouble(@ForAll long raw) {
    Money money = money(raw);

    double value = money.toDouble();

    double nearest = decimal(money).doubleValue();
    assertThat(value).isCloseTo(nearest, within(2 * Math.ulp(nearest)));
  }

  @Test
  void refusesToCombineCurrencies() {
    Money dollars = Money.of("10", USD);
    Money coins = Money.of("0.5", BTC);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> dollars.plus(coins))
        .withMessage(
            "cannot combine 10.00000000 USD with 0.50000000 BTC: convert one of them first");
    assertThatIllegalArgumentException().isThrownBy(() -> dollars.minus(coins));
    assertThatIllegalArgumentException().isThrownBy(() -> dollars.compareTo(coins));
  }

  @Test
  void saysWhetherAnAmountIsTooFineOrTooLarge() {
    String tooFine = "0.000000001";
    String tooLarge = "1e40";

    assertThatIllegalArgumentException()
        .isThrownBy(() -> Money.of(tooFine, USD))
        .withMessage("0.000000001 has more than the 8 decimals of USD");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Money.of(tooLarge, USD))
        .withMessage("1e40 USD does not fit 128 bits");
  }

  @Test
  void forgivesZerosBeyondTheDecimals() {
    String text = "12.5000000000";

    Money money = Money.of(text, USD);

    assertThat(money).hasToString("12.50000000 USD");
  }

  private static Money money(long raw) {
    return new Money(Int128.of(raw), USD);
  }

  private static BigDecimal decimal(Money money) {
    return new BigDecimal(money.raw().toBigInteger(), money.currency().decimals());
  }
}
