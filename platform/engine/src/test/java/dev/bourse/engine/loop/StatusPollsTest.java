package dev.bourse.engine.loop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.api.event.AccountEvent;
import dev.bourse.api.event.CommandEvent;
import dev.bourse.api.event.ConnectionChanged;
import dev.bourse.api.event.ControlEvent;
import dev.bourse.api.event.Event;
import dev.bourse.api.event.InstrumentListed;
import dev.bourse.api.event.LifecycleEvent;
import dev.bourse.api.event.OrderReport;
import dev.bourse.api.exchange.Capabilities;
import dev.bourse.api.exchange.ExchangeCommand;
import dev.bourse.api.model.AccountId;
import dev.bourse.api.model.Balance;
import dev.bourse.api.model.ClientOrderId;
import dev.bourse.api.model.Currency;
import dev.bourse.api.model.Fill;
import dev.bourse.api.model.Liquidity;
import dev.bourse.api.model.Money;
import dev.bourse.api.model.Order;
import dev.bourse.api.model.OrderChange;
import dev.bourse.api.model.OrderSpec;
import dev.bourse.api.model.OrderStatus;
import dev.bourse.api.model.Side;
import dev.bourse.api.model.TraderId;
import dev.bourse.api.model.TradingMode;
import dev.bourse.api.trader.WatcherView;
import dev.bourse.api.trader.WatcherView.State;
import dev.bourse.core.TraderCore;
import dev.bourse.core.settings.TraderSettings;
import dev.bourse.engine.Market;
import dev.bourse.engine.config.AccountWatchers;
import dev.bourse.engine.config.WatcherKeys;
import dev.bourse.engine.loop.StatusPolls.Worth;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** When one order is asked for because nothing is told of orders, and what the answer is worth. */
@Tag("D3")
class StatusPollsTest {
  private static final AccountId MAIN = new AccountId("main");
  private static final Currency USD = new Currency("USD", 2);

  private final TraderCore core =
      new TraderCore(
          TraderSettings.of(new TraderId("t"), TradingMode.LIVE, List.of(MAIN), List.of()));
  private final List<ClientOrderId> asked = new ArrayList<>();
  private CompletableFuture<Boolean> taken = CompletableFuture.completedFuture(true);
  private final StatusPolls polls = polls(AccountWatchers.DEFAULTS);
  private long turn;
  private ClientOrderId first;
  private ClientOrderId second;

  private StatusPolls polls(AccountWatchers keys) {
    return new StatusPolls(
        core,
        keys,
        query -> {
          asked.add(query.orderId());
          return taken;
        });
  }

  /** Two orders rest; the first was taken before the second. Nothing is told after 0 s. */
  @BeforeEach
  void rest() {
    core.bindAccount(MAIN, Capabilities.basic(Duration.ofDays(1), true));
    on(new LifecycleEvent.Started(1, ""));
    on(new InstrumentListed(Market.BTC, 1));
    on(new LifecycleEvent.Recovered(""));
    on(new ConnectionChanged(MAIN, true, "", 1));
    Balance cash = new Balance(Money.of("10000", USD), USD.zero());
    on(new AccountEvent.MassReport(MAIN, List.of(), List.of(), List.of(cash), 5, 5));
    on(Market.trade(Market.BTC, 6, 100_00));
    first = accepted("7", seconds(-1));
    second = accepted("8", 0);
  }

  private void on(Event event) {
    core.on(++turn, event);
  }

  private ClientOrderId accepted(String number, long now) {
    OrderSpec spec =
        OrderSpec.limit(
            Market.BTC, Side.BUY, Market.BTC.quantity("0.1000"), Market.BTC.price("90.00"));
    on(new ControlEvent.Submit(spec, "test"));
    List<Order> live = core.state().ledger().live();
    ClientOrderId id =
        live.stream()
            .filter(each -> each.venueOrderId() == null)
            .map(Order::id)
            .findFirst()
            .orElseThrow();
    on(new CommandEvent.Sent(id));
    OrderReport.Accepted report = new OrderReport.Accepted(MAIN, id, number, 1);
    on(report);
    polls.heard(report, now);
    return id;
  }

  private static long seconds(long count) {
    return TimeUnit.SECONDS.toNanos(count);
  }

  private void look(long second) {
    polls.look(MAIN, seconds(second));
  }

  private OrderReport.Status status(ClientOrderId id, OrderStatus status, String filled) {
    Order order = core.state().ledger().find(id);
    return new OrderReport.Status(
        MAIN,
        id,
        order.venueOrderId(),
        status,
        Market.BTC.quantity(filled),
        Market.BTC.notional(Market.BTC.price("90.00"), Market.BTC.quantity(filled)),
        "",
        9);
  }

  private Worth answer(OrderReport report, long second) {
    return polls.worth(report, seconds(second));
  }

  private Worth same(ClientOrderId id, long second) {
    return answer(status(id, OrderStatus.ACCEPTED, "0.0000"), second);
  }

  private OrderReport lost(ClientOrderId id) {
    return new OrderReport.AnswerLost(MAIN, id, "the network is away", 9);
  }

  private WatcherView view() {
    return polls.view(MAIN);
  }

  @Test
  void anOrderIsAskedForAfterFiveSecondsOfSilenceAndNotBefore() {
    look(4);
    List<ClientOrderId> early = List.copyOf(asked);

    look(5);

    assertThat(early).isEmpty();
    assertThat(asked).containsExactly(first);
    assertThat(view().state()).isEqualTo(State.ASKING);
  }

  @Test
  void whatTheStreamTellsOfAnyOrderPutsTheQuestionOff() {
    polls.heard(new OrderReport.Triggered(MAIN, first, 7), seconds(3));

    look(7);
    List<ClientOrderId> early = List.copyOf(asked);
    look(8);

    assertThat(early).isEmpty();
    assertThat(asked).containsExactly(second);
  }

  @Test
  void aReportOfEverythingPutsItOffForAllOrders() {
    polls.heard(
        new AccountEvent.MassReport(MAIN, List.of(), List.of(), List.of(), 5, 5), seconds(4));

    look(8);
    List<ClientOrderId> early = List.copyOf(asked);
    look(9);

    assertThat(early).isEmpty();
    assertThat(asked).hasSize(1);
  }

  @Test
  void ordersAreAskedForInTurnEachFiveSecondsAfterTheOther() {
    for (int time = 5; time <= 20; time++) {
      look(time);
      same(asked.get(asked.size() - 1), time);
    }

    assertThat(asked).containsExactly(first, second, first, second);
    assertThat(view().questions()).isEqualTo(4);
  }

  @Test
  void onlyOneQuestionIsOnItsWay() {
    look(5);
    look(10);
    look(24);

    assertThat(asked).containsExactly(first);
  }

  @Test
  void afterAnAnswerThatWasLostItRestsForTenSecondsAndGoesOnWithTheNext() {
    look(5);
    Worth worth = answer(lost(first), 6);

    look(15);
    List<ClientOrderId> early = List.copyOf(asked);
    int missed = view().missed();
    look(16);
    same(second, 17);

    assertThat(worth).isEqualTo(Worth.NOTHING);
    assertThat(early).containsExactly(first);
    assertThat(missed).isEqualTo(1);
    assertThat(asked).containsExactly(first, second);
    assertThat(view().missed()).isZero();
  }

  @Test
  @Tag("G1")
  void afterAnAnswerThatStaysOutItRestsForTenSeconds() {
    look(5);

    look(25);
    look(34);
    List<ClientOrderId> early = List.copyOf(asked);
    look(35);

    assertThat(early).containsExactly(first);
    assertThat(asked).containsExactly(first, second);
    assertThat(view().missed()).isEqualTo(1);
  }

  @Test
  void afterAQuestionThatTheAdapterDidNotTakeItRestsForTenSeconds() {
    taken = CompletableFuture.completedFuture(false);
    look(5);

    look(6);
    look(15);
    List<ClientOrderId> early = List.copyOf(asked);
    look(16);

    assertThat(early).containsExactly(first);
    assertThat(asked).containsExactly(first, second);
  }

  @Test
  void nothingIsAskedWhileTheLastQuestionWasNotHandedOver() {
    taken = new CompletableFuture<>();
    look(5);
    look(25);

    look(100);
    List<ClientOrderId> stuck = List.copyOf(asked);
    taken.complete(true);
    look(101);

    assertThat(stuck).containsExactly(first);
    assertThat(asked).containsExactly(first, second);
  }

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

  /** The venue tells of one order every two seconds, of the other never. */
  private void hearsOnlyOfTheFirst(long from, long to) {
    for (long time = from; time <= to; time++) {
      if (time % 2 == 0) {
        polls.heard(new OrderReport.Triggered(MAIN, first, 7), seconds(time));
      }
      look(time);
    }
  }

  @Test
  void anOrderOfWhichNothingIsToldIsAskedForThoughOthersAreToldOf() {
    hearsOnlyOfTheFirst(0, 30);
    List<ClientOrderId> early = List.copyOf(asked);

    hearsOnlyOfTheFirst(31, 36);

    assertThat(early).isEmpty();
    assertThat(asked).containsExactly(second);
  }

  @Test
  void itIsAskedForOnlyOnceInThirtySecondsThen() {
    hearsOnlyOfTheFirst(0, 36);
    same(second, 36);

    hearsOnlyOfTheFirst(37, 60);
    List<ClientOrderId> before = List.copyOf(asked);
    hearsOnlyOfTheFirst(61, 71);

    assertThat(before).containsExactly(second);
    assertThat(asked).containsExactly(second, second);
  }

  @Test
  void anEndIsNewsThoughACancelLeftSince() {
    look(5);
    on(new ControlEvent.Cancel(first, "test"));

    Worth over = answer(status(first, OrderStatus.FILLED, "0.1000"), 6);

    assertThat(over).isEqualTo(Worth.DIFFERENCE);
  }

  @Test
  void whatIsOnItsWayIsNotAskedFor() {
    on(new ControlEvent.Cancel(first, "test"));
    on(new ControlEvent.Cancel(second, "test"));

    look(100);

    assertThat(asked).isEmpty();
    assertThat(view().state()).isEqualTo(State.IDLE);
  }

  @Test
  void nothingIsAskedWhereItIsOff() {
    AccountWatchers usual = AccountWatchers.DEFAULTS;
    StatusPolls off =
        polls(
            new AccountWatchers(
                usual.balance(),
                usual.position(),
                usual.orders(),
                usual.trades(),
                usual.idle(),
                new WatcherKeys(null, Duration.ofSeconds(20), 0),
                usual.statusPause()));

    off.look(MAIN, 0);
    off.look(MAIN, seconds(3_600));

    assertThat(asked).isEmpty();
    assertThat(off.view(MAIN).state()).isEqualTo(State.OFF);
  }

  @Test
  void afterALostConnectionSilenceBeginsAnew() {
    look(5);

    polls.lost(MAIN);
    look(6);
    look(10);
    List<ClientOrderId> early = List.copyOf(asked);
    look(11);

    assertThat(early).containsExactly(first);
    assertThat(asked).hasSize(2);
  }
}
