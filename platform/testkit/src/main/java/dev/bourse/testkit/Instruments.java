package dev.bourse.testkit;

import dev.bourse.api.model.Currency;
import dev.bourse.api.model.Instrument;
import dev.bourse.api.model.InstrumentId;
import dev.bourse.api.model.Money;
import dev.bourse.api.model.Price;
import dev.bourse.api.model.Quantity;
import dev.bourse.api.model.Rate;

/** Instruments that tests trade. */
public final class Instruments {
  /** US dollars, kept with eight decimals. */
  public static final Currency USD = new Currency("USD", 8);

  /** Bitcoin, kept with eight decimals. */
  public static final Currency BTC = new Currency("BTC", 8);

  /** Ether, kept with eight decimals. */
  public static final Currency ETH = new Currency("ETH", 8);

  /**
   * BTC for USD: tick 0.01, step one satoshi, at least 5 USD an order, 0.25 % for makers and
   * takers.
   */
  public static final Instrument BTCUSD =
      new Instrument(
          InstrumentId.of("BTCUSD.BITSTAMP"),
          1,
          BTC,
          USD,
          Price.of("0.01"),
          Quantity.of("0.00000001"),
          Quantity.of("0.00000001"),
          Quantity.of("1000000"),
          Money.of("5", USD),
          Rate.of("0.0025"),
          Rate.of("0.0025"),
          true);

  /**
   * ETH for USD: tick 0.1, step 0.001, no least notional, 0.1 % for makers and 0.2 % for takers.
   */
  public static final Instrument ETHUSD =
      new Instrument(
          InstrumentId.of("ETHUSD.KRAKEN"),
          1,
          ETH,
          USD,
          Price.of("0.1"),
          Quantity.of("0.001"),
          Quantity.of("0.001"),
          Quantity.of("100000"),
          USD.zero(),
          Rate.of("0.001"),
          Rate.of("0.002"),
          true);

  private Instruments() {}

  /** The same instrument with other fees; the version rises. */
  public static Instrument withFees(Instrument instrument, String maker, String taker) {
    return new Instrument(
        instrument.id(),
        instrument.version() + 1,
        instrument.base(),
        instrument.quote(),
        instrument.tickSize(),
        instrument.stepSize(),
        instrument.minQuantity(),
        instrument.maxQuantity(),
        instrument.minNotional(),
        Rate.of(maker),
        Rate.of(taker),
        instrument.trading());
  }

  /** The same instrument with another tick and step; the version rises. */
  public static Instrument withSteps(Instrument instrument, String tick, String step) {
    return new Instrument(
        instrument.id(),
        instrument.version() + 1,
        instrument.base(),
        instrument.quote(),
        Price.of(tick),
        Quantity.of(step),
        Quantity.of(step),
        Quantity.of("100000"),
        instrument.minNotional(),
        instrument.makerFee(),
        instrument.takerFee(),
        instrument.trading());
  }

  /** The same instrument while the venue does not trade it; the version rises. */
  public static Instrument halted(Instrument instrument) {
    return new Instrument(
        instrument.id(),
        instrument.version() + 1,
        instrument.base(),
        instrument.quote(),
        instrument.tickSize(),
        instrument.stepSize(),
        instrument.minQuantity(),
        instrument.maxQuantity(),
        instrument.minNotional(),
        instrument.makerFee(),
        instrument.takerFee(),
        false);
  }
}
