package dev.bourse.exchange.binance.trade;

import static dev.bourse.exchange.binance.trade.OrderReader.text;

import com.fasterxml.jackson.databind.JsonNode;
import dev.bourse.api.model.Instrument;
import dev.bourse.api.model.OrderSpec;
import dev.bourse.api.model.OrderType;
import dev.bourse.api.model.Price;
import dev.bourse.api.model.Side;
import dev.bourse.api.model.TimeInForce;
import dev.bourse.api.model.TrailingOffset;
import dev.bourse.api.model.Trigger;
import dev.bourse.api.model.TriggerType;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Reads what a resting order does, whoever placed it (web-socket-api.md). Pure functions. */
final class SpecReader {
  private SpecReader() {}

  /** What an order does, or null for one that there are no words for here. */
  static @Nullable OrderSpec read(JsonNode order, Instrument instrument) {
    OrderType type = type(order);
    BigDecimal wanted = OrderReader.wanted(order, "origQty");
    if (type == null || wanted.signum() <= 0) {
      return null;
    }
    boolean conditional = Terms.isConditional(text(order, "type"));
    boolean priced = Terms.isPriced(text(order, "type"));
    String shown = text(order, "icebergQty");
    return new OrderSpec(
        instrument,
        Side.valueOf(text(order, "side")),
        type,
        TimeInForce.GTC,
        Amounts.quantity(wanted.toPlainString(), instrument),
        priced ? price(order, "price", instrument) : null,
        text(order, "type").equals("LIMIT_MAKER"),
        false,
        conditional ? trigger(order, instrument) : null,
        0,
        Amounts.isSome(shown) ? Amounts.quantity(shown, instrument) : null);
  }

  private static @Nullable OrderType type(JsonNode order) {
    boolean trails = order.path("trailingDelta").asInt() > 0;
    return switch (text(order, "type")) {
      case "LIMIT", "LIMIT_MAKER" -> OrderType.LIMIT;
      case "STOP_LOSS" -> trails ? OrderType.TRAILING_STOP_MARKET : OrderType.STOP_MARKET;
      case "TAKE_PROFIT" -> trails ? OrderType.TRAILING_STOP_MARKET : OrderType.MARKET_IF_TOUCHED;
      case "STOP_LOSS_LIMIT" -> trails ? null : OrderType.STOP_LIMIT;
      case "TAKE_PROFIT_LIMIT" -> trails ? null : OrderType.LIMIT_IF_TOUCHED;
      default -> null;
    };
  }

  private static Trigger trigger(JsonNode order, Instrument instrument) {
    int trails = order.path("trailingDelta").asInt();
    return new Trigger(
        price(order, "stopPrice", instrument),
        TriggerType.DEFAULT,
        trails > 0 ? TrailingOffset.basisPoints(trails) : null,
        null);
  }

  private static @Nullable Price price(JsonNode order, String name, Instrument instrument) {
    String price = text(order, name);
    return Amounts.isSome(price) ? Amounts.price(price, instrument) : null;
  }
}
