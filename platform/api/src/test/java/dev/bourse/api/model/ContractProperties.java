package dev.bourse.api.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;

/** Whatever is traded: exact where it fits, an error where it does not, never a wrong number. */
class ContractProperties {
  @Provide
  Arbitrary<Instrument> instruments() {
    return Arbitraries.of(
        Contracts.linear(),
        Contracts.sized(),
        Contracts.inverse("1"),
        Contracts.inverse("100"),
        Contracts.shib(),
        Contracts.spot(Contracts.shib()),
        Contracts.rupiah(),
        Contracts.spot(Contracts.rupiah()));
  }

  @Property
  @Tag("N17")
  void aNotionalIsTheFormulaRoundedOnceOrAnError(
      @ForAll("instruments") Instrument instrument,
      @ForAll @LongRange(min = 1) long price,
      @ForAll @LongRange(min = 1) long quantity) {
    BigDecimal units =
        decimal(instrument.quantity(quantity)).multiply(decimal(instrument.contract().size()));
    BigDecimal at = BigDecimal.valueOf(price, instrument.priceDecimals());
    int decimals = instrument.settlement().decimals();

    BigDecimal expected =
        instrument.contract().isInverse()
            ? units.divide(at, decimals, RoundingMode.HALF_EVEN)
            : units.multiply(at).setScale(decimals, RoundingMode.HALF_EVEN);

    boolean fits = expected.unscaledValue().bitLength() <= 127;
    Throwable thrown =
        catchThrowable(
            () ->
                assertThat(new BigDecimal(notional(instrument, price, quantity).amount()))
                    .isEqualByComparingTo(expected));
    if (fits) {
      assertThat(thrown).isNull();
    } else {
      assertThat(thrown).isInstanceOf(ArithmeticException.class);
    }
  }

  @Property
  @Tag("N17")
  void aTrillionOfACoinOfTinyPriceIsCountedToTheLastDigit(
      @ForAll @LongRange(min = 1, max = 100_000) long price,
      @ForAll @LongRange(min = 1, max = 1_000_000_000_000L) long quantity) {
    Instrument instrument = Contracts.shib();

    Position position =
        Contracts.flat(instrument)
            .after(fill(instrument, Side.BUY, quantity, price))
            .after(fill(instrument, Side.SELL, quantity, price + 1));

    BigInteger gained = BigInteger.valueOf(quantity);
    assertThat(position.realized().raw().toBigInteger()).isEqualTo(gained);
    assertThat(position.isFlat()).isTrue();
  }

  @Property
  @Tag("N17")
  void whatIsRealizedAndWhatIsOpenAddUpToWhatWasTraded(
      @ForAll("instruments") Instrument instrument,
      @ForAll @Size(max = 40) List<Long> randoms,
      @ForAll @LongRange(min = 1, max = 10_000_000) long mark) {
    Position position = Contracts.flat(instrument);
    Money paid = instrument.settlement().zero();
    long held = 0;

    for (long random : randoms) {
      long quantity = 1 + Math.floorMod(random, 1_000_000L);
      long price = 1 + Math.floorMod(random / 7, 10_000_000L);
      Side side = random % 3 == 0 ? Side.SELL : Side.BUY;
      Fill fill = fill(instrument, side, quantity, price);
      position = position.after(fill);
      paid = side == Side.BUY ? paid.plus(fill.notional()) : paid.minus(fill.notional());
      held += side == Side.BUY ? quantity : -quantity;
    }

    Money worth = notional(instrument, mark, Math.abs(held));
    Money total = (held >= 0 ? worth : worth.negate()).minus(paid);
    Money expected = instrument.contract().isInverse() ? total.negate() : total;
    assertThat(position.realized().plus(position.unrealized(instrument.price(mark))))
        .isEqualTo(expected);
  }

  @Property
  @Tag("N17")
  void aPositionThatDoesNotFitIsAnErrorAndNotAnotherPosition(
      @ForAll @LongRange(min = Long.MAX_VALUE / 2 + 1) long quantity) {
    Instrument instrument = Contracts.shib();
    Position position = Contracts.flat(instrument).after(fill(instrument, Side.BUY, quantity, 1));

    Throwable thrown =
        catchThrowable(() -> position.after(fill(instrument, Side.BUY, quantity, 1)));

    assertThat(thrown).isInstanceOf(ArithmeticException.class);
  }

  private static Money notional(Instrument instrument, long price, long quantity) {
    return instrument.notional(instrument.price(price), instrument.quantity(quantity));
  }

  private static Fill fill(Instrument instrument, Side side, long quantity, long price) {
    Money fee = instrument.settlement().zero();
    return Contracts.fill(
        instrument, side, instrument.quantity(quantity), instrument.price(price), fee);
  }

  private static BigDecimal decimal(Quantity quantity) {
    return BigDecimal.valueOf(quantity.raw(), quantity.decimals());
  }
}
