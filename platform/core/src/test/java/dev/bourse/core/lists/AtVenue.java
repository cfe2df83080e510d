package dev.bourse.core.lists;

import dev.bourse.api.exchange.ExchangeCommand;
import dev.bourse.api.model.Quantity;

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

  Quantity left() {
    return quantity.minus(filled);
  }
}
