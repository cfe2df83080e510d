package dev.bourse.core.decision;

import dev.bourse.api.model.OrderSpec;
import dev.bourse.api.model.Position;
import dev.bourse.api.model.PositionSide;
import dev.bourse.api.model.Quantity;
import dev.bourse.api.model.Side;

/** The order that closes a position at the market, as far as the venue's step lets it. */
final class Closing {
  private Closing() {}

  static OrderSpec of(Position position) {
    Side side = position.side() == PositionSide.LONG ? Side.SELL : Side.BUY;
    Quantity quantity = position.instrument().roundDown(position.quantity());
    OrderSpec spec = OrderSpec.market(position.instrument(), side, quantity).reducing();
    return spec.forPosition(position.id());
  }
}
