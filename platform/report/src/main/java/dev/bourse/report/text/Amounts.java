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
 * Amounts of money as text: in the currency of equity with as many decimals as its size deserves,
 * in other currencies whole.
 *
 * @param unit the currency of equity, empty if there is none
 * @param decimals how many decimals amounts in it have
 */
public record Amounts(Optional<Currency> unit, int decimals) {
  /** Made for the amounts of one run. */
  public static Amounts of(RunFigures figures) {
    int most = figures.currency().map(Currency::decimals).orElse(2);
    return new Amounts(figures.currency(), Figures.decimals(figures.largest(), most));
  }

  /** {@code 12.34 USD}. */
  public String text(Money money) {
    return unit.filter(money.currency()::equals).isPresent()
        ? Figures.amount(Decimal.of(money), decimals) + " " + money.currency()
        : Figures.trimmed(Decimal.of(money)) + " " + money.currency();
  }

  /** An amount in the currency of equity, or {@link Figures#NONE}. */
  public String text(Optional<BigDecimal> amount) {
    return amount.map(this::text).orElse(Figures.NONE);
  }

  /** An amount in the currency of equity. */
  public String text(BigDecimal amount) {
    return plain(amount) + unit.map(currency -> " " + currency).orElse("");
  }

  /** An amount in the currency of equity, without its name. */
  public String plain(BigDecimal amount) {
    return Figures.amount(amount, decimals);
  }

  /** Amounts of several currencies; {@code 0} if there are none. */
  public String text(List<Money> amounts) {
    return amounts.isEmpty()
        ? "0"
        : amounts.stream().map(this::text).collect(Collectors.joining(", "));
  }
}
