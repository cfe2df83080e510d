package dev.bourse.core.decision;

import dev.bourse.api.model.AccountId;
import dev.bourse.api.model.ClientOrderId;
import dev.bourse.api.model.Instrument;
import dev.bourse.api.model.Order;
import dev.bourse.api.model.OrderSpec;
import dev.bourse.api.model.OrderStatus;
import dev.bourse.api.model.Price;
import dev.bourse.api.model.Quantity;
import dev.bourse.api.model.StrategyId;
import dev.bourse.core.ledger.ClientOrderIds;
import dev.bourse.core.portfolio.PositionKey;
import dev.bourse.core.state.TraderState;
import java.util.Optional;

/** Makes the order that a wish amounts to, with the next id, before anybody approved it. */
final class OrderDraft {
  private final TraderState state;

  OrderDraft(TraderState state) {
    this.state = state;
  }

  Order make(AccountId account, StrategyId strategy, OrderSpec spec) {
    ClientOrderId id =
        ClientOrderIds.make(state.settings().trader(), strategy, state.epoch(), state.nextOrder());
    Instrument instrument = spec.instrument();
    Optional<Price> expected = state.market().referencePrice(instrument.id());
    return new Order(
        id,
        account,
        strategy,
        spec,
        OrderStatus.INITIALIZED,
        false,
        null,
        Quantity.zero(instrument.quantityDecimals()),
        instrument.quote().zero(),
        true,
        expected.orElse(null),
        state.time(),
        state.time(),
        "");
  }

  Order entry(Order order, boolean entry) {
    return new Order(
        order.id(),
        order.account(),
        order.strategy(),
        order.spec(),
        order.status(),
        order.unknown(),
        order.venueOrderId(),
        order.filled(),
        order.filledNotional(),
        entry,
        order.expectedPrice(),
        order.createdAt(),
        order.updatedAt(),
        order.reason());
  }

  /** What the decision was based on. */
  String seen(PositionKey key, Order order) {
    Price last = order.expectedPrice();
    String position =
        state.portfolio().position(key, order.spec().instrument()).quantity().toString();
    return "last="
        + (last == null ? "none" : last)
        + " position="
        + position
        + " live_orders="
        + state.ledger().book(key).size();
  }
}
