package dev.bourse.engine;

import dev.bourse.api.model.AccountId;
import dev.bourse.api.model.ClientOrderId;
import dev.bourse.api.model.Order;
import dev.bourse.api.model.OrderSpec;
import dev.bourse.api.model.OrderStatus;
import dev.bourse.api.model.Quantity;
import dev.bourse.api.model.Side;
import dev.bourse.api.model.StrategyId;

/** Orders for tests. */
public final class SampleOrders {
  public static final AccountId ACCOUNT = new AccountId("main");

  private SampleOrders() {}

  /** An approved market order to buy a tenth of a bitcoin. */
  public static Order order(String id) {
    return order(id, Side.BUY);
  }

  /** An approved market order that sells a tenth of a bitcoin that is held. */
  public static Order exit(String id) {
    return order(id, Side.SELL);
  }

  private static Order order(String id, Side side) {
    return new Order(
        new ClientOrderId(id),
        ACCOUNT,
        new StrategyId("ema"),
        OrderSpec.market(Market.BTC, side, Quantity.of("0.1000")),
        OrderStatus.INITIALIZED,
        false,
        null,
        Quantity.of("0.0000"),
        Market.BTC.quote().zero(),
        side == Side.BUY,
        null,
        1,
        1,
        "");
  }
}
