package dev.bourse.venue.binance;

import dev.bourse.api.model.AggressorSide;
import dev.bourse.api.model.VenueFilter;
import dev.bourse.venue.binance.faults.Fault;
import dev.bourse.venue.binance.protocol.ApiException;
import dev.bourse.venue.binance.protocol.Json;
import dev.bourse.venue.binance.protocol.Refusals;
import dev.bourse.venue.binance.server.ExtraCalls;
import dev.bourse.venue.binance.trading.Desk;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The calls under {@code /venue}: what the real venue does not have. */
final class ControlPath implements ExtraCalls {
  private static final List<String> WALLETS = List.of("FUNDING", "UMFUTURE", "CMFUTURE", "MARGIN");

  private final Control control;

  ControlPath(Control control) {
    this.control = control;
  }

  @Override
  public @Nullable Object answer(String name, Map<String, String> parameters) {
    Map<String, String> given = new LinkedHashMap<>(parameters);
    try {
      return switch (name) {
        case "GET /venue" -> state();
        case "GET /venue/faults" -> faults();
        case "DELETE /venue/faults" -> clear();
        case "POST /venue/fault" -> fault(given);
        case "POST /venue/clock" -> clock(given);
        case "POST /venue/cut" -> cut(given);
        case "POST /venue/shutdown" -> shutdown();
        case "POST /venue/quote" -> quote(given);
        case "POST /venue/trade" -> trade(given);
        case "POST /venue/order" -> call("POST /api/v3/order", given);
        case "POST /venue/cancel" -> call("DELETE /api/v3/order", given);
        case "POST /venue/amend" -> call("PUT /api/v3/order/amend/keepPriority", given);
        case "POST /venue/transfer" -> transfer(given);
        case "POST /venue/limit" -> limit(given);
        case "POST /venue/reference" -> reference(given);
        case "POST /venue/filter" -> filter(given);
        default -> throw ApiException.of(404, -1000, "This venue has no " + name + ".");
      };
    } catch (IllegalArgumentException e) {
      throw ApiException.of(-1130, String.valueOf(e.getMessage()));
    }
  }

  private Object state() {
    return Json.object(
        "accounts",
        control.floor().desks().stream().map(Desk::account).map(Object::toString).toList(),
        "symbols",
        control.markets().all().stream().map(market -> market.symbol()).toList(),
        "faults",
        control.faults().list().size(),
        "clockOffset",
        control.faults().clockOffset() / 1_000_000,
        "playing",
        control.publication().isPlaying());
  }

  private Object faults() {
    return control.faults().list().stream().map(ControlPath::row).toList();
  }

  private static Object row(Fault fault) {
    return Json.object(
        "kind", fault.kind(),
        "at", fault.at(),
        "times", fault.times(),
        "millis", fault.millis(),
        "status", fault.status());
  }

  private Object clear() {
    control.faults().clear();
    return Json.object();
  }

  private Object fault(Map<String, String> given) {
    String word = take(given, "kind");
    Fault.Kind kind =
        Arrays.stream(Fault.Kind.values())
            .filter(each -> each.word().equals(word.toLowerCase(Locale.ROOT).replace('_', '-')))
            .findFirst()
            .orElseThrow(() -> new IllegalArgumentException(unknown(word)));
    Fault fault = Fault.once(kind, take(given, "at"));
    fault = fault.repeated((int) number(given, "times", fault.times()));
    fault = fault.lasting(number(given, "millis", fault.millis()));
    fault = fault.with((int) number(given, "status", fault.status()));
    none(given);
    control.faults().add(fault);
    return row(fault);
  }

  private static String unknown(String word) {
    String known =
        Arrays.stream(Fault.Kind.values()).map(Fault.Kind::word).collect(Collectors.joining(", "));
    return "kind=" + word + " must be one of " + known;
  }

  private Object clock(Map<String, String> given) {
    long offset = number(given, "offset", 0);
    none(given);
    control.setClockOffset(offset);
    return Json.object("clockOffset", offset);
  }

  private Object cut(Map<String, String> given) {
    String what = given.containsKey("what") ? take(given, "what") : "all";
    none(given);
    if (!List.of("all", "api", "streams").contains(what)) {
      throw new IllegalArgumentException("what=" + what + " must be all, api or streams");
    }
    int ended = control.house().cut(!what.equals("streams"), !what.equals("api"));
    return Json.object("cut", ended);
  }

  private Object shutdown() {
    control.house().sayFarewell();
    return Json.object();
  }

  private Object quote(Map<String, String> given) {
    String symbol = take(given, "symbol");
    String bid = take(given, "bid");
    String bidSize = take(given, "bidSize");
    String ask = take(given, "ask");
    String askSize = take(given, "askSize");
    none(given);
    control.quote(symbol, bid, bidSize, ask, askSize);
    return Json.object();
  }

  private Object trade(Map<String, String> given) {
    String symbol = take(given, "symbol");
    String price = take(given, "price");
    String size = take(given, "size");
    String side = take(given, "side");
    none(given);
    boolean bought = side.equals("BUY");
    if (!bought && !side.equals("SELL")) {
      throw new IllegalArgumentException(
          "side=" + side + " must be BUY or SELL: who came to the other");
    }
    control.trade(symbol, price, size, bought ? AggressorSide.BUYER : AggressorSide.SELLER);
    return Json.object();
  }

  private @Nullable Object call(String name, Map<String, String> given) {
    String account = take(given, "account");
    return control.call(account, name, given);
  }

  private Object transfer(Map<String, String> given) {
    String account = take(given, "account");
    String amount = take(given, "amount");
    String asset = take(given, "asset");
    String wallet = given.containsKey("wallet") ? take(given, "wallet") : "";
    none(given);
    if (!wallet.isEmpty() && !WALLETS.contains(wallet)) {
      throw new IllegalArgumentException(
          "wallet=" + wallet + " must be one of " + String.join(", ", WALLETS));
    }
    return Json.object("moved", control.transfer(account, amount, asset, wallet));
  }

  private Object limit(Map<String, String> given) {
    String account = take(given, "account");
    String what = take(given, "what");
    String most = take(given, "most");
    none(given);
    control.limit(account, what, most);
    return Json.object();
  }

  private Object reference(Map<String, String> given) {
    String symbol = take(given, "symbol");
    String price = given.containsKey("price") ? take(given, "price") : "";
    none(given);
    control.refer(symbol, price);
    return Json.object();
  }

  /** What is left of the parameters are the filter's values. */
  private Object filter(Map<String, String> given) {
    String symbol = take(given, "symbol");
    String name = take(given, "filter");
    control.declare(symbol, VenueFilter.of(name, given));
    return Json.object();
  }

  private static String take(Map<String, String> given, String name) {
    String value = given.remove(name);
    if (value == null || value.isEmpty()) {
      throw Refusals.missing(name);
    }
    return value;
  }

  private static long number(Map<String, String> given, String name, long otherwise) {
    String value = given.remove(name);
    try {
      return value == null ? otherwise : Long.parseLong(value);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(name + "=" + value + " must be a whole number", e);
    }
  }

  private static void none(Map<String, String> given) {
    if (!given.isEmpty()) {
      throw new IllegalArgumentException("this call does not know " + given.keySet());
    }
  }
}
