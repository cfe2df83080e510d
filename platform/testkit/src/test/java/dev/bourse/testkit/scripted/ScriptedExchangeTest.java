package dev.bourse.testkit.scripted;

import static dev.bourse.testkit.Instruments.BTCUSD;
import static dev.bourse.testkit.Instruments.USD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bourse.api.event.AccountEvent;
import dev.bourse.api.event.OrderReport;
import dev.bourse.api.event.Trade;
import dev.bourse.api.exchange.ExchangeCommand;
import dev.bourse.api.model.Money;
import dev.bourse.api.model.Order;
import dev.bourse.api.model.OrderStatus;
import dev.bourse.api.model.Side;
import dev.bourse.testkit.ManualClock;
import dev.bourse.testkit.Market;
import dev.bourse.testkit.RecordingSink;
import dev.bourse.testkit.TestContext;
import dev.bourse.testkit.TestOrders;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ScriptedExchangeTest {
  private final RecordingSink sink = new RecordingSink();
  private final ScriptedExchange exchange =
      new ScriptedExchange(TestContext.of(sink), new ManualClock(Market.seconds(1)));
  private final Order order = TestOrders.limit("a", BTCUSD, Side.BUY, "1", "100.00");

  @AfterEach
  void close() {
    exchange.close();
  }

  @Test
  void acceptsWhatNoAnswerIsWrittenFor() {
    exchange.execute(new ExchangeCommand.Submit(order, 0));
    exchange.settle();

    assertThat(sink.events())
        .containsExactly(
            new OrderReport.Accepted(TestOrders.ACCOUNT, order.id(), "v1", Market.seconds(1)));
    assertThat(exchange.commands()).containsExactly(new ExchangeCommand.Submit(order, 0));
  }

  @Test
  void fillsInPartsAndKeepsTrueBalances() {
    exchange
        .balance(Money.of("1000", USD))
        .answer(ScriptedAnswer.accept().thenFill("100.00", "0.4").thenFill("99.00", ""));

    exchange.execute(new ExchangeCommand.Submit(order, 0));
    exchange.requestReport(0);
    exchange.settle();

    assertThat(sink.events(OrderReport.Filled.class))
        .extracting(report -> report.fill().price() + " x " + report.fill().quantity())
        .containsExactly("100.00 x 0.40000000", "99.00 x 0.60000000");
    assertThat(sink.events(AccountEvent.MassReport.class).get(0).balances())
        .extracting(balance -> balance.total().toString())
        .containsExactly("1.00000000 BTC", "900.35150000 USD");
  }

  @Test
  void tellsNothingThatIsWithheldUntilItIsReleased() {
    exchange.answer(ScriptedAnswer.fill("100.00").withheld());

    exchange.execute(new ExchangeCommand.Submit(order, 0));
    exchange.settle();
    List<?> before = sink.events();
    exchange.release();

    assertThat(before).isEmpty();
    assertThat(types()).containsExactly("Accepted", "Filled");
  }

  @Test
  void losesAnAnswerButNotTheOrder() {
    exchange.answer(ScriptedAnswer.fill("100.00").lost());

    exchange.execute(new ExchangeCommand.Submit(order, 0));
    exchange.execute(new ExchangeCommand.Query(order, 0));
    exchange.settle();

    assertThat(types()).containsExactly("AnswerLost", "Status");
    assertThat(sink.events(OrderReport.Status.class))
        .extracting(OrderReport.Status::status)
        .containsExactly(OrderStatus.FILLED);
  }

  @Test
  void losesACommandOnItsWay() {
    exchange.answer(ScriptedAnswer.lostOnTheWay());

    exchange.execute(new ExchangeCommand.Submit(order, 0));
    exchange.execute(new ExchangeCommand.Query(order, 7));
    exchange.settle();

    assertThat(types()).containsExactly("AnswerLost", "NotFound");
  }

  @Test
  void repeatsReordersAndInventsReports() {
    exchange.answer(ScriptedAnswer.fill("100.00").twice());
    exchange.execute(new ExchangeCommand.Submit(order, 0));
    exchange.answer(ScriptedAnswer.fill("100.00").reversed());

    exchange.execute(
        new ExchangeCommand.Submit(TestOrders.limit("b", BTCUSD, Side.BUY, "1", "100.00"), 0));
    exchange.report(new OrderReport.Canceled(TestOrders.ACCOUNT, order.id(), "a lie", 0));

    assertThat(types())
        .containsExactly(
            "Accepted", "Filled", "Accepted", "Filled", "Filled", "Accepted", "Canceled");
  }

  @Test
  void letsAFillOvertakeACancel() {
    exchange.answer(ScriptedAnswer.accept(), ScriptedAnswer.accept().thenFill("100.00", ""));

    exchange.execute(new ExchangeCommand.Submit(order, 0));
    exchange.execute(new ExchangeCommand.Cancel(order, 0));
    exchange.settle();

    assertThat(types()).containsExactly("Accepted", "Filled", "CancelRejected");
  }

  @Test
  void fillsLaterAndAlsoBehindTheTradersBack() {
    exchange.execute(new ExchangeCommand.Submit(order, 0));

    exchange.fill(order.id(), "100.00", "0.25");
    exchange.fillSilently(order.id(), "100.00", "0.25");
    exchange.requestReport(0);
    exchange.settle();

    assertThat(types()).containsExactly("Accepted", "Filled", "MassReport");
    assertThat(sink.events(AccountEvent.MassReport.class).get(0).openOrders())
        .extracting(status -> status.filled().toString())
        .containsExactly("0.50000000");
    assertThatThrownBy(() -> exchange.fill(order.id(), "100.00", "0.6"))
        .hasMessageContaining("a fill of 0.60000000 is more than the 0.50000000 left");
  }

  @Test
  void takesNothingWhileItIsBusyAndAnswersNothingWhileItIsDeaf() {
    exchange.busy(true);
    boolean taken = exchange.execute(new ExchangeCommand.Submit(order, 0));
    exchange.busy(false);
    exchange.deaf(true);

    exchange.execute(new ExchangeCommand.Query(order, 0));
    exchange.requestReport(0);
    exchange.settle();

    assertThat(taken).isFalse();
    assertThat(sink.events()).isEmpty();
  }

  @Test
  void bringsMarketDataOnlyToWhoSubscribed() {
    exchange.market(Market.trade(BTCUSD, 1, "100.00", "1"));
    exchange.subscribe(BTCUSD.id());

    exchange.market(Market.trade(BTCUSD, 2, "101.00", "1"));

    assertThat(sink.events(Trade.class))
        .extracting(trade -> trade.price().toString())
        .containsExactly("101.00");
  }

  private List<String> types() {
    return sink.events().stream().map(event -> event.getClass().getSimpleName()).toList();
  }
}
