package dev.bourse.backtest.run;

import dev.bourse.api.model.Money;
import dev.bourse.api.model.Position;
import dev.bourse.core.TraderCore;
import dev.bourse.core.market.Market;
import dev.bourse.core.portfolio.Equity;

/** What the account and its positions are worth in the one currency of a run. */
final class Worth {
  private Worth() {}

  /** Everything that the account has. */
  static Money equity(TraderCore core, Money zero) {
    Money sum = zero;
    for (Money each : Equity.of(core.state().portfolio(), core.state().market())) {
      sum = each.currency().equals(zero.currency()) ? sum.plus(each) : sum;
    }
    return sum;
  }

  /** The held positions at their last prices, long and short ones added. */
  static Money exposure(TraderCore core, Money zero) {
    Market market = core.state().market();
    Money sum = zero;
    for (Position position : core.state().portfolio().open()) {
      if (position.instrument().settlement().equals(zero.currency())) {
        sum = sum.plus(value(position, market, zero));
      }
    }
    return sum;
  }

  private static Money value(Position position, Market market, Money zero) {
    return market
        .referencePrice(position.instrument().id())
        .map(price -> position.instrument().notional(price, position.quantity()))
        .map(value -> value.signum() < 0 ? value.negate() : value)
        .orElse(zero);
  }
}
