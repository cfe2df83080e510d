package dev.bourse.core.ledger;

import dev.bourse.api.model.Fill;
import dev.bourse.api.model.Money;
import dev.bourse.api.model.Quantity;
import java.math.RoundingMode;

/**
 * What was counted of an order without its executions: inferred from what the venue says is filled
 * in all, until the real fills take its place.
 *
 * @param quantity how much of it no real fill has replaced yet
 * @param notional what was reckoned for that, in quote currency
 * @param fee what was reckoned as its fee
 */
public record Provisional(Quantity quantity, Money notional, Money fee) {
  /** What an inferred fill counted. */
  public static Provisional of(Fill inferred) {
    return new Provisional(inferred.quantity(), inferred.notional(), inferred.fee());
  }

  /** Both together; an order's inferred fills are of one side and fee currency. */
  public Provisional plus(Provisional more) {
    return new Provisional(
        quantity.plus(more.quantity), notional.plus(more.notional), fee.plus(more.fee));
  }

  /** How much of a real fill was counted already. */
  public Quantity covers(Fill real) {
    return quantity.min(real.quantity());
  }

  /**
   * What the covered part of a real fill was reckoned as. The last part takes what is left, so that
   * in the end exactly the real fills are counted; before that the real price is taken for right.
   */
  public Provisional replacedBy(Fill real) {
    Quantity covered = covers(real);
    if (covered.equals(quantity)) {
      return this;
    }
    return new Provisional(
        covered,
        real.notional().share(covered, real.quantity(), RoundingMode.HALF_EVEN),
        fee.share(covered, quantity, RoundingMode.HALF_EVEN));
  }

  /** What is left when a part was replaced. */
  public Provisional minus(Provisional part) {
    return new Provisional(
        quantity.minus(part.quantity), notional.minus(part.notional), fee.minus(part.fee));
  }
}
