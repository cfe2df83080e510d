package dev.bourse.core.portfolio;

import dev.bourse.api.model.Fill;
import dev.bourse.api.model.Money;
import dev.bourse.api.model.Side;
import java.util.List;

/** What an execution on spot moves in an account's balances. */
public final class CashMoves {
  private CashMoves() {}

  /** Both currencies, which change hands, and the fee: positive for what comes in. */
  public static List<Money> of(Fill fill) {
    Money base = base(fill);
    Money quote = fill.notional();
    boolean buys = fill.side() == Side.BUY;
    return List.of(buys ? base : base.negate(), buys ? quote.negate() : quote, fill.fee().negate());
  }

  /** What was executed, as money of the base currency. */
  static Money base(Fill fill) {
    return new Quantities(fill.instrument()).money(fill.quantity());
  }
}
