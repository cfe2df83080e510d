package dev.bourse.core.decision;

import dev.bourse.api.model.AccountId;
import dev.bourse.api.model.Money;
import dev.bourse.api.risk.Breaker;
import dev.bourse.core.breaker.BreakerBook.Mark;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.ZoneId;

/** Why a breaker tripped, in a sentence with all numbers. */
final class TripText {
  /** What to do, for those whom no status tells. */
  static final String REMEDY =
      "; look at trader:info, then lift it with risk:reset, which measures from the equity of that"
          + " moment";

  private TripText() {}

  static String of(Breaker breaker, AccountId account, Mark mark, Money equity, long now) {
    ZoneId zone = breaker.mark() instanceof Breaker.Day day ? day.zone() : ZoneId.of("UTC");
    String from = breaker.mark() instanceof Breaker.Day ? "when the day began" : "at its peak";
    Money loss = mark.equity().minus(equity);
    return "breaker "
        + breaker.name()
        + " tripped on account "
        + account
        + " at "
        + Days.text(now, zone)
        + ": equity "
        + amount(equity)
        + " is "
        + amount(loss)
        + share(loss, mark.equity())
        + " below the "
        + amount(mark.equity())
        + " "
        + from
        + ", "
        + Days.text(mark.since(), zone)
        + ", and the limit is "
        + breaker.limit()
        + (breaker.limit().percent() ? "" : " " + equity.currency())
        + (breaker.flatten() ? "; entries stop, positions are closed" : "; entries stop");
  }

  private static String share(Money loss, Money from) {
    if (from.signum() <= 0) {
      return "";
    }
    BigDecimal percent =
        new BigDecimal(loss.amount())
            .multiply(BigDecimal.valueOf(100))
            .divide(new BigDecimal(from.amount()), 2, RoundingMode.HALF_EVEN);
    return " (" + percent.toPlainString() + "%)";
  }

  private static String amount(Money money) {
    BigDecimal plain = new BigDecimal(money.amount()).stripTrailingZeros();
    return plain.setScale(Math.max(2, plain.scale()), RoundingMode.UNNECESSARY).toPlainString()
        + " "
        + money.currency();
  }
}
