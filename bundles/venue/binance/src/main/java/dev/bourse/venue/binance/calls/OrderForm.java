package dev.bourse.venue.binance.calls;

import dev.bourse.api.model.Side;
import dev.bourse.api.model.TimeInForce;
import dev.bourse.venue.binance.market.SymbolMarket;
import dev.bourse.venue.binance.protocol.ApiException;
import dev.bourse.venue.binance.protocol.Params;
import dev.bourse.venue.binance.protocol.Refusals;
import dev.bourse.venue.binance.trading.Kind;
import dev.bourse.venue.binance.trading.Ticket;
import java.math.BigDecimal;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Reads an order from parameters. In a list of orders the names begin with a prefix: {@code price}
 * is {@code abovePrice} there.
 */
final class OrderForm {
  private final Params params;
  private final String prefix;
  private final SymbolMarket market;
  private final String selfTrade;

  /**
   * A form.
   *
   * @param prefix what stands before every name, empty for an order that stands alone
   * @param selfTrade what the venue does about orders that meet their own account's
   */
  OrderForm(Params params, String prefix, SymbolMarket market, String selfTrade) {
    this.params = params;
    this.prefix = prefix;
    this.market = market;
    this.selfTrade = selfTrade;
  }

  /** An order that says its own side and quantity. */
  Ticket read() {
    return read(side(name("side")), params.decimal(name("quantity")));
  }

  /** An order whose side and quantity are those of its list. */
  Ticket read(Side side, @Nullable BigDecimal quantity) {
    Kind kind = kind();
    @Nullable BigDecimal price = params.decimal(name("price"));
    @Nullable BigDecimal stop = params.decimal(name("stopPrice"));
    @Nullable Long delta = params.whole(name("trailingDelta"));
    @Nullable BigDecimal worth = prefix.isEmpty() ? params.decimal("quoteOrderQty") : null;
    TimeInForce life = life(kind);
    checkAmounts(kind, quantity, worth);
    checkPrices(kind, price, stop, delta);
    return new Ticket(
        market,
        side,
        kind,
        life,
        quantity,
        worth,
        price,
        stop,
        delta,
        iceberg(kind, life),
        clientId(params, prefix.isEmpty() ? "newClientOrderId" : name("clientOrderId")),
        params.whole(name("strategyId")),
        strategyType(),
        mode());
  }

  static Side side(Params params, String name) {
    String word = params.required(name);
    if (!word.equals("BUY") && !word.equals("SELL")) {
      throw ApiException.of(-1117, "Invalid side.");
    }
    return Side.valueOf(word);
  }

  /** A client's name for an order or a list, or null. */
  static @Nullable String clientId(Params params, String name) {
    String id = params.text(name);
    if (id != null && !id.matches("^[.A-Z:/a-z0-9_-]{1,36}$")) {
      throw Refusals.illegal(name, "^[\\.A-Z\\:/a-z0-9_-]{1,36}$");
    }
    return id;
  }

  private Side side(String name) {
    return side(params, name);
  }

  private String name(String name) {
    return prefix.isEmpty()
        ? name
        : prefix + name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
  }

  private Kind kind() {
    String word = params.required(name("type"));
    for (Kind kind : Kind.values()) {
      if (kind.name().equals(word)) {
        return kind;
      }
    }
    throw ApiException.of(-1116, "Invalid orderType.");
  }

  private TimeInForce life(Kind kind) {
    String word = params.text(name("timeInForce"));
    if (!kind.hasLife()) {
      if (word != null) {
        throw Refusals.notRequired(name("timeInForce"));
      }
      return TimeInForce.GTC;
    }
    if (word == null) {
      throw Refusals.missing(name("timeInForce"));
    }
    return switch (word) {
      case "GTC" -> TimeInForce.GTC;
      case "IOC" -> TimeInForce.IOC;
      case "FOK" -> TimeInForce.FOK;
      default -> throw ApiException.of(-1115, "Invalid timeInForce.");
    };
  }

  private void checkAmounts(Kind kind, @Nullable BigDecimal quantity, @Nullable BigDecimal worth) {
    if (kind != Kind.MARKET && worth != null) {
      throw Refusals.notRequired("quoteOrderQty");
    }
    if (quantity == null && worth == null) {
      throw kind == Kind.MARKET && prefix.isEmpty()
          ? Refusals.missing("quantity", "quoteOrderQty")
          : Refusals.missing("quantity");
    }
    if (quantity != null && worth != null) {
      throw ApiException.of(-1128, "Combination of optional parameters invalid.");
    }
  }

  private void checkPrices(
      Kind kind, @Nullable BigDecimal price, @Nullable BigDecimal stop, @Nullable Long delta) {
    if (kind.isPriced() && price == null) {
      throw Refusals.missing(name("price"));
    }
    if (!kind.isPriced() && price != null) {
      throw Refusals.notRequired(name("price"));
    }
    if (kind.isConditional() && stop == null && delta == null) {
      throw Refusals.missing(name("stopPrice"), name("trailingDelta"));
    }
    if (!kind.isConditional() && stop != null) {
      throw Refusals.notRequired(name("stopPrice"));
    }
    if (!kind.isConditional() && delta != null) {
      throw Refusals.notRequired(name("trailingDelta"));
    }
  }

  private @Nullable BigDecimal iceberg(Kind kind, TimeInForce life) {
    BigDecimal shown = params.decimal(name("icebergQty"));
    if (shown == null || shown.signum() == 0) {
      return null;
    }
    if (!kind.isPriced()) {
      throw Refusals.notRequired(name("icebergQty"));
    }
    if (life != TimeInForce.GTC) {
      throw Refusals.order("Unsupported order combination");
    }
    return shown;
  }

  private @Nullable Long strategyType() {
    Long type = params.whole(name("strategyType"));
    if (type != null && type < 1_000_000) {
      throw ApiException.of(-1134, "`strategyType` was less than 1000000.");
    }
    return type;
  }

  private String mode() {
    String mode = params.text("selfTradePreventionMode");
    if (mode != null && !mode.equals(selfTrade)) {
      throw ApiException.of(
          -1013, "This symbol does not allow the specified self-trade prevention mode.");
    }
    return selfTrade;
  }
}
