package dev.bourse.exchange.binance.rules;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.bourse.api.filter.OrderFilter;
import dev.bourse.api.filter.OrderFilters;
import dev.bourse.api.model.Decimals;
import dev.bourse.api.model.VenueFilter;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the venue says about a symbol. Immutable.
 *
 * @param symbol the symbol, to everybody
 * @param exchange the filters of the whole exchange, to everybody
 * @param own what it says about filters to the account ({@code myFilters}); missing if it was not
 *     asked
 */
record Description(JsonNode symbol, JsonNode exchange, JsonNode own) {
  private static final String TYPE = "filterType";

  /** What is said to everybody. */
  static Description of(JsonNode symbol, JsonNode exchange) {
    return new Description(symbol, exchange, MissingNode.getInstance());
  }

  /** The same for an account. */
  Description with(JsonNode filters) {
    return new Description(symbol, exchange, filters);
  }

  /** The filters of orders that everybody is told of. */
  List<VenueFilter> published() {
    return read(List.of(symbol.path("filters"), exchange));
  }

  /** The filters of orders: what is said to the account counts before the rest. */
  List<VenueFilter> filters() {
    return read(
        List.of(
            symbol.path("filters"),
            exchange,
            own.path("symbolFilters"),
            own.path("exchangeFilters")));
  }

  private static List<VenueFilter> read(List<JsonNode> parts) {
    Map<String, VenueFilter> byType = new LinkedHashMap<>();
    for (JsonNode part : parts) {
      for (JsonNode each : part) {
        String type = each.path(TYPE).asText();
        if (!type.isEmpty()) {
          byType.put(type, new VenueFilter(type, values(each)));
        }
      }
    }
    return List.copyOf(byType.values());
  }

  private static TreeMap<String, String> values(JsonNode filter) {
    TreeMap<String, String> values = new TreeMap<>();
    for (Map.Entry<String, JsonNode> field : filter.properties()) {
      JsonNode value = field.getValue();
      if (value.isValueNode() && !value.isNull() && !field.getKey().equals(TYPE)) {
        values.put(field.getKey(), value.asText());
      }
    }
    return values;
  }

  /** How often one order may be amended; 0 if it is not said. */
  int amends() {
    return OrderFilters.mostAmends(filters());
  }

  /** How much of two assets the account may transact by one order. */
  List<OrderFilter> assets(String base, String quote) {
    List<OrderFilter> found = new ArrayList<>();
    for (JsonNode each : own.path("assetFilters")) {
      String asset = each.path("asset").asText();
      boolean concerns = asset.equals(base) || asset.equals(quote);
      if (each.path(TYPE).asText().equals("MAX_ASSET") && each.has("limit") && concerns) {
        BigDecimal most = Decimals.parse(each.path("limit").asText());
        found.add(new AssetFilter(asset, asset.equals(base), most));
      }
    }
    return found;
  }
}
