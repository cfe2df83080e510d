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
    return new Order(
        new ClientOrderId(id),
        ACCOUNT,
        new StrategyId("ema"),
        OrderSpec.market(Market.BTC, Side.BUY, Quantity.of("0.1000")),
        OrderStatus.INITIALIZED,
        false,
        null,
        Quantity.of("0.0000"),
        Market.BTC.quote().zero(),
        true,
        null,
        1,
        1,
        "");
  }
}
