package dev.bourse.api.model;

import static dev.bourse.api.model.Sample.BTCUSD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class InstrumentTest {
  @Test
  void readsPricesOnTheTickOnly() {
    Price price = BTCUSD.price("805.15");

    assertThat(price).isEqualTo(new Price(80515, 2));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> BTCUSD.price("805.12"))
        .withMessage("BTCUSD.BITSTAMP: price 805.12 is not a multiple of the tick size 0.05");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> BTCUSD.price("805.123"))
        .withMessage("BTCUSD.BITSTAMP: price 805.123 is not a multiple of the tick size 0.05");
  }

  @Test
  void readsQuantitiesOnTheStepOnly() {
    Quantity quantity = BTCUSD.quantity("0.01");

    assertThat(quantity).isEqualTo(new Quantity(100, 4));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> BTCUSD.quantity("0.0003"))
        .withMessage("BTCUSD.BITSTAMP: quantity 0.0003 is not a multiple of the step size 0.0002");
  }

  @Property
  void roundsDownToTheStep(@ForAll @LongRange(max = 1_000_000_000_000L) long raw) {
    Quantity quantity = new Quantity(raw, 8);

    Quantity rounded = BTCUSD.roundDown(quantity);

    assertThat(rounded.raw() % BTCUSD.stepSize().raw()).isZero();
    assertThat(rounded).isLessThanOrEqualTo(quantity);
    assertThat(quantity.minus(rounded)).isLessThan(BTCUSD.stepSize());
  }

  @Test
  void bringsItsLimitsToTheDecimalsOfTheStep() {
    Quantity least = BTCUSD.minQuantity();
    Quantity most = BTCUSD.maxQuantity();

    assertThat(least).isEqualTo(new Quantity(10, 4));
    assertThat(most).isEqualTo(new Quantity(10_000_000, 4));
  }

  @Test
  void refusesRulesThatCannotWork() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> with(Price.of("0.00"), Sample.USD))
        .withMessage("BTCUSD.BITSTAMP: tick size 0.00 and step size 0.0002 must be above zero");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> with(Price.of("0.01"), Sample.BTC))
        .withMessage("BTCUSD.BITSTAMP: minimum notional 5.00000000 USD must be in BTC");
  }

  private static Instrument with(Price tick, Currency quote) {
    return new Instrument(
        BTCUSD.id(),
        1,
        BTCUSD.base(),
        quote,
        tick,
        BTCUSD.stepSize(),
        BTCUSD.minQuantity(),
        BTCUSD.maxQuantity(),
        BTCUSD.minNotional(),
        BTCUSD.makerFee(),
        BTCUSD.takerFee(),
        true);
  }
}
