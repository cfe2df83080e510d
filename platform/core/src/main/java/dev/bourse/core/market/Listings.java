package dev.bourse.core.market;

import dev.bourse.api.model.Currency;
import dev.bourse.api.model.Instrument;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The markets at a moment and what they are looked up by; a listing makes new ones. */
public final class Listings {
  private final List<InstrumentMarket> markets;
  private final List<Currency> currencies;
  private final Map<String, InstrumentMarket> firstByBase = new HashMap<>();

  Listings(List<InstrumentMarket> markets) {
    this.markets = List.copyOf(markets);
    Map<String, Currency> sorted = new TreeMap<>();
    for (InstrumentMarket each : markets) {
      Instrument instrument = each.instrument();
      sorted.putIfAbsent(instrument.base().code(), instrument.base());
      sorted.putIfAbsent(instrument.quote().code(), instrument.quote());
      firstByBase.putIfAbsent(instrument.base().code(), each);
    }
    this.currencies = List.copyOf(sorted.values());
  }

  /** All markets in order of listing. */
  public List<InstrumentMarket> markets() {
    return markets;
  }

  /** Every base and quote by code. */
  public List<Currency> currencies() {
    return currencies;
  }

  /** The first listed market that has a currency as base, or null. */
  public @Nullable InstrumentMarket withBase(Currency base) {
    return firstByBase.get(base.code());
  }
}
