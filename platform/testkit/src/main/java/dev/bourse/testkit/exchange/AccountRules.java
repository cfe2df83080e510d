package dev.bourse.testkit.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.bourse.api.event.AccountEvent;
import dev.bourse.api.event.OrderReport;
import dev.bourse.api.model.Balance;
import dev.bourse.api.model.Fill;
import dev.bourse.api.model.Money;
import dev.bourse.api.model.Order;
import dev.bourse.api.model.Side;
import dev.bourse.testkit.TestOrders;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What the account has, and what others do with it. */
abstract class AccountRules extends ChangeRules {
  @Test
  @Tag("D1")
  void reportsOrdersFillsAndBalancesOfTheAccount() {
    KitDesk desk = desk();
    desk.resting("a");
    Order filled = desk.market("b", Side.SELL, "0.5");
    desk.submit(filled);
    desk.filled(filled, "0.5");

    AccountEvent.MassReport report = desk.massReport(each -> !each.fills().isEmpty());

    assertThat(report.account()).isEqualTo(TestOrders.ACCOUNT);
    assertThat(report.requestedAt()).isLessThanOrEqualTo(report.eventTime());
    assertThat(live(report)).containsExactly("a");
    assertThat(report.fills()).extracting(each -> each.orderId().value()).containsOnly("b");
    assertThat(totals(report)).isEqualTo(explained(desk, report.fills()));
    assertThat(report.balances()).noneMatch(each -> each.total().signum() == 0);
  }

  @Test
  @Tag("D1")
  void reportsNothingOlderThanWhatWasAskedForIfThereIsNothing() {
    KitDesk desk = desk();
    Order filled = desk.market("b", Side.SELL, "0.5");
    desk.submit(filled);
    desk.filled(filled, "0.5");

    long newest = desk.fills(filled).stream().mapToLong(Fill::eventTime).max().orElseThrow();
    AccountEvent.MassReport all = desk.massReport(0);
    AccountEvent.MassReport later = desk.massReport(newest + 1_000_000_000L);

    assertThat(all.fills()).isNotEmpty();
    assertThat(later.fills()).isEmpty();
    assertThat(totals(later)).isEqualTo(totals(all));
  }

  @Test
  @Tag("D1")
  @Tag("N10")
  void tellsAnotherProcessTheSameOrdersAndFillsUnderTheSameNames() {
    KitDesk before = desk();
    Order resting = before.resting("a");
    Order filled = before.market("b", Side.SELL, "0.5");
    before.submit(filled);
    before.filled(filled, "0.5");
    AccountEvent.MassReport first = before.massReport(each -> !each.fills().isEmpty());
    before.exchange.close();

    KitDesk after = desk();
    AccountEvent.MassReport second = after.massReport();
    after.cancel(resting);

    assertThat(live(second)).isEqualTo(live(first));
    assertThat(second.fills())
        .usingRecursiveFieldByFieldElementComparatorIgnoringFields("instrument")
        .isEqualTo(first.fills());
    assertThat(totals(second)).isEqualTo(totals(first));
    assertThat(after.report(OrderReport.Canceled.class, resting).reason()).matches(REASON);
  }

  @Test
  @Tag("D1")
  void sortsOutWhatAnOrderReserves() {
    KitDesk desk = desk();

    desk.resting("a");

    Balance quote =
        desk.massReport().balances().stream()
            .filter(each -> each.total().currency().equals(desk.instrument().quote()))
            .findFirst()
            .orElseThrow();
    assertThat(quote.total()).isEqualTo(Money.of("100000", desk.instrument().quote()));
    assertThat(quote.reserved())
        .isBetween(
            Money.of("25000", desk.instrument().quote()),
            Money.of("25500", desk.instrument().quote()));
  }

  @Test
  @Tag("B7")
  void showsTheOrdersOfOthersAndNeverTakesThemForOurs() {
    KitDesk desk = desk();
    desk.resting("ours");
    assumeTrue(
        venue.foreignOrder("web/7", Side.SELL, "0.5", "70000.00"),
        "nobody else can use this account");

    AccountEvent.MassReport report = desk.massReport(each -> each.openOrders().size() == 2);

    List<String> names = live(report);
    assertThat(names).contains("ours").doesNotHaveDuplicates().hasSize(2);
    assertThat(report.openOrders())
        .extracting(OrderReport.Status::venueOrderId)
        .doesNotContainNull()
        .doesNotHaveDuplicates();
  }

  @Test
  @Tag("D5")
  void tellsOfMoneyThatComesAndGoesOnce() {
    KitDesk desk = desk();
    assumeTrue(venue.transfer("100"), "no money comes to this account or leaves it");
    venue.transfer("-30");

    desk.awaited(
        AccountEvent.CashFlow.class,
        any -> desk.sink.events(AccountEvent.CashFlow.class).size() > 1);

    List<AccountEvent.CashFlow> flows = desk.sink.events(AccountEvent.CashFlow.class);
    assertThat(flows)
        .extracting(each -> each.amount().toString() + " " + each.kind())
        .containsExactly(
            Money.of("100", desk.instrument().quote()) + " deposit",
            Money.of("-30", desk.instrument().quote()) + " withdrawal");
    assertThat(flows).extracting(AccountEvent.CashFlow::id).doesNotHaveDuplicates();
    assertThat(totals(desk.massReport()).get(desk.instrument().quote().code()))
        .isEqualTo(Money.of("100070", desk.instrument().quote()));
  }

  @Test
  @Tag("D5")
  @Tag("N7")
  void listsInItsHistoryTheMoneyThatCameAndWent() {
    KitDesk desk = desk();
    assumeTrue(
        desk.exchange.capabilities().flowHistory(), "this exchange has no history of such money");
    assumeTrue(venue.transfer("100"), "no money comes to this account or leaves it");
    venue.transfer("-30");

    List<AccountEvent.CashFlow> first = desk.massReportWithFlows().history();
    List<AccountEvent.CashFlow> second = desk.massReportWithFlows().history();

    assertThat(first)
        .extracting(each -> each.amount().toString() + " " + each.kind())
        .containsExactlyInAnyOrder(
            Money.of("100", desk.instrument().quote()) + " deposit",
            Money.of("-30", desk.instrument().quote()) + " withdrawal");
    assertThat(first).extracting(AccountEvent.CashFlow::id).doesNotHaveDuplicates();
    assertThat(second).isEqualTo(first);
  }

  static List<String> live(AccountEvent.MassReport report) {
    return report.openOrders().stream()
        .filter(each -> each.status().isLive())
        .map(each -> each.orderId().value())
        .toList();
  }

  private static Map<String, Money> totals(AccountEvent.MassReport report) {
    Map<String, Money> totals = new TreeMap<>();
    report.balances().forEach(each -> totals.put(each.total().currency().code(), each.total()));
    return totals;
  }

  /** What the account of the kit becomes by fills. */
  private static Map<String, Money> explained(KitDesk desk, List<Fill> fills) {
    Map<String, Money> totals = new TreeMap<>();
    add(totals, Money.of("100000", desk.instrument().quote()));
    add(totals, Money.of("10", desk.instrument().base()));
    for (Fill fill : fills) {
      Money base = Money.of(fill.quantity().toString(), desk.instrument().base());
      boolean buy = fill.side() == Side.BUY;
      add(totals, buy ? base : base.negate());
      add(totals, buy ? fill.notional().negate() : fill.notional());
      add(totals, fill.fee().negate());
    }
    return totals;
  }

  private static void add(Map<String, Money> totals, Money amount) {
    totals.merge(amount.currency().code(), amount, Money::plus);
  }
}
