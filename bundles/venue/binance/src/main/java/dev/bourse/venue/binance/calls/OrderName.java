package dev.bourse.venue.binance.calls;

import dev.bourse.venue.binance.market.SymbolMarket;
import dev.bourse.venue.binance.protocol.Params;
import dev.bourse.venue.binance.protocol.Refusals;
import dev.bourse.venue.binance.trading.Desk;
import dev.bourse.venue.binance.trading.PlacedOrder;
import org.jspecify.annotations.Nullable;

/**
 * How a request names an order: by the venue's number, by the client's name, or by both, which must
 * then agree.
 */
record OrderName(@Nullable Long id, @Nullable String clientId) {
  /** The name that a request has; refuses one without any. */
  static OrderName of(Params params, String idName, String clientIdName) {
    OrderName name = new OrderName(params.whole(idName), params.text(clientIdName));
    if (name.id == null && name.clientId == null) {
      throw Refusals.missing(idName, clientIdName);
    }
    return name;
  }

  /** The order in a market, or null. */
  @Nullable PlacedOrder find(Desk desk, SymbolMarket market) {
    PlacedOrder order = null;
    if (id != null) {
      order = desk.order(id);
      boolean agrees = order == null || clientId == null || order.calledNow().equals(clientId);
      order = agrees ? order : null;
    } else if (clientId != null) {
      order = desk.order(clientId);
    }
    return order == null || order.ticket().market() != market ? null : order;
  }
}
