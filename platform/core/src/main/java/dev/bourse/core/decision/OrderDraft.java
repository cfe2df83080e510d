package dev.bourse.core.decision;

import dev.bourse.api.model.AccountId;
import dev.bourse.api.model.ClientOrderId;
import dev.bourse.api.model.Instrument;
import dev.bourse.api.model.Order;
import dev.bourse.api.model.OrderLeg;
import dev.bourse.api.model.OrderLink;
import dev.bourse.api.model.OrderSpec;
import dev.bourse.api.model.OrderStatus;
import dev.bourse.api.model.PositionId;
import dev.bourse.api.model.Price;
import dev.bourse.api.model.Quantity;
import dev.bourse.api.model.StrategyId;
import dev.bourse.api.trace.Explanation;
import dev.bourse.core.ledger.ClientOrderIds;
import dev.bourse.core.ledger.OrderMoves;
import dev.bourse.core.risk.Checks;
import dev.bourse.core.state.TraderState;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes the order that a wish amounts to, with the next id, before anybody approved it. */
final class OrderDraft {
  private final TraderState state;
  private @Nullable String prefix;
  private @Nullable StrategyId prefixOwner;
  private long prefixEpoch;

  OrderDraft(TraderState state) {
    this.state = state;
  }

  /**
   * Makes the order.
   *
   * @param entry whether it may add exposure
   */
  Order make(AccountId account, StrategyId strategy, OrderSpec spec, boolean entry) {
    return make(nextId(strategy), account, strategy, spec, entry);
  }

  /** Makes the order with an id that was set aside for it. */
  Order make(
      ClientOrderId id, AccountId account, StrategyId strategy, OrderSpec spec, boolean entry) {
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
        instrument.settlement().zero(),
        entry,
        expected.orElse(null),
        state.time(),
        state.time(),
        "");
  }

  /** The order that takes the place of one that was cancelled for it. */
  Order successor(Order before, Quantity quantity, Quantity taken) {
    OrderLink link = OrderMoves.working(before.link());
    OrderLeg leg = link == null ? null : link.leg();
    return make(
            before.account(),
            before.strategy(),
            before.spec().withQuantity(quantity),
            before.entry())
        .withLink(link == null || leg == null ? link : link.withLeg(leg.withTaken(taken)));
  }

  /** The id of the next order. */
  ClientOrderId nextId(StrategyId strategy) {
    return id(strategy, 0);
  }

  /** The id of the next order but so many. */
  ClientOrderId id(StrategyId strategy, int ahead) {
    if (state.emergency() != 0) {
      return ClientOrderIds.emergency(
          state.settings().trader(), strategy, state.emergency(), state.nextOrder() + ahead);
    }
    String known = prefix;
    if (known == null || prefixEpoch != state.epoch() || !strategy.equals(prefixOwner)) {
      known = ClientOrderIds.prefix(state.settings().trader(), strategy, state.epoch());
      prefix = known;
      prefixEpoch = state.epoch();
      prefixOwner = strategy;
    }
    return ClientOrderIds.make(known, state.nextOrder() + ahead);
  }

  /** What the decision was based on, and the checks. */
  Explanation why(Order order, Readings readings, Checks checks) {
    return why(order, readings, checks, null);
  }

  /** The same with how its quantity was reckoned, or null if it was given. */
  Explanation why(Order order, Readings readings, Checks checks, @Nullable String reckoned) {
    Instrument instrument = order.spec().instrument();
    PositionId id = order.spec().position();
    AccountId account = order.account();
    StrategyId owner = order.strategy();
    Quantity held = state.portfolio().position(account, owner, instrument, id).quantity();
    int live = state.ledger().book(account, owner, instrument.id(), id).size();
    return Explanation.of(new Why(order.expectedPrice(), held, live, readings, reckoned, checks));
  }

  /**
   * The values behind an explanation.
   *
   * @param last the last price, or null for none
   * @param position what the owner held
   * @param liveOrders how many orders it had working
   * @param readings what its indicators said
   * @param reckoned how the quantity was reckoned, or null if it was given
   * @param asked what was asked and answered
   */
  private record Why(
      @Nullable Price last,
      Quantity position,
      int liveOrders,
      Readings readings,
      @Nullable String reckoned,
      Checks asked)
      implements Explanation.Source {
    @Override
    public String seen() {
      StringBuilder text = new StringBuilder("last=").append(last == null ? "none" : last);
      text.append(" position=").append(position).append(" live_orders=").append(liveOrders);
      readings.appendTo(text);
      return text.toString();
    }

    @Override
    public List<String> checks() {
      List<String> lines = asked.lines();
      if (reckoned != null) {
        lines.add(0, "reckoned: " + reckoned);
      }
      return lines;
    }
  }
}
