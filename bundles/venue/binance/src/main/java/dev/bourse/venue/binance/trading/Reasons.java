package dev.bourse.venue.binance.trading;

import dev.bourse.venue.binance.protocol.ApiException;
import dev.bourse.venue.binance.protocol.Refusals;

/** What the exchange says about an order, in the protocol's words. */
final class Reasons {
  static final String WOULD_TAKE = "POST_ONLY_WOULD_TAKE";
  static final String BY_TRADER = "CANCELED_BY_TRADER";
  static final String PREVENTED = "EXPIRED_IN_MATCH";

  private Reasons() {}

  /** The code at the beginning of a reason. */
  static String codeOf(String reason) {
    int colon = reason.indexOf(':');
    return colon < 0 ? reason : reason.substring(0, colon);
  }

  /** Why an order was not taken. */
  static ApiException refusal(String reason) {
    return switch (codeOf(reason)) {
      case "INSUFFICIENT_BALANCE" ->
          Refusals.order("Account has insufficient balance for requested action.");
      case WOULD_TAKE -> Refusals.order("Order would immediately match and take.");
      case "STOP_IN_MARKET" -> Refusals.order("Order would trigger immediately.");
      case "NOT_TRADING", "UNKNOWN_INSTRUMENT" -> Refusals.order("Market is closed.");
      case "QUANTITY_NOT_ON_STEP",
          "BELOW_MIN_QUANTITY",
          "ABOVE_MAX_QUANTITY",
          "DISPLAY_QUANTITY_NOT_ON_STEP" ->
          Refusals.filter("LOT_SIZE");
      case "PRICE_NOT_ON_TICK", "PRICE_NOT_POSITIVE" -> Refusals.filter("PRICE_FILTER");
      case "BELOW_MIN_NOTIONAL", "ABOVE_MAX_NOTIONAL" -> Refusals.filter("NOTIONAL");
      default -> Refusals.order("Unsupported order combination");
    };
  }

  /** Why an order that waited was not taken when it was placed (user-data-stream.md). */
  static String rejection(ApiException refusal) {
    return switch (String.valueOf(refusal.getMessage())) {
      case "Account has insufficient balance for requested action." -> "INSUFFICIENT_BALANCES";
      case "Order would trigger immediately." -> "STOP_PRICE_WOULD_TRIGGER_IMMEDIATELY";
      case "Order would immediately match and take." -> "WOULD_MATCH_IMMEDIATELY";
      case "The relationship of the prices for the orders is not correct." -> "OCO_BAD_PRICES";
      default -> "NONE";
    };
  }

  /** Why an order that nobody cancelled ended. */
  static String expiry(PlacedOrder order, String reason) {
    return switch (codeOf(reason)) {
      case "SIBLING_FILLED" -> "OCO_TRIGGER";
      case "INSUFFICIENT_BALANCE", WOULD_TAKE -> "REJECTED";
      case "IOC" ->
          order.ticket().kind() == Kind.MARKET
              ? "INSUFFICIENT_LIQUIDITY"
              : "UNFILLED_IOC_QUANTITY_EXPIRED";
      case "FOK" -> "UNFILLED_FOK_ORDER_EXPIRED";
      default -> "EXCHANGE_CANCELED";
    };
  }
}
