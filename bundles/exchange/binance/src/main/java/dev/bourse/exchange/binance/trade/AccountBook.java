package dev.bourse.exchange.binance.trade;

import com.fasterxml.jackson.databind.JsonNode;
import dev.bourse.api.filter.Surroundings;
import dev.bourse.api.model.Decimals;
import dev.bourse.api.model.Instrument;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What the account has at the venue as far as filters look at it: open orders, whoever placed them,
 * and balances. Any thread.
 */
final class AccountBook {
  private static final List<String> ANSWERED = fields("time", "updateTime");
  private static final List<String> PLACED = fields("transactTime", "transactTime");
  private static final Set<String> OPEN = Set.of("NEW", "PENDING_NEW", "PARTIALLY_FILLED");

  private final Prices prices;

  /** By symbol and number: each symbol has numbers of its own. */
  private final Map<String, Open> open = new HashMap<>();

  /**
   * When orders ended: an answer about open orders that was given before may be heard after that. A
   * later order of the same number is another one, as at a testnet that was emptied.
   */
  private final Recent<Long> ended = new Recent<>();

  /** The events that told of an amend, by open order. */
  private final Map<String, Set<String>> amends = new HashMap<>();

  private final Map<String, BigDecimal> balances = new HashMap<>();

  AccountBook(Prices prices) {
    this.prices = prices;
  }

  /**
   * An open order.
   *
   * @param list the venue's number of its order list, below zero if it is of none
   */
  private record Open(String symbol, boolean algo, boolean iceberg, BigDecimal buys, long list) {}

  /** What an answer calls what is looked at, with its names of when an order came and changed. */
  private static List<String> fields(String came, String changed) {
    return List.of(
        "orderId",
        "symbol",
        "status",
        "side",
        "type",
        "origQty",
        "executedQty",
        "icebergQty",
        "orderListId",
        came,
        changed);
  }

  /** What a question brought: all open orders. */
  synchronized void orders(JsonNode orders) {
    open.clear();
    for (JsonNode each : orders) {
      order(each, ANSWERED);
    }
    amends.keySet().retainAll(open.keySet());
  }

  /**
   * What the answer to a new list said of its orders: of those that wait in it no event may come
   * before they work. What an event told already is newer.
   */
  synchronized void placed(JsonNode orders) {
    for (JsonNode each : orders) {
      if (!open.containsKey(key(each.path("symbol").asText(), each.path("orderId").asText()))) {
        order(each, PLACED);
      }
    }
  }

  /** What the answer to a cancel said of the orders of a list: of their ends no event may come. */
  synchronized void ended(JsonNode orders) {
    for (JsonNode each : orders) {
      if (!OPEN.contains(each.path("status").asText())) {
        order(each, PLACED);
      }
    }
  }

  /** Whether an order is of a list of which others are open too. */
  synchronized boolean isListed(String symbol, String venueOrderId) {
    Open order = open.get(key(symbol, venueOrderId));
    return order != null
        && order.list() >= 0
        && open.values().stream()
                .filter(each -> each.symbol().equals(symbol) && each.list() == order.list())
                .count()
            > 1;
  }

  /** What an event said about an order. */
  synchronized void report(JsonNode event) {
    order(event, List.of("i", "s", "X", "S", "o", "q", "z", "F", "g", "O", "T"));
    if (event.path("x").asText().equals("REPLACED")) {
      amended(event);
    }
  }

  /** In a list an amend of one order is told of others too: those are not counted. */
  private void amended(JsonNode event) {
    String id = key(event.path("s").asText(), event.path("i").asText());
    Open order = open.get(id);
    if (order != null && order.list() < 0 && event.has("I")) {
      amends.computeIfAbsent(id, any -> new HashSet<>()).add(event.path("I").asText());
    }
  }

  private static String key(String symbol, String venueOrderId) {
    return symbol + venueOrderId;
  }

  private void order(JsonNode from, List<String> names) {
    String id = key(from.path(names.get(1)).asText(), from.path(names.get(0)).asText());
    if (!OPEN.contains(from.path(names.get(2)).asText())) {
      open.remove(id);
      amends.remove(id);
      ended.put(id, from.path(names.get(10)).asLong());
      return;
    }
    Long end = ended.get(id);
    if (end != null && from.path(names.get(9)).asLong() <= end) {
      return;
    }
    String type = from.path(names.get(4)).asText();
    boolean buy = from.path(names.get(3)).asText().equals("BUY");
    open.put(
        id,
        new Open(
            from.path(names.get(1)).asText(),
            Terms.isConditional(type),
            Amounts.isSome(from.path(names.get(7)).asText()),
            buy ? number(from, names.get(5)).subtract(number(from, names.get(6))) : BigDecimal.ZERO,
            from.path(names.get(8)).asLong(-1)));
  }

  /**
   * How often an open order was amended in its place for certain: what nobody told us of is not
   * counted.
   */
  synchronized int amends(String symbol, String venueOrderId) {
    return amends.getOrDefault(key(symbol, venueOrderId), Set.of()).size();
  }

  /** What a question brought: balances with the names of their fields. */
  synchronized void balances(JsonNode rows, String asset, String free, String locked) {
    for (JsonNode each : rows) {
      balances.put(each.path(asset).asText(), number(each, free).add(number(each, locked)));
    }
  }

  private static BigDecimal number(JsonNode from, String name) {
    return Decimals.parse(from.path(name).asText("0"));
  }

  /** The symbols with open orders. */
  synchronized Set<String> symbols() {
    return Set.copyOf(open.values().stream().map(Open::symbol).toList());
  }

  private synchronized Surroundings.Counts counts(Predicate<Open> where) {
    Collection<Open> there = open.values().stream().filter(where).toList();
    Map<String, Long> lists =
        there.stream()
            .filter(each -> each.list() >= 0)
            .collect(
                Collectors.groupingBy(each -> each.symbol() + each.list(), Collectors.counting()));
    return new Surroundings.Counts(
        there.size(),
        (int) there.stream().filter(Open::algo).count(),
        (int) there.stream().filter(Open::iceberg).count(),
        (int) lists.values().stream().filter(each -> each > 1).count());
  }

  private synchronized BigDecimal position(Instrument instrument) {
    BigDecimal held = balances.getOrDefault(instrument.base().code(), BigDecimal.ZERO);
    return open.values().stream()
        .filter(each -> each.symbol().equals(instrument.id().symbol()))
        .map(Open::buys)
        .reduce(held, BigDecimal::add);
  }

  /**
   * What filters of an instrument look at.
   *
   * @param byTrades whether the venue judges its prices by what was traded, for certain
   */
  Surroundings around(Instrument instrument, boolean byTrades) {
    return new Surroundings() {
      @Override
      public Counts counts() {
        return AccountBook.this.counts(each -> each.symbol().equals(instrument.id().symbol()));
      }

      @Override
      public Counts everywhere() {
        return AccountBook.this.counts(each -> true);
      }

      @Override
      public BigDecimal position() {
        return AccountBook.this.position(instrument);
      }

      @Override
      public @Nullable Range traded(Duration time) {
        return byTrades ? prices.traded(instrument.id(), time) : null;
      }
    };
  }
}
