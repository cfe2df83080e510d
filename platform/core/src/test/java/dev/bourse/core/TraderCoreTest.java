package dev.bourse.core;

import static dev.bourse.core.Fixture.ACCOUNT;
import static dev.bourse.core.Fixture.BTC;
import static dev.bourse.core.Fixture.BTCUSD;
import static dev.bourse.core.Fixture.SECOND;
import static dev.bourse.core.Fixture.USD;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.api.event.CommandEvent;
import dev.bourse.api.event.ControlEvent;
import dev.bourse.api.event.LifecycleEvent;
import dev.bourse.api.event.OrderReport;
import dev.bourse.api.event.TimerEvent;
import dev.bourse.api.model.ClientOrderId;
import dev.bourse.api.model.Money;
import dev.bourse.api.model.Order;
import dev.bourse.api.model.OrderOutcome;
import dev.bourse.api.model.OrderSpec;
import dev.bourse.api.model.OrderStatus;
import dev.bourse.api.model.Position;
import dev.bourse.api.model.Side;
import dev.bourse.api.model.TraderStatus;
import dev.bourse.api.trace.Turn;
import dev.bourse.api.trace.TurnResult;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class TraderCoreTest {
  private static final OnTrade IDLE = new OnTrade(orders -> {});

  private static OnTrade buysOnce() {
    return new OnTrade(
        orders -> {
          if (orders.isFlat()) {
            orders.buyMarket(BTCUSD.quantity("1"));
          }
        });
  }

  @Test
  void countsABuyExactlyInPositionCashAndFees() {
    Fixture trader = new Fixture().running(buysOnce());
    trader.trade("100.00");
    ClientOrderId id = trader.last().id();
    trader.accept(id);

    trader.fill(id, "0.4", "100.00", Money.of("0.08", USD));
    trader.fill(id, "0.6", "101.00", Money.of("0.1212", USD));

    Position position = trader.core().state().portfolio().positions().get(0);
    assertThat(position.quantity()).isEqualByComparingTo(BTCUSD.quantity("1"));
    assertThat(position.cost()).isEqualTo(Money.of("100.6", USD));
    assertThat(position.fees()).isEqualTo(Money.of("0.2012", USD));
    assertThat(trader.order(id).status()).isEqualTo(OrderStatus.FILLED);
    assertThat(trader.core().state().portfolio().balance(ACCOUNT, USD).orElseThrow().free())
        .isEqualTo(Money.of("9899.1988", USD));
  }

  @Test
  void reservesWhatABuyMayCostAndReleasesItWhenTheOrderEnds() {
    Fixture trader = new Fixture().running(buysOnce());
    trader.trade("100.00");
    ClientOrderId id = trader.last().id();

    Money reserved =
        trader.core().state().portfolio().balance(ACCOUNT, USD).orElseThrow().reserved();
    trader.sent(id);
    trader.on(new OrderReport.Rejected(ACCOUNT, id, "-2010 insufficient", trader.now()));

    assertThat(reserved).isEqualTo(Money.of("101.202", USD));
    assertThat(trader.core().state().portfolio().balance(ACCOUNT, USD).orElseThrow().reserved())
        .isEqualTo(USD.zero());
  }

  @Test
  void placesNoSecondOrderWhileTheAnswerToTheFirstIsWithheld() {
    Fixture trader = new Fixture().running(buysOnce());

    trader.trade("100.00");
    trader.sent(trader.last().id());
    trader.trade("100.10");
    trader.trade("100.20");

    assertThat(trader.core().state().ledger().all()).hasSize(1);
  }

  @Test
  void keepsAnOrderWithALostAnswerReservedAndAsksTheVenue() {
    Fixture trader = new Fixture().running(buysOnce());
    trader.trade("100.00");
    ClientOrderId id = trader.last().id();
    trader.sent(id);

    Turn turn = trader.on(new OrderReport.AnswerLost(ACCOUNT, id, "read timed out", trader.now()));

    assertThat(turn.results()).contains(new TurnResult.QueryRequested(id));
    assertThat(trader.order(id).unknown()).isTrue();
    assertThat(trader.core().state().portfolio().balance(ACCOUNT, USD).orElseThrow().reserved())
        .isEqualTo(Money.of("101.202", USD));
  }

  @Test
  void deniesEntriesOnAnInstrumentWithAnUnknownOrder() {
    OnTrade eager = new OnTrade(orders -> orders.buyMarket(BTCUSD.quantity("1")));
    Fixture trader = new Fixture().running(eager);
    trader.trade("100.00");
    ClientOrderId id = trader.last().id();
    trader.sent(id);
    trader.on(new OrderReport.AnswerLost(ACCOUNT, id, "read timed out", trader.now()));

    trader.trade("100.00");

    assertThat(trader.last().status()).isEqualTo(OrderStatus.DENIED);
    assertThat(trader.last().reason()).isEqualTo("UNKNOWN_ORDER: instrument=BTCUSD.TEST");
  }

  @Test
  void takesTwoLateAbsencesAsProofAndNeverOneOrAnEarlyOne() {
    Fixture trader = new Fixture().running(buysOnce());
    trader.trade("100.00");
    ClientOrderId id = trader.last().id();
    trader.sent(id);
    long lost = trader.now();
    trader.on(new OrderReport.AnswerLost(ACCOUNT, id, "read timed out", lost));

    trader.on(new OrderReport.NotFound(ACCOUNT, id, lost + 1, lost + 1));
    trader.on(new OrderReport.NotFound(ACCOUNT, id, lost + 2, lost + 2));
    OrderStatus early = trader.order(id).status();
    trader.at(lost + 21 * SECOND, new OrderReport.NotFound(ACCOUNT, id, lost + 20 * SECOND, lost));
    OrderStatus one = trader.order(id).status();
    trader.at(lost + 23 * SECOND, new OrderReport.NotFound(ACCOUNT, id, lost + 22 * SECOND, lost));

    assertThat(early).isEqualTo(OrderStatus.SUBMITTED);
    assertThat(one).isEqualTo(OrderStatus.SUBMITTED);
    assertThat(trader.order(id).status()).isEqualTo(OrderStatus.REJECTED);
    assertThat(trader.order(id).reason()).startsWith("NOT_SENT");
  }

  @Test
  void aCancelDoesNotPutOffTheProofThatAnOrderNeverWasThere() {
    Fixture trader = new Fixture().running(buysOnce());
    trader.trade("100.00");
    ClientOrderId id = trader.last().id();
    trader.sent(id);
    long lost = trader.now();
    trader.on(new OrderReport.AnswerLost(ACCOUNT, id, "read timed out", lost));

    trader.at(lost + 19 * SECOND, new CommandEvent.Sent(id));
    trader.at(lost + 20 * SECOND, new OrderReport.CancelRejected(ACCOUNT, id, "unknown", lost));
    trader.at(lost + 21 * SECOND, new OrderReport.NotFound(ACCOUNT, id, lost + 20 * SECOND, lost));
    trader.at(lost + 23 * SECOND, new OrderReport.NotFound(ACCOUNT, id, lost + 22 * SECOND, lost));

    assertThat(trader.order(id).status()).isEqualTo(OrderStatus.REJECTED);
  }

  @Test
  void queriesACommandWithoutAnAnswerAfterFiveSeconds() {
    Fixture trader = new Fixture().running(buysOnce());
    trader.trade("100.00");
    ClientOrderId id = trader.last().id();
    trader.sent(id);
    long sent = trader.now();

    int queries = 0;
    for (TimerEvent due = trader.core().due(sent + 6 * SECOND);
        due != null;
        due = trader.core().due(sent + 6 * SECOND)) {
      Turn turn = trader.at(due.deadline(), due);
      queries += turn.results().contains(new TurnResult.QueryRequested(id)) ? 1 : 0;
    }

    assertThat(queries).isEqualTo(1);
    assertThat(trader.order(id).unknown()).isFalse();
  }

  @Test
  void countsARepeatedFillOnce() {
    Fixture trader = new Fixture().running(buysOnce());
    trader.trade("100.00");
    ClientOrderId id = trader.last().id();
    trader.accept(id);
    OrderReport.Filled fill =
        new OrderReport.Filled(trader.fillOf(id, "x", "0.5", "100.00", USD.zero()));

    trader.on(fill);
    trader.on(fill);

    assertThat(trader.order(id).filled()).isEqualByComparingTo(BTCUSD.quantity("0.5"));
  }

  @Test
  void replacesAProvisionalFillByTheRealOneWithoutCountingTwice() {
    Fixture trader = new Fixture().running(buysOnce());
    trader.trade("100.00");
    ClientOrderId id = trader.last().id();
    trader.accept(id);

    trader.on(
        new OrderReport.Status(
            ACCOUNT,
            id,
            "v",
            OrderStatus.FILLED,
            BTCUSD.quantity("1"),
            Money.of("100", USD),
            "",
            trader.now()));
    trader.fill(id, "1", "100.00", Money.of("0.2", USD));

    assertThat(trader.order(id).filled()).isEqualByComparingTo(BTCUSD.quantity("1"));
    assertThat(trader.core().state().portfolio().balance(ACCOUNT, USD).orElseThrow().total())
        .isEqualTo(Money.of("9899.8", USD));
  }

  @Test
  void neverSellsMoreThanItHoldsWhenTheFeeWasTakenInBase() {
    OnTrade inAndOut =
        new OnTrade(
            orders -> {
              if (orders.isFlat()) {
                orders.buyMarket(BTCUSD.quantity("1"));
              } else if (orders.isLong()) {
                orders.close();
              }
            });
    Fixture trader = new Fixture().running(inAndOut);
    trader.trade("100.00");
    ClientOrderId buy = trader.last().id();
    trader.accept(buy);
    trader.fill(buy, "1", "100.00", Money.of("0.00123", BTC));

    trader.trade("110.00");
    trader.trade("110.00");

    Order close = trader.last();
    assertThat(close.spec().side()).isEqualTo(Side.SELL);
    assertThat(close.spec().quantity()).isEqualByComparingTo(BTCUSD.quantity("0.9987"));
    assertThat(close.entry()).isFalse();
    assertThat(trader.core().state().ledger().all()).hasSize(2);
  }

  @Test
  void deniesASaleOfWhatTheStrategyDoesNotHold() {
    OnTrade seller = new OnTrade(orders -> orders.sellMarket(BTCUSD.quantity("1")));
    Fixture trader = new Fixture().running(seller);

    trader.trade("100.00");

    assertThat(trader.last().reason())
        .startsWith("EXCEEDS_POSITION: quantity=1.0000 position=FLAT");
    assertThat(seller.outcomes())
        .containsExactly(new OrderOutcome.Denied(trader.last().id(), trader.last().reason()));
  }

  @Test
  @Tag("F1")
  void haltBlocksEntriesCancelsThemAndStaysUntilReset() {
    OnTrade resting =
        new OnTrade(orders -> orders.buyLimit(BTCUSD.quantity("1"), BTCUSD.price("90.00")));
    Fixture trader = new Fixture().running(resting);
    trader.trade("100.00");
    ClientOrderId entry = trader.last().id();
    trader.accept(entry);

    Turn halt = trader.on(new ControlEvent.Halt("fat finger", "shell:op"));
    trader.on(new ControlEvent.Resume("shell:op"));

    assertThat(halt.results()).contains(new TurnResult.CancelRequested(entry, "halted"));
    assertThat(trader.core().state().flags().status()).isEqualTo(TraderStatus.HALTED);
    assertThat(trader.core().state().flags().detail())
        .isEqualTo("halted by shell:op: fat finger; risk:reset lifts it");
    trader.on(new ControlEvent.Reset("shell:op"));
    assertThat(trader.core().state().flags().status()).isEqualTo(TraderStatus.PAUSED);
  }

  @Test
  @Tag("F3")
  void flattenCancelsThenClosesThenSaysThatItIsFlatAndStaysPaused() {
    OnTrade strategy =
        new OnTrade(
            orders -> {
              if (orders.isFlat()) {
                orders.buyMarket(BTCUSD.quantity("1"));
              } else if (orders.isLong() && orders.live().isEmpty()) {
                orders.sellLimit(BTCUSD.quantity("1"), BTCUSD.price("150.00"));
              }
            });
    Fixture trader = new Fixture().running(strategy);
    trader.trade("100.00");
    ClientOrderId buy = trader.last().id();
    trader.accept(buy);
    trader.fill(buy, "1", "100.00", USD.zero());
    trader.trade("100.00");
    ClientOrderId exit = trader.last().id();
    trader.accept(exit);

    trader.on(new ControlEvent.Flatten("shell:op"));
    trader.on(new OrderReport.Canceled(ACCOUNT, exit, "by request", trader.now()));
    ClientOrderId close = trader.last().id();
    trader.accept(close);
    Turn last = trader.fill(close, "1", "99.00", USD.zero());

    assertThat(trader.order(close).spec())
        .isEqualTo(OrderSpec.market(BTCUSD, Side.SELL, BTCUSD.quantity("1")).reducing());
    assertThat(last.results())
        .anyMatch(result -> result.toString().contains("flat: every position"));
    assertThat(trader.core().state().flags().status()).isEqualTo(TraderStatus.PAUSED);
    assertThat(trader.core().state().portfolio().open()).isEmpty();
  }

  @Test
  void aStrategyThatThrowsFaultsItsTraderAndKeepsOrderAndPosition() {
    OnTrade broken =
        new OnTrade(
            orders -> {
              orders.buyMarket(BTCUSD.quantity("1"));
              throw new IllegalStateException("boom");
            });
    Fixture trader = new Fixture().running(broken);

    trader.trade("100.00");
    trader.trade("101.00");

    assertThat(trader.core().state().flags().status()).isEqualTo(TraderStatus.FAULTED);
    assertThat(trader.core().state().flags().detail())
        .isEqualTo("strategy s1 threw java.lang.IllegalStateException: boom");
    assertThat(broken.asked()).isEqualTo(1);
    assertThat(trader.core().state().ledger().liveCount()).isEqualTo(1);
  }

  @Test
  void aCommandThatNeverLeftCountsAsDenied() {
    OnTrade strategy = buysOnce();
    Fixture trader = new Fixture().running(strategy);
    trader.trade("100.00");
    ClientOrderId id = trader.last().id();

    trader.on(new CommandEvent.Dropped(id, "VENUE_BUSY: queue=full"));

    assertThat(trader.order(id).status()).isEqualTo(OrderStatus.DENIED);
    assertThat(strategy.outcomes())
        .containsExactly(new OrderOutcome.Denied(id, "VENUE_BUSY: queue=full"));
  }

  @Test
  void onlyReducingOrdersPassWhileARiskModuleIsMissing() {
    OnTrade strategy = buysOnce();
    Fixture trader = new Fixture(java.util.List.of("limits")).running(strategy);

    trader.trade("100.00");

    assertThat(trader.last().reason()).isEqualTo("RISK_MODULE_MISSING: module=limits");
  }

  @Test
  void anIdleStrategyIsStartedOnceAndPlacesNothing() {
    Fixture trader = new Fixture().running(IDLE);

    trader.trade("100.00");

    assertThat(IDLE.starts()).isEqualTo(1);
    assertThat(trader.core().state().ledger().all()).isEmpty();
  }

  /** The bar of the last trade ended while the process was away. */
  @Test
  @Tag("P8")
  void keepsABarThatEndedMeanwhileForStrategiesUntilTheStartHasRecovered() {
    Fixture before = new Fixture().running(IDLE);
    before.trade("100.00");
    TraderCore again = TraderCore.restore(Fixture.settings(List.of()), before.core().save());
    Fixture next = new Fixture(again);
    long later = before.now() + 120 * SECOND;

    next.at(later, new LifecycleEvent.Started(2, "mode=replay"));
    long recovering = again.nextDeadline();
    next.on(new LifecycleEvent.Recovered("2 turns"));

    assertThat(recovering).isEqualTo(Long.MAX_VALUE);
    assertThat(again.due(later)).isEqualTo(new TimerEvent("engine", "bars", 60 * SECOND, true));
  }
}
