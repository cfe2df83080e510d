package dev.bourse.venue.binance.calls;

import dev.bourse.venue.binance.market.Markets;
import dev.bourse.venue.binance.market.SymbolMarket;
import dev.bourse.venue.binance.protocol.ApiException;
import dev.bourse.venue.binance.protocol.Params;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The markets that a request is about: one, several, or all of them. */
final class SymbolChoice {
  private SymbolChoice() {}

  /**
   * The markets of {@code symbol} or {@code symbols}, all without either.
   *
   * @param excluding a parameter that cannot stand beside them
   */
  static List<SymbolMarket> of(Params params, Markets markets, String excluding) {
    @Nullable String one = params.text("symbol");
    @Nullable List<String> several = params.list("symbols");
    boolean chosen = one != null || several != null;
    if ((one != null && several != null) || (chosen && params.has(excluding))) {
      throw ApiException.of(-1128, "Combination of optional parameters invalid.");
    }
    if (one != null) {
      return List.of(markets.of(one));
    }
    if (several == null) {
      return markets.all();
    }
    if (new TreeSet<>(several).size() < several.size()) {
      throw ApiException.of(-1151, "Symbol is present multiple times in the list.");
    }
    List<SymbolMarket> all = new ArrayList<>();
    several.forEach(symbol -> all.add(markets.of(symbol)));
    return all;
  }

  /** Whether the request names one market, so that its answer is not a list. */
  static boolean isOne(Params params) {
    return params.has("symbol");
  }

  /** What a call costs for one market and for all of them. */
  static int weight(Params params, int one, int all) {
    return isOne(params) ? one : all;
  }
}
