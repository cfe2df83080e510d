package dev.bourse.engine.loop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.api.event.CommandEvent;
import dev.bourse.api.event.ControlEvent;
import dev.bourse.api.event.OrderReport;
import dev.bourse.api.exchange.ExchangeCommand;
import dev.bourse.api.model.ClientOrderId;
import dev.bourse.api.model.Fill;
import dev.bourse.api.model.Liquidity;
import dev.bourse.api.model.Order;
import dev.bourse.api.model.OrderChange;
import dev.bourse.api.model.OrderStatus;
import dev.bourse.api.model.Side;
import dev.bourse.engine.Market;
import dev.bourse.engine.loop.StatusPolls.Worth;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What the answer to a question for one order is worth. */
@Tag("D3")
class StatusAnswersTest extends PolledOrders {
  @Test
  void anAnswerThatSaysWhatIsKnownIsNoNewsThoughItComesLate() {
    look(5);
    look(25);

    Worth late = same(first, 40);
    Worth again = same(first, 41);

    assertThat(late).isEqualTo(Worth.NOTHING);
    assertThat(again).isEqualTo(Worth.NEWS);
  }

  @Test
  void anAnswerThatTellsOfAFillIsNews() {
    look(5);

    Worth worth = answer(status(first, OrderStatus.FILLED, "0.1000"), 6);

    assertThat(worth).isEqualTo(Worth.DIFFERENCE);
  }

  @Test
  void anAnswerThatTellsOfAnEndIsNews() {
    look(5);

    Worth worth = answer(status(first, OrderStatus.CANCELED, "0.0000"), 6);

    assertThat(worth).isEqualTo(Worth.DIFFERENCE);
  }

  @Test
  void whatNobodyAskedForHereIsLeftToOthers() {
    look(5);

    List<Worth> worths = List.of(same(second, 6), answer(lost(second), 6));

    assertThat(worths).containsOnly(Worth.NEWS);
  }

  @Test
  void theAnswerIsTheirsIfOthersAskForTheSameOrder() {
    look(5);
    Order order = core.state().ledger().find(first);

    polls.askedByOthers(List.of(new ExchangeCommand.Query(order, 1)));

    assertThat(same(first, 6)).isEqualTo(Worth.NEWS);
  }

  @Test
  void anOrderThatTheVenueDoesNotFindNeedsAReportAndIsNotAskedForAgain() {
    look(5);

    Worth worth = answer(new OrderReport.NotFound(MAIN, first, 8, 9), 6);
    for (int time = 7; time < 30; time++) {
      look(time);
      same(second, time);
    }

    assertThat(worth).isEqualTo(Worth.REPORT);
    assertThat(asked).hasSizeGreaterThan(2);
    assertThat(asked.subList(1, asked.size())).containsOnly(second);
  }

  @Test
  void whatWasAskedBeforeACancelLeftSaysNothingOfTheCancel() {
    look(5);
    on(new ControlEvent.Cancel(first, "test"));

    Worth live = same(first, 6);

    assertThat(core.state().ledger().find(first).status()).isEqualTo(OrderStatus.PENDING_CANCEL);
    assertThat(live).isEqualTo(Worth.NOTHING);
  }

  @Test
  @Tag("G1")
  void theLostAnswerToACancelIsNewsThoughItsOrderWasAskedForBefore() {
    look(5);
    on(new ControlEvent.Cancel(first, "test"));
    on(new CommandEvent.Sent(first));

    Worth lost = answer(lost(first), 6);
    Worth own = same(first, 7);

    assertThat(lost).isEqualTo(Worth.NEWS);
    assertThat(own).isEqualTo(Worth.NOTHING);
    assertThat(view().missed()).isZero();
  }

  @Test
  void whatTheAdapterDidNotTakeHasNoAnswer() {
    taken = CompletableFuture.completedFuture(false);
    look(5);

    Worth worth = same(first, 6);

    assertThat(worth).isEqualTo(Worth.NEWS);
  }

  @Test
  void aFillThatAnAnswerTellsOfWhileACancelIsUnderWayNeedsAReport() {
    look(5);
    on(new ControlEvent.Cancel(first, "test"));

    Worth worth = answer(status(first, OrderStatus.PARTIALLY_FILLED, "0.0400"), 6);

    assertThat(worth).isEqualTo(Worth.REPORT);
  }

  /** A part is executed at that time. */
  private void filled(ClientOrderId id, String quantity, long second) {
    turn = seconds(second);
    on(
        new OrderReport.Filled(
            new Fill(
                "f1",
                id,
                MAIN,
                Market.BTC,
                Side.BUY,
                Market.BTC.price("90.00"),
                Market.BTC.quantity(quantity),
                USD.zero(),
                Liquidity.MAKER,
                8,
                false)));
  }

  @Test
  void anAnswerThatIsOlderThanTheLastChangeOfItsOrderSaysNothing() {
    look(5);
    turn = seconds(6);
    OrderChange dearer = OrderChange.price(Market.BTC.price("91.00"));
    on(new OrderReport.Updated(MAIN, first, "7", dearer, 8));

    OrderReport.Status old = status(first, OrderStatus.ACCEPTED, "0.0000");
    Worth worth = answer(withTerms(old, "0.1000", "90.00"), 7);

    assertThat(worth).isEqualTo(Worth.NOTHING);
  }

  @Test
  void anAnswerThatIsOlderThanTheLastChangeOfItsOrderIsNewsIfItTellsOfMore() {
    look(5);
    filled(first, "0.0400", 6);

    Worth worth = answer(status(first, OrderStatus.PARTIALLY_FILLED, "0.0500"), 7);

    assertThat(worth).isEqualTo(Worth.DIFFERENCE);
  }

  @Test
  void ifOthersAskForTheSameOrderOnlyTheFirstAnswerMayBeTooOld() {
    look(5);
    on(new ControlEvent.Cancel(first, "test"));
    on(new CommandEvent.Sent(first));
    polls.askedByOthers(
        List.of(new ExchangeCommand.Query(core.state().ledger().find(first), seconds(6))));

    Worth ours = same(first, 7);
    Worth theirs = same(first, 8);

    assertThat(ours).isEqualTo(Worth.NOTHING);
    assertThat(theirs).isEqualTo(Worth.NEWS);
  }

  private static OrderReport.Status withTerms(
      OrderReport.Status status, String quantity, String price) {
    OrderChange terms =
        new OrderChange(Market.BTC.quantity(quantity), Market.BTC.price(price), null);
    return new OrderReport.Status(
        status.account(),
        status.orderId(),
        status.venueOrderId(),
        status.status(),
        status.filled(),
        status.filledNotional(),
        status.reason(),
        status.eventTime(),
        terms);
  }

  @Test
  void termsThatSomebodyElseChangedAtTheVenueNeedAReport() {
    look(5);
    OrderReport.Status ours = status(first, OrderStatus.ACCEPTED, "0.0000");

    Worth changed = answer(withTerms(ours, "0.1000", "91.00"), 6);
    look(10);
    OrderReport.Status other = status(second, OrderStatus.ACCEPTED, "0.0000");
    Worth same = answer(withTerms(other, "0.1000", "90.00"), 11);

    assertThat(changed).isEqualTo(Worth.REPORT);
    assertThat(same).isEqualTo(Worth.NOTHING);
  }

  @Test
  void anEndIsNewsThoughACancelLeftSince() {
    look(5);
    on(new ControlEvent.Cancel(first, "test"));

    Worth over = answer(status(first, OrderStatus.FILLED, "0.1000"), 6);

    assertThat(over).isEqualTo(Worth.DIFFERENCE);
  }
}
