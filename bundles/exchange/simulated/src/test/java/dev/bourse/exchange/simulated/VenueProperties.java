package dev.bourse.exchange.simulated;

import static dev.bourse.testkit.Instruments.BTC;
import static dev.bourse.testkit.Instruments.ETH;
import static dev.bourse.testkit.Instruments.USD;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.api.event.AccountEvent;
import dev.bourse.api.event.ConnectionChanged;
import dev.bourse.api.event.OrderReport;
import dev.bourse.api.event.VenueEvent;
import dev.bourse.api.model.Balance;
import dev.bourse.api.model.ClientOrderId;
import dev.bourse.api.model.Currency;
import dev.bourse.api.model.Fill;
import dev.bourse.api.model.Money;
import dev.bourse.api.model.Order;
import dev.bourse.api.model.OrderType;
import dev.bourse.api.model.Side;
import dev.bourse.testkit.Instruments;
import dev.bourse.testkit.TestOrders;
import dev.bourse.testkit.TestStore;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;
import net.jqwik.api.constraints.IntRange;

class VenueProperties {
  /** A venue near to the defaults, and two that differ from it in nearly every policy. */
  private static final List<List<String>> VENUES =
      List.of(
          List.of("latency", "70", "slippage", "2", "fee.currency", "base"),
          List.of(
              "self.trade",
              "none",
              "bar.fill",
              "ohlc",
              "touch",
              "50",
              "queue",
              "quoted",
              "fee.order",
              "0.01",
              "fee.unit",
              "0.001",
              "latency.cancel",
              "10",
              "stop.in.market",
              "trigger"),
          List.of(
              "self.trade",
              "expire-maker",
              "bar.fill",
              "adaptive",
              "limit.gap",
              "open",
              "liquidity",
              "endless",
              "fee.currency",
              "ETH",
              "fee.discount",
              "0.25",
              "fee.tiers",
              "0:0.001/0.002,500:0.0005/0.001",
              "stop.in.market",
              "trigger"));

  private static String[] rules(int venue) {
    List<String> rules = new ArrayList<>(List.of("balances", "300 USD,1 BTC,1 ETH,10 SOL"));
    rules.addAll(VENUES.get(venue));
    return rules.toArray(new String[0]);
  }

  private static final int STEPS = 300;

  @Example
  void ordersOfEveryKindTradeInARandomDay() {
    Set<OrderType> traded = new TreeSet<>();
    Set<String> reported = new TreeSet<>();

    for (int seed = 0; seed < 60; seed++) {
      Desk desk = Desk.open(rules(seed % VENUES.size()));
      List<Order> orders = RandomTrading.trade(seed, STEPS, desk);
      desk.sink.events(OrderReport.class).forEach(each -> reported.add(kind(each)));
      Set<ClientOrderId> filled = new HashSet<>();
      desk.sink.events(OrderReport.Filled.class).forEach(each -> filled.add(each.orderId()));
      orders.stream()
          .filter(order -> filled.contains(order.id()))
          .forEach(order -> traded.add(order.spec().type()));
    }

    assertThat(traded).isEqualTo(EnumSet.complementOf(EnumSet.of(OrderType.MARKET_TO_LIMIT)));
    assertThat(reported)
        .contains("Updated", "UpdateRejected", "Triggered", "Expired", "Canceled", "Filled");
  }

  @Property(tries = 150)
  @Tag("A1")
  void theSameInputsGiveTheSameReports(@ForAll long seed, @ForAll @IntRange(max = 2) int venue) {
    Desk first = Desk.open(rules(venue));
    Desk second = Desk.open(rules(venue));

    RandomTrading.steps(seed, STEPS).forEach(step -> step.accept(first));
    RandomTrading.steps(seed, STEPS).forEach(step -> step.accept(second));

    assertThat(second.events()).isEqualTo(first.events());
  }

  @Property(tries = 150)
  void balancesAreTheStartingOnesPlusEveryFill(
      @ForAll long seed, @ForAll @IntRange(max = 2) int venue) {
    Desk desk = Desk.open(rules(venue));

    RandomTrading.steps(seed, STEPS).forEach(step -> step.accept(desk));

    AccountEvent.MassReport report = desk.massReport();
    Map<String, Money> expected = starting();
    report.fills().forEach(fill -> add(fill, expected));
    expected.values().removeIf(money -> money.signum() == 0);
    assertThat(report.balances())
        .extracting(Balance::total)
        .containsExactlyElementsOf(expected.values());
    assertThat(report.balances()).allMatch(balance -> balance.free().signum() >= 0);
    assertThat(report.balances()).allMatch(balance -> balance.reserved().signum() >= 0);
  }

  /** A fee in the coin that is sold was once taken out of what the rest of the order needs. */
  @Example
  void aSellerThatPaysItsFeesInWhatItSellsKeepsEnoughForTheRest() {
    Desk desk = Desk.open(rules(2));

    RandomTrading.steps(1502, STEPS).forEach(step -> step.accept(desk));

    assertThat(desk.massReport().balances()).allMatch(each -> each.free().signum() >= 0);
  }

  @Property(tries = 150)
  void nothingStaysReservedWhenNothingIsOpen(
      @ForAll long seed, @ForAll @IntRange(max = 2) int venue) {
    Desk desk = Desk.open(rules(venue));
    RandomTrading.steps(seed, STEPS).forEach(step -> step.accept(desk));

    desk.at(1000);
    desk.sink.events(OrderReport.Accepted.class).stream()
        .map(
            accepted ->
                TestOrders.market(accepted.orderId().value(), Instruments.BTCUSD, Side.BUY, "1"))
        .forEach(order -> desk.cancel(1001, order));
    desk.at(1002);

    assertThat(desk.massReport().openOrders()).isEmpty();
    assertThat(desk.massReport().balances()).allMatch(balance -> balance.reserved().signum() == 0);
  }

  @Property(tries = 150)
  @Tag("B12")
  void goesOnAfterAKillAsIfNothingHadHappened(
      @ForAll long seed,
      @ForAll @IntRange(max = 2) int venue,
      @ForAll @IntRange(max = STEPS) int killAt) {
    Desk whole = Desk.open(new TestStore(), rules(venue));
    TestStore store = new TestStore();
    Desk before = Desk.open(store, rules(venue));
    List<Consumer<Desk>> steps = RandomTrading.steps(seed, STEPS);

    steps.forEach(step -> step.accept(whole));
    steps.subList(0, killAt).forEach(step -> step.accept(before));
    Desk after = Desk.open(store.afterKill(), rules(venue));
    steps.subList(killAt, STEPS).forEach(step -> step.accept(after));

    List<VenueEvent> both = new ArrayList<>(told(before));
    both.addAll(told(after));
    assertThat(both).isEqualTo(told(whole));
    assertThat(after.massReport()).isEqualTo(whole.massReport());
    assertThat(after.exchange.position()).isEqualTo(whole.exchange.position());
  }

  @Property(tries = 150)
  void forgetsNothingThatItToldBeforeAPowerCut(
      @ForAll long seed,
      @ForAll @IntRange(max = 2) int venue,
      @ForAll @IntRange(max = STEPS) int cutAt) {
    TestStore store = new TestStore();
    Desk before = Desk.open(store, rules(venue));

    RandomTrading.steps(seed, STEPS).subList(0, cutAt).forEach(step -> step.accept(before));
    Desk after = Desk.open(store.afterPowerCut(), rules(venue));

    assertThat(after.massReport().fills())
        .isEqualTo(
            before.sink.events(OrderReport.Filled.class).stream()
                .map(OrderReport.Filled::fill)
                .toList());
    AccountEvent.MassReport report = after.massReport();
    assertThat(report.openOrders())
        .extracting(OrderReport.Status::orderId)
        .isEqualTo(
            before.massReport().openOrders().stream().map(OrderReport.Status::orderId).toList());
    assertThat(report.balances()).isEqualTo(before.massReport().balances());
  }

  private static String kind(OrderReport report) {
    return report.getClass().getSimpleName();
  }

  private static List<VenueEvent> told(Desk desk) {
    return desk.events().stream().filter(event -> !(event instanceof ConnectionChanged)).toList();
  }

  private static Map<String, Money> starting() {
    Map<String, Money> balances = new TreeMap<>();
    balances.put("USD", Money.of("300", USD));
    balances.put("BTC", Money.of("1", BTC));
    balances.put("ETH", Money.of("1", ETH));
    balances.put("SOL", Money.of("10", RandomTrading.SOLUSD.base()));
    return balances;
  }

  private static void add(Fill fill, Map<String, Money> balances) {
    Currency base = fill.instrument().base();
    Money quantity = Money.of(fill.quantity().toString(), base);
    Money notional =
        fill.price().times(fill.quantity(), fill.instrument().quote(), RoundingMode.HALF_EVEN);
    boolean buy = fill.side() == Side.BUY;
    balances.merge(base.code(), buy ? quantity : quantity.negate(), Money::plus);
    balances.merge(notional.currency().code(), buy ? notional.negate() : notional, Money::plus);
    balances.merge(fill.fee().currency().code(), fill.fee().negate(), Money::plus);
  }
}
