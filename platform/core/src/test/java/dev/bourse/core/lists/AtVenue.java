package dev.bourse.core.lists;

import dev.bourse.api.event.OrderReport;
import dev.bourse.api.exchange.ExchangeCommand;
import dev.bourse.api.model.Order;
import dev.bourse.api.model.OrderChange;
import dev.bourse.api.model.OrderStatus;
import dev.bourse.api.model.Quantity;
import dev.bourse.api.model.Side;

/** What the venue has of an order; what we know may be behind that. */
final class AtVenue {
  final ExchangeCommand.Submit placed;
  Quantity quantity;
  Quantity filled;
  boolean open = true;
  boolean rejected;

  AtVenue(ExchangeCommand.Submit placed) {
    this.placed = placed;
    this.quantity = placed.order().spec().quantity();
    this.filled = Quantity.zero(quantity.decimals());
  }

  boolean sells() {
    return placed.order().spec().side() == Side.SELL;
  }

  /** What it says of the order; how much was filled it has told already. */
  OrderReport.Status status(Order ours, long now) {
    OrderStatus ended = rejected ? OrderStatus.REJECTED : OrderStatus.CANCELED;
    OrderStatus closed = left().isZero() ? OrderStatus.FILLED : ended;
    return new OrderReport.Status(
        ours.account(),
        ours.id(),
        "v-" + ours.id(),
        open ? OrderStatus.ACCEPTED : closed,
        ours.filled(),
        ours.filledNotional(),
        "",
        now,
        new OrderChange(quantity, null, null));
  }

  Quantity left() {
    return quantity.minus(filled);
  }
}
