package dev.bourse.api.filter;

import dev.bourse.api.model.VenueFilter;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/** Reads what venues publish; filters that are not known here are the venue's to apply. */
public final class OrderFilters {
  private static final String EXCHANGE = "EXCHANGE_";
  private static final int USUAL_MINUTES = 5;

  private OrderFilters() {}

  /**
   * The filters by which orders are judged, in the order of the given ones. Throws {@link
   * IllegalArgumentException} for a number that is none.
   */
  public static List<OrderFilter> of(Collection<VenueFilter> published) {
    List<OrderFilter> read = new ArrayList<>();
    for (VenueFilter each : published) {
      OrderFilter filter = one(each.name(), each);
      if (filter != null) {
        read.add(filter);
      }
    }
    return List.copyOf(read);
  }

  /** The first problem that one of them has with an order, or null. */
  public static @Nullable String problem(
      List<OrderFilter> filters, Wanted order, Surroundings around) {
    String problem = null;
    for (int i = 0; problem == null && i < filters.size(); i++) {
      problem = filters.get(i).problem(order, around);
    }
    return problem;
  }

  /** Of how much time before now the trades have to be known for all of them. */
  public static Duration looksBack(List<OrderFilter> filters) {
    return filters.stream()
        .map(OrderFilter::looksBack)
        .reduce(Duration.ZERO, (one, other) -> one.compareTo(other) >= 0 ? one : other);
  }

  /**
   * How often one order may be amended in its place ({@code MAX_NUM_ORDER_AMENDS}); 0 if they do
   * not say. Throws {@link IllegalArgumentException} for a number that is none.
   */
  public static int mostAmends(Collection<VenueFilter> published) {
    return published.stream()
        .filter(each -> each.name().equals("MAX_NUM_ORDER_AMENDS"))
        .mapToInt(each -> number(each, "maxNumOrderAmends").intValue())
        .findFirst()
        .orElse(0);
  }

  private static @Nullable OrderFilter one(String type, VenueFilter from) {
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
      case "ICEBERG_PARTS" -> new IcebergParts(number(from, "limit").intValue());
      case "MAX_POSITION" -> new PositionFilter(number(from, "maxPosition"));
      case "TRAILING_DELTA" -> new TrailingFilter(bounds(from, "Above"), bounds(from, "Below"));
      default -> count(type, from);
    };
  }

  private static @Nullable OrderFilter count(String type, VenueFilter from) {
    boolean everywhere = type.startsWith(EXCHANGE);
    return switch (everywhere ? type.substring(EXCHANGE.length()) : type) {
      case "MAX_NUM_ORDERS" ->
          count(type, any -> true, Surroundings.Counts::all, from, "maxNumOrders");
      case "MAX_NUM_ALGO_ORDERS" ->
          count(type, Wanted::isAlgo, Surroundings.Counts::algo, from, "maxNumAlgoOrders");
      case "MAX_NUM_ICEBERG_ORDERS" ->
          count(
              type,
              order -> order.shown() != null,
              Surroundings.Counts::iceberg,
              from,
              "maxNumIcebergOrders");
      case "MAX_NUM_ORDER_LISTS" ->
          count(type, Wanted::isListed, Surroundings.Counts::lists, from, "maxNumOrderLists");
      default -> null;
    };
  }

  /** A filter whose limit is not said is no filter. */
  private static @Nullable OrderFilter count(
      String type,
      Predicate<Wanted> concerns,
      ToIntFunction<Surroundings.Counts> open,
      VenueFilter from,
      String most) {
    boolean everywhere = type.startsWith(EXCHANGE);
    return !from.values().containsKey(most)
        ? null
        : new CountFilter(
            type,
            concerns,
            around -> open.applyAsInt(everywhere ? around.everywhere() : around.counts()),
            number(from, most).intValue());
  }

  private static OrderFilter lot(String type, boolean marketOnly, VenueFilter from) {
    return new LotFilter(
        type, marketOnly, number(from, "minQty"), number(from, "maxQty"), number(from, "stepSize"));
  }

  private static PercentFilter.Factors factors(VenueFilter from, String prefix) {
    return new PercentFilter.Factors(
        number(from, prefix + "ultiplierDown"), number(from, prefix + "ultiplierUp"));
  }

  private static OrderFilter percent(
      String type, PercentFilter.Factors buys, PercentFilter.Factors sells, VenueFilter from) {
    return new PercentFilter(type, buys, sells, time(from));
  }

  private static OrderFilter notional(String type, VenueFilter from) {
    boolean both = type.equals("NOTIONAL");
    return new NotionalFilter(
        type,
        number(from, "minNotional"),
        isSet(from, both ? "applyMinToMarket" : "applyToMarket"),
        both && from.values().containsKey("maxNotional") ? number(from, "maxNotional") : null,
        isSet(from, "applyMaxToMarket"),
        time(from));
  }

  private static Duration time(VenueFilter from) {
    return Duration.ofMinutes(
        from.values().containsKey("avgPriceMins")
            ? number(from, "avgPriceMins").intValue()
            : USUAL_MINUTES);
  }

  private static TrailingFilter.Bounds bounds(VenueFilter from, String where) {
    return new TrailingFilter.Bounds(
        number(from, "minTrailing" + where + "Delta").longValue(),
        number(from, "maxTrailing" + where + "Delta").longValue());
  }

  private static boolean isSet(VenueFilter from, String name) {
    return Boolean.parseBoolean(from.values().get(name));
  }

  private static BigDecimal number(VenueFilter from, String name) {
    String text = from.values().getOrDefault(name, "");
    try {
      return new BigDecimal(text.isEmpty() ? "0" : text);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          "filter " + from.name() + ": " + name + "=\"" + text + "\" is not a number", e);
    }
  }
}
