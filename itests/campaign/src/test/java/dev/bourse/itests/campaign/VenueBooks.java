package dev.bourse.itests.campaign;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.bourse.venue.binance.LocalVenue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import java.util.function.LongPredicate;

/** What the venue itself says of the account, whatever its answers to others are. Any thread. */
final class VenueBooks {
  /** How names of orders of the second process begin. */
  static final String SECOND = TraderFiles.TRADER + "-" + TradingProcess.SECOND + "-";

  private static final String[] MARKET = {"symbol", "BTCUSDT"};

  private final LocalVenue venue;
  private final ObjectMapper mapper = new ObjectMapper();

  VenueBooks(LocalVenue venue) {
    this.venue = venue;
  }

  /** The books of the account, with those orders in what was bought and sold that are meant. */
  Books read(BiPredicate<Long, String> meant) {
    BigDecimal bought = BigDecimal.ZERO;
    BigDecimal sold = BigDecimal.ZERO;
    for (JsonNode order : orders()) {
      if (!meant.test(number(order), name(order))) {
        continue;
      }
      BigDecimal filled = new BigDecimal(order.path("executedQty").asText());
      boolean buys = order.path("side").asText().equals("BUY");
      bought = buys ? bought.add(filled) : bought;
      sold = buys ? sold : sold.add(filled);
    }
    JsonNode account = ask("GET /api/v3/account");
    return new Books(bought, sold, total(account, "BTC"), total(account, "USDT"), open());
  }

  private Map<String, String> open() {
    Map<String, String> open = new TreeMap<>();
    for (JsonNode order : openOrders()) {
      open.put(name(order), Books.plain(order.path("origQty").asText()));
    }
    return open;
  }

  /**
   * Names of all orders that there ever were, by number; one that was cancelled may have the name
   * of its cancel, which begins with x_.
   */
  SortedMap<Long, String> names() {
    SortedMap<Long, String> names = new TreeMap<>();
    orders().forEach(order -> names.put(number(order), name(order)));
    return names;
  }

  /** Numbers of orders that took the place of another by one call, with that other's. */
  SortedMap<Long, Long> replacements() {
    return venue.replacements(TraderFiles.ACCOUNT);
  }

  private static long number(JsonNode order) {
    return order.path("orderId").asLong();
  }

  private static String name(JsonNode order) {
    return order.path("clientOrderId").asText();
  }

  /** The number of the newest order, -1 if there was none. */
  long lastNumber() {
    SortedMap<Long, String> names = names();
    return names.isEmpty() ? -1 : names.lastKey();
  }

  /** Numbers of the second process's orders; one that was cancelled may have lost its name. */
  Set<Long> seconds() {
    Set<Long> numbers = new TreeSet<>();
    names()
        .forEach(
            (number, name) -> {
              if (name.startsWith(SECOND)) {
                numbers.add(number);
              }
            });
    return numbers;
  }

  /** What an order is called now. */
  String name(long number) {
    return name(ask("GET /api/v3/order", "symbol", "BTCUSDT", "orderId", Long.toString(number)));
  }

  /** Executions from a number on, in their order, a thousand at most. */
  List<Execution> executions(long from) {
    List<Execution> executions = new ArrayList<>();
    JsonNode rows =
        ask(
            "GET /api/v3/myTrades",
            "symbol",
            "BTCUSDT",
            "fromId",
            Long.toString(from),
            "limit",
            "1000");
    for (JsonNode row : rows) {
      BigDecimal size = new BigDecimal(row.path("qty").asText());
      BigDecimal coins = row.path("isBuyer").asBoolean() ? size : size.negate();
      boolean inCoins = row.path("commissionAsset").asText().equals("BTC");
      BigDecimal fee = inCoins ? new BigDecimal(row.path("commission").asText()) : BigDecimal.ZERO;
      executions.add(
          new Execution(
              row.path("id").asLong(), row.path("orderId").asLong(), coins.subtract(fee)));
    }
    return executions;
  }

  /** What was executed, by the name of its order, in order. */
  List<String> executed() {
    return executions(0).stream()
        .map(each -> name(each.order()) + " " + each.coins().toPlainString())
        .toList();
  }

  /**
   * An execution.
   *
   * @param number its own
   * @param order that of its order
   * @param coins what it added to the base, its fee taken off; below zero for a sale
   */
  record Execution(long number, long order, BigDecimal coins) {}

  /** How much of the base the stops that rest and are meant would sell; not those that wait. */
  BigDecimal stops(LongPredicate meant) {
    BigDecimal sum = BigDecimal.ZERO;
    for (JsonNode order : openOrders()) {
      boolean stop =
          order.path("type").asText().startsWith("STOP_LOSS")
              && !order.path("status").asText().equals("PENDING_NEW");
      if (stop && order.path("side").asText().equals("SELL") && meant.test(number(order))) {
        sum = sum.add(rest(order));
      }
    }
    return sum;
  }

  /** Ends the open orders whose names begin so, as a person does at the venue. */
  void cancel(String prefix) {
    for (JsonNode order : openOrders()) {
      if (name(order).startsWith(prefix)) {
        JsonNode unused =
            ask(
                "DELETE /api/v3/order",
                "symbol",
                "BTCUSDT",
                "orderId",
                Long.toString(number(order)));
      }
    }
  }

  private JsonNode openOrders() {
    return ask("GET /api/v3/openOrders", MARKET);
  }

  private static BigDecimal rest(JsonNode order) {
    BigDecimal whole = new BigDecimal(order.path("origQty").asText());
    return whole.subtract(new BigDecimal(order.path("executedQty").asText()));
  }

  /** How many pairs of orders there ever were. */
  int pairs() {
    return lists("OCO");
  }

  /** How many entries there ever were whose exits waited for them. */
  int brackets() {
    return lists("OTO");
  }

  private int lists(String kind) {
    int count = 0;
    for (JsonNode list : ask("GET /api/v3/allOrderList", "limit", "1000")) {
      count += list.path("contingencyType").asText().equals(kind) ? 1 : 0;
    }
    return count;
  }

  /** What the account has, and what its open orders may still buy, of the base. */
  BigDecimal couldHold() {
    BigDecimal sum = total(ask("GET /api/v3/account"), "BTC");
    for (JsonNode order : openOrders()) {
      if (order.path("side").asText().equals("BUY")) {
        sum = sum.add(rest(order));
      }
    }
    return sum;
  }

  BigDecimal coins() {
    return total(ask("GET /api/v3/account"), "BTC");
  }

  private List<JsonNode> orders() {
    List<JsonNode> all = new ArrayList<>();
    long from = 0;
    while (true) {
      JsonNode page =
          ask(
              "GET /api/v3/allOrders",
              "symbol",
              "BTCUSDT",
              "orderId",
              Long.toString(from),
              "limit",
              "1000");
      page.forEach(all::add);
      if (page.size() < 1000) {
        return all;
      }
      from = number(page.get(page.size() - 1)) + 1;
    }
  }

  private static BigDecimal total(JsonNode account, String asset) {
    for (JsonNode balance : account.path("balances")) {
      if (balance.path("asset").asText().equals(asset)) {
        return new BigDecimal(balance.path("free").asText())
            .add(new BigDecimal(balance.path("locked").asText()));
      }
    }
    return BigDecimal.ZERO;
  }

  private JsonNode ask(String call, String... parameters) {
    try {
      return mapper.readTree(venue.ask(TraderFiles.ACCOUNT, call, parameters));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
