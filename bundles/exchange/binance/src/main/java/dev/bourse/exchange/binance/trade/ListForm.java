package dev.bourse.exchange.binance.trade;

import dev.bourse.api.filter.Wanted;
import dev.bourse.api.model.Order;
import dev.bourse.api.model.OrderSpec;
import dev.bourse.api.model.OrderType;
import dev.bourse.api.model.Side;
import dev.bourse.exchange.binance.call.Params;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Two orders in the venue's words (web-socket-api.md, "Place new Order list - OCO"): the one with
 * the greater price is above, the other below. Pure functions.
 */
final class PairForm {
  private PairForm() {}

  /** An order as one of a pair: its limit waits there for the price and never takes. */
  static OrderSpec inPair(OrderSpec spec) {
    return spec.type() == OrderType.LIMIT ? spec.postingOnly() : spec;
  }

  /**
   * What is sent, without the list's name.
   *
   * @param stop what the order that stops a loss wants
   * @param target what the order that takes a profit wants
   */
  static Params params(Order stop, Wanted stopForm, Order target, Wanted targetForm) {
    OrderSpec spec = stop.spec();
    Params params =
        new Params()
            .with("symbol", spec.instrument().id().symbol())
            .with("side", spec.side().name())
            .with("quantity", spec.quantity().toString());
    boolean sells = spec.side() == Side.SELL;
    leg(params, sells ? "below" : "above", stop, stopForm);
    leg(params, sells ? "above" : "below", target, targetForm);
    return params;
  }

  private static void leg(Params params, String where, Order order, Wanted form) {
    params.with(where + "Type", form.type()).with(where + "ClientOrderId", order.id().value());
    with(params, where + "Price", form.price());
    with(params, where + "StopPrice", form.stopPrice());
    if (form.price() != null && !form.type().equals("LIMIT_MAKER")) {
      params.with(where + "TimeInForce", "GTC");
    }
  }

  private static void with(Params params, String name, @Nullable BigDecimal value) {
    if (value != null) {
      params.with(name, value.toPlainString());
    }
  }
}
