package dev.bourse.core;

import static dev.bourse.core.Fixture.ACCOUNT;
import static dev.bourse.core.Fixture.BTCUSD;
import static dev.bourse.core.Fixture.SECOND;
import static dev.bourse.core.Fixture.USD;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.api.event.CommandEvent;
import dev.bourse.api.event.LifecycleEvent;
import dev.bourse.api.event.OrderReport;
import dev.bourse.api.event.TimerEvent;
import dev.bourse.api.exchange.Capabilities;
import dev.bourse.api.exchange.ExchangeCommand;
import dev.bourse.api.model.ClientOrderId;
import dev.bourse.api.model.Money;
import dev.bourse.api.model.Order;
import dev.bourse.api.model.OrderChange;
import dev.bourse.api.model.OrderOutcome;
import dev.bourse.api.model.OrderSpec;
import dev.bourse.api.model.OrderStatus;
import dev.bourse.api.model.OrderType;
import dev.bourse.api.model.Side;
import dev.bourse.api.model.TimeInForce;
import dev.bourse.api.model.TrailingUnit;
import dev.bourse.api.model.Trigger;
import dev.bourse.api.strategy.Orders;
import dev.bourse.api.trace.Turn;
import dev.bourse.api.trace.TurnResult;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.EnumSet;
import java.util.List;
import java.util.Queue;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A resting buy of 1 BTC at 99.00 is changed; free are 10,000 USD, of which it reserves 99.198. */
@Tag("N23")
class AmendTest {
  private final Queue<Consumer<Orders>> wishes = new ArrayDeque<>();
  private final OnTrade strategy = OnTrade.granting(wishes);
  private final Fixture trader = new Fixture();
  private ClientOrderId id = new ClientOrderId("none");

  @BeforeEach
  void restsABuy() {
    trader.running(strategy);
    amendable(true);
    does(orders -> orders.buyLimit(BTCUSD.quantity("1"), BTCUSD.price("99.00")));
    id = trader.last().id();
    trader.accept(id);
  }

  private void amendable(boolean amend) {
    trader
        .core()
        .bindAccount(
            ACCOUNT,
            Capabilities.builder(Duration.ofDays(1), true)
                .orderTypes(EnumSet.allOf(OrderType.class))
                .timesInForce(EnumSet.allOf(TimeInForce.class))
                .postOnly(true)
                .amend(amend)
                .trailingUnits(EnumSet.allOf(TrailingUnit.class))
                .build());
  }

  private Turn does(Consumer<Orders> wish) {
    wishes.add(wish);
    return trader.trade("100.00");
  }

  private Turn amends(OrderChange change) {
    return does(orders -> orders.amend(id, change));
  }

  private Money reserved() {
    return trader.core().state().portfolio().balance(ACCOUNT, USD).orElseThrow().reserved();
  }

  private void updated(OrderChange change) {
    trader.on(new OrderReport.Updated(ACCOUNT, id, "v2", change, trader.now()));
  }

  @Test
  void reservesTheGreaterOfBothUntilTheVenueAnswers() {
    OrderChange more = OrderChange.quantity(BTCUSD.quantity("2"));

    amends(more);
    Money asked = reserved();
    OrderStatus pending = trader.order(id).status();
    updated(more);

    assertThat(asked).isEqualTo(Money.of("198.396", USD));
    assertThat(pending).isEqualTo(OrderStatus.PENDING_UPDATE);
    assertThat(trader.order(id).status()).isEqualTo(OrderStatus.ACCEPTED);
    assertThat(trader.order(id).spec().quantity()).isEqualTo(BTCUSD.quantity("2"));
    assertThat(trader.order(id).venueOrderId()).isEqualTo("v2");
    assertThat(reserved()).isEqualTo(Money.of("198.396", USD));
  }

  @Test
  void keepsTheReservationOfALesserChangeUntilItIsProven() {
    OrderChange less = OrderChange.price(BTCUSD.price("50.00"));

    amends(less);
    Money asked = reserved();
    updated(less);

    assertThat(asked).isEqualTo(Money.of("99.198", USD));
    assertThat(reserved()).isEqualTo(Money.of("50.1", USD));
  }

  @Test
  void isAsItWasWhenTheVenueRefuses() {
    Order before = trader.order(id);

    amends(OrderChange.quantity(BTCUSD.quantity("2")));
    trader.on(new OrderReport.UpdateRejected(ACCOUNT, id, "-2011 filter", trader.now()));

    Order after = trader.order(id);
    assertThat(after.status()).isEqualTo(OrderStatus.ACCEPTED);
    assertThat(after.spec()).isEqualTo(before.spec());
    assertThat(after.reason()).isEqualTo("-2011 filter");
    assertThat(reserved()).isEqualTo(Money.of("99.198", USD));
  }

  @Test
  void isAsItWasWhenTheAmendNeverLeft() {
    amends(OrderChange.quantity(BTCUSD.quantity("2")));

    trader.on(new CommandEvent.UpdateDropped(id, "VENUE_BUSY: account=acct"));

    assertThat(trader.order(id).status()).isEqualTo(OrderStatus.ACCEPTED);
    assertThat(trader.order(id).change()).isNull();
    assertThat(reserved()).isEqualTo(Money.of("99.198", USD));
  }

  @Test
  void isDeniedWithANumberWhenTheBalanceDoesNotCoverTheChange() {
    Turn turn = amends(OrderChange.quantity(BTCUSD.quantity("200")));

    TurnResult.AmendDenied denied = (TurnResult.AmendDenied) turn.results().get(0);
    assertThat(denied.reason())
        .isEqualTo("INSUFFICIENT_BALANCE: needed=19839.60000000 USD free=10000.00000000 USD");
    assertThat(trader.order(id).status()).isEqualTo(OrderStatus.ACCEPTED);
    assertThat(strategy.outcomes().get(strategy.outcomes().size() - 1))
        .isInstanceOf(OrderOutcome.Working.class);
    assertThat(reserved()).isEqualTo(Money.of("99.198", USD));
  }

  @Test
  void isDeniedWhereTheVenueCannotChangeOrders() {
    amendable(false);

    Turn turn = amends(OrderChange.quantity(BTCUSD.quantity("2")));

    assertThat(turn.results())
        .containsExactly(
            new TurnResult.AmendDenied(
                id,
                OrderChange.quantity(BTCUSD.quantity("2")),
                "UNSUPPORTED_ORDER: amend=true supported=false"));
  }

  @Test
  void isDeniedBelowWhatIsFilledAndForAPriceThatTheOrderDoesNotHave() {
    trader.fill(id, "0.4", "99.00", Money.of("0.08", USD));

    Turn less = amends(OrderChange.quantity(BTCUSD.quantity("0.4")));
    Turn trigger = amends(OrderChange.triggerPrice(BTCUSD.price("98.00")));

    assertThat(((TurnResult.AmendDenied) less.results().get(0)).reason())
        .isEqualTo("QUANTITY_NOT_ABOVE_FILLED: quantity=0.4000 filled=0.4000");
    assertThat(((TurnResult.AmendDenied) trigger.results().get(0)).reason())
        .isEqualTo("INVALID_CHANGE: trigger=98.00 because=LIMIT has no trigger price to change");
  }

  @Test
  void asksNothingTwiceWhileAnAnswerIsMissing() {
    OrderChange change = OrderChange.quantity(BTCUSD.quantity("2"));
    amends(change);

    Turn again = amends(OrderChange.quantity(BTCUSD.quantity("3")));

    assertThat(again.results()).isEmpty();
    assertThat(trader.order(id).change()).isEqualTo(change);
  }

  @Test
  void aFillThatOvertakesTheAnswerCountsOnce() {
    OrderChange change = OrderChange.quantity(BTCUSD.quantity("2"));
    amends(change);

    trader.fill(id, "0.7", "99.00", Money.of("0.1386", USD));
    OrderStatus meanwhile = trader.order(id).status();
    updated(change);

    assertThat(meanwhile).isEqualTo(OrderStatus.PENDING_UPDATE);
    assertThat(trader.order(id).status()).isEqualTo(OrderStatus.PARTIALLY_FILLED);
    assertThat(trader.order(id).remaining()).isEqualTo(BTCUSD.quantity("1.3"));
  }

  /** The venue took the amend and filled the old quantity before its answer came. */
  @Test
  void staysOpenForTheGreaterQuantityWhileTheAnswerIsMissing() {
    OrderChange change = OrderChange.quantity(BTCUSD.quantity("2"));
    amends(change);

    trader.fill(id, "1", "99.00", Money.of("0.198", USD));
    OrderStatus meanwhile = trader.order(id).status();
    updated(change);
    OrderStatus after = trader.order(id).status();
    trader.fill(id, "1", "99.00", Money.of("0.198", USD));

    assertThat(meanwhile).isEqualTo(OrderStatus.PENDING_UPDATE);
    assertThat(after).isEqualTo(OrderStatus.PARTIALLY_FILLED);
    assertThat(trader.order(id).status()).isEqualTo(OrderStatus.FILLED);
    assertThat(reserved()).isEqualTo(USD.zero());
  }

  @Test
  void isFilledWhenTheVenueRefusesTheAmendOfAnOrderThatHasAllItWanted() {
    amends(OrderChange.quantity(BTCUSD.quantity("2")));
    trader.fill(id, "1", "99.00", Money.of("0.198", USD));

    trader.on(new OrderReport.UpdateRejected(ACCOUNT, id, "-2013 no such order", trader.now()));

    assertThat(trader.order(id).status()).isEqualTo(OrderStatus.FILLED);
    assertThat(reserved()).isEqualTo(USD.zero());
  }

  @Test
  void aChangeBelowWhatIsFilledWasOvertakenAndCountsNoMore() {
    trader.fill(id, "0.4", "99.00", USD.zero());

    updated(OrderChange.quantity(BTCUSD.quantity("0.3")));

    assertThat(trader.order(id).spec().quantity()).isEqualTo(BTCUSD.quantity("1"));
    assertThat(trader.order(id).status()).isEqualTo(OrderStatus.PARTIALLY_FILLED);
  }

  @Test
  void isNoLongerOfUnknownFateOnceTheVenueReportsThatItIsAsLargeAsWhatIsFilled() {
    trader.fill(id, "0.4", "99.00", USD.zero());
    trader.on(new OrderReport.AnswerLost(ACCOUNT, id, "lost", trader.now()));

    updated(OrderChange.quantity(BTCUSD.quantity("0.4")));

    assertThat(trader.order(id).status()).isEqualTo(OrderStatus.FILLED);
    assertThat(trader.order(id).isLive()).isFalse();
  }

  @Test
  void aChangeByTheVenueIsNoAnswerToASubmitWhoseOwnIsMissing() {
    does(orders -> orders.buyLimit(BTCUSD.quantity("1"), BTCUSD.price("98.00")));
    id = trader.last().id();
    trader.sent(id);
    trader.commands().clear();

    updated(OrderChange.quantity(BTCUSD.quantity("0.5")));
    for (long until = trader.now() + 60 * SECOND; trader.core().due(until) != null; ) {
      TimerEvent due = trader.core().due(until);
      trader.at(Math.max(trader.core().time(), due.deadline()), due);
    }

    assertThat(trader.commands())
        .isNotEmpty()
        .allMatch(ExchangeCommand.Query.class::isInstance)
        .allMatch(command -> command.orderId().equals(id));
  }

  @Test
  void aTriggerThatTheVenueMovesIsNoAnswerToAnAmend() {
    does(
        orders ->
            orders.submit(
                OrderSpec.stop(BTCUSD, Side.BUY, BTCUSD.quantity("1"), BTCUSD.price("105.00"))));
    id = trader.last().id();
    trader.accept(id);
    OrderChange change = OrderChange.quantity(BTCUSD.quantity("2"));
    amends(change);

    updated(OrderChange.triggerPrice(BTCUSD.price("104.00")));
    Order moved = trader.order(id);
    updated(change);

    assertThat(moved.status()).isEqualTo(OrderStatus.PENDING_UPDATE);
    assertThat(moved.change()).isEqualTo(change);
    assertThat(trader.order(id).status()).isEqualTo(OrderStatus.ACCEPTED);
    assertThat(trader.order(id).spec().quantity()).isEqualTo(BTCUSD.quantity("2"));
    assertThat(trader.order(id).spec().trigger()).isEqualTo(Trigger.at(BTCUSD.price("104.00")));
  }

  /** The process died between the question and the answer: the venue may have taken the amend. */
  @Test
  @Tag("N22")
  void isQueriedAfterARestartAndSettledByWhatTheVenueHolds() {
    OrderChange change = OrderChange.quantity(BTCUSD.quantity("2"));
    amends(change);
    TraderCore again = TraderCore.restore(Fixture.settings(List.of()), trader.core().save());
    Fixture next = new Fixture(again);
    next.at(trader.now() + SECOND, new LifecycleEvent.Started(2, "mode=replay"));

    Turn recovered = next.on(new LifecycleEvent.Recovered("1 turn"));
    Turn early = next.on(status(change));
    OrderStatus tooEarly = next.order(id).status();
    next.at(next.now() + 10 * SECOND, status(change));

    assertThat(recovered.results()).contains(new TurnResult.QueryRequested(id));
    assertThat(early.results()).isEmpty();
    assertThat(tooEarly).isEqualTo(OrderStatus.PENDING_UPDATE);
    assertThat(next.order(id).status()).isEqualTo(OrderStatus.ACCEPTED);
    assertThat(next.order(id).spec().quantity()).isEqualTo(BTCUSD.quantity("2"));
  }

  private OrderReport.Status status(OrderChange terms) {
    return new OrderReport.Status(
        ACCOUNT,
        id,
        "v-" + id,
        OrderStatus.ACCEPTED,
        BTCUSD.quantity("0"),
        USD.zero(),
        "",
        trader.now(),
        terms);
  }

  @Test
  void aCancelAfterAnAmendWaitsForItsOwnAnswer() {
    OrderChange change = OrderChange.quantity(BTCUSD.quantity("2"));
    amends(change);
    does(orders -> orders.cancel(id));

    updated(change);
    OrderStatus afterUpdate = trader.order(id).status();
    trader.on(new OrderReport.Canceled(ACCOUNT, id, "asked", trader.now()));

    assertThat(afterUpdate).isEqualTo(OrderStatus.PENDING_CANCEL);
    assertThat(trader.order(id).status()).isEqualTo(OrderStatus.CANCELED);
    assertThat(reserved()).isEqualTo(USD.zero());
  }

  @Test
  @Tag("N4")
  void survivesARestartBetweenTheQuestionAndTheAnswer() {
    OrderChange change = OrderChange.quantity(BTCUSD.quantity("2"));
    amends(change);

    TraderCore again = TraderCore.restore(Fixture.settings(List.of()), trader.core().save());

    assertThat(again.stateHash()).isEqualTo(trader.core().stateHash());
    assertThat(again.state().ledger().find(id)).isEqualTo(trader.order(id));
  }
}
