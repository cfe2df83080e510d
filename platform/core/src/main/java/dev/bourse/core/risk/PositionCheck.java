package dev.bourse.core.risk;

import dev.bourse.api.model.MarginTerms;
import dev.bourse.api.model.OmsType;
import dev.bourse.api.model.Order;
import dev.bourse.api.model.OrderSpec;
import dev.bourse.api.model.Position;
import dev.bourse.api.model.PositionSide;
import dev.bourse.api.model.Quantity;
import dev.bourse.api.model.Side;
import dev.bourse.api.risk.DenialCode;
import dev.bourse.api.risk.RiskDecision;
import dev.bourse.api.strategy.Orders;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Whether an order that may add exposure is for a position that its owner may have, and does not
 * cross it through zero. Pure; null means no objection.
 *
 * <p>A position must not be crossed if it has a name, or if its venue holds long and short of a
 * contract side by side: an order is for one of both there.
 */
final class PositionCheck {
  private PositionCheck() {}

  static RiskDecision.@Nullable Denied of(Order order, GateFacts facts) {
    RiskDecision.Denied denial = name(order, facts);
    return denial == null && isBound(order, facts) ? crossing(order, facts) : denial;
  }

  private static RiskDecision.@Nullable Denied name(Order order, GateFacts facts) {
    boolean named = order.spec().position().isNamed();
    Optional<OmsType> oms = facts.oms(order.strategy());
    if (oms.isPresent() && named != (oms.get() == OmsType.HEDGING)) {
      return DenialCode.INVALID_POSITION_ID.because(
          "position=" + (named ? order.spec().position() : "none") + " oms=" + oms.get());
    }
    return named && facts.isCrowded(order)
        ? DenialCode.INVALID_POSITION_ID.because(
            "position=" + order.spec().position() + " limit=" + Orders.MOST_POSITIONS)
        : null;
  }

  private static boolean isBound(Order order, GateFacts facts) {
    OrderSpec spec = order.spec();
    return spec.position().isNamed()
        || (!spec.instrument().isSpot()
            && facts.terms(order.account()).map(MarginTerms::hedged).orElse(false));
  }

  private static RiskDecision.@Nullable Denied crossing(Order order, GateFacts facts) {
    OrderSpec spec = order.spec();
    Side other = spec.side() == Side.BUY ? Side.SELL : Side.BUY;
    PositionSide against = other == Side.BUY ? PositionSide.LONG : PositionSide.SHORT;
    Position position = facts.position(order.account(), order.strategy(), spec);
    Quantity opposed = facts.outstanding(order.account(), order.strategy(), spec, other);
    if (position.side() == against) {
      return DenialCode.EXCEEDS_POSITION.because(holding(order, facts));
    }
    return position.isFlat() && !opposed.isZero()
        ? DenialCode.EXCEEDS_POSITION.because(
            holding(order, facts) + " live_" + (other == Side.BUY ? "buys=" : "sells=") + opposed)
        : null;
  }

  /** What is held and what is on its way out, for a sentence. */
  static String holding(Order order, GateFacts facts) {
    OrderSpec spec = order.spec();
    Position position = facts.position(order.account(), order.strategy(), spec);
    String exits =
        " live_exits=" + facts.outstanding(order.account(), order.strategy(), spec, spec.side());
    return "quantity="
        + spec.quantity()
        + (spec.position().isNamed() ? " name=" + spec.position() : "")
        + " position="
        + position.side()
        + " "
        + position.quantity()
        + exits;
  }
}
