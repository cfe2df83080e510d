package dev.bourse.report.statistics;

import dev.bourse.api.backtest.BacktestResult;
import dev.bourse.api.model.Fill;
import dev.bourse.api.model.Money;
import dev.bourse.api.model.Order;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What trading cost. */
public final class Costs {
  private Costs() {}

  /** All fees added up, one amount per currency, by code. */
  public static List<Money> fees(BacktestResult result) {
    Map<String, Money> totals = new TreeMap<>();
    for (Fill fill : result.fills()) {
      totals.merge(fill.fee().currency().code(), fill.fee(), Money::plus);
    }
    return List.copyOf(totals.values());
  }

  /** All notionals added up, one amount per currency of settlement, by code. */
  public static List<Money> turnover(BacktestResult result) {
    Map<String, Money> totals = new TreeMap<>();
    for (Fill fill : result.fills()) {
      totals.merge(fill.instrument().settlement().code(), fill.notional(), Money::plus);
    }
    return List.copyOf(totals.values());
  }

  /**
   * How far filled orders missed the price that the decision was based on, as a share, averaged
   * over orders: above zero is worse than expected for buys and sells alike. Not a number if no
   * filled order has an expected price.
   */
  public static double slippage(BacktestResult result) {
    return result.orders().stream()
        .filter(order -> order.expectedPrice() != null && order.filled().isPositive())
        .mapToDouble(Costs::slippage)
        .average()
        .orElse(Double.NaN);
  }

  private static double slippage(Order order) {
    BigDecimal expected =
        order.expectedPrice() == null ? BigDecimal.ZERO : Decimal.of(order.expectedPrice());
    BigDecimal paid =
        Units.price(
                order.spec().instrument(),
                Decimal.of(order.filledNotional()),
                Decimal.of(order.filled()))
            .orElse(expected);
    return expected.signum() == 0
        ? 0
        : order.spec().side().sign()
            * paid.subtract(expected).divide(expected, MathContext.DECIMAL64).doubleValue();
  }
}
