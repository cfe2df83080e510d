package dev.bourse.engine.loop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.api.event.AccountEvent;
import dev.bourse.api.event.ConnectionChanged;
import dev.bourse.api.event.ControlEvent;
import dev.bourse.api.event.InstrumentListed;
import dev.bourse.api.event.LifecycleEvent;
import dev.bourse.api.event.OrderReport;
import dev.bourse.api.model.AccountId;
import dev.bourse.api.model.Balance;
import dev.bourse.api.model.ClientOrderId;
import dev.bourse.api.model.Currency;
import dev.bourse.api.model.MarginMode;
import dev.bourse.api.model.MarginModel;
import dev.bourse.api.model.MarginTerms;
import dev.bourse.api.model.Money;
import dev.bourse.api.model.OrderSpec;
import dev.bourse.api.model.Side;
import dev.bourse.api.model.TraderId;
import dev.bourse.api.model.TradingMode;
import dev.bourse.api.trader.WatcherView;
import dev.bourse.api.trader.WatcherView.State;
import dev.bourse.api.trader.WatcherView.Subject;
import dev.bourse.core.TraderCore;
import dev.bourse.core.settings.TraderSettings;
import dev.bourse.engine.Market;
import dev.bourse.engine.config.AccountWatchers;
import dev.bourse.engine.config.WatchKeys;
import dev.bourse.engine.config.WatcherKeys;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** When an account is asked for a report, and what becomes of the answer. */
class AccountWatchTest {
  private static final AccountId MAIN = new AccountId("main");
  private static final Currency USD = Market.BTC.quote();
  private final TraderCore core =
      new TraderCore(
          TraderSettings.of(new TraderId("t"), TradingMode.LIVE, List.of(MAIN), List.of()));
  private final AccountWatch watch = new AccountWatch(core, WatchKeys.DEFAULTS);

  @BeforeEach
  void reconcile() {
    core.on(1, new LifecycleEvent.Started(1, ""));
    core.on(2, new LifecycleEvent.Recovered(""));
    core.on(3, new ConnectionChanged(MAIN, true, "", 3));
    core.on(4, report("100"));
    watch.isDue(MAIN, 0);
  }

  private static AccountEvent.MassReport report(String usd) {
    Balance cash = new Balance(Money.of(usd, USD), USD.zero());
    return new AccountEvent.MassReport(MAIN, List.of(), List.of(), List.of(cash), 5, 5);
  }

  private void contracts() {
    MarginTerms terms =
        new MarginTerms(MarginMode.CROSS, MarginModel.LEVERAGED, 10, new TreeMap<>());
    core.on(6, new AccountEvent.Terms(MAIN, terms, 6));
  }

  private Map<Subject, State> states() {
    return watch.views(List.of(MAIN)).stream()
        .collect(Collectors.toMap(WatcherView::subject, WatcherView::state));
  }

  private static long seconds(long count) {
    return TimeUnit.SECONDS.toNanos(count);
  }

  @Test
  @Tag("C1")
  @Tag("B2")
  void aSilentAccountIsAskedAfterThirtySecondsAndNotBefore() {
    boolean early = watch.isDue(MAIN, seconds(29));

    boolean late = watch.isDue(MAIN, seconds(30));

    assertThat(early).isFalse();
    assertThat(late).isTrue();
    assertThat(watch.isWaiting(MAIN)).isTrue();
  }

  @Test
  @Tag("C2")
  @Tag("B3")
  void anAccountOfContractsIsAskedAfterFifteenSeconds() {
    contracts();
    watch.isDue(MAIN, seconds(1));

    boolean early = watch.isDue(MAIN, seconds(15));
    boolean due = watch.isDue(MAIN, seconds(16));

    assertThat(early).isFalse();
    assertThat(due).isTrue();
    assertThat(states()).containsEntry(Subject.POSITION, State.ASKING);
  }

  @Test
  @Tag("C1")
  @Tag("B2")
  void balancesAreAskedForHoweverMuchIsToldOfOrders() {
    OrderReport report = new OrderReport.Triggered(MAIN, new ClientOrderId("t-s-1-1"), 7);
    watch.heard(report, seconds(29));

    boolean due = watch.isDue(MAIN, seconds(30));

    assertThat(due).isTrue();
    assertThat(states()).containsEntry(Subject.BALANCE, State.ASKING);
  }

  /** Everything is off but one at most; null for none. */
  private static WatchKeys only(@Nullable Subject on) {
    AccountWatchers usual = AccountWatchers.DEFAULTS;
    AccountWatchers watchers =
        new AccountWatchers(
            keys(usual, Subject.BALANCE, on),
            keys(usual, Subject.POSITION, on),
            keys(usual, Subject.ORDERS, on),
            keys(usual, Subject.TRADES, on),
            usual.idle(),
            usual.status(),
            usual.statusPause());
    WatchKeys keys = WatchKeys.DEFAULTS;
    return new WatchKeys(
        keys.place(),
        keys.cancel(),
        keys.report(),
        keys.inFlightInterval(),
        keys.inFlightThreshold(),
        keys.inFlightRetries(),
        keys.inFlightCancels(),
        watchers,
        null,
        keys.retries(),
        keys.patience());
  }

  private static WatcherKeys keys(AccountWatchers usual, Subject subject, @Nullable Subject on) {
    WatcherKeys keys = usual.of(subject);
    return subject == on ? keys : new WatcherKeys(null, keys.timeout(), keys.retries());
  }

  /** An order of the account may fill. */
  private void order() {
    core.on(7, new InstrumentListed(Market.BTC, 7));
    core.on(8, Market.trade(Market.BTC, 8, 100_00));
    OrderSpec spec =
        OrderSpec.limit(
            Market.BTC, Side.BUY, Market.BTC.quantity("0.1000"), Market.BTC.price("90.00"));
    core.on(9, new ControlEvent.Submit(spec, "test"));
    assertThat(core.state().ledger().live()).hasSize(1);
  }

  @ParameterizedTest
  @EnumSource(
      value = Subject.class,
      names = {"BALANCE", "POSITION", "ORDERS", "TRADES"})
  @Tag("C1")
  @Tag("C2")
  void oneThatIsOffAsksNothingHoweverLongItsSubjectIsSilent(Subject subject) {
    contracts();
    order();
    AccountWatch on = new AccountWatch(core, only(subject));
    AccountWatch off = new AccountWatch(core, only(null));
    on.isDue(MAIN, 0);
    off.isDue(MAIN, 0);

    boolean asks = on.isDue(MAIN, seconds(30));
    boolean asksOff = off.isDue(MAIN, seconds(30)) || off.isDue(MAIN, seconds(86_400));

    assertThat(asks).isTrue();
    assertThat(asksOff).isFalse();
    assertThat(off.views(List.of(MAIN)))
        .filteredOn(each -> each.subject() == subject)
        .allMatch(each -> each.state() == State.OFF && each.questions() == 0);
  }

  @Test
  @Tag("D3")
  void whatTheStreamTellsPutsTheQuestionOff() {
    watch.heard(new AccountEvent.Balances(MAIN, List.of(), 7), seconds(20));

    boolean early = watch.isDue(MAIN, seconds(49));

    assertThat(early).isFalse();
    assertThat(watch.isDue(MAIN, seconds(50))).isTrue();
  }

  @Test
  @Tag("C1")
  void anAccountThatIsNeverSilentIsAskedAllTheSameEveryFiveMinutes() {
    for (int second = 10; second < 300; second += 10) {
      watch.heard(new AccountEvent.Balances(MAIN, List.of(), 7), seconds(second));
    }

    boolean early = watch.isDue(MAIN, seconds(299));

    assertThat(early).isFalse();
    assertThat(watch.isDue(MAIN, seconds(300))).isTrue();
  }

  @Test
  @Tag("C1")
  @Tag("G1")
  void anAnswerThatStaysOutIsAskedForAgainUntilTheConnectionCountsAsLost() {
    watch.isDue(MAIN, seconds(30));

    boolean inTime = watch.isOverdue(MAIN, seconds(44));
    boolean over = watch.isOverdue(MAIN, seconds(45));

    assertThat(inTime).isFalse();
    assertThat(over).isTrue();
    assertThat(List.of(watch.missed(MAIN), watch.missed(MAIN), watch.missed(MAIN)))
        .containsExactly(false, false, true);
    assertThat(watch.depths()).containsEntry("reports.missed main", 3L);
    assertThat(watch.silence(MAIN))
        .isEqualTo("it sends no reports, asked 3 times by its balance watcher, 15s each");
  }

  @Test
  @Tag("G1")
  void aReportThatNoWatcherAskedForHasItsOwnTime() {
    watch.asked(MAIN, seconds(30));

    boolean inTime = watch.isOverdue(MAIN, seconds(49));
    boolean over = watch.isOverdue(MAIN, seconds(50));

    assertThat(inTime).isFalse();
    assertThat(over).isTrue();
  }

  @Test
  @Tag("C2")
  @Tag("G1")
  void aQuestionOfThePositionWatcherMayTakeTwentySecondsAndSoMayTheNext() {
    contracts();
    watch.isDue(MAIN, seconds(1));
    watch.isDue(MAIN, seconds(16));

    boolean inTime = watch.isOverdue(MAIN, seconds(35));
    boolean over = watch.isOverdue(MAIN, seconds(36));
    watch.askedAgain(MAIN, seconds(36));

    assertThat(inTime).isFalse();
    assertThat(over).isTrue();
    assertThat(watch.isOverdue(MAIN, seconds(55))).isFalse();
    assertThat(watch.isOverdue(MAIN, seconds(56))).isTrue();
  }

  @Test
  @Tag("N10")
  void aReportThatAgreesIsNoNews() {
    watch.isDue(MAIN, seconds(30));

    boolean nothing = watch.isNothingNew(report("100"));

    assertThat(nothing).isTrue();
    assertThat(watch.depths()).containsEntry("reports main", 1L);
  }

  @Test
  @Tag("C2")
  void aBalanceThatDiffersCountsWhenTheNextReportFindsItAgain() {
    watch.isDue(MAIN, seconds(30));
    boolean first = watch.isNothingNew(report("90"));
    watch.heard(report("90"), seconds(31));
    watch.isDue(MAIN, seconds(61));

    boolean second = watch.isNothingNew(report("90"));

    assertThat(first).isTrue();
    assertThat(second).isFalse();
  }

  @Test
  @Tag("N7")
  void aReportThatAgreesIsNewsWhileMoneyIsMissing() {
    core.on(5, report("90"));
    String missing = core.state().flags().shortage(MAIN);
    watch.isDue(MAIN, seconds(30));

    boolean nothing = watch.isNothingNew(report("100"));

    assertThat(missing).contains("holds 90.00 USD");
    assertThat(nothing).isFalse();
  }

  @Test
  @Tag("N7")
  void theHistoryOfFlowsIsWantedOnceBalancesDiffer() {
    watch.isDue(MAIN, seconds(30));
    boolean before = watch.isDiffering(MAIN);

    watch.isNothingNew(report("90"));

    assertThat(before).isFalse();
    assertThat(watch.isDiffering(MAIN)).isTrue();
  }

  @Test
  @Tag("N7")
  void aDifferenceThatTheHistoryExplainsIsTheSameDifference() {
    core.on(5, report("100").remembering(List.of()));
    watch.isDue(MAIN, seconds(30));
    watch.isNothingNew(report("90"));
    watch.heard(report("90"), seconds(31));
    watch.isDue(MAIN, seconds(61));
    AccountEvent.CashFlow row =
        new AccountEvent.CashFlow(MAIN, "w-1", Money.of("-10", USD), "withdrawal", 6);

    boolean nothing = watch.isNothingNew(report("90").remembering(List.of(row)));

    assertThat(nothing).isFalse();
  }

  @Test
  void aReportThatWasAskedForAfterAReconnectAlwaysCounts() {
    watch.asked(MAIN, seconds(1));

    boolean nothing = watch.isNothingNew(report("100"));

    assertThat(nothing).isFalse();
  }

  /** The connection is lost, and back at 100 s of the adapter's clock. */
  private void reconnect() {
    core.on(6, new ConnectionChanged(MAIN, false, "cut", seconds(90)));
    watch.lost(MAIN);
    ConnectionChanged back = new ConnectionChanged(MAIN, true, "", seconds(100));
    core.on(7, back);
    watch.connected(back, seconds(100));
    watch.asked(MAIN, seconds(100));
  }

  private static AccountEvent.MassReport askedAt(long second) {
    return new AccountEvent.MassReport(
        MAIN, List.of(), List.of(), List.of(), seconds(second), seconds(101));
  }

  @Test
  @Tag("D3")
  void aReportThatWasAskedForBeforeTheConnectionIsOutdatedAndAskedForAnewOnce() {
    reconnect();

    boolean first = watch.isOutdated(askedAt(99), seconds(101));
    boolean anew = watch.asksAnew(MAIN);
    boolean second = watch.isOutdated(askedAt(98), seconds(102));
    boolean again = watch.asksAnew(MAIN);

    assertThat(List.of(first, anew, second)).containsOnly(true);
    assertThat(again).isFalse();
    assertThat(watch.isOverdue(MAIN, seconds(120))).isTrue();
  }

  @Test
  @Tag("D3")
  void aReportThatWasAskedForSinceIsNot() {
    reconnect();

    boolean outdated = watch.isOutdated(askedAt(100), seconds(101));

    assertThat(outdated).isFalse();
  }

  @Test
  @Tag("D3")
  void anAdapterWhoseClockWasSetBackIsBelievedInTheEnd() {
    reconnect();

    boolean within = watch.isOutdated(askedAt(40), seconds(159));
    boolean after = watch.isOutdated(askedAt(41), seconds(160));

    assertThat(within).isTrue();
    assertThat(after).isFalse();
  }
}
