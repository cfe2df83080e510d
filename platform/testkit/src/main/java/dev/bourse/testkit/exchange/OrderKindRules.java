package dev.bourse.testkit.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.api.event.AccountEvent;
import dev.bourse.api.event.OrderReport;
import dev.bourse.api.exchange.Capabilities;
import dev.bourse.api.model.Balance;
import dev.bourse.api.model.ClientOrderId;
import dev.bourse.api.model.Contingency;
import dev.bourse.api.model.Money;
import dev.bourse.api.model.Order;
import dev.bourse.api.model.OrderLeg;
import dev.bourse.api.model.OrderLink;
import dev.bourse.api.model.OrderSpec;
import dev.bourse.api.model.OrderStatus;
import dev.bourse.api.model.OrderType;
import dev.bourse.api.model.Price;
import dev.bourse.api.model.Quantity;
import dev.bourse.api.model.Rate;
import dev.bourse.api.model.Side;
import dev.bourse.api.model.TimeInForce;
import dev.bourse.api.model.TrailingOffset;
import dev.bourse.api.model.TrailingUnit;
import dev.bourse.api.model.TriggerType;
import dev.bourse.testkit.TestOrders;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is declared is proven; what is not is refused with a reason. */
abstract class OrderKindRules extends OrderRules {
  private static final Quantity SIZE = Quantity.of("0.1");

  @ParameterizedTest
  @Tag("B2")
  @EnumSource(OrderType.class)
  void holdsAndFillsEveryKindOfOrderThatItDeclaresAndRefusesEveryOther(OrderType type) {
    KitDesk desk = desk();
    if (!can(desk).orderTypes().contains(type)) {
      refused(desk, spec(desk, type));
      return;
    }
    Order order = TestOrders.order("a", spec(desk, type));

    desk.submit(order);
    desk.report(OrderReport.Accepted.class, order);
    List<String> open = desk.open();
    move(desk, order);

    desk.filled(order, "0.1");
    boolean immediate = type == OrderType.MARKET || type == OrderType.MARKET_TO_LIMIT;
    assertThat(open).isEqualTo(immediate ? List.of() : List.of("a"));
    assertThat(KitDesk.sum(desk.fills(order))).isEqualByComparingTo(SIZE);
    assertThat(desk.reports(OrderReport.Triggered.class, order).isEmpty())
        .isEqualTo(!type.isConditional());
    assertThat(desk.open()).isEmpty();
  }

  /** A platform that asks for GTD gets it from the venue, or GTC and ends it itself. */
  @ParameterizedTest
  @Tag("B2")
  @EnumSource(TimeInForce.class)
  void letsAnOrderLiveAsLongAsItDeclaresAndRefusesEveryOtherLife(TimeInForce life) {
    KitDesk desk = desk();
    Capabilities can = can(desk);
    boolean endedHere = life == TimeInForce.GTD && can.timesInForce().contains(TimeInForce.GTC);
    OrderSpec spec = lasting(desk, life, "50000.00", "0.1");
    if (!can.timesInForce().contains(life) && !endedHere) {
      refused(desk, spec);
      return;
    }
    Order order = TestOrders.order("a", spec);

    desk.submit(order);
    boolean immediate = life == TimeInForce.IOC || life == TimeInForce.FOK;
    OrderReport last =
        desk.awaited(OrderReport.class, each -> isEnd(each) || (!immediate && isBegin(each)));

    assertThat(last.orderId()).isEqualTo(order.id());
    assertThat(desk.open()).isEqualTo(immediate ? List.of() : List.of("a"));
    assertThat(desk.fills(order)).isEmpty();
  }

  private static boolean isBegin(OrderReport report) {
    return report instanceof OrderReport.Accepted;
  }

  static boolean isEnd(OrderReport report) {
    return report instanceof OrderReport.Expired
        || report instanceof OrderReport.Canceled
        || KitDesk.isRefusal(report);
  }

  @Test
  @Tag("B2")
  void refusesAPostOnlyOrderThatWouldTake() {
    KitDesk desk = desk();

    OrderSpec spec = lasting(desk, TimeInForce.GTC, "60005.00", "0.1").postingOnly();

    refused(desk, spec);
  }

  @Test
  @Tag("B2")
  void keepsAPostOnlyOrderThatRestsOrRefusesIt() {
    KitDesk desk = desk();
    OrderSpec spec = lasting(desk, TimeInForce.GTC, "50000.00", "0.1").postingOnly();
    if (!can(desk).postOnly()) {
      refused(desk, spec);
      return;
    }

    desk.resting(TestOrders.order("a", spec));

    assertThat(desk.open()).containsExactly("a");
  }

  @Test
  @Tag("B2")
  void hidesAPartOrRefusesTo() {
    KitDesk desk = desk();
    OrderSpec spec =
        lasting(desk, TimeInForce.GTC, "50000.00", "0.5").displaying(Quantity.of("0.1"));
    if (!can(desk).displayQuantity()) {
      refused(desk, spec);
      return;
    }

    desk.resting(TestOrders.order("a", spec));

    assertThat(desk.open()).containsExactly("a");
  }

  @ParameterizedTest
  @Tag("B2")
  @EnumSource(
      value = TriggerType.class,
      mode = EnumSource.Mode.EXCLUDE,
      names = {"DEFAULT"})
  void watchesThePriceThatIsNamedOrRefusesTo(TriggerType watched) {
    KitDesk desk = desk();
    OrderSpec stop = spec(desk, OrderType.STOP_MARKET);
    OrderSpec spec =
        stop.withTrigger(Objects.requireNonNull(stop.trigger(), "a stop has one").by(watched));
    boolean stops = can(desk).orderTypes().contains(OrderType.STOP_MARKET);
    if (!stops || !can(desk).triggerTypes().contains(watched)) {
      refused(desk, spec);
      return;
    }

    desk.resting(TestOrders.order("a", spec));

    assertThat(desk.open()).containsExactly("a");
  }

  @ParameterizedTest
  @Tag("B2")
  @EnumSource(TrailingUnit.class)
  void trailsByTheOffsetsThatItDeclaresAndRefusesEveryOther(TrailingUnit unit) {
    KitDesk desk = desk();
    TrailingOffset offset = offset(unit, 1);
    OrderSpec spec = OrderSpec.trailingStop(desk.instrument(), Side.SELL, SIZE, offset);
    boolean trails = can(desk).orderTypes().contains(OrderType.TRAILING_STOP_MARKET);
    if (!trails || !can(desk).takes(offset)) {
      refused(desk, spec);
      return;
    }

    desk.resting(TestOrders.order("a", spec));

    assertThat(desk.open()).containsExactly("a");
  }

  /** About so many percent of the price in the kit's market. */
  private static TrailingOffset offset(TrailingUnit unit, int percent) {
    return switch (unit) {
      case PRICE -> new TrailingOffset.ByPrice(Price.of(600 * percent + ".00"));
      case TICKS -> new TrailingOffset.ByTicks(60_000 * percent);
      case BASIS_POINTS -> TrailingOffset.basisPoints(100 * percent);
      case SHARE -> new TrailingOffset.ByShare(new Rate(Rate.ONE / 100 * percent + 1));
    };
  }

  /** By an offset that the venue takes, or by basis points if it takes none. */
  private static TrailingOffset offset(KitDesk desk, int percent) {
    return can(desk).trailingUnits().stream()
        .findFirst()
        .map(unit -> offset(unit, percent))
        .orElseGet(() -> TrailingOffset.basisPoints(100 * percent));
  }

  @Test
  @Tag("B2")
  void spendsAtMostTheAmountAndThenSaysThatItIsFilledOrRefusesTo() {
    KitDesk desk = desk();
    Money amount = Money.of("1000", desk.instrument().quote());
    OrderSpec spec = OrderSpec.marketFor(desk.instrument(), Side.BUY, amount);
    if (!can(desk).quoteAmounts()) {
      refused(desk, spec);
      return;
    }
    Order order = TestOrders.order("a", spec);

    desk.submit(order);
    OrderReport.Status status = desk.report(OrderReport.Status.class, order);

    assertThat(status.status()).isEqualTo(OrderStatus.FILLED);
    assertThat(status.filledNotional())
        .isBetween(Money.of("990", desk.instrument().quote()), amount);
    assertThat(KitDesk.sum(desk.fills(order))).isEqualByComparingTo(status.filled());
  }

  /** One reservation is enough for both, and what one fills ends the other without our doing. */
  @Test
  @Tag("N19")
  void endsTheOtherOfTwoLinkedOrdersWhenOneFills() {
    KitDesk desk = desk();
    assumeDeclared(can(desk).linkedOrders(), "linked orders");
    Order target = linked(desk, "target", "stop", OrderType.LIMIT_IF_TOUCHED);
    Order stop = linked(desk, "stop", "target", OrderType.STOP_MARKET);
    desk.resting(target);
    desk.resting(stop);
    Money reserved = reservedBase(desk);

    move(desk, target);
    desk.filled(target, "0.1");
    desk.report(OrderReport.Canceled.class, stop);

    assertThat(reserved).isEqualTo(Money.of("0.1", desk.instrument().base()));
    assertThat(desk.open()).isEmpty();
    assertThat(desk.fills(stop)).isEmpty();
  }

  @Test
  @Tag("N19")
  void takesAPairOfWhichOneEndsTheOther() {
    KitDesk desk = desk();
    assumeDeclared(can(desk).orderPairs(), "pairs of orders");
    Order stop = TestOrders.order("stop", spec(desk, OrderType.STOP_MARKET), false);
    Order target = desk.limit("target", Side.SELL, "0.1", "65000.00");
    desk.submitPair(stop, target);
    desk.report(OrderReport.Accepted.class, stop);
    desk.report(OrderReport.Accepted.class, target);
    Money reserved = reservedBase(desk);

    market("66000.00", "66000.10");
    desk.filled(target, "0.1");
    desk.awaited(OrderReport.class, each -> each.orderId().equals(stop.id()) && isEnd(each));

    assertThat(reserved).isEqualTo(Money.of("0.1", desk.instrument().base()));
    assertThat(desk.open()).isEmpty();
    assertThat(desk.fills(stop)).isEmpty();
  }

  private static Order linked(KitDesk desk, String name, String sibling, OrderType type) {
    OrderLeg leg =
        OrderLeg.of(
            1, SIZE.withDecimals(desk.instrument().quantityDecimals()), OrderLeg.Stage.ACTIVE);
    return TestOrders.order(name, spec(desk, type))
        .withLink(
            new OrderLink(
                new ClientOrderId("target"),
                null,
                List.of(new ClientOrderId(sibling)),
                Contingency.OCO,
                leg));
  }

  private static Money reservedBase(KitDesk desk) {
    return reservedBase(desk, desk.massReport());
  }

  static Money reservedBase(KitDesk desk, AccountEvent.MassReport report) {
    return report.balances().stream()
        .map(Balance::reserved)
        .filter(each -> each.currency().equals(desk.instrument().base()))
        .findFirst()
        .orElseThrow();
  }

  private void refused(KitDesk desk, OrderSpec spec) {
    Order order = TestOrders.order("refused", spec);
    desk.submit(order);

    OrderReport first = desk.report(OrderReport.class, order);

    assertThat(first).matches(KitDesk::isRefusal);
    assertThat(desk.refusals(order)).allMatch(each -> each.matches(REASON));
    assertThat(desk.open()).isEmpty();
    assertThat(desk.fills(order)).isEmpty();
  }

  private OrderSpec lasting(KitDesk desk, TimeInForce life, String price, String quantity) {
    OrderSpec spec =
        OrderSpec.limit(desk.instrument(), Side.BUY, Quantity.of(quantity), Price.of(price));
    return life == TimeInForce.GTD
        ? spec.until(venue.now() + Duration.ofHours(1).toNanos())
        : spec.lasting(life);
  }

  private static OrderSpec spec(KitDesk desk, OrderType type) {
    var of = desk.instrument();
    Price below = Price.of("55000.00");
    Price above = Price.of("65000.00");
    return switch (type) {
      case MARKET -> OrderSpec.market(of, Side.BUY, SIZE);
      case LIMIT -> OrderSpec.limit(of, Side.BUY, SIZE, Price.of("55000.00"));
      case MARKET_TO_LIMIT ->
          new OrderSpec(of, Side.BUY, type, TimeInForce.GTC, SIZE, null, false, false);
      case STOP_MARKET -> OrderSpec.stop(of, Side.SELL, SIZE, below);
      case STOP_LIMIT -> OrderSpec.stopLimit(of, Side.SELL, SIZE, below, Price.of("50000.00"));
      case MARKET_IF_TOUCHED -> OrderSpec.ifTouched(of, Side.SELL, SIZE, above);
      case LIMIT_IF_TOUCHED ->
          OrderSpec.limitIfTouched(of, Side.SELL, SIZE, above, Price.of("64000.00"));
      case TRAILING_STOP_MARKET -> OrderSpec.trailingStop(of, Side.SELL, SIZE, offset(desk, 1));
      case TRAILING_STOP_LIMIT ->
          OrderSpec.trailingStopLimit(of, Side.SELL, SIZE, offset(desk, 1), offset(desk, 15));
    };
  }

  /** Brings the market to where the order fills. */
  private void move(KitDesk desk, Order order) {
    OrderType type = order.spec().type();
    if (type.isIfTouched()) {
      market("66000.00", "66000.10");
    } else if (type.isConditional() || type == OrderType.LIMIT) {
      market("54000.00", "54000.10");
    }
    if (type.isConditional()) {
      desk.report(OrderReport.Triggered.class, order);
      venue.trade(type.isIfTouched() ? "66000.00" : "54000.00", "2");
    }
  }

  /** A new best bid and offer, and a trade at the bid. */
  void market(String bid, String ask) {
    venue.quote(bid, "2", ask, "2");
    venue.trade(bid, "2");
  }
}
