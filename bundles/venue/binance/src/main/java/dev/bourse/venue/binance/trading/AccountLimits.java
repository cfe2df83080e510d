package dev.bourse.venue.binance.trading;

import dev.bourse.venue.binance.protocol.Json;
import dev.bourse.venue.binance.protocol.Refusals;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What an account may have and do in all markets together (filters.md, exchange and asset). */
public final class AccountLimits {
  private static final String ORDERS = "EXCHANGE_MAX_NUM_ORDERS";
  private static final String ALGO_ORDERS = "EXCHANGE_MAX_NUM_ALGO_ORDERS";
  private static final String ICEBERG_ORDERS = "EXCHANGE_MAX_NUM_ICEBERG_ORDERS";
  private static final String LISTS = "EXCHANGE_MAX_NUM_ORDER_LISTS";

  /** What each is called in its filter. */
  private static final Map<String, String> FIELDS =
      Map.of(
          ORDERS,
          "maxNumOrders",
          ALGO_ORDERS,
          "maxNumAlgoOrders",
          ICEBERG_ORDERS,
          "maxNumIcebergOrders",
          LISTS,
          "maxNumOrderLists");

  private final Map<String, Integer> counts =
      new TreeMap<>(Map.of(ORDERS, 1_000, ALGO_ORDERS, 200, ICEBERG_ORDERS, 1_000, LISTS, 100));
  private final Map<String, BigDecimal> assets = new TreeMap<>();

  /**
   * Sets a limit.
   *
   * @param what an exchange filter, {@code EXCHANGE_MAX_NUM_ORDERS}, or an asset
   * @param most its limit
   */
  public void set(String what, BigDecimal most) {
    if (counts.containsKey(what)) {
      counts.put(what, most.intValueExact());
    } else {
      assets.put(what, most);
    }
  }

  /** The filters of the exchange, as answers have them. */
  public List<Map<String, @Nullable Object>> exchangeFilters() {
    List<Map<String, @Nullable Object>> filters = new ArrayList<>();
    counts.forEach(
        (type, most) ->
            filters.add(Json.object("filterType", type, String.valueOf(FIELDS.get(type)), most)));
    return filters;
  }

  /** The filters of assets, as answers have them, for a market of two of them. */
  public List<Map<String, @Nullable Object>> assetFilters(String base, String quote) {
    List<Map<String, @Nullable Object>> filters = new ArrayList<>();
    assets.forEach(
        (asset, most) -> {
          if (asset.equals(base) || asset.equals(quote)) {
            filters.add(
                Json.object(
                    "filterType", "MAX_ASSET", "asset", asset, "limit", Amounts.text(most)));
          }
        });
    return filters;
  }

  /** Refuses orders that would be too many together with those that are open, or too large. */
  void check(List<PlacedOrder> open, List<PlacedOrder> more) {
    count(ORDERS, open, more, any -> true);
    count(ALGO_ORDERS, open, more, order -> order.ticket().kind().isConditional());
    count(ICEBERG_ORDERS, open, more, order -> order.ticket().icebergQuantity() != null);
    more.forEach(this::assets);
  }

  private void count(
      String type,
      List<PlacedOrder> open,
      List<PlacedOrder> more,
      Predicate<PlacedOrder> concerned) {
    long added = more.stream().filter(concerned).count();
    if (added > 0 && open.stream().filter(concerned).count() + added > most(type)) {
      throw Refusals.filter(type);
    }
  }

  private int most(String type) {
    return counts.getOrDefault(type, 0);
  }

  /** Refuses a list that would be too many together with those that are open. */
  void checkLists(long open) {
    if (open >= most(LISTS)) {
      throw Refusals.filter(LISTS);
    }
  }

  private void assets(PlacedOrder order) {
    Ticket ticket = order.ticket();
    BigDecimal price = ticket.price();
    boolean fits =
        keeps(ticket.market().instrument().base().code(), order.quantity())
            && (price == null
                || keeps(
                    ticket.market().instrument().quote().code(), price.multiply(order.quantity())));
    if (!fits) {
      throw Refusals.filter("MAX_ASSET");
    }
  }

  private boolean keeps(String asset, BigDecimal transacted) {
    BigDecimal most = assets.get(asset);
    return most == null || transacted.compareTo(most) <= 0;
  }
}
