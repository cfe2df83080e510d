package dev.bourse.core;

import static dev.bourse.core.Fixture.ACCOUNT;
import static dev.bourse.core.Fixture.BTCUSD;
import static dev.bourse.core.Fixture.SECOND;
import static dev.bourse.core.Fixture.USD;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.api.event.OrderReport;
import dev.bourse.api.event.TimerEvent;
import dev.bourse.api.exchange.Capabilities;
import dev.bourse.api.exchange.ExchangeCommand;
import dev.bourse.api.model.ClientOrderId;
import dev.bourse.api.model.Money;
import dev.bourse.api.model.Order;
import dev.bourse.api.model.OrderStatus;
import dev.bourse.api.strategy.Orders;
import dev.bourse.api.trace.Turn;
import dev.bourse.api.trace.TurnResult;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * A venue cancelled a resting buy of 1 BTC, but its report was lost; it then answers as if it still
 * had the order, so that the cancel counts as failed. A second cancel is refused: unknown order.
 */
@Tag("P4")
class RefusedCancelTest {
  private final Queue<Consumer<Orders>> wishes = new ArrayDeque<>();
  private Fixture trader = new Fixture();
  private ClientOrderId id = new ClientOrderId("none");

  @BeforeEach
  void losesTheFirstCanceled() {
    trader.running(OnTrade.granting(wishes));
    does(orders -> orders.buyLimit(BTCUSD.quantity("1"), BTCUSD.price("99.00")));
    id = trader.last().id();
    trader.accept(id);
    does(orders -> orders.cancel(id));
    trader.sent(id);
    trader.now(trader.now() + 60 * SECOND);
    trader.on(status(OrderStatus.ACCEPTED));
    does(orders -> orders.cancel(id));
    trader.sent(id);
    trader.commands().clear();
  }

  private void does(Consumer<Orders> wish) {
    wishes.add(wish);
    trader.trade("100.00");
  }

  private OrderReport.Status status(OrderStatus status) {
    Order order = trader.order(id);
    return new OrderReport.Status(
        ACCOUNT, id, "v", status, order.filled(), order.filledNotional(), "", trader.now());
  }

  private Turn refuse() {
    return trader.on(
        new OrderReport.CancelRejected(ACCOUNT, id, "UNKNOWN_ORDER: order=" + id, trader.now()));
  }

  private Money reserved() {
    return trader.core().state().portfolio().balance(ACCOUNT, USD).orElseThrow().reserved();
  }

  /** Lets time pass; how often the venue was asked. */
  private long askedWithin(long seconds) {
    trader.commands().clear();
    long until = trader.now() + seconds * SECOND;
    for (TimerEvent due = trader.core().due(until); due != null; due = trader.core().due(until)) {
      trader.at(Math.max(trader.core().time(), due.deadline()), due);
    }
    trader.now(until);
    return trader.commands().stream().filter(ExchangeCommand.Query.class::isInstance).count();
  }

  @Test
  void isAskedForAtOnceAndKeepsItsReservation() {
    Turn turn = refuse();

    assertThat(turn.results()).contains(new TurnResult.QueryRequested(id));
    assertThat(trader.order(id).status()).isEqualTo(OrderStatus.ACCEPTED);
    assertThat(trader.order(id).reason()).isEqualTo("UNKNOWN_ORDER: order=" + id);
    assertThat(reserved()).isEqualTo(Money.of("99.198", USD));
  }

  @Test
  void isAskedForAgainAndAgainUntilTheVenueProvesItsEnd() {
    refuse();

    long asked = askedWithin(300);
    trader.on(status(OrderStatus.CANCELED));
    long afterwards = askedWithin(300);

    assertThat(asked).isGreaterThan(3);
    assertThat(trader.order(id).status()).isEqualTo(OrderStatus.CANCELED);
    assertThat(reserved()).isEqualTo(USD.zero());
    assertThat(afterwards).isZero();
  }

  @Test
  void isAskedForNoMoreOnceTheVenueSaysThatItWorksIt() {
    refuse();

    trader.on(status(OrderStatus.ACCEPTED));

    assertThat(trader.order(id).reason()).isEqualTo("UNKNOWN_ORDER: order=" + id);
    assertThat(askedWithin(300)).isZero();
  }

  @Test
  void isOfUnknownFateWhenTheVenueFindsItNoMore() {
    refuse();

    long asked = askedWithin(60);
    trader.on(new OrderReport.NotFound(ACCOUNT, id, trader.now(), trader.now()));
    askedWithin(60);
    trader.on(new OrderReport.NotFound(ACCOUNT, id, trader.now(), trader.now()));

    assertThat(asked).isPositive();
    assertThat(trader.order(id).unknown()).isTrue();
    assertThat(reserved()).isEqualTo(Money.of("99.198", USD));
  }

  @Test
  void isAskedForAfterARestartToo() {
    refuse();
    Fixture before = trader;

    trader = new Fixture(TraderCore.restore(Fixture.settings(List.of()), before.core().save()));
    trader.core().bindAccount(ACCOUNT, Capabilities.basic(Duration.ofDays(1), true));
    trader.now(before.now());

    assertThat(askedWithin(60)).isPositive();
    trader.on(status(OrderStatus.CANCELED));
    assertThat(trader.order(id).status()).isEqualTo(OrderStatus.CANCELED);
    assertThat(reserved()).isEqualTo(USD.zero());
  }
}
