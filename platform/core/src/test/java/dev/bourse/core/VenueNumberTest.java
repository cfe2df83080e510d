package dev.bourse.core;

import static dev.bourse.core.Fixture.ACCOUNT;
import static dev.bourse.core.Fixture.BTCUSD;
import static dev.bourse.core.Fixture.USD;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.api.event.OrderReport;
import dev.bourse.api.model.Order;
import dev.bourse.api.model.OrderStatus;
import dev.bourse.api.strategy.Orders;
import dev.bourse.api.trace.Turn;
import dev.bourse.api.trace.TurnResult;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** An order of which nothing was heard but that its answer is lost. */
@Tag("B2")
class VenueNumberTest {
  private final Queue<Consumer<Orders>> wishes = new ArrayDeque<>();
  private final Fixture trader = new Fixture();
  private Order order;

  @BeforeEach
  void losesTheAnswer() {
    trader.running(OnTrade.granting(wishes));
    wishes.add(orders -> orders.buyMarket(BTCUSD.quantity("1")));
    trader.trade("100.00");
    order = trader.last();
    trader.sent(order.id());
    trader.on(new OrderReport.AnswerLost(ACCOUNT, order.id(), "cut", trader.now()));
  }

  @Test
  void isAskedForWhenAnExecutionProvesTheOrder() {
    Turn turn = trader.fill(order.id(), "1", "100.00", USD.zero());

    Order filled = trader.order(order.id());
    assertThat(filled.status()).isEqualTo(OrderStatus.FILLED);
    assertThat(filled.venueOrderId()).isNull();
    assertThat(turn.results()).contains(new TurnResult.QueryRequested(order.id()));
  }

  @Test
  void isLearnedThoughTheOrderIsOver() {
    trader.fill(order.id(), "1", "100.00", USD.zero());
    Order filled = trader.order(order.id());

    trader.on(
        new OrderReport.Status(
            ACCOUNT,
            order.id(),
            "v77",
            OrderStatus.FILLED,
            filled.filled(),
            filled.filledNotional(),
            "",
            trader.now()));

    assertThat(trader.order(order.id())).isEqualTo(filled.withVenueOrderId("v77"));
  }

  @Test
  void isNotAskedForOnceTheVenueSaidIt() {
    trader.accept(order.id());

    Turn turn = trader.fill(order.id(), "1", "100.00", USD.zero());

    assertThat(turn.results()).doesNotContain(new TurnResult.QueryRequested(order.id()));
  }
}
