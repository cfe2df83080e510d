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
import java.util.TreeMap;

/** What the venue itself says of the account, whatever its answers to others are. Any thread. */
final class VenueBooks {
  private static final String[] MARKET = {"symbol", "BTCUSDT"};

  private final LocalVenue venue;
  private final ObjectMapper mapper = new ObjectMapper();

  VenueBooks(LocalVenue venue) {
    this.venue = venue;
  }

  Books read() {
    BigDecimal bought = BigDecimal.ZERO;
    BigDecimal sold = BigDecimal.ZERO;
    for (JsonNode order : orders()) {
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
    for (JsonNode order : ask("GET /api/v3/openOrders", MARKET)) {
      open.put(order.path("clientOrderId").asText(), Books.plain(order.path("origQty").asText()));
    }
    return open;
  }

  /** Names of all orders that there ever were; one of a cancel begins with x_. */
  List<String> names() {
    List<String> names = new ArrayList<>();
    orders().forEach(order -> names.add(order.path("clientOrderId").asText()));
    return names;
  }

  /** How many pairs of orders there ever were. */
  int pairs() {
    return ask("GET /api/v3/allOrderList", "limit", "1000").size();
  }

  /** What the account has, and what its open orders may still buy, of the base. */
  BigDecimal couldHold() {
    BigDecimal sum = total(ask("GET /api/v3/account"), "BTC");
    for (JsonNode order : ask("GET /api/v3/openOrders", MARKET)) {
      if (order.path("side").asText().equals("BUY")) {
        BigDecimal whole = new BigDecimal(order.path("origQty").asText());
        sum = sum.add(whole).subtract(new BigDecimal(order.path("executedQty").asText()));
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
      from = page.get(page.size() - 1).path("orderId").asLong() + 1;
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
      return mapper.readTree(venue.ask(TradingProcess.ACCOUNT, call, parameters));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
