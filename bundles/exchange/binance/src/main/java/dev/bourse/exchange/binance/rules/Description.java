package dev.bourse.exchange.binance.rules;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the venue says about a symbol. Immutable.
 *
 * @param symbol the symbol, to everybody
 * @param exchange the filters of the whole exchange, to everybody
 * @param own what it says about filters to the account ({@code myFilters}); missing if it was not
 *     asked
 */
record Description(JsonNode symbol, JsonNode exchange, JsonNode own) {
  /** What is said to everybody. */
  static Description of(JsonNode symbol, JsonNode exchange) {
    return new Description(symbol, exchange, MissingNode.getInstance());
  }

  /** The same for an account. */
  Description with(JsonNode filters) {
    return new Description(symbol, exchange, filters);
  }

  /** The filters of orders by their types: what is said to the account counts before the rest. */
  Collection<JsonNode> filters() {
    Map<String, JsonNode> byType = new LinkedHashMap<>();
    List<JsonNode> all =
        List.of(
            symbol.path("filters"),
            exchange,
            own.path("symbolFilters"),
            own.path("exchangeFilters"));
    all.forEach(
        filters -> filters.forEach(each -> byType.put(each.path("filterType").asText(), each)));
    return byType.values();
  }

  /** How much of assets the account may transact by one order. */
  List<JsonNode> assets() {
    List<JsonNode> found = new ArrayList<>();
    own.path("assetFilters")
        .forEach(
            each -> {
              if (each.path("filterType").asText().equals("MAX_ASSET") && each.has("limit")) {
                found.add(each);
              }
            });
    return found;
  }
}
