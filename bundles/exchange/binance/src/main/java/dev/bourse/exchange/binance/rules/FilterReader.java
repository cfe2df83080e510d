package dev.bourse.exchange.binance.rules;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads filters of a symbol; those that are not applied here are the venue's to apply. */
final class FilterReader {
  private FilterReader() {}

  static List<Filter> read(JsonNode filters) {
    List<Filter> read = new ArrayList<>();
    for (JsonNode each : filters) {
      Filter filter = one(each.path("filterType").asText(), each);
      if (filter != null) {
        read.add(filter);
      }
    }
    return List.copyOf(read);
  }

  private static @Nullable Filter one(String type, JsonNode from) {
    return switch (type) {
      case "PRICE_FILTER" ->
          new PriceFilter(
              number(from, "minPrice"), number(from, "maxPrice"), number(from, "tickSize"));
      case "LOT_SIZE" -> lot(type, false, from);
      case "MARKET_LOT_SIZE" -> lot(type, true, from);
      case "PERCENT_PRICE" -> percent(type, factors(from, "m"), factors(from, "m"), from);
      case "PERCENT_PRICE_BY_SIDE" ->
          percent(type, factors(from, "bidM"), factors(from, "askM"), from);
      case "NOTIONAL", "MIN_NOTIONAL" -> notional(type, from);
      case "ICEBERG_PARTS" -> new IcebergParts(from.path("limit").asInt());
      case "MAX_POSITION" -> new PositionFilter(number(from, "maxPosition"));
      case "TRAILING_DELTA" -> new TrailingFilter(bounds(from, "Above"), bounds(from, "Below"));
      default -> count(type, from);
    };
  }

  private static @Nullable Filter count(String type, JsonNode from) {
    return switch (type) {
      case "MAX_NUM_ORDERS" ->
          new CountFilter(
              type, any -> true, Surroundings.Counts::all, from.path("maxNumOrders").asInt());
      case "MAX_NUM_ALGO_ORDERS" ->
          new CountFilter(
              type,
              Wanted::isAlgo,
              Surroundings.Counts::algo,
              from.path("maxNumAlgoOrders").asInt());
      case "MAX_NUM_ICEBERG_ORDERS" ->
          new CountFilter(
              type,
              order -> order.shown() != null,
              Surroundings.Counts::iceberg,
              from.path("maxNumIcebergOrders").asInt());
      default -> null;
    };
  }

  private static Filter lot(String type, boolean marketOnly, JsonNode from) {
    return new LotFilter(
        type, marketOnly, number(from, "minQty"), number(from, "maxQty"), number(from, "stepSize"));
  }

  private static PercentFilter.Factors factors(JsonNode from, String prefix) {
    return new PercentFilter.Factors(
        number(from, prefix + "ultiplierDown"), number(from, prefix + "ultiplierUp"));
  }

  private static Filter percent(
      String type, PercentFilter.Factors buys, PercentFilter.Factors sells, JsonNode from) {
    return new PercentFilter(type, buys, sells, time(from));
  }

  private static Filter notional(String type, JsonNode from) {
    boolean both = type.equals("NOTIONAL");
    return new NotionalFilter(
        type,
        number(from, "minNotional"),
        from.path(both ? "applyMinToMarket" : "applyToMarket").asBoolean(),
        both && from.has("maxNotional") ? number(from, "maxNotional") : null,
        from.path("applyMaxToMarket").asBoolean(),
        time(from));
  }

  private static Duration time(JsonNode from) {
    return Duration.ofMinutes(from.path("avgPriceMins").asInt(5));
  }

  private static TrailingFilter.Bounds bounds(JsonNode from, String where) {
    return new TrailingFilter.Bounds(
        from.path("minTrailing" + where + "Delta").asLong(),
        from.path("maxTrailing" + where + "Delta").asLong());
  }

  private static BigDecimal number(JsonNode from, String name) {
    String text = from.path(name).asText("0");
    return new BigDecimal(text.isEmpty() ? "0" : text);
  }
}
