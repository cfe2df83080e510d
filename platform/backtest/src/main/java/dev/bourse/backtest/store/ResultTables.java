package dev.bourse.backtest.store;

import dev.bourse.api.backtest.BacktestResult;
import dev.bourse.api.backtest.BacktestResult.EquityPoint;
import dev.bourse.api.model.Conversion;
import dev.bourse.api.model.Fill;
import dev.bourse.api.model.Order;
import dev.bourse.api.model.OrderSpec;
import dev.bourse.backtest.run.TraceText;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Orders, fills and equity as tables. Times are ISO 8601 in UTC, amounts plain text. */
public final class ResultTables {
  private ResultTables() {}

  /** All orders of a run. */
  public static String orders(BacktestResult result) {
    Table table =
        new Table(
            "id",
            "created",
            "updated",
            "strategy",
            "instrument",
            "side",
            "type",
            "time_in_force",
            "quantity",
            "price",
            "status",
            "filled",
            "notional",
            "entry",
            "expected_price",
            "reason");
    result.orders().forEach(order -> table.row(row(order)));
    return table.toString();
  }

  private static List<String> row(Order order) {
    OrderSpec spec = order.spec();
    return List.of(
        order.id().toString(),
        TraceText.time(order.createdAt()),
        TraceText.time(order.updatedAt()),
        order.strategy().toString(),
        spec.instrument().id().toString(),
        spec.side().toString(),
        spec.type().toString(),
        spec.timeInForce().toString(),
        spec.quantity().toString(),
        spec.price() == null ? "" : spec.price().toString(),
        order.status().toString(),
        order.filled().toString(),
        order.filledNotional().toString(),
        String.valueOf(order.entry()),
        order.expectedPrice() == null ? "" : order.expectedPrice().toString(),
        order.reason());
  }

  static String fills(BacktestResult result) {
    Table table =
        new Table(
            "id",
            "order",
            "time",
            "instrument",
            "side",
            "price",
            "quantity",
            "notional",
            "fee",
            "liquidity",
            "fee_worth",
            "fee_rate");
    result.fills().forEach(fill -> table.row(row(fill, result.conversions().get(fill.fillId()))));
    return table.toString();
  }

  private static List<String> row(Fill fill, @Nullable Conversion conversion) {
    return List.of(
        fill.fillId(),
        fill.orderId().toString(),
        TraceText.time(fill.eventTime()),
        fill.instrument().id().toString(),
        fill.side().toString(),
        fill.price().toString(),
        fill.quantity().toString(),
        fill.notional().toString(),
        fill.fee().toString(),
        fill.liquidity().toString(),
        conversion == null ? "" : conversion.to().toString(),
        conversion == null ? "" : conversion.rate());
  }

  static String equity(BacktestResult result) {
    Table table = new Table("time", "equity", "currency", "exposure");
    for (EquityPoint point : result.equity()) {
      table.row(
          List.of(
              TraceText.time(point.time()),
              point.equity().amount(),
              point.equity().currency().toString(),
              point.exposure().amount()));
    }
    return table.toString();
  }
}
