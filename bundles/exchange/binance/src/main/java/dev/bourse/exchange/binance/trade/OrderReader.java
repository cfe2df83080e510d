package dev.bourse.exchange.binance.trade;

import com.fasterxml.jackson.databind.JsonNode;
import dev.bourse.api.event.OrderReport;
import dev.bourse.api.model.AccountId;
import dev.bourse.api.model.ClientOrderId;
import dev.bourse.api.model.Decimals;
import dev.bourse.api.model.Fill;
import dev.bourse.api.model.Instrument;
import dev.bourse.api.model.Liquidity;
import dev.bourse.api.model.Money;
import dev.bourse.api.model.OrderChange;
import dev.bourse.api.model.OrderStatus;
import dev.bourse.api.model.Price;
import dev.bourse.api.model.Quantity;
import dev.bourse.api.model.Side;
import dev.bourse.exchange.binance.rest.VenueTime;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Reads orders and executions as answers have them (web-socket-api.md, "Query order" and "Account
 * trade history").
 *
 * @param account whose they are
 * @param currencies for fees
 */
record OrderReader(AccountId account, Currencies currencies) {
  /** Where an order stands. */
  OrderReport.Status status(JsonNode order, ClientOrderId id, Instrument instrument) {
    Quantity filled = Amounts.quantity(text(order, "executedQty"), instrument);
    return new OrderReport.Status(
        account,
        id,
        text(order, "orderId"),
        status(order),
        filled,
        paid(text(order, "cummulativeQuoteQty"), text(order, "price"), filled, instrument),
        reason(order),
        VenueTime.nanos(
            order.path(order.has("updateTime") ? "updateTime" : "transactTime").asLong()),
        terms(order, "origQty", "price", "stopPrice", instrument));
  }

  /** For some old orders the venue does not know what was paid: it says less than nothing. */
  private static Money paid(String quote, String price, Quantity filled, Instrument instrument) {
    if (!quote.startsWith("-")) {
      return Money.of(quote, instrument.quote());
    }
    return instrument.notional(Amounts.price(price, instrument), filled);
  }

  private static OrderStatus status(JsonNode order) {
    boolean conditional = Terms.isConditional(text(order, "type"));
    boolean works = order.path("workingTime").asLong(-1) > 0;
    return switch (text(order, "status")) {
      case "PARTIALLY_FILLED" -> OrderStatus.PARTIALLY_FILLED;
      case "FILLED" -> OrderStatus.FILLED;
      case "CANCELED" -> OrderStatus.CANCELED;
      case "REJECTED" -> OrderStatus.REJECTED;
      case "EXPIRED", "EXPIRED_IN_MATCH" ->
          isRefused(order) ? OrderStatus.REJECTED : OrderStatus.EXPIRED;
      default -> conditional && works ? OrderStatus.TRIGGERED : OrderStatus.ACCEPTED;
    };
  }

  /** What waited in a list and could not be placed was refused: nothing ended that had worked. */
  private static boolean isRefused(JsonNode order) {
    return order.path("orderListId").asLong(-1) >= 0
        && text(order, "expiryReason").equals("REJECTED")
        && !Amounts.isSome(text(order, "executedQty"));
  }

  private static String reason(JsonNode order) {
    String status = text(order, "status");
    String expiry = text(order, "expiryReason");
    return switch (status) {
      case "EXPIRED", "EXPIRED_IN_MATCH", "REJECTED", "CANCELED" ->
          expiry.isEmpty() ? status + ": by=the venue" : status + ": reason=" + expiry;
      default -> "";
    };
  }

  /** The quantity, limit and trigger that hold; null if the order is for an amount. */
  static @Nullable OrderChange terms(
      JsonNode order, String quantity, String price, String stop, Instrument instrument) {
    BigDecimal wanted = wanted(order, quantity);
    if (wanted.signum() <= 0) {
      return null;
    }
    String type = text(order, order.has("type") ? "type" : "o");
    String limit = Terms.isPriced(type) ? text(order, price) : "";
    String trigger = Terms.isConditional(type) ? text(order, stop) : "";
    return new OrderChange(
        Amounts.quantity(wanted.toPlainString(), instrument),
        Amounts.isSome(limit) ? Amounts.price(limit, instrument) : null,
        Amounts.isSome(trigger) ? Amounts.price(trigger, instrument) : null);
  }

  /**
   * How much of an order may fill at all: what was ordered without what was not let trade with the
   * account's own (faqs/stp_faq.md), which stays in the ordered quantity.
   */
  static BigDecimal wanted(JsonNode order, String quantity) {
    String prevented = text(order, order.has("type") ? "preventedQuantity" : "A");
    BigDecimal less = prevented.isEmpty() ? BigDecimal.ZERO : Decimals.parse(prevented);
    String ordered = text(order, quantity);
    return ordered.isEmpty() ? BigDecimal.ZERO : Decimals.parse(ordered).subtract(less);
  }

  /** An execution out of the account's history. */
  Fill trade(JsonNode trade, ClientOrderId id, Instrument instrument) {
    return fill(
        text(trade, "id"),
        id,
        instrument,
        trade.path("isBuyer").asBoolean() ? Side.BUY : Side.SELL,
        Amounts.price(text(trade, "price"), instrument),
        Amounts.quantity(text(trade, "qty"), instrument),
        currencies.money(text(trade, "commission"), text(trade, "commissionAsset")),
        trade.path("isMaker").asBoolean() ? Liquidity.MAKER : Liquidity.TAKER,
        trade.path("time").asLong());
  }

  /** An execution that came with the answer to a new order: it took. */
  Fill taken(JsonNode fill, ClientOrderId id, Instrument instrument, Side side, long time) {
    return fill(
        text(fill, "tradeId"),
        id,
        instrument,
        side,
        Amounts.price(text(fill, "price"), instrument),
        Amounts.quantity(text(fill, "qty"), instrument),
        currencies.money(text(fill, "commission"), text(fill, "commissionAsset")),
        Liquidity.TAKER,
        time);
  }

  /** An execution out of an event of the account. */
  Fill executed(JsonNode event, ClientOrderId id, Instrument instrument) {
    JsonNode asset = event.path("N");
    Money fee =
        asset.isTextual()
            ? currencies.money(text(event, "n"), asset.asText())
            : instrument.quote().zero();
    return fill(
        text(event, "t"),
        id,
        instrument,
        text(event, "S").equals("BUY") ? Side.BUY : Side.SELL,
        Amounts.price(text(event, "L"), instrument),
        Amounts.quantity(text(event, "l"), instrument),
        fee,
        event.path("m").asBoolean() ? Liquidity.MAKER : Liquidity.TAKER,
        event.path("T").asLong());
  }

  /** Throws {@link ArithmeticException} for one that is worth more than any amount. */
  private Fill fill(
      String fillId,
      ClientOrderId id,
      Instrument instrument,
      Side side,
      Price price,
      Quantity quantity,
      Money fee,
      Liquidity liquidity,
      long time) {
    Fill fill =
        new Fill(
            fillId,
            id,
            account,
            instrument,
            side,
            price,
            quantity,
            fee,
            liquidity,
            VenueTime.nanos(time),
            false);
    Money unused = fill.notional(); // one beyond all amounts is found here, not in the books
    return fill;
  }

  static String text(JsonNode from, String name) {
    return from.path(name).asText("");
  }
}
