package dev.bourse.core.decision;

import dev.bourse.api.model.AccountId;
import dev.bourse.api.model.Order;
import dev.bourse.api.model.OrderSpec;
import dev.bourse.api.model.Position;
import dev.bourse.api.model.PositionSide;
import dev.bourse.api.model.Quantity;
import dev.bourse.api.model.Side;
import dev.bourse.core.ledger.OrderLedger;
import dev.bourse.core.portfolio.PositionKey;
import dev.bourse.core.state.TraderState;
import dev.bourse.core.status.TraderFlags;
import org.jspecify.annotations.Nullable;

/**
 * Closes positions at the market, as far as it is proven that nothing else has closed them: each by
 * itself, so that an order of unknown fate holds up no more than what it may have sold.
 */
final class Closings {
  private final TraderState state;

  Closings(TraderState state) {
    this.state = state;
  }

  /** The order that closes a position now; null while its orders give way, or if none may go. */
  @Nullable OrderSpec close(Position position) {
    PositionKey key = PositionKey.of(position);
    boolean clear = state.ledger().live(key).stream().allMatch(Order::unknown);
    Quantity quantity = clear ? certain(position) : Quantity.zero(0);
    if (!quantity.isPositive()) {
      return null;
    }
    OrderSpec spec = OrderSpec.market(position.instrument(), closing(position), quantity);
    return spec.reducing().forPosition(position.id());
  }

  /** What of a position no order of unknown fate may have closed, as far as the venue's step. */
  Quantity certain(Position position) {
    Quantity sold = Quantity.zero(position.quantity().decimals());
    for (Order order : state.ledger().live(PositionKey.of(position))) {
      if (order.unknown() && order.spec().side() == closing(position)) {
        boolean counted = order.spec().amount() == null;
        Quantity most = counted ? order.unfilled() : position.quantity();
        sold = sold.plus(most.withDecimals(sold.decimals()));
      }
    }
    Quantity left = position.quantity().minus(sold.min(position.quantity()));
    return position.instrument().roundDown(left);
  }

  /** Whether an exit may be cancelled for the close: it stays while an entry may still fill. */
  boolean mayGiveWay(Order exit) {
    return isCurrent(exit.account())
        && state.ledger().live(OrderLedger.key(exit)).stream()
            .noneMatch(order -> order.entry() && !order.unknown());
  }

  /**
   * Whether what an account holds is known as its venue has it now, or cannot be for a reason that
   * people were told: then they close by what the books say.
   */
  boolean isCurrent(AccountId account) {
    TraderFlags.AccountFlags flags = state.flags().account(account);
    return flags.connected() && (flags.reconciled() || !flags.detail().isEmpty());
  }

  private static Side closing(Position position) {
    return position.side() == PositionSide.LONG ? Side.SELL : Side.BUY;
  }
}
