package dev.bourse.testkit;

import dev.bourse.api.model.AccountId;
import dev.bourse.api.model.ClientOrderId;
import dev.bourse.api.model.Instrument;
import dev.bourse.api.model.Order;
import dev.bourse.api.model.OrderSpec;
import dev.bourse.api.model.OrderStatus;
import dev.bourse.api.model.OrderType;
import dev.bourse.api.model.Price;
import dev.bourse.api.model.Quantity;
import dev.bourse.api.model.Side;
import dev.bourse.api.model.StrategyId;
import dev.bourse.api.model.TimeInForce;

/** Orders as a trader would have approved them. */
public final class TestOrders {
  /** The account of all test orders. */
  public static final AccountId ACCOUNT = new AccountId("demo");

  /** The owner of all test orders. */
  public static final StrategyId STRATEGY = new StrategyId("test");

  private TestOrders() {}

  /** A market order. */
  public static Order market(String id, Instrument instrument, Side side, String quantity) {
    return order(id, OrderSpec.market(instrument, side, Quantity.of(quantity)));
  }

  /** A limit order, good till cancelled. */
  public static Order limit(
      String id, Instrument instrument, Side side, String quantity, String price) {
    return limit(id, instrument, side, quantity, price, TimeInForce.GTC);
  }

  /** A limit order with any life. */
  public static Order limit(
      String id,
      Instrument instrument,
      Side side,
      String quantity,
      String price,
      TimeInForce life) {
    return order(id, spec(instrument, side, quantity, price, life, false));
  }

  /** A limit order that refuses to take liquidity. */
  public static Order postOnly(
      String id, Instrument instrument, Side side, String quantity, String price) {
    return order(id, spec(instrument, side, quantity, price, TimeInForce.GTC, true));
  }

  /** Any order, approved and not yet sent; one to buy is an entry. */
  public static Order order(String id, OrderSpec spec) {
    return order(id, spec, spec.side() == Side.BUY);
  }

  /** Any order, approved as an entry or as an exit and not yet sent. */
  public static Order order(String id, OrderSpec spec, boolean entry) {
    return new Order(
        new ClientOrderId(id),
        ACCOUNT,
        STRATEGY,
        spec,
        OrderStatus.INITIALIZED,
        false,
        null,
        Quantity.zero(spec.instrument().quantityDecimals()),
        spec.instrument().settlement().zero(),
        entry,
        null,
        0,
        0,
        "");
  }

  private static OrderSpec spec(
      Instrument instrument,
      Side side,
      String quantity,
      String price,
      TimeInForce life,
      boolean postOnly) {
    return new OrderSpec(
        instrument,
        side,
        OrderType.LIMIT,
        life,
        Quantity.of(quantity),
        Price.of(price),
        postOnly,
        false);
  }
}
