package dev.bourse.exchange.simulated.venue;

import dev.bourse.api.model.AccountId;
import dev.bourse.api.model.ClientOrderId;
import dev.bourse.api.model.Instrument;
import dev.bourse.api.model.Money;
import dev.bourse.api.model.OrderChange;
import dev.bourse.api.model.OrderLink;
import dev.bourse.api.model.OrderSpec;
import dev.bourse.api.model.OrderStatus;
import dev.bourse.api.model.OrderType;
import dev.bourse.api.model.Price;
import dev.bourse.api.model.Quantity;
import dev.bourse.api.model.Side;
import dev.bourse.api.model.TimeInForce;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An order as the venue keeps it, open or closed. Raw numbers are scaled by {@link #instrument}.
 */
final class VenueOrder {
  final long number;
  final AccountId account;
  final ClientOrderId id;
  final OrderSpec spec;

  Instrument instrument;

  /** When the trader decided what holds now: the order, or its last change of place. */
  long decidedAt;

  /** When that arrived. */
  long arrivedAt;

  /** Its place in a list of orders, or null. */
  @Nullable OrderLink link;

  /** Its place among orders of the same price: the lower, the earlier. */
  long place;

  /** The limit price, 0 for none. */
  long priceRaw;

  /** The trigger price, 0 for none, or none yet. */
  long triggerRaw;

  /** The trigger price that the trader knows of. */
  long reportedTriggerRaw;

  /** Whether the trigger was passed. */
  boolean triggered;

  /** From which side the price has to reach the activation price of a trailing order. */
  Activation activation = Activation.DONE;

  /** How many prices in a row were at or beyond the trigger. */
  int hits;

  /** When it ends by itself, nanoseconds; {@link Long#MAX_VALUE} for never. */
  long expiresAt = Long.MAX_VALUE;

  /** What is left of the visible part. */
  long shownRaw;

  /** What is ahead of it in the queue of its price, -1 for not known. */
  long queueRaw = -1;

  long quantityRaw;
  long filledRaw;
  Money filledNotional;
  Money reserved;
  OrderStatus status = OrderStatus.ACCEPTED;
  String reason = "";
  long closedAt;

  /** Whether it looks for liquidity; a resting order waits for it. */
  boolean taker;

  /**
   * How often its quantity was made smaller in its place; what takes its place anew begins anew.
   */
  int amends;

  /** Whether the present step changed it. */
  boolean touched;

  VenueOrder(
      long number,
      AccountId account,
      ClientOrderId id,
      OrderSpec spec,
      Instrument instrument,
      long decidedAt,
      long arrivedAt) {
    this.number = number;
    this.place = number;
    this.account = account;
    this.id = id;
    this.spec = spec;
    this.instrument = instrument;
    this.decidedAt = decidedAt;
    this.arrivedAt = arrivedAt;
    this.filledNotional = instrument.settlement().zero();
    this.reserved = paysWith().zero();
  }

  dev.bourse.api.model.Currency paysWith() {
    return isBuy() || !instrument.isSpot() ? instrument.settlement() : instrument.base();
  }

  boolean isBuy() {
    return spec.side() == Side.BUY;
  }

  boolean isMarket() {
    return workingType() == OrderType.MARKET;
  }

  /** Whether it ends where there is nothing left of the position that it could close. */
  boolean onlyReduces() {
    return spec.reduceOnly() || Sides.closes(spec);
  }

  /** What it is now: what it became when its trigger was passed. */
  OrderType workingType() {
    return triggered ? spec.type().triggered() : spec.type();
  }

  /** Whether it waits for its trigger. */
  boolean waits() {
    return spec.type().isConditional() && !triggered;
  }

  boolean fillsOnceOnly() {
    return spec.timeInForce() == TimeInForce.IOC || spec.timeInForce() == TimeInForce.FOK;
  }

  boolean isOpen() {
    return status.isLive();
  }

  /** What may still fill; of an order for an amount an estimate, {@link #wanted} is exact. */
  long remainingRaw() {
    return isForAmount() ? Math.max(0, quantityRaw - filledRaw) : quantityRaw - filledRaw;
  }

  /** Whether it is for an amount of quote currency. */
  boolean isForAmount() {
    return spec.amount() != null;
  }

  /** What of its amount is not used; only for orders for one. */
  Money unused() {
    return Objects.requireNonNull(spec.amount(), "an order of a quantity").minus(filledNotional);
  }

  /** How much it wants at a price; for an amount so much that it is not exceeded. */
  long wanted(long atRaw) {
    if (!isForAmount()) {
      return remainingRaw();
    }
    Money left = unused();
    Price price = instrument.price(atRaw);
    long raw = instrument.quantityFor(left, price).raw();
    boolean rounded = instrument.notional(price, instrument.quantity(raw)).compareTo(left) > 0;
    return rounded ? raw - instrument.stepSize().raw() : raw;
  }

  /** What of it may fill before it has to queue again. */
  long fillable() {
    return spec.displayQuantity() == null ? remainingRaw() : Math.min(shownRaw, remainingRaw());
  }

  Quantity filled() {
    return instrument.quantity(filledRaw);
  }

  /** The venue's name of it. */
  String venueOrderId() {
    return account + "-o" + number;
  }

  /** The quantity and prices that hold now, null for an order for an amount: it has neither. */
  @Nullable OrderChange terms() {
    if (isForAmount()) {
      return null;
    }
    @Nullable Price price = spec.type().hasPrice() ? instrument.price(priceRaw) : null;
    @Nullable Price trigger =
        spec.type().isConditional() && triggerRaw != 0 ? instrument.price(triggerRaw) : null;
    return new OrderChange(instrument.quantity(quantityRaw), price, trigger);
  }

  /** {@code filled=0.10 of 0.50}, {@code filled=0.10 for 9.98 of 10.00 USD}. */
  String progress() {
    if (isForAmount()) {
      return "filled=" + filled() + " for " + filledNotional.amount() + " of " + spec.amount();
    }
    return "filled=" + filled() + " of " + instrument.quantity(quantityRaw);
  }
}
