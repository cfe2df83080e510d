package dev.bourse.api.model;

import org.jspecify.annotations.Nullable;

/**
 * What is to be different about a live order; null leaves it as it is.
 *
 * @param quantity the whole quantity, what is filled included
 * @param price the limit price
 * @param triggerPrice the trigger price
 */
public record OrderChange(
    @Nullable Quantity quantity, @Nullable Price price, @Nullable Price triggerPrice) {
  /** Checks that something changes. */
  public OrderChange {
    if (quantity == null && price == null && triggerPrice == null) {
      throw new IllegalArgumentException(
          "a change of an order needs a quantity, a price or a trigger price");
    }
  }

  /** Another quantity. */
  public static OrderChange quantity(Quantity quantity) {
    return new OrderChange(quantity, null, null);
  }

  /** Another limit price. */
  public static OrderChange price(Price price) {
    return new OrderChange(null, price, null);
  }

  /** Another trigger price. */
  public static OrderChange triggerPrice(Price price) {
    return new OrderChange(null, null, price);
  }

  /**
   * What is wanted after the change; throws {@link IllegalArgumentException} for a price that the
   * kind of order does not have.
   */
  public OrderSpec applied(OrderSpec spec) {
    OrderSpec changed = spec;
    if (quantity != null) {
      changed = changed.withQuantity(quantity);
    }
    if (price != null) {
      changed = changed.withPrice(price);
    }
    return triggerPrice == null ? changed : changed.withTriggerPrice(triggerPrice);
  }

  /** {@code quantity=0.5 price=101.00}. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    append(text, "quantity", quantity);
    append(text, "price", price);
    append(text, "trigger", triggerPrice);
    return text.toString();
  }

  private static void append(StringBuilder text, String name, @Nullable Object value) {
    if (value != null) {
      text.append(text.isEmpty() ? "" : " ").append(name).append('=').append(value);
    }
  }
}
