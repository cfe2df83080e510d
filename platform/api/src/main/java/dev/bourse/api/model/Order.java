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
 * @param filledNotional sum of the worth of all fills, in the currency of settlement
 * @param entry whether it may add exposure, as the core computed it when it was approved
 * @param expectedPrice the price the decision was based on, for slippage
 * @param createdAt when it was approved, our time in nanoseconds
 * @param updatedAt when it last changed, our time in nanoseconds
 * @param reason the last code and text of a denial, rejection, cancel or expiry, else empty
 * @param triggered whether a conditional order was set off
 * @param link its place in a list of orders, or null
 * @param change what an amend without an answer would change, or null
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
    String reason,
    boolean triggered,
    @Nullable OrderLink link,
    @Nullable OrderChange change) {

  /** An order without trigger that stands alone. */
  public Order(
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
    this(
        id,
        account,
        strategy,
        spec,
        status,
        unknown,
        venueOrderId,
        filled,
        filledNotional,
        entry,
        expectedPrice,
        createdAt,
        updatedAt,
        reason,
        false,
        null,
        null);
  }

  /** What may still fill: nothing once the order is closed. */
  public Quantity remaining() {
    return status.isClosed() ? Quantity.zero(filled.decimals()) : unfilled();
  }

  /** Ordered minus filled, whatever the status; with an amend on its way, the greater quantity. */
  public Quantity unfilled() {
    Quantity most = largestQuantity();
    return filled.isZero() ? most : most.minus(filled.min(most));
  }

  /**
   * Which side of a contract's position it is for, as venues want to know of accounts that hold
   * both sides at a time: what enters by a buy or leaves by a sell is for the long one.
   */
  public PositionSide positionSide() {
    return (spec.side() == Side.BUY) == entry ? PositionSide.LONG : PositionSide.SHORT;
  }

  /** Whether it may still fill or its fate is not proven. */
  public boolean isLive() {
    return unknown || status.isLive();
  }

  /** How far it is in its list; null for one that is no leg of a list. */
  public @Nullable OrderLeg leg() {
    return link == null ? null : link.leg();
  }

  /**
   * Whether it waits for its parent in a list, here or at its venue: it reserves nothing and cannot
   * fill yet.
   */
  public boolean isWaiting() {
    OrderLeg leg = leg();
    boolean here = leg != null && leg.stage() == OrderLeg.Stage.WAITING && status.isLive();
    return here || isPending();
  }

  /** Whether it waits for its parent at its venue. */
  public boolean isPending() {
    OrderLeg leg = leg();
    return leg != null && leg.stage() == OrderLeg.Stage.PENDING && isLive();
  }

  /** What of the market or the account it may still take: nothing while it waits. */
  public Quantity outstanding() {
    return isWaiting() ? Quantity.zero(filled.decimals()) : unfilled();
  }

  /** The same order with another status and reason. */
  public Order with(OrderStatus newStatus, String newReason, long time) {
    return copy(
        spec,
        newStatus,
        unknown,
        venueOrderId,
        filled,
        filledNotional,
        time,
        newReason,
        triggered,
        link,
        change);
  }

  /** The same order with its fate marked as proven or not. */
  public Order withUnknown(boolean newUnknown, long time) {
    return copy(
        spec,
        status,
        newUnknown,
        venueOrderId,
        filled,
        filledNotional,
        time,
        reason,
        triggered,
        link,
        change);
  }

  /** The same order with the venue's id. */
  public Order withVenueOrderId(String newVenueOrderId) {
    return copy(
        spec,
        status,
        unknown,
        newVenueOrderId,
        filled,
        filledNotional,
        updatedAt,
        reason,
        triggered,
        link,
        change);
  }

  /** The same order with one more fill counted and the status that follows. */
  public Order withFill(Quantity quantity, Money notional, OrderStatus newStatus, long time) {
    return copy(
        spec,
        newStatus,
        unknown,
        venueOrderId,
        filled.plus(quantity),
        filledNotional.plus(notional),
        time,
        reason,
        triggered,
        link,
        change);
  }

  /** The same order set off. */
  public Order withTriggered(OrderStatus newStatus, long time) {
    return copy(
        spec,
        newStatus,
        unknown,
        venueOrderId,
        filled,
        filledNotional,
        time,
        reason,
        true,
        link,
        change);
  }

  /** The same order with something else wanted: an amend was answered, or the venue trailed. */
  public Order withSpec(OrderSpec newSpec, OrderStatus newStatus, long time) {
    return copy(
        newSpec,
        newStatus,
        unknown,
        venueOrderId,
        filled,
        filledNotional,
        time,
        reason,
        triggered,
        link,
        null);
  }

  /** The same order in a list. */
  public Order withLink(@Nullable OrderLink newLink) {
    return copy(
        spec,
        status,
        unknown,
        venueOrderId,
        filled,
        filledNotional,
        updatedAt,
        reason,
        triggered,
        newLink,
        change);
  }

  /** The same order with an amend on its way, or null for one that came to nothing. */
  public Order withChange(
      @Nullable OrderChange newChange, OrderStatus newStatus, String newReason, long time) {
    return copy(
        spec,
        newStatus,
        unknown,
        venueOrderId,
        filled,
        filledNotional,
        time,
        newReason,
        triggered,
        link,
        newChange);
  }

  /**
   * What of the amount of an order for one is still to be used: zero once more was used, null for
   * an order of a quantity. Only spot is traded for amounts.
   */
  public @Nullable Money unusedAmount() {
    Money amount = spec.amount();
    if (amount == null || !spec.instrument().isSpot()) {
      return null;
    }
    Money left = amount.minus(filledNotional);
    return left.signum() < 0 ? amount.currency().zero() : left;
  }

  /** What is wanted at most: with the amend on its way, if there is one that asks for more. */
  public Quantity largestQuantity() {
    Quantity changed = change == null ? null : change.quantity();
    return changed == null || changed.compareTo(spec.quantity()) <= 0 ? spec.quantity() : changed;
  }

  /** The limit price, the higher one if an amend is on its way; null for orders without one. */
  public @Nullable Price dearestPrice() {
    Price price = spec.price();
    Price changed = change == null ? null : change.price();
    return changed == null || price == null || changed.compareTo(price) <= 0 ? price : changed;
  }

  /** Everything that may change, named once. */
  private Order copy(
      OrderSpec newSpec,
      OrderStatus newStatus,
      boolean newUnknown,
      @Nullable String newVenueOrderId,
      Quantity newFilled,
      Money newNotional,
      long time,
      String newReason,
      boolean newTriggered,
      @Nullable OrderLink newLink,
      @Nullable OrderChange newChange) {
    return new Order(
        id,
        account,
        strategy,
        newSpec,
        newStatus,
        newUnknown,
        newVenueOrderId,
        newFilled,
        newNotional,
        entry,
        expectedPrice,
        createdAt,
        time,
        newReason,
        newTriggered,
        newLink,
        newChange);
  }
}
