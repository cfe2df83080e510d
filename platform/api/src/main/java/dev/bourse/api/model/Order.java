package dev.bourse.api.model;

import org.jspecify.annotations.Nullable;

/**
 * One order and all that is known about it. Immutable: every change is a new value.
 *
 * @param id our id, unique for ever
 * @param account the account it was sent to
 * @param strategy its owner
 * @param spec what was wanted
 * @param status where it stands
 * @param unknown whether its fate at the venue is not proven; it keeps its reservation and is never
 *     sent again
 * @param venueOrderId the venue's id, once known
 * @param filled how much was filled
 * @param filledNotional sum of price times quantity of all fills, in quote currency
 * @param entry whether it may add exposure, as the core computed it when it was approved
 * @param expectedPrice the price the decision was based on, for slippage
 * @param createdAt when it was approved, our time in nanoseconds
 * @param updatedAt when it last changed, our time in nanoseconds
 * @param reason the last code and text of a denial, rejection, cancel or expiry, else empty
 */
public record Order(
    ClientOrderId id,
    AccountId account,
    StrategyId strategy,
    OrderSpec spec,
    OrderStatus status,
    boolean unknown,
    @Nullable String venueOrderId,
    Quantity filled,
    Money filledNotional,
    boolean entry,
    @Nullable Price expectedPrice,
    long createdAt,
    long updatedAt,
    String reason) {

  /** What may still fill: nothing once the order is closed. */
  public Quantity remaining() {
    return status.isClosed() ? Quantity.zero(filled.decimals()) : unfilled();
  }

  /** Ordered minus filled, whatever the status. */
  public Quantity unfilled() {
    return filled.isZero() ? spec.quantity() : spec.quantity().minus(filled.min(spec.quantity()));
  }

  /** Whether it may still fill or its fate is not proven. */
  public boolean isLive() {
    return unknown || status.isLive();
  }

  /** The same order with another status and reason. */
  public Order with(OrderStatus newStatus, String newReason, long time) {
    return new Order(
        id,
        account,
        strategy,
        spec,
        newStatus,
        unknown,
        venueOrderId,
        filled,
        filledNotional,
        entry,
        expectedPrice,
        createdAt,
        time,
        newReason);
  }

  /** The same order with its fate marked as proven or not. */
  public Order withUnknown(boolean newUnknown, long time) {
    return new Order(
        id,
        account,
        strategy,
        spec,
        status,
        newUnknown,
        venueOrderId,
        filled,
        filledNotional,
        entry,
        expectedPrice,
        createdAt,
        time,
        reason);
  }

  /** The same order with the venue's id. */
  public Order withVenueOrderId(String newVenueOrderId) {
    return new Order(
        id,
        account,
        strategy,
        spec,
        status,
        unknown,
        newVenueOrderId,
        filled,
        filledNotional,
        entry,
        expectedPrice,
        createdAt,
        updatedAt,
        reason);
  }

  /** The same order with one more fill counted and the status that follows. */
  public Order withFill(Quantity quantity, Money notional, OrderStatus newStatus, long time) {
    return new Order(
        id,
        account,
        strategy,
        spec,
        newStatus,
        unknown,
        venueOrderId,
        filled.plus(quantity),
        filledNotional.plus(notional),
        entry,
        expectedPrice,
        createdAt,
        time,
        reason);
  }
}
