package dev.bourse.testkit.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.api.event.AccountEvent;
import dev.bourse.api.event.OrderReport;
import dev.bourse.api.model.Money;
import dev.bourse.api.model.Order;
import dev.bourse.api.model.OrderSpec;
import dev.bourse.api.model.OrderType;
import dev.bourse.api.model.Price;
import dev.bourse.api.model.Quantity;
import dev.bourse.api.model.Side;
import dev.bourse.testkit.TestOrders;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An entry, and one exit or two that wait at the venue until it has filled whole. */
abstract class BracketRules extends OrderKindRules {
  private static final Quantity SIZE = Quantity.of("0.1");
  private static final String ABOVE = "65000.00";

  @ParameterizedTest
  @Tag("N19")
  @ValueSource(ints = {1, 2})
  void keepsTheExitsOfABracketWaitingUntilItsEntryHasFilled(int count) {
    KitDesk desk = desk();
    List<Order> exits = exits(desk, count);
    Order entry = resting(desk, exits);

    market("66000.00", "66000.10");
    AccountEvent.MassReport report = desk.massReport();

    assertThat(report.openOrders())
        .filteredOn(each -> each.status().isLive())
        .extracting(OrderReport::orderId)
        .containsExactlyInAnyOrderElementsOf(all(entry, exits).stream().map(Order::id).toList());
    assertThat(report.fills()).isEmpty();
    assertThat(reservedBase(desk, report).signum()).isZero();
  }

  @ParameterizedTest
  @Tag("N19")
  @ValueSource(ints = {1, 2})
  void placesTheExitsOfABracketOnceItsEntryHasFilledWhole(int count) {
    KitDesk desk = desk();
    List<Order> exits = exits(desk, count);
    Order entry = resting(desk, exits);
    Order target = exits.get(count - 1);
    Money once = Money.of("0.1", desk.instrument().base());

    market("58000.00", "58000.10");
    desk.filled(entry, "0.1");
    AccountEvent.MassReport working =
        desk.massReport(report -> reservedBase(desk, report).equals(once));
    market("66000.00", "66000.10");
    desk.filled(target, "0.1");
    exits.subList(0, count - 1).forEach(each -> ended(desk, each));

    assertThat(working.fills())
        .isNotEmpty()
        .allSatisfy(each -> assertThat(each.orderId()).isEqualTo(entry.id()));
    assertThat(desk.open()).isEmpty();
  }

  @ParameterizedTest
  @Tag("N19")
  @ValueSource(ints = {1, 2})
  void endsTheExitsOfABracketWithItsEntry(int count) {
    KitDesk desk = desk();
    List<Order> exits = exits(desk, count);
    Order entry = resting(desk, exits);

    desk.cancel(entry);

    desk.report(OrderReport.Canceled.class, entry);
    exits.forEach(each -> ended(desk, each));
    assertThat(desk.open()).isEmpty();
  }

  @Test
  @Tag("N19")
  void refusesTheExitsOfABracketWithItsEntry() {
    KitDesk desk = desk();
    List<Order> exits = exits(desk, 1);
    Order entry = desk.limit("entry", Side.BUY, "9", "59000.00");

    desk.submitBracket(entry, exits);

    refused(desk, all(entry, exits));
  }

  @Test
  @Tag("N19")
  void placesNothingOfABracketOfWhichAnExitIsRefused() {
    KitDesk desk = desk();
    assumeDeclared(can(desk).orderBrackets(), "entries with exits that wait");
    assumeDeclared(desk.instrument().minNotional().signum() > 0, "a least notional");
    Order entry = desk.limit("entry", Side.BUY, "0.1", "59000.00");
    Order small = desk.limit("target", Side.SELL, "0.00001", ABOVE);

    desk.submitBracket(entry, List.of(small));

    refused(desk, all(entry, List.of(small)));
  }

  /** Nothing of them is there, and each was told why. */
  private static void refused(KitDesk desk, List<Order> orders) {
    for (Order each : orders) {
      assertThat(desk.refusal(each)).matches(REASON);
      assertThat(desk.reports(OrderReport.Accepted.class, each)).isEmpty();
    }
    assertThat(desk.open()).isEmpty();
  }

  /** One that takes the profit; of two the other stops the loss. */
  private static List<Order> exits(KitDesk desk, int count) {
    assumeDeclared(can(desk).orderBrackets(), "entries with exits that wait");
    Order target = desk.limit("target", Side.SELL, "0.1", ABOVE);
    if (count == 1) {
      return List.of(target);
    }
    assumeDeclared(can(desk).orderTypes().contains(OrderType.STOP_MARKET), OrderType.STOP_MARKET);
    Price below = Price.of("55000.00");
    OrderSpec stop = OrderSpec.stop(desk.instrument(), Side.SELL, SIZE, below);
    return List.of(TestOrders.order("stop", stop), target);
  }

  /** Places an entry that rests below the market, and its exits; all are accepted. */
  private static Order resting(KitDesk desk, List<Order> exits) {
    Order entry = desk.limit("entry", Side.BUY, "0.1", "59000.00");
    desk.submitBracket(entry, exits);
    exits.forEach(desk::accepted);
    return desk.accepted(entry);
  }

  private static List<Order> all(Order entry, List<Order> exits) {
    List<Order> all = new ArrayList<>(List.of(entry));
    all.addAll(exits);
    return all;
  }

  /** Whatever tells it: the venue by itself, the answer to a cancel, or that to a question. */
  private static void ended(KitDesk desk, Order order) {
    desk.awaited(
        OrderReport.class,
        each -> each.orderId().equals(order.id()) && (isEnd(each) || isOver(each)));
  }

  private static boolean isOver(OrderReport report) {
    return report instanceof OrderReport.Status status && !status.status().isLive();
  }
}
