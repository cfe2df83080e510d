package dev.bourse.venue.binance.market;

import dev.bourse.api.model.Instrument;
import dev.bourse.venue.binance.protocol.Params;
import dev.bourse.venue.binance.protocol.Refusals;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** All markets, in the order in which they are listed. */
public final class Markets {
  private final Map<String, SymbolMarket> bySymbol = new LinkedHashMap<>();

  /** The markets of some instruments. */
  public Markets(List<Instrument> instruments) {
    for (Instrument instrument : instruments) {
      SymbolMarket market = new SymbolMarket(instrument);
      if (bySymbol.putIfAbsent(market.symbol(), market) != null) {
        throw new IllegalArgumentException(
            "symbol " + market.symbol() + " is listed twice; a venue has one market of a name");
      }
    }
  }

  /** A market; refuses a name that no market has. */
  public SymbolMarket of(String symbol) {
    SymbolMarket market = bySymbol.get(Params.checkedSymbol(symbol));
    if (market == null) {
      throw Refusals.symbol();
    }
    return market;
  }

  /** Whether there is a market of that name. */
  public boolean has(String symbol) {
    return bySymbol.containsKey(symbol);
  }

  /** All of them. */
  public List<SymbolMarket> all() {
    return new ArrayList<>(bySymbol.values());
  }
}
