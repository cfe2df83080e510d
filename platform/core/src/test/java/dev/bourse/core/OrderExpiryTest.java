package dev.bourse.core;

import static dev.bourse.core.Fixture.ACCOUNT;
import static dev.bourse.core.Fixture.BTCUSD;
import static dev.bourse.core.Fixture.SECOND;
import static dev.bourse.core.OneBitcoin.ONE;
import static dev.bourse.core.OneBitcoin.stopAt;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.api.event.CommandEvent;
import dev.bourse.api.event.OrderReport;
import dev.bourse.api.event.TimerEvent;
import dev.bourse.api.exchange.ExchangeCommand;
import dev.bourse.api.model.ClientOrderId;
import dev.bourse.api.model.OrderSpec;
import dev.bourse.api.model.OrderStatus;
import dev.bourse.api.model.Side;
import dev.bourse.api.model.TimeInForce;
import dev.bourse.api.trace.Turn;
import dev.bourse.api.trace.TurnResult;
import dev.bourse.core.decision.TurnRecord;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The time of an order that waits here, or at a venue that knows no expiry. */
@Tag("N20")
class OrderExpiryTest {
  private final OneBitcoin house = new OneBitcoin();
  private final Fixture trader = house.trader;

  @Test
  void endsAHeldOrderWhenItsTimeIsOver() {
    long end = trader.now() + 10 * SECOND;
    ClientOrderId id = house.holds(stopAt("95.00").until(end));

    trader.at(end, new TimerEvent(TimerEvent.ENGINE, "expiry " + id, end, false));

    assertThat(trader.order(id).status()).isEqualTo(OrderStatus.EXPIRED);
    assertThat(trader.core().state().engineTimers().isSet(TimerEvent.ENGINE, "expiry " + id))
        .isFalse();
  }

  @Test
  void cancelsAtItsTimeWhereTheVenueKnowsNoExpiry() {
    long end = trader.now() + 10 * SECOND;
    OrderSpec spec = OrderSpec.limit(BTCUSD, Side.BUY, ONE, BTCUSD.price("90.00")).until(end);
    TurnRecord placed = house.asks(orders -> orders.submit(spec));
    TimeInForce sent = placed.commands().get(0).order().spec().timeInForce();
    ClientOrderId id = trader.last().id();
    trader.accept(id);

    boolean armed = trader.core().state().engineTimers().isSet(TimerEvent.ENGINE, "expiry " + id);
    Turn over = trader.at(end, new TimerEvent(TimerEvent.ENGINE, "expiry " + id, end, false));

    assertThat(armed).isTrue();
    assertThat(sent).isEqualTo(TimeInForce.GTC);
    assertThat(trader.order(id).spec().timeInForce()).isEqualTo(TimeInForce.GTD);
    assertThat(over.results())
        .containsExactly(new TurnResult.CancelRequested(id, "expired at its time"));
  }

  /** An order whose time is over, whose one cancel is on its way. */
  private ClientOrderId beingCancelled() {
    long end = trader.now() + 10 * SECOND;
    ClientOrderId id =
        house.holds(OrderSpec.limit(BTCUSD, Side.BUY, ONE, BTCUSD.price("90.00")).until(end));
    trader.accept(id);
    trader.pass(Duration.ofSeconds(15));
    trader.sent(id);
    trader.commands().clear();
    return id;
  }

  private void stillWorks(ClientOrderId id) {
    trader.on(
        new OrderReport.Status(
            ACCOUNT,
            id,
            "v-" + id,
            OrderStatus.ACCEPTED,
            trader.order(id).filled(),
            trader.order(id).filledNotional(),
            "",
            trader.now()));
  }

  private long cancels() {
    return trader.commands().stream().filter(ExchangeCommand.Cancel.class::isInstance).count();
  }

  @Test
  void isCancelledAgainWhenTheCancelNeverLeft() {
    ClientOrderId id = beingCancelled();

    trader.on(new CommandEvent.CancelDropped(id, "VENUE_BUSY: account=acct"));
    trader.pass(Duration.ofSeconds(5));

    assertThat(cancels()).isEqualTo(1);
    assertThat(trader.order(id).status()).isEqualTo(OrderStatus.PENDING_CANCEL);
  }

  @Test
  void isCancelledAgainWhenTheVenueRefusedIt() {
    ClientOrderId id = beingCancelled();

    trader.on(new OrderReport.CancelRejected(ACCOUNT, id, "TOO_MANY", trader.now()));
    stillWorks(id);
    trader.pass(Duration.ofSeconds(5));

    assertThat(cancels()).isEqualTo(1);
    assertThat(trader.order(id).status()).isEqualTo(OrderStatus.PENDING_CANCEL);
  }

  @Test
  void isCancelledAgainWhenTheVenueNeverHeardOfIt() {
    ClientOrderId id = beingCancelled();

    trader.now(trader.now() + 60 * SECOND);
    stillWorks(id);
    trader.pass(Duration.ofMinutes(1));

    assertThat(cancels()).isEqualTo(1);
    assertThat(trader.order(id).status()).isEqualTo(OrderStatus.PENDING_CANCEL);
  }

  @Test
  void isCancelledAgainEverMoreSeldom() {
    ClientOrderId id = beingCancelled();

    for (int second = 0; second < 3600; second++) {
      if (trader.order(id).status() == OrderStatus.PENDING_CANCEL) {
        trader.on(new OrderReport.CancelRejected(ACCOUNT, id, "TOO_MANY", trader.now()));
      }
      trader.pass(Duration.ofSeconds(1));
    }

    assertThat(cancels()).isBetween(59L, 90L);
  }

  @Test
  void isDeniedWithoutATimeOrWithOneThatIsOver() {
    OrderSpec spec = OrderSpec.limit(BTCUSD, Side.BUY, ONE, BTCUSD.price("90.00"));

    house.does(orders -> orders.submit(spec.until(0)));
    String missing = trader.last().reason();
    house.does(orders -> orders.submit(spec.until(5)));

    assertThat(missing).isEqualTo("MISSING_EXPIRE_TIME: time_in_force=GTD");
    assertThat(trader.last().reason())
        .isEqualTo("EXPIRE_TIME_IN_PAST: expires_at=5 time=" + trader.now());
  }
}
