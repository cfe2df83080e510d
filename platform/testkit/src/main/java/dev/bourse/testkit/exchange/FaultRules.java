package dev.bourse.testkit.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.api.event.AccountEvent;
import dev.bourse.api.event.ConnectionChanged;
import dev.bourse.api.event.OrderReport;
import dev.bourse.api.model.Fill;
import dev.bourse.api.model.Order;
import dev.bourse.api.model.OrderStatus;
import dev.bourse.api.model.Quantity;
import dev.bourse.api.model.Side;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What is told when answers, reports and connections are lost: never more than is proven. */
abstract class FaultRules extends AccountRules {
  private static final int MANY = 20;

  @Test
  @Tag("A4")
  @Tag("B1")
  void saysThatAnAnswerIsLostAndFindsTheOrderWhenAsked() {
    KitDesk desk = desk();
    strike(Mishap.LOST_ANSWER);
    Order order = desk.limit("a", Side.BUY, "0.5", "50000.00");

    desk.submit(order);
    OrderReport told = desk.awaited(OrderReport.class, FaultRules::isFate);
    OrderReport standing = desk.standing(order);

    assertThat(told).isInstanceOf(OrderReport.AnswerLost.class);
    assertThat(standing)
        .isInstanceOfSatisfying(
            OrderReport.Status.class,
            each -> assertThat(each.status()).isEqualTo(OrderStatus.ACCEPTED));
    assertThat(desk.refusals(order)).isEmpty();
    assertThat(desk.open()).containsExactly("a");
  }

  private static boolean isFate(OrderReport report) {
    return report instanceof OrderReport.AnswerLost || KitDesk.isRefusal(report);
  }

  @Test
  @Tag("A4")
  @Tag("B1")
  void doesNotSendAgainWhatMayNeverHaveArrived() {
    KitDesk desk = desk();
    strike(Mishap.LOST_COMMAND);
    Order order = desk.limit("a", Side.BUY, "0.5", "50000.00");

    desk.submit(order);
    OrderReport told = desk.awaited(OrderReport.class, FaultRules::isFate);
    OrderReport standing = desk.standing(order);

    assertThat(told).isInstanceOf(OrderReport.AnswerLost.class);
    assertThat(standing).isInstanceOf(OrderReport.NotFound.class);
    assertThat(desk.refusals(order)).isEmpty();
    assertThat(desk.open()).isEmpty();
  }

  /** What would have met the first order that is sent meets the next one. */
  @Test
  @Tag("B7")
  void deniesByNameWhatAFilterDoesNotLetPassAndSendsNothingOfIt() {
    String filter = venue.notionalFilter().orElse("");
    assumeDeclared(!filter.isEmpty(), "filters of its own");
    KitDesk desk = desk();
    strike(Mishap.LOST_ANSWER);
    Order small = desk.limit("small", Side.BUY, "0.00001", "50000.00");
    Order next = desk.limit("next", Side.BUY, "0.5", "50000.00");

    desk.submit(small);
    OrderReport told = desk.report(OrderReport.class, small);
    desk.submit(next);
    desk.report(OrderReport.AnswerLost.class, next);

    assertThat(told)
        .isInstanceOfSatisfying(
            OrderReport.Denied.class,
            each -> {
              assertThat(each.reason()).matches(REASON).startsWith(filter + ": ");
              assertThat(each.passing()).as("a filter refuses it each time").isFalse();
            });
    assertThat(desk.reports(OrderReport.class, small)).containsExactly(told);
    assertThat(desk.standing(small)).isInstanceOf(OrderReport.NotFound.class);
  }

  @Test
  @Tag("A4")
  @Tag("B1")
  void takesAnErrorThatProvesNothingForALostAnswer() {
    KitDesk desk = desk();
    strike(Mishap.OPEN_ERROR);
    Order order = desk.limit("a", Side.BUY, "0.5", "50000.00");

    desk.submit(order);
    desk.awaited(OrderReport.class, FaultRules::isFate);

    assertThat(desk.refusals(order)).isEmpty();
    assertThat(desk.open()).containsExactly("a");
  }

  /** Whoever blocks until the answer has come has told it before the call returns. */
  @Test
  @Tag("N8")
  void doesNotWaitForAnAnswer() {
    KitDesk desk = desk();
    strike(Mishap.SLOW_ANSWER);
    venue.strike(Mishap.LOST_REPORTS);
    Order order = desk.limit("a", Side.BUY, "0.5", "50000.00");

    boolean taken = desk.submit(order);
    int toldBefore = desk.sink.events(OrderReport.class).size();
    desk.report(OrderReport.Accepted.class, order);

    assertThat(taken).isTrue();
    assertThat(toldBefore).isZero();
  }

  /** Orders come from the journal's writer while the loop asks for what it likes. */
  @Test
  @Tag("N8")
  void sendsEveryOrderOnceWhileAnotherThreadAsks() {
    KitDesk desk = desk();
    List<Order> orders =
        IntStream.range(0, MANY)
            .mapToObj(each -> desk.limit("m" + each, Side.BUY, "0.001", "50000.00"))
            .toList();

    CompletableFuture<Long> writer =
        CompletableFuture.supplyAsync(() -> orders.stream().filter(desk::submit).count());
    for (int i = 0; i < MANY; i++) {
      desk.exchange.marketData().subscribe(venue.instrument());
      desk.query(orders.get(i));
    }
    orders.forEach(each -> desk.report(OrderReport.Accepted.class, each));

    assertThat(writer.join()).isEqualTo(MANY);
    assertThat(desk.open())
        .containsExactlyInAnyOrderElementsOf(
            orders.stream().map(each -> each.id().value()).toList());
  }

  @Test
  @Tag("B6")
  void reportsWhatWasFilledWhileItWasCutOff() {
    KitDesk desk = desk();
    Order order = desk.resting("a");
    strike(Mishap.LOST_REPORTS);
    venue.strike(Mishap.CUT);

    venue.quote("49000.00", "2", "49000.10", "2");
    venue.trade("49000.00", "2");
    desk.reconnected();
    venue.heal();
    AccountEvent.MassReport report = desk.massReport(each -> !each.fills().isEmpty());

    assertThat(live(report)).isEmpty();
    assertThat(report.fills()).allMatch(each -> each.orderId().equals(order.id()));
    assertThat(KitDesk.sum(report.fills())).isEqualByComparingTo(Quantity.of("0.5"));
  }

  @Test
  @Tag("B6")
  void tellsWithAQueryWhatItsStreamHasLost() {
    KitDesk desk = desk();
    Order order = desk.resting("a");
    strike(Mishap.LOST_REPORTS);
    venue.quote("49000.00", "2", "49000.10", "2");
    venue.trade("49000.00", "2");

    OrderReport standing = desk.standing(order);
    desk.filled(order, "0.5");

    assertThat(standing)
        .isInstanceOfSatisfying(
            OrderReport.Status.class,
            each -> assertThat(each.status()).isEqualTo(OrderStatus.FILLED));
    assertThat(desk.fills(order)).allMatch(each -> !each.provisional());
    assertThat(KitDesk.sum(desk.fills(order))).isEqualByComparingTo(Quantity.of("0.5"));
  }

  @Test
  @Tag("B5")
  void givesWhatComesTwiceOneId() {
    KitDesk desk = desk();
    strike(Mishap.REPEATED_REPORTS);
    Order order = desk.market("a", Side.BUY, "0.5");

    desk.submit(order);
    desk.filled(order, "0.5");
    Order after = desk.resting("after");
    desk.cancel(after);
    desk.report(OrderReport.Canceled.class, after);

    List<String> ids =
        desk.reports(OrderReport.Filled.class, order).stream()
            .map(each -> each.fill().fillId())
            .distinct()
            .toList();
    List<String> reported = desk.massReport().fills().stream().map(Fill::fillId).toList();
    assertThat(ids).containsExactlyInAnyOrderElementsOf(reported);
  }

  @Test
  @Tag("G5")
  void takesARefusalForALimitAsProvenAndGoesOnLater() {
    KitDesk desk = desk();
    strike(Mishap.LIMIT);
    Order first = desk.limit("a", Side.BUY, "0.5", "50000.00");
    desk.submit(first);
    String reason = desk.refusal(first);

    Order second = desk.limit("b", Side.BUY, "0.5", "50000.00");
    boolean taken = desk.submit(second);
    boolean heldBack = !taken || !desk.refusal(second).isEmpty();

    assertThat(reason).matches(REASON);
    assertThat(desk.reports(OrderReport.Rejected.class, first))
        .as("what is refused for a limit may be taken later")
        .allMatch(OrderReport.Rejected::passing);
    assertThat(heldBack).isTrue();
    assertThat(desk.reports(OrderReport.Denied.class, second))
        .as("what is held back for a limit may leave later")
        .allMatch(OrderReport.Denied::passing);
    assertThat(accepted(desk)).startsWith("c");
    assertThat(desk.open()).doesNotContain("a", "b");
  }

  @Test
  void goesOnAtAVenueWhoseClockIsWrong() {
    KitDesk desk = desk();

    strike(Mishap.WRONG_CLOCK);

    String name = accepted(desk);
    assertThat(desk.open()).containsExactly(name);
  }

  @Test
  @Tag("H1")
  void saysNothingThatIsNotProvenOfAnOrderForADeadVenue() {
    KitDesk desk = desk();
    Order resting = desk.resting("a");
    strike(Mishap.DEAD);
    desk.awaited(ConnectionChanged.class, each -> !each.connected());

    Order late = desk.limit("late", Side.BUY, "0.5", "50000.00");
    boolean taken = desk.submit(late);
    if (taken) {
      desk.awaited(OrderReport.class, each -> each.orderId().equals(late.id()));
    }
    venue.heal();
    desk.awaited(
        ConnectionChanged.class,
        each -> desk.sink.events(ConnectionChanged.class).indexOf(each) > 0 && each.connected());

    assertThat(desk.reports(OrderReport.Accepted.class, late)).isEmpty();
    assertThat(desk.reports(OrderReport.Canceled.class, resting)).isEmpty();
    assertThat(desk.massReport(each -> live(each).contains("a")).account())
        .isEqualTo(resting.account());
    assertThat(desk.open()).containsExactly("a");
  }

  /** Places orders, each under a new name, until one is accepted; its name. */
  private String accepted(KitDesk desk) {
    List<OrderReport.Accepted> done = new ArrayList<>();
    int[] number = {0};
    until(
        "an order is accepted again",
        () -> {
          Order tried = desk.limit("c" + number[0]++, Side.BUY, "0.1", "50000.00");
          if (desk.submit(tried)) {
            OrderReport heard =
                desk.awaited(OrderReport.class, each -> each.orderId().equals(tried.id()));
            if (heard instanceof OrderReport.Accepted accepted) {
              done.add(accepted);
            }
          }
          LockSupport.parkNanos(200_000_000);
          return !done.isEmpty();
        });
    return done.get(0).orderId().value();
  }
}
