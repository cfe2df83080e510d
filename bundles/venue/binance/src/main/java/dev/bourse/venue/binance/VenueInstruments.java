package dev.bourse.venue.binance;

import dev.bourse.api.model.Currency;
import dev.bourse.api.model.Instrument;
import dev.bourse.api.model.InstrumentId;
import dev.bourse.api.model.Money;
import dev.bourse.api.model.Price;
import dev.bourse.api.model.Quantity;
import dev.bourse.api.model.Rate;
import java.util.List;

/** Instruments with the rules that such markets have at Binance. */
public final class VenueInstruments {
  /** What a venue lists unless it is told something else. */
  public static final List<Instrument> USUAL =
      List.of(
          of("BTC", "USDT", "0.01", "0.00001", "5"),
          of("ETH", "USDT", "0.01", "0.0001", "5"),
          of("ETH", "BTC", "0.00001", "0.0001", "0.0001"));

  private static final int DECIMALS = 8;

  private VenueInstruments() {}

  /** A market of two currencies with tick, step and least notional; fees 0.1 %. */
  public static Instrument of(
      String base, String quote, String tick, String step, String minNotional) {
    Currency paid = new Currency(quote, DECIMALS);
    return new Instrument(
        new InstrumentId(base + quote, "BINANCE"),
        1,
        new Currency(base, DECIMALS),
        paid,
        Price.of(tick),
        Quantity.of(step),
        Quantity.of(step),
        Quantity.of("9000"),
        Money.of(minNotional, paid),
        Rate.of("0.001"),
        Rate.of("0.001"),
        true);
  }
}
