package dev.bourse.core;

import static dev.bourse.core.Fixture.ACCOUNT;
import static dev.bourse.core.Fixture.BTCUSD;
import static dev.bourse.core.Fixture.SECOND;
import static dev.bourse.core.Fixture.USD;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.api.alert.Alert;
import dev.bourse.api.event.AccountEvent;
import dev.bourse.api.event.CommandEvent;
import dev.bourse.api.event.ConnectionChanged;
import dev.bourse.api.event.ControlEvent;
import dev.bourse.api.event.Event;
import dev.bourse.api.event.OrderReport;
import dev.bourse.api.event.TimerEvent;
import dev.bourse.api.exchange.ExchangeCommand;
import dev.bourse.api.model.ClientOrderId;
import dev.bourse.api.model.OrderSpec;
import dev.bourse.api.model.OrderStatus;
import dev.bourse.api.model.Price;
import dev.bourse.api.model.Quantity;
import dev.bourse.api.model.Side;
import dev.bourse.api.model.TraderStatus;
import dev.bourse.api.trace.TurnResult;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Halt, cancel and flatten while the venue or the disk does not do what is asked. */
@Tag("F1")
class EmergencyTest {
  private final Fixture trader = new Fixture();
  private ClientOrderId entry;
  private ClientOrderId resting;

  /** Holds 0.3 and has a resting entry. */
  @BeforeEach
  void hold() {
    trader.running(
        new OnTrade(
            orders -> {
              if (orders.isFlat()) {
                orders.buyMarket(Quantity.of("0.3000"));
                orders.buyLimit(Quantity.of("0.1000"), Price.of("90.00"));
              }
            }));
    trader.trade("100.00");
    entry = trader.core().state().ledger().all().get(0).id();
    resting = trader.core().state().ledger().all().get(1).id();
    trader.accept(entry);
    trader.accept(resting);
    trader.fill(entry, "0.3000", "100.00", USD.zero());
  }

  @Test
  void haltsWhileTheVenueIsAwayAndCancelsFirstOfAllWhenItIsBack() {
    connected(false);

    List<ExchangeCommand> away = commands(new ControlEvent.Halt("enough", "op"));
    TraderStatus status = trader.core().state().flags().status();
    List<ExchangeCommand> back = commands(new ConnectionChanged(ACCOUNT, true, "", trader.now()));

    assertThat(away).isEmpty();
    assertThat(status).isEqualTo(TraderStatus.HALTED);
    assertThat(back)
        .singleElement()
        .isInstanceOf(ExchangeCommand.Cancel.class)
        .satisfies(command -> assertThat(command.orderId()).isEqualTo(resting));
  }

  @Test
  void cancelsFirstAndClosesOnceReconciledWhenFlattenWasAskedWhileTheVenueWasAway() {
    connected(false);

    List<ExchangeCommand> away = commands(new ControlEvent.Flatten("op"));
    away.addAll(commands(new ControlEvent.CancelAll("op")));
    List<ExchangeCommand> back = commands(new ConnectionChanged(ACCOUNT, true, "", trader.now()));
    trader.on(new OrderReport.Canceled(ACCOUNT, resting, "", trader.now()));
    trader.report("9970");

    assertThat(away).isEmpty();
    assertThat(back).extracting(ExchangeCommand::orderId).containsExactly(resting);
    assertThat(trader.last().spec().side()).isEqualTo(Side.SELL);
    assertThat(trader.last().spec().quantity()).isEqualTo(Quantity.of("0.3000"));
  }

  /** What was sold there meanwhile must not be sold again, whatever latched the trader. */
  @Test
  @Tag("F3")
  void aHaltedTraderClosesNothingAfterAnOutageBeforeTheVenueHasToldWhatIsThere() {
    trader.on(new ControlEvent.Halt("enough", "op"));
    trader.on(new OrderReport.Canceled(ACCOUNT, resting, "", trader.now()));
    connected(false);
    trader.on(new ControlEvent.Flatten("op"));

    List<ExchangeCommand> back =
        commands(new ConnectionChanged(ACCOUNT, true, "Connected.", trader.now()));
    trader.report("9970");

    assertThat(back).isEmpty();
    assertThat(trader.core().state().flags().status()).isEqualTo(TraderStatus.HALTED);
    assertThat(trader.last().spec().side()).isEqualTo(Side.SELL);
    assertThat(trader.last().spec().quantity()).isEqualTo(Quantity.of("0.3000"));
  }

  @Test
  @Tag("F2")
  void verifiesACancelWithoutAnAnswerByAQuery() {
    trader.on(new ControlEvent.CancelAll("op"));
    trader.sent(resting);

    List<ExchangeCommand> asked = wait(6);
    List<ExchangeCommand> after =
        commands(
            new OrderReport.Status(
                ACCOUNT,
                resting,
                "v",
                OrderStatus.CANCELED,
                Quantity.of("0.0000"),
                USD.zero(),
                "by you",
                trader.now()));
    List<ExchangeCommand> later = wait(60);

    assertThat(asked).extracting(ExchangeCommand::orderId).containsOnly(resting);
    assertThat(asked).hasOnlyElementsOfType(ExchangeCommand.Query.class).isNotEmpty();
    assertThat(after).isEmpty();
    assertThat(later).isEmpty();
    assertThat(trader.order(resting).status()).isEqualTo(OrderStatus.CANCELED);
  }

  @Test
  @Tag("F2")
  void takesACancelThatDidNotReachTheVenueForNotDoneAndAHaltRepeatsIt() {
    trader.on(new ControlEvent.Halt("enough", "op"));
    trader.sent(resting);
    wait(6);

    List<ExchangeCommand> again =
        commands(
            new OrderReport.Status(
                ACCOUNT,
                resting,
                "v",
                OrderStatus.ACCEPTED,
                Quantity.of("0.0000"),
                USD.zero(),
                "",
                trader.now()));

    assertThat(again)
        .singleElement()
        .isInstanceOf(ExchangeCommand.Cancel.class)
        .satisfies(command -> assertThat(command.orderId()).isEqualTo(resting));
  }

  @Test
  @Tag("F3")
  void retriesARefusedCloseEveryTwoSecondsAndNotInACircle() {
    trader.on(new ControlEvent.Flatten("op"));
    trader.sent(resting);
    List<ExchangeCommand> first =
        commands(new OrderReport.Canceled(ACCOUNT, resting, "", trader.now()));
    trader.sent(first.get(0).orderId());

    List<ExchangeCommand> atOnce =
        commands(
            new OrderReport.Rejected(ACCOUNT, first.get(0).orderId(), "NO: busy", trader.now()));
    List<ExchangeCommand> soon = wait(1);
    List<ExchangeCommand> then = wait(2);

    assertThat(first).hasOnlyElementsOfType(ExchangeCommand.Submit.class).hasSize(1);
    assertThat(atOnce).isEmpty();
    assertThat(soon).isEmpty();
    assertThat(then).hasOnlyElementsOfType(ExchangeCommand.Submit.class).hasSize(1);
  }

  @Test
  @Tag("F3")
  void closesAtOnceWhenAPersonAsksAgainAfterARefusal() {
    trader.on(new ControlEvent.Flatten("op"));
    trader.sent(resting);
    trader.on(new OrderReport.Canceled(ACCOUNT, resting, "", trader.now()));
    trader.on(new CommandEvent.Dropped(trader.last().id(), "STORAGE: full"));

    List<ExchangeCommand> again = commands(new ControlEvent.Flatten("op"));

    assertThat(again).hasOnlyElementsOfType(ExchangeCommand.Submit.class).hasSize(1);
  }

  @Test
  void asksMoreAndMoreSeldomWhatNobodyAnswers() {
    trader.on(new OrderReport.AnswerLost(ACCOUNT, resting, "timeout", trader.now()));

    List<ExchangeCommand> minute = wait(60);
    List<ExchangeCommand> hour = wait(3_600);
    List<ExchangeCommand> nextHour = wait(3_600);

    assertThat(minute).hasSizeBetween(6, 14);
    assertThat(hour).hasSizeBetween(58, 70);
    assertThat(nextHour).hasSizeBetween(58, 61);
  }

  @Test
  void doesNotAskInACircleWhenTheAnswersToQueriesAreLostToo() {
    OrderReport.AnswerLost lost =
        new OrderReport.AnswerLost(ACCOUNT, newEntry(), "timeout", trader.now());
    List<ExchangeCommand> first = commands(lost);

    List<ExchangeCommand> again = commands(lost);

    assertThat(first).hasOnlyElementsOfType(ExchangeCommand.Query.class).hasSize(1);
    assertThat(again).isEmpty();
  }

  @Test
  void raisesOneAlarmForAnOrderThatTheVenueKnewAndFindsNoMore() {
    trader.on(new OrderReport.AnswerLost(ACCOUNT, resting, "timeout", trader.now()));
    List<TurnResult> results = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      wait(30);
      results.addAll(
          trader
              .on(new OrderReport.NotFound(ACCOUNT, resting, trader.now(), trader.now()))
              .results());
    }
    boolean unknown = trader.order(resting).unknown();

    trader.on(
        new OrderReport.Status(
            ACCOUNT,
            resting,
            "v",
            OrderStatus.ACCEPTED,
            Quantity.of("0.0000"),
            USD.zero(),
            "",
            trader.now()));

    assertThat(results)
        .filteredOn(TurnResult.Noted.class::isInstance)
        .singleElement()
        .satisfies(
            note -> {
              assertThat(((TurnResult.Noted) note).level()).isEqualTo(Alert.Level.CRITICAL);
              assertThat(((TurnResult.Noted) note).text())
                  .contains("finds it no more", "entries on BTCUSD.TEST stop");
            });
    assertThat(unknown).isTrue();
    assertThat(trader.order(resting).unknown()).isFalse();
  }

  @Test
  void forgetsNoDoubtOfAReportThatDoesNotListTheOrder() {
    trader.on(
        new AccountEvent.MassReport(
            ACCOUNT, List.of(), List.of(), List.of(), trader.now(), trader.now()));

    List<ExchangeCommand> asked = wait(10);

    assertThat(asked).extracting(ExchangeCommand::orderId).containsOnly(resting).isNotEmpty();
  }

  private ClientOrderId newEntry() {
    OrderSpec buy = OrderSpec.market(BTCUSD, Side.BUY, Quantity.of("0.1000"));
    trader.on(new ControlEvent.Submit(buy, "op"));
    trader.sent(trader.last().id());
    return trader.last().id();
  }

  private void connected(boolean up) {
    trader.on(new ConnectionChanged(ACCOUNT, up, up ? "" : "cut", trader.now()));
  }

  private List<ExchangeCommand> commands(Event event) {
    return at(trader.now(), event);
  }

  private List<ExchangeCommand> at(long time, Event event) {
    trader.now(time);
    return new ArrayList<>(List.copyOf(trader.core().on(time, event).commands()));
  }

  /** Lets time pass and timers fire. */
  private List<ExchangeCommand> wait(int seconds) {
    List<ExchangeCommand> sent = new ArrayList<>();
    long until = trader.now() + seconds * SECOND;
    for (TimerEvent due = trader.core().due(until); due != null; due = trader.core().due(until)) {
      sent.addAll(at(Math.max(trader.core().time(), due.deadline()), due));
    }
    trader.now(until);
    return sent;
  }
}
