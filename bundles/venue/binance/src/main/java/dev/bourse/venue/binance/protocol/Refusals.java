package dev.bourse.venue.binance.protocol;

/** The errors of the protocol that are sent from several places, with their texts. */
public final class Refusals {
  private static final int NEW_ORDER_REJECTED = -2010;
  private static final int CANCEL_REJECTED = -2011;

  private Refusals() {}

  /** A parameter that must be there is not. */
  public static ApiException missing(String name) {
    return ApiException.of(
        -1102, "Mandatory parameter '" + name + "' was not sent, was empty/null, or malformed.");
  }

  /** One of two parameters must be there. */
  public static ApiException missing(String name, String other) {
    return ApiException.of(
        -1102, "Param '" + name + "' or '" + other + "' must be sent, but both were empty/null!");
  }

  /** A parameter is there, but has no value. */
  public static ApiException empty(String name) {
    return ApiException.of(-1105, "Parameter '" + name + "' was empty.");
  }

  /** A parameter that this combination does not have. */
  public static ApiException notRequired(String name) {
    return ApiException.of(-1106, "Parameter '" + name + "' sent when not required.");
  }

  /** A parameter holds what it cannot. */
  public static ApiException illegal(String name, String range) {
    return ApiException.of(
        -1100,
        "Illegal characters found in parameter '" + name + "'; legal range is '" + range + "'.");
  }

  /** Two orders of which one ends the other do not lie on their sides of the price. */
  public static ApiException badPrices() {
    return order("The relationship of the prices for the orders is not correct.");
  }

  /** A parameter's value makes no sense. */
  public static ApiException invalid(String name) {
    return ApiException.of(-1130, "Data sent for parameter '" + name + "' is not valid.");
  }

  /** No such market. */
  public static ApiException symbol() {
    return ApiException.of(-1121, "Invalid symbol.");
  }

  /** The rules of a market do not allow the order. */
  public static ApiException filter(String name) {
    return ApiException.of(-1013, "Filter failure: " + name);
  }

  /** The matching engine refuses an order. */
  public static ApiException order(String text) {
    return ApiException.of(NEW_ORDER_REJECTED, text);
  }

  /** The matching engine refuses a cancel. */
  public static ApiException cancel(String text) {
    return ApiException.of(CANCEL_REJECTED, text);
  }

  /** A query for an order that is not there. */
  public static ApiException noSuchOrder() {
    return ApiException.of(-2013, "Order does not exist.");
  }

  /** The key is unknown, or lacks a right. */
  public static ApiException key() {
    return ApiException.of(401, -2015, "Invalid API-key, IP, or permissions for action.");
  }

  /** What was sent as a key is none. */
  public static ApiException keyFormat() {
    return ApiException.of(401, -2014, "API-key format invalid.");
  }

  /** The signature is not that of the payload. */
  public static ApiException signature() {
    return ApiException.of(-1022, "Signature for this request is not valid.");
  }
}
