package dev.bourse.exchange.binance.trade;

import com.fasterxml.jackson.databind.JsonNode;
import dev.bourse.api.model.Instrument;
import dev.bourse.exchange.binance.rules.Surroundings;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the account has at the venue as far as filters look at it: open orders, whoever placed them,
 * and balances. Any thread.
 */
final class AccountBook {
  private static final Set<String> OPEN = Set.of("NEW", "PENDING_NEW", "PARTIALLY_FILLED");

  private final Prices prices;

  /** By symbol and number: each symbol has numbers of its own. */
  private final Map<String, Open> open = new HashMap<>();

  private final Map<String, BigDecimal> balances = new HashMap<>();

  AccountBook(Prices prices) {
    this.prices = prices;
  }

  private record Open(String symbol, boolean algo, boolean iceberg, BigDecimal buys) {}

  /** What a question brought: all open orders. */
  synchronized void orders(JsonNode orders) {
    open.clear();
    for (JsonNode each : orders) {
      order(
          each,
          List.of(
              "orderId",
              "symbol",
              "status",
              "side",
              "type",
              "origQty",
              "executedQty",
              "icebergQty"));
    }
  }

  /** What an event said about an order. */
  synchronized void report(JsonNode event) {
    order(event, List.of("i", "s", "X", "S", "o", "q", "z", "F"));
  }

  private void order(JsonNode from, List<String> names) {
    String id = from.path(names.get(1)).asText() + from.path(names.get(0)).asText();
    if (!OPEN.contains(from.path(names.get(2)).asText())) {
      open.remove(id);
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
            buy
                ? number(from, names.get(5)).subtract(number(from, names.get(6)))
                : BigDecimal.ZERO));
  }

  /** What a question brought: balances with the names of their fields. */
  synchronized void balances(JsonNode rows, String asset, String free, String locked) {
    for (JsonNode each : rows) {
      balances.put(each.path(asset).asText(), number(each, free).add(number(each, locked)));
    }
  }

  private static BigDecimal number(JsonNode from, String name) {
    return new BigDecimal(from.path(name).asText("0"));
  }

  /** The symbols with open orders. */
  synchronized Set<String> symbols() {
    return Set.copyOf(open.values().stream().map(Open::symbol).toList());
  }

  private synchronized Surroundings.Counts counts(String symbol) {
    Collection<Open> there =
        open.values().stream().filter(each -> each.symbol().equals(symbol)).toList();
    return new Surroundings.Counts(
        there.size(),
        (int) there.stream().filter(Open::algo).count(),
        (int) there.stream().filter(Open::iceberg).count());
  }

  private synchronized BigDecimal position(Instrument instrument) {
    BigDecimal held = balances.getOrDefault(instrument.base().code(), BigDecimal.ZERO);
    return open.values().stream()
        .filter(each -> each.symbol().equals(instrument.id().symbol()))
        .map(Open::buys)
        .reduce(held, BigDecimal::add);
  }

  /** What filters of an instrument look at. */
  Surroundings around(Instrument instrument) {
    return new Surroundings() {
      @Override
      public Counts counts() {
        return AccountBook.this.counts(instrument.id().symbol());
      }

      @Override
      public BigDecimal position() {
        return AccountBook.this.position(instrument);
      }

      @Override
      public @Nullable Range traded(Duration time) {
        return prices.traded(instrument.id(), time);
      }
    };
  }
}
