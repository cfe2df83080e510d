package dev.bourse.exchange.binance.rules;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/** Reads filters; those that are not applied here are the venue's to apply. */
final class FilterReader {
  private static final String EXCHANGE = "EXCHANGE_";

  private FilterReader() {}

  /** What an order of a symbol is judged by. */
  static List<Filter> read(Description of, String base, String quote) {
    List<Filter> read = new ArrayList<>();
    for (JsonNode each : of.filters()) {
      Filter filter = one(each.path("filterType").asText(), each);
      if (filter != null) {
        read.add(filter);
      }
    }
    for (JsonNode each : of.assets()) {
      String asset = each.path("asset").asText();
      if (asset.equals(base) || asset.equals(quote)) {
        read.add(new AssetFilter(asset, asset.equals(base), number(each, "limit")));
      }
    }
    return List.copyOf(read);
  }

  /** How often one order may be amended; 0 if it is not said. */
  static int amends(Description of) {
    for (JsonNode each : of.filters()) {
      if (each.path("filterType").asText().equals("MAX_NUM_ORDER_AMENDS")) {
        return each.path("maxNumOrderAmends").asInt();
      }
    }
    return 0;
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
    boolean everywhere = type.startsWith(EXCHANGE);
    return switch (everywhere ? type.substring(EXCHANGE.length()) : type) {
      case "MAX_NUM_ORDERS" ->
          count(type, any -> true, Surroundings.Counts::all, from.path("maxNumOrders"));
      case "MAX_NUM_ALGO_ORDERS" ->
          count(type, Wanted::isAlgo, Surroundings.Counts::algo, from.path("maxNumAlgoOrders"));
      case "MAX_NUM_ICEBERG_ORDERS" ->
          count(
              type,
              order -> order.shown() != null,
              Surroundings.Counts::iceberg,
              from.path("maxNumIcebergOrders"));
      case "MAX_NUM_ORDER_LISTS" ->
          count(
              type,
              Wanted::isListedEntry,
              Surroundings.Counts::lists,
              from.path("maxNumOrderLists"));
      default -> null;
    };
  }

  /** A filter whose limit is not said is no filter. */
  private static @Nullable Filter count(
      String type,
      Predicate<Wanted> concerns,
      ToIntFunction<Surroundings.Counts> open,
      JsonNode most) {
    boolean everywhere = type.startsWith(EXCHANGE);
    return most.isMissingNode()
        ? null
        : new CountFilter(
            type,
            concerns,
            around -> open.applyAsInt(everywhere ? around.everywhere() : around.counts()),
            most.asInt());
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
