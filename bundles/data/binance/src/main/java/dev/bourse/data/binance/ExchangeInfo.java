package dev.bourse.data.binance;

import dev.bourse.api.data.DataException;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** Binance's description of a symbol as rules of an instrument. Pure function. */
final class ExchangeInfo {
  private ExchangeInfo() {}

  /**
   * The rules.
   *
   * @param answer what the venue answered
   */
  static Map<String, String> rules(String symbol, Object answer, Config config) {
    Map<?, ?> found =
        Json.list(Json.map(answer).get("symbols")).stream()
            .<Map<?, ?>>map(Json::map)
            .filter(each -> symbol.equals(each.get("symbol")))
            .findFirst()
            .orElseThrow(() -> new DataException("Binance does not list the symbol " + symbol));
    Map<String, Map<?, ?>> filters = new HashMap<>();
    for (Object each : Json.list(found.get("filters"))) {
      Map<?, ?> filter = Json.map(each);
      filters.put(String.valueOf(filter.get("filterType")), filter);
    }
    Map<String, String> rules = new TreeMap<>();
    rules.put("instrument", symbol + "." + config.venue());
    rules.put("base", word(symbol, found, "baseAsset"));
    rules.put("base.decimals", word(symbol, found, "baseAssetPrecision"));
    rules.put("quote", word(symbol, found, "quoteAsset"));
    rules.put("quote.decimals", word(symbol, found, "quoteAssetPrecision"));
    Map<?, ?> lot = filters.getOrDefault("LOT_SIZE", Map.of());
    rules.put("tick", number(symbol, filters.getOrDefault("PRICE_FILTER", Map.of()), "tickSize"));
    rules.put("step", number(symbol, lot, "stepSize"));
    rules.put("min.quantity", number(symbol, lot, "minQty"));
    rules.put("max.quantity", number(symbol, lot, "maxQty"));
    Map<?, ?> notional = filters.getOrDefault("MIN_NOTIONAL", Map.of());
    rules.put(
        "min.notional", number(symbol, filters.getOrDefault("NOTIONAL", notional), "minNotional"));
    rules.put("maker.fee", config.maker_fee());
    rules.put("taker.fee", config.taker_fee());
    return rules;
  }

  private static String number(String symbol, Map<?, ?> from, String key) {
    BigDecimal value = new BigDecimal(word(symbol, from, key)).stripTrailingZeros();
    return value.toPlainString();
  }

  private static String word(String symbol, Map<?, ?> from, String key) {
    Object value = from.get(key);
    if (value == null) {
      throw new DataException(
          "Binance does not say " + key + " of " + symbol + "; give the rules with --rule");
    }
    return value.toString();
  }
}
