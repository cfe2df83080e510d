package dev.bourse.api.model;

import org.jspecify.annotations.Nullable;

/** What can be checked of an order without knowing the account; throws with a sentence. */
final class SpecChecks {
  private SpecChecks() {}

  static void form(
      Quantity quantity, OrderType type, @Nullable Price price, @Nullable Trigger trigger) {
    if (!quantity.isPositive()) {
      throw new IllegalArgumentException("order quantity=" + quantity + " must be above zero");
    }
    if (type.hasPrice() != (price != null)) {
      throw new IllegalArgumentException(
          type + (price == null ? " needs a price" : " takes no price, but price=" + price));
    }
    if (type.isConditional() != (trigger != null)) {
      throw new IllegalArgumentException(
          type + (trigger == null ? " needs a trigger" : " takes no trigger"));
    }
  }

  static void life(TimeInForce timeInForce, long expiresAt) {
    if (expiresAt != 0 && timeInForce != TimeInForce.GTD) {
      throw new IllegalArgumentException(timeInForce + " takes no time of expiry");
    }
  }

  static void amount(Instrument instrument, OrderType type, TimeInForce timeInForce, Money amount) {
    boolean plain = timeInForce == TimeInForce.GTC || timeInForce == TimeInForce.IOC;
    if (type != OrderType.MARKET || !plain) {
      throw new IllegalArgumentException(
          "an order for an amount="
              + amount
              + " is a market order, GTC or IOC, not "
              + type
              + " "
              + timeInForce);
    }
    if (amount.signum() <= 0 || !amount.currency().equals(instrument.quote())) {
      throw new IllegalArgumentException(
          "amount="
              + amount
              + " must be above zero and in "
              + instrument.quote()
              + ", the quote currency of "
              + instrument.id());
    }
  }
}
