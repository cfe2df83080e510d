package dev.bourse.core.state;

import dev.bourse.api.model.Order;
import dev.bourse.api.trace.TurnResult;
import dev.bourse.core.market.InstrumentMarket;
import dev.bourse.core.portfolio.PositionKey;

/**
 * Lets go of what nobody needs any more. An order of which something is still to be proven stays
 * however old it is, and so do the newest fills: they tell a repeated one from a new one.
 */
record PurgeFold(TraderState state) {
  void apply(TurnResult.Purged purged) {
    state.ledger.forget(order -> isNeedless(order, purged.orders()));
    for (PositionKey key : state.ledger.unused(state.portfolio.named())) {
      InstrumentMarket market = state.market.find(key.instrument());
      if (market != null && state.portfolio.position(key, market.instrument()).isFlat()) {
        state.portfolio.forget(key);
        state.ledger.forget(key);
        state.forgottenNames++;
      }
    }
    state.cashFlows.forget(purged.flows());
  }

  private boolean isNeedless(Order order, long before) {
    return order.updatedAt() < before
        && !state.provisional.containsKey(order.id())
        && !state.doubts.contains(order.id());
  }
}
