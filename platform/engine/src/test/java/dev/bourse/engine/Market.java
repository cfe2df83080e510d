package dev.bourse.engine;

import dev.bourse.api.event.Quote;
import dev.bourse.api.event.Trade;
import dev.bourse.api.model.AggressorSide;
import dev.bourse.api.model.Currency;
import dev.bourse.api.model.Instrument;
import dev.bourse.api.model.InstrumentId;
import dev.bourse.api.model.Money;
import dev.bourse.api.model.Price;
import dev.bourse.api.model.Quantity;
import dev.bourse.api.model.Rate;

/** Market data for tests. */
public final class Market {
  public static final Instrument BTC = instrument("BTCUSD");
  public static final Instrument ETH = instrument("ETHUSD");

  private Market() {}

  public static Instrument instrument(String symbol) {
    Currency base = new Currency(symbol.substring(0, 3), 8);
    Currency quote = new Currency("USD", 2);
    return new Instrument(
        new InstrumentId(symbol, "TEST"),
        1,
        base,
        quote,
        Price.of("0.01"),
        Quantity.of("0.0001"),
        Quantity.of("0.0001"),
        Quantity.of("1000.0000"),
        Money.of("1.00", quote),
        Rate.of("0.001"),
        Rate.of("0.001"),
        true);
  }

  public static Trade trade(Instrument instrument, long time, long priceRaw) {
    return new Trade(instrument, time, priceRaw, 10_000, AggressorSide.UNKNOWN, null);
  }

  public static Quote quote(Instrument instrument, long time, long bidRaw) {
    return new Quote(instrument, time, bidRaw, 10_000, bidRaw + 2, 10_000);
  }
}
