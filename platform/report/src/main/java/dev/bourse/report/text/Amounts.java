package dev.bourse.report.text;

import dev.bourse.api.model.Currency;
import dev.bourse.api.model.Money;
import dev.bourse.report.statistics.Decimal;
import dev.bourse.report.statistics.RunFigures;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Amounts of money as text: in the currency of equity with as many decimals as their size deserves,
 * in other currencies whole.
 *
 * @param unit the currency of equity, empty if there is none
 * @param decimals how many decimals amounts of the size of equity have
 * @param tradeDecimals how many decimals amounts of the size of a trade have
 */
public record Amounts(Optional<Currency> unit, int decimals, int tradeDecimals) {
  private static final int DIGITS = 7;
  private static final int TRADE_DIGITS = 5;

  /** Made for the amounts of one run. */
  public static Amounts of(RunFigures figures) {
    int most = figures.currency().map(Currency::decimals).orElse(2);
    return new Amounts(
        figures.currency(),
        Figures.decimals(figures.largest(), DIGITS, most),
        Figures.decimals(figures.largestTrade(), TRADE_DIGITS, most));
  }

  /** {@code 12.34 USD}. */
  public String text(Money money) {
    return unit.filter(money.currency()::equals).isPresent()
        ? Figures.amount(Decimal.of(money), decimals) + " " + money.currency()
        : Figures.trimmed(Decimal.of(money)) + " " + money.currency();
  }

  /** Amounts of several currencies; {@code 0} if there are none. */
  public String text(List<Money> amounts) {
    return amounts.isEmpty()
        ? "0"
        : amounts.stream().map(this::text).collect(Collectors.joining(", "));
  }

  /** What trades earned, in the currency of equity, or {@link Figures#NONE}. */
  public String trade(Optional<BigDecimal> amount) {
    return amount
        .map(value -> trade(value) + unit.map(currency -> " " + currency).orElse(""))
        .orElse(Figures.NONE);
  }

  /** What a trade earned or cost, without the name of the currency. */
  public String trade(BigDecimal amount) {
    return Figures.amount(amount, tradeDecimals);
  }
}
