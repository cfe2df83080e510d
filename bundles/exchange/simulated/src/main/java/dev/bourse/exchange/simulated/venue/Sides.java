package dev.bourse.exchange.simulated.venue;

import dev.bourse.api.model.MarginTerms;
import dev.bourse.api.model.Order;
import dev.bourse.api.model.OrderSpec;
import dev.bourse.api.model.PositionId;
import dev.bourse.api.model.PositionSide;
import dev.bourse.api.model.Side;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The positions that an account has of one contract: one, or where it is hedged one for each side.
 * The venue knows nothing of the names that traders give to theirs.
 */
final class Sides {
  static final PositionId LONG = new PositionId("LONG");
  static final PositionId SHORT = new PositionId("SHORT");

  private static final List<PositionId> ONE = List.of(PositionId.NETTED);
  private static final List<PositionId> BOTH = List.of(LONG, SHORT);

  private Sides() {}

  /** The positions that an account has on the given terms. */
  static List<PositionId> of(@Nullable MarginTerms terms) {
    return terms != null && terms.hedged() ? BOTH : ONE;
  }

  /** What an order wants of the venue: for which of the account's positions it is. */
  static OrderSpec wanted(Order order, @Nullable MarginTerms terms) {
    OrderSpec spec = order.spec();
    PositionId position = PositionId.NETTED;
    if (terms != null && terms.hedged() && !spec.instrument().isSpot()) {
      position = order.positionSide() == PositionSide.LONG ? LONG : SHORT;
    }
    return spec.position().equals(position) ? spec : spec.forPosition(position);
  }

  /** Whether an order takes from the side that it is for. */
  static boolean closes(OrderSpec spec) {
    return spec.position().isNamed() && spec.position().equals(LONG) == (spec.side() == Side.SELL);
  }
}
