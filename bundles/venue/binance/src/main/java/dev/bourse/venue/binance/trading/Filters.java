package dev.bourse.venue.binance.trading;

import dev.bourse.api.model.Instrument;
import dev.bourse.api.model.Money;
import dev.bourse.api.model.Side;
import dev.bourse.venue.binance.market.DeclaredFilters;
import dev.bourse.venue.binance.market.SymbolMarket;
import dev.bourse.venue.binance.protocol.ApiException;
import dev.bourse.venue.binance.protocol.Json;
import dev.bourse.venue.binance.protocol.Refusals;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import org.jspecify.annotations.Nullable;

/** The rules of a market for orders: as they are announced, and as they are kept. */
public final class Filters {
  static final int MAX_ORDERS = 200;
  static final int MAX_ALGO_ORDERS = 5;
  static final int MAX_LISTS = 20;

  /** How often the quantity of one order may be changed. */
  public static final int MAX_AMENDMENTS = 10;

  private static final BigDecimal MAX_PRICE = new BigDecimal("1000000");
  private static final BigDecimal MAX_NOTIONAL = new BigDecimal("9000000");
  private static final BigDecimal FACTOR_UP = new BigDecimal("5");
  private static final BigDecimal FACTOR_DOWN = new BigDecimal("0.2");
  private static final long MIN_TRAILING = 10;
  private static final long MAX_TRAILING = 2000;
  private static final int ICEBERG_PARTS = 100;

  private Filters() {}

  /** All filters of a market, as {@code exchangeInfo} has them. */
  public static List<Map<String, @Nullable Object>> of(SymbolMarket market) {
    Instrument instrument = market.instrument();
    List<Map<String, @Nullable Object>> filters = new ArrayList<>(ofSizes(instrument));
    DeclaredFilters.MarketLot lot = market.filters().marketLot();
    if (lot != null) {
      filters.add(lot("MARKET_LOT_SIZE", lot.min(), lot.max(), lot.step()));
    }
    DeclaredFilters.PercentPrice percent = market.filters().percentPrice();
    filters.add(percent == null ? percentPriceBySide() : percentPrice(percent));
    filters.add(notional(instrument));
    filters.addAll(ofCounts());
    BigDecimal position = market.filters().maxPosition();
    if (position != null) {
      filters.add(filter("MAX_POSITION", "maxPosition", Amounts.text(position)));
    }
    return filters;
  }

  private static List<Map<String, @Nullable Object>> ofSizes(Instrument instrument) {
    String tick = Amounts.text(Amounts.of(instrument.tickSize()));
    return List.of(
        filter(
            "PRICE_FILTER",
            "minPrice",
            tick,
            "maxPrice",
            Amounts.text(MAX_PRICE),
            "tickSize",
            tick),
        lot(
            "LOT_SIZE",
            Amounts.of(instrument.minQuantity()),
            Amounts.of(instrument.maxQuantity()),
            Amounts.of(instrument.stepSize())),
        filter("ICEBERG_PARTS", "limit", ICEBERG_PARTS),
        filter(
            "TRAILING_DELTA",
            "minTrailingAboveDelta",
            MIN_TRAILING,
            "maxTrailingAboveDelta",
            MAX_TRAILING,
            "minTrailingBelowDelta",
            MIN_TRAILING,
            "maxTrailingBelowDelta",
            MAX_TRAILING));
  }

  private static List<Map<String, @Nullable Object>> ofCounts() {
    return List.of(
        filter("MAX_NUM_ORDERS", "maxNumOrders", MAX_ORDERS),
        filter("MAX_NUM_ALGO_ORDERS", "maxNumAlgoOrders", MAX_ALGO_ORDERS),
        filter("MAX_NUM_ORDER_LISTS", "maxNumOrderLists", MAX_LISTS),
        filter("MAX_NUM_ORDER_AMENDS", "maxNumOrderAmends", MAX_AMENDMENTS));
  }

  private static Map<String, @Nullable Object> lot(
      String name, BigDecimal min, BigDecimal max, BigDecimal step) {
    return filter(
        name,
        "minQty",
        Amounts.text(min),
        "maxQty",
        Amounts.text(max),
        "stepSize",
        Amounts.text(step));
  }

  private static Map<String, @Nullable Object> percentPrice(DeclaredFilters.PercentPrice percent) {
    return filter(
        "PERCENT_PRICE",
        "multiplierUp",
        percent.up(),
        "multiplierDown",
        percent.down(),
        "avgPriceMins",
        percent.minutes());
  }

  private static Map<String, @Nullable Object> percentPriceBySide() {
    return filter(
        "PERCENT_PRICE_BY_SIDE",
        "bidMultiplierUp",
        FACTOR_UP,
        "bidMultiplierDown",
        FACTOR_DOWN,
        "askMultiplierUp",
        FACTOR_UP,
        "askMultiplierDown",
        FACTOR_DOWN,
        "avgPriceMins",
        5);
  }

  private static Map<String, @Nullable Object> notional(Instrument instrument) {
    return filter(
        "NOTIONAL",
        "minNotional",
        Amounts.text(Amounts.of(instrument.minNotional())),
        "applyMinToMarket",
        true,
        "maxNotional",
        Amounts.text(maxNotional(instrument)),
        "applyMaxToMarket",
        false,
        "avgPriceMins",
        5);
  }

  private static Map<String, @Nullable Object> filter(String type, Object... values) {
    Map<String, @Nullable Object> filter = Json.object("filterType", type);
    for (int i = 0; i < values.length; i += 2) {
      Object value = values[i + 1];
      filter.put(
          String.valueOf(values[i]),
          value instanceof BigDecimal number ? number.toPlainString() : value);
    }
    return filter;
  }

  /** The order with its quantity, once it keeps all rules but those that count orders. */
  static Ticket checked(Ticket ticket, long now) {
    SymbolMarket market = ticket.market();
    precision("price", ticket.price());
    precision("stopPrice", ticket.stopPrice());
    precision("quantity", ticket.quantity());
    precision("icebergQty", ticket.icebergQuantity());
    precision("quoteOrderQty", ticket.worth());
    price(ticket.price(), market.instrument());
    price(ticket.stopPrice(), market.instrument());
    @Nullable BigDecimal average = market.judgingPrice(now);
    percent(ticket, average, now);
    trailing(ticket.trailingDelta());
    Ticket sized = ticket.quantity() == null ? sized(ticket) : ticket;
    BigDecimal quantity = quantityOf(sized);
    lot(quantity, market.instrument());
    marketLot(sized, quantity);
    iceberg(sized, quantity);
    notional(sized, quantity, average);
    return sized;
  }

  static BigDecimal quantityOf(Ticket ticket) {
    BigDecimal quantity = ticket.quantity();
    return quantity == null ? BigDecimal.ZERO : quantity;
  }

  private static void precision(String name, @Nullable BigDecimal value) {
    if (value != null && value.stripTrailingZeros().scale() > Amounts.DECIMALS) {
      throw ApiException.of(-1111, "Parameter '" + name + "' has too much precision.");
    }
  }

  private static void price(@Nullable BigDecimal price, Instrument instrument) {
    if (price == null) {
      return;
    }
    BigDecimal tick = Amounts.of(instrument.tickSize());
    boolean fits =
        price.compareTo(tick) >= 0
            && price.compareTo(MAX_PRICE) <= 0
            && price.remainder(tick).signum() == 0;
    if (!fits) {
      throw Refusals.filter("PRICE_FILTER");
    }
  }

  private static void percent(Ticket ticket, @Nullable BigDecimal average, long now) {
    SymbolMarket market = ticket.market();
    BigDecimal price = ticket.price();
    DeclaredFilters.PercentPrice declared = market.filters().percentPrice();
    if (declared == null) {
      percentBySide(price, average);
      return;
    }
    BigDecimal judging = market.judgingPrice(now, declared.minutes());
    if (price != null && judging != null && !declared.allows(price, judging)) {
      throw Refusals.filter("PERCENT_PRICE");
    }
  }

  private static void percentBySide(@Nullable BigDecimal price, @Nullable BigDecimal average) {
    if (price != null
        && average != null
        && (price.compareTo(average.multiply(FACTOR_UP)) > 0
            || price.compareTo(average.multiply(FACTOR_DOWN)) < 0)) {
      throw Refusals.filter("PERCENT_PRICE_BY_SIDE");
    }
  }

  private static void trailing(@Nullable Long delta) {
    if (delta != null && (delta < MIN_TRAILING || delta > MAX_TRAILING)) {
      throw Refusals.filter("TRAILING_DELTA");
    }
  }

  private static void lot(BigDecimal quantity, Instrument instrument) {
    boolean fits =
        quantity.compareTo(Amounts.of(instrument.minQuantity())) >= 0
            && quantity.compareTo(Amounts.of(instrument.maxQuantity())) <= 0
            && quantity.remainder(Amounts.of(instrument.stepSize())).signum() == 0;
    if (!fits) {
      throw Refusals.filter("LOT_SIZE");
    }
  }

  private static void marketLot(Ticket ticket, BigDecimal quantity) {
    DeclaredFilters.MarketLot lot = ticket.market().filters().marketLot();
    if (ticket.kind() == Kind.MARKET && lot != null && !lot.allows(quantity)) {
      throw Refusals.filter("MARKET_LOT_SIZE");
    }
  }

  private static void iceberg(Ticket ticket, BigDecimal quantity) {
    BigDecimal shown = ticket.icebergQuantity();
    if (shown == null) {
      return;
    }
    lot(shown, ticket.market().instrument());
    if (shown.compareTo(quantity) > 0) {
      throw Refusals.order("IcebergQty exceeds QTY.");
    }
    BigDecimal parts = quantity.divide(shown, 0, RoundingMode.CEILING);
    if (parts.compareTo(BigDecimal.valueOf(ICEBERG_PARTS)) > 0) {
      throw Refusals.filter("ICEBERG_PARTS");
    }
  }

  private static void notional(Ticket ticket, BigDecimal quantity, @Nullable BigDecimal average) {
    BigDecimal price = ticket.price() != null ? ticket.price() : average;
    if (price == null) {
      return;
    }
    Instrument instrument = ticket.market().instrument();
    BigDecimal notional = price.multiply(quantity);
    boolean tooMuch = ticket.price() != null && notional.compareTo(maxNotional(instrument)) > 0;
    if (tooMuch || notional.compareTo(Amounts.of(instrument.minNotional())) < 0) {
      throw Refusals.filter("NOTIONAL");
    }
  }

  private static BigDecimal maxNotional(Instrument instrument) {
    Money most = instrument.maxNotional();
    return most == null ? MAX_NOTIONAL : Amounts.of(most);
  }

  /** The most that the present book gives for a worth, on the step. */
  private static Ticket sized(Ticket ticket) {
    SymbolMarket market = ticket.market();
    NavigableMap<BigDecimal, BigDecimal> levels =
        ticket.side() == Side.BUY ? market.asks() : market.bids();
    if (levels.isEmpty()) {
      throw Refusals.order("Order book liquidity is less than symbol minimum quantity.");
    }
    BigDecimal left = ticket.worth() == null ? BigDecimal.ZERO : ticket.worth();
    BigDecimal step = Amounts.of(market.instrument().stepSize());
    BigDecimal steps = BigDecimal.ZERO;
    for (Map.Entry<BigDecimal, BigDecimal> level : levels.entrySet()) {
      BigDecimal one = level.getKey().multiply(step);
      BigDecimal taken =
          left.divide(one, 0, RoundingMode.DOWN)
              .min(level.getValue().divide(step, 0, RoundingMode.DOWN));
      steps = steps.add(taken);
      left = left.subtract(taken.multiply(one));
    }
    return ticket.withQuantity(steps.multiply(step));
  }
}
