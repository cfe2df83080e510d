package dev.bourse.exchange.simulated.venue;

import dev.bourse.api.model.AccountId;
import dev.bourse.api.model.ClientOrderId;
import dev.bourse.api.model.Instrument;
import dev.bourse.api.model.Money;
import dev.bourse.api.model.OrderSpec;
import dev.bourse.api.model.OrderStatus;
import dev.bourse.api.model.OrderType;
import dev.bourse.api.model.Quantity;
import dev.bourse.api.model.Side;
import dev.bourse.api.model.TimeInForce;

/**
 * An order as the venue keeps it, open or closed. Raw numbers are scaled by {@link #instrument}.
 */
final class VenueOrder {
  final long number;
  final AccountId account;
  final ClientOrderId id;
  final OrderSpec spec;
  final long decidedAt;
  final long arrivedAt;

  Instrument instrument;
  long priceRaw;
  long quantityRaw;
  long filledRaw;
  Money filledNotional;
  Money reserved;
  OrderStatus status = OrderStatus.ACCEPTED;
  String reason = "";
  long closedAt;

  /** Whether it looks for liquidity; a resting order waits for it. */
  boolean taker;

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
    this.account = account;
    this.id = id;
    this.spec = spec;
    this.instrument = instrument;
    this.decidedAt = decidedAt;
    this.arrivedAt = arrivedAt;
    this.filledNotional = instrument.quote().zero();
    this.reserved = paysWith().zero();
  }

  dev.bourse.api.model.Currency paysWith() {
    return isBuy() ? instrument.quote() : instrument.base();
  }

  boolean isBuy() {
    return spec.side() == Side.BUY;
  }

  boolean isMarket() {
    return spec.type() == OrderType.MARKET;
  }

  boolean fillsOnceOnly() {
    return spec.timeInForce() == TimeInForce.IOC || spec.timeInForce() == TimeInForce.FOK;
  }

  boolean isOpen() {
    return status.isLive();
  }

  long remainingRaw() {
    return quantityRaw - filledRaw;
  }

  Quantity filled() {
    return instrument.quantity(filledRaw);
  }

  /** The venue's name of it. */
  String venueOrderId() {
    return account + "-o" + number;
  }

  /** {@code filled=0.10 of 0.50}. */
  String progress() {
    return "filled=" + filled() + " of " + instrument.quantity(quantityRaw);
  }
}
