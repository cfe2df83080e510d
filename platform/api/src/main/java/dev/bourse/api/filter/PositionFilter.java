package dev.bourse.api.filter;

import dev.bourse.api.model.Side;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** MAX_POSITION: how much of the base an account may come to have. */
record PositionFilter(BigDecimal most) implements OrderFilter {
  @Override
  public @Nullable String problem(Wanted order, Surroundings around) {
    BigDecimal quantity = order.quantity();
    BigDecimal position = around.position();
    if (order.side() != Side.BUY || quantity == null || position == null) {
      return null;
    }
    return position.add(quantity).compareTo(most) <= 0
        ? null
        : "MAX_POSITION: position="
            + position.toPlainString()
            + " quantity="
            + quantity.toPlainString()
            + " max="
            + most.toPlainString();
  }
}
