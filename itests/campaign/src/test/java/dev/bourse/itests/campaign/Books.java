package dev.bourse.itests.campaign;

import dev.bourse.api.model.Balance;
import dev.bourse.api.model.Money;
import dev.bourse.api.model.Order;
import dev.bourse.api.model.OrderStatus;
import dev.bourse.api.model.Side;
import dev.bourse.api.trader.TraderSnapshot;
import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a trader or its venue says that there is.
 *
 * @param bought how much of the base the orders of its strategies bought
 * @param sold how much of it they sold; what a lost store left to be sold is nobody's
 * @param coins how much of the base the account has
 * @param money how much of the quote it has
 * @param open what works at the venue, by id, with its quantity
 */
record Books(
    BigDecimal bought,
    BigDecimal sold,
    BigDecimal coins,
    BigDecimal money,
    Map<String, String> open) {
  /** Equal numbers are equal here, however they are written. */
  Books {
    bought = bought.stripTrailingZeros();
    sold = sold.stripTrailingZeros();
    coins = coins.stripTrailingZeros();
    money = money.stripTrailingZeros();
  }

  /** The books of a trader. */
  static Books of(TraderSnapshot trader) {
    Map<String, String> open = new TreeMap<>();
    for (Order order : trader.orders()) {
      if (order.isLive() && order.status() != OrderStatus.EMULATED) {
        open.put(order.id().value(), plain(order.spec().quantity().toString()));
      }
    }
    return new Books(
        filled(trader, Side.BUY),
        filled(trader, Side.SELL),
        total(trader, "BTC"),
        total(trader, "USDT"),
        open);
  }

  private static BigDecimal filled(TraderSnapshot trader, Side side) {
    return Saying.own(trader)
        .filter(order -> order.spec().side() == side)
        .map(order -> new BigDecimal(order.filled().toString()))
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static BigDecimal total(TraderSnapshot trader, String currency) {
    return trader.accounts().stream()
        .flatMap(account -> account.balances().stream())
        .filter(balance -> balance.currency().code().equals(currency))
        .map(Balance::total)
        .map(Money::toString)
        .map(text -> new BigDecimal(text.substring(0, text.indexOf(' '))))
        .findFirst()
        .orElse(BigDecimal.ZERO);
  }

  static String plain(String number) {
    return new BigDecimal(number).stripTrailingZeros().toPlainString();
  }
}
