package dev.bourse.core;

import static dev.bourse.core.Fixture.ACCOUNT;
import static dev.bourse.core.Fixture.BTCUSD;
import static dev.bourse.core.Fixture.SECOND;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.api.event.OrderReport;
import dev.bourse.api.event.Trade;
import dev.bourse.api.model.Order;
import dev.bourse.api.model.OrderOutcome;
import dev.bourse.api.model.OrderStatus;
import dev.bourse.api.strategy.Orders;
import dev.bourse.api.strategy.Strategy;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.function.Consumer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A cancel that never reached the venue. */
@Tag("N9")
class LostCancelTest {
  private final Queue<Consumer<Orders>> wishes = new ArrayDeque<>();
  private final List<OrderOutcome> told = new ArrayList<>();
  private final Fixture trader = new Fixture();

  @Test
  void itsOwnerHearsThatACancelNeverReachedTheVenue() {
    Strategy granting = OnTrade.granting(wishes);
    trader.running(
        new Strategy() {
          @Override
          public void onTrade(Trade trade, Orders orders) {
            granting.onTrade(trade, orders);
          }

          @Override
          public void onOrder(OrderOutcome outcome, Orders orders) {
            told.add(outcome);
          }
        });
    wishes.add(orders -> orders.buyLimit(BTCUSD.quantity("1"), BTCUSD.price("99.00")));
    trader.trade("100.00");
    Order order = trader.last();
    trader.accept(order.id());
    wishes.add(orders -> orders.cancel(order.id()));
    trader.trade("100.00");
    trader.sent(order.id());
    trader.now(trader.now() + 60 * SECOND);
    int before = told.size();

    trader.on(
        new OrderReport.Status(
            ACCOUNT,
            order.id(),
            "v-" + order.id(),
            OrderStatus.ACCEPTED,
            order.filled(),
            order.filledNotional(),
            "",
            trader.now()));

    assertThat(trader.order(order.id()).reason()).isEqualTo("the cancel did not reach the venue");
    assertThat(told).hasSize(before + 1);
  }
}
