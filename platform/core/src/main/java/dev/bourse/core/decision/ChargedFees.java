package dev.bourse.core.decision;

import dev.bourse.api.model.Conversion;
import dev.bourse.api.model.Currency;
import dev.bourse.api.model.Fill;
import dev.bourse.api.trace.TurnResult;
import dev.bourse.core.portfolio.Route;
import dev.bourse.core.state.Effects;
import dev.bourse.core.state.TraderState;
import org.jspecify.annotations.Nullable;

/** What fees in a third currency are worth when they are charged. */
final class ChargedFees {
  private ChargedFees() {}

  /** The conversion of a fill's fee at the prices that are known now. */
  static TurnResult.FeeConverted converted(TraderState state, Effects.OrderChange charged) {
    Fill fill = charged.fills().get(0);
    Currency settlement = fill.instrument().settlement();
    @Nullable Conversion conversion =
        Route.of(fill.fee().currency(), settlement, state.market().all())
            .filter(Route::isPriced)
            .map(route -> route.convert(fill.fee()))
            .orElse(null);
    return new TurnResult.FeeConverted(
        fill.account(),
        charged.order().strategy(),
        fill.instrument().id(),
        fill.orderId(),
        fill.fillId(),
        fill.fee(),
        conversion);
  }
}
