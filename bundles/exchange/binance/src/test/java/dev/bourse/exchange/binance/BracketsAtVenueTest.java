package dev.bourse.exchange.binance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.api.event.AccountEvent;
import dev.bourse.api.event.ConnectionChanged;
import dev.bourse.api.event.OrderReport;
import dev.bourse.api.model.AggressorSide;
import dev.bourse.api.model.Balance;
import dev.bourse.api.model.Fill;
import dev.bourse.api.model.Order;
import dev.bourse.api.model.OrderSpec;
import dev.bourse.api.model.OrderStatus;
import dev.bourse.api.model.Price;
import dev.bourse.api.model.Quantity;
import dev.bourse.api.model.Side;
import dev.bourse.api.model.TimeInForce;
import dev.bourse.venue.binance.faults.Fault;
import dev.bourse.venue.binance.faults.Fault.Kind;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** An entry and the exits that wait for it, as one list of the venue. */
@Tag("N19")
@Tag("B1")
class BracketsAtVenueTest {
  private final TradeBench bench = new TradeBench().connected();

  @AfterEach
  void close() {
    bench.close();
  }

  /** What an entry brings, less a fee in the base currency. */
  private Order stop(String trigger) {
    return exit("s", OrderSpec.stop(bench.instrument(), Side.SELL, less(), Price.of(trigger)));
  }

  private Order target(String price) {
    return exit("t", OrderSpec.limit(bench.instrument(), Side.SELL, less(), Price.of(price)));
  }

  private static Quantity less() {
    return Quantity.of("0.4995");
  }

  private static Order exit(String id, OrderSpec spec) {
    return TradeBench.order(id, spec);
  }

  private Order entry(String price) {
    return bench.limit("e", Side.BUY, "0.5", price);
  }

  /** Three orders, of which the entry rests below the market. */
  private void resting() {
    bench.venue.trade("BTCUSDT", "60000.00", "0.1", AggressorSide.SELLER);
    bench.submitBracket(entry("59500.00"), stop("59000.00"), target("61000.00"));
    List.of("e", "s", "t").forEach(each -> bench.report(OrderReport.Accepted.class, each));
  }

  private AccountEvent.MassReport report() {
    bench.sink.take();
    bench.exchange.execution().requestReport(0);
    return bench.awaited(AccountEvent.MassReport.class, any -> true);
  }

  private static List<String> open(AccountEvent.MassReport report) {
    return report.openOrders().stream()
        .map(each -> each.orderId() + " " + each.status())
        .sorted()
        .toList();
  }

  private static String reserved(AccountEvent.MassReport report, String currency) {
    return report.balances().stream()
        .map(Balance::reserved)
        .filter(each -> each.currency().code().equals(currency))
        .map(Object::toString)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void exitsThatWaitAreOpenUnderOurNamesAndReserveNothing() {
    resting();

    AccountEvent.MassReport report = report();

    assertThat(open(report)).containsExactly("e ACCEPTED", "s ACCEPTED", "t ACCEPTED");
    assertThat(reserved(report, "BTC")).isEqualTo("0.00000000 BTC");
    assertThat(reserved(report, "USDT")).isEqualTo("29750.00000000 USDT");
    assertThat(report.described()).hasSize(3);
  }

  @Test
  void exitsWorkAtOnceWhenTheEntryHasFilledWholeAndOneEndsTheOther() {
    resting();

    bench.venue.quote("BTCUSDT", "59499.00", "2", "59500.00", "2");
    bench.report(OrderReport.Filled.class, "e");
    AccountEvent.MassReport working = report();
    bench.venue.quote("BTCUSDT", "61000.00", "2", "61000.01", "2");
    Fill fill = bench.report(OrderReport.Filled.class, "t").fill();

    assertThat(open(working)).containsExactly("s ACCEPTED", "t ACCEPTED");
    assertThat(reserved(working, "BTC")).isEqualTo("0.49950000 BTC");
    assertThat(fill.quantity()).isEqualByComparingTo(less());
    assertThat(bench.report(OrderReport.Expired.class, "s").reason())
        .isEqualTo("EXPIRED: reason=OCO_TRIGGER");
  }

  @Test
  void aPartOfTheEntryLeavesTheExitsWaiting() {
    resting();

    bench.venue.quote("BTCUSDT", "59499.00", "2", "59500.00", "0.2");
    bench.report(OrderReport.Filled.class, "e");
    AccountEvent.MassReport report = report();

    assertThat(open(report)).containsExactly("e PARTIALLY_FILLED", "s ACCEPTED", "t ACCEPTED");
    assertThat(reserved(report, "BTC")).isEqualTo("0.00000000 BTC");
  }

  @Test
  @Tag("B5")
  void anEntryThatFillsAtOnceIsToldOnceAndItsExitWorks() {
    bench.venue.trade("BTCUSDT", "60000.00", "0.1", AggressorSide.SELLER);

    bench.submitBracket(entry("60000.01"), stop("59000.00"));
    List.of("e", "s").forEach(each -> bench.report(OrderReport.Accepted.class, each));
    bench.report(OrderReport.Filled.class, "e");
    List<String> fills =
        bench.sink.events(OrderReport.Filled.class).stream()
            .map(each -> each.fill().fillId())
            .distinct()
            .toList();
    AccountEvent.MassReport report = report();

    assertThat(fills).hasSize(1);
    assertThat(open(report)).containsExactly("s ACCEPTED");
    assertThat(reserved(report, "BTC")).isEqualTo("0.49950000 BTC");
  }

  @Test
  void theCancelOfTheEntryEndsAll() {
    resting();

    bench.cancel(entry("59500.00"));

    List.of("e", "s", "t").forEach(each -> bench.report(OrderReport.Canceled.class, each));
    assertThat(open(report())).isEmpty();
  }

  @Test
  void theCancelOfAnExitThatWaitsEndsAll() {
    resting();

    bench.cancel(target("61000.00"));

    List.of("e", "s", "t").forEach(each -> bench.report(OrderReport.Canceled.class, each));
    assertThat(open(report())).isEmpty();
  }

  @Test
  void whatAnEntryDidNotFillAtOnceEndsItsExits() {
    bench.venue.quote("BTCUSDT", "60000.00", "2", "60000.01", "0.2");
    OrderSpec now = entry("60000.01").spec().lasting(TimeInForce.IOC);

    bench.submitBracket(TradeBench.order("e", now), stop("59000.00"), target("61000.00"));

    assertThat(bench.report(OrderReport.Filled.class, "e").fill().quantity())
        .isEqualByComparingTo(Quantity.of("0.2"));
    assertThat(bench.report(OrderReport.Expired.class, "e").reason())
        .isEqualTo("EXPIRED: reason=UNFILLED_IOC_QUANTITY_EXPIRED");
    for (String each : List.of("s", "t")) {
      assertThat(bench.report(OrderReport.Expired.class, each).reason())
          .isEqualTo("EXPIRED: reason=OTO_PHASE_ONE_EXPIRED");
    }
    assertThat(open(report())).isEmpty();
  }

  @Test
  void anEntryThatCannotBePaidForIsRefusedWithItsExits() {
    bench.submitBracket(
        bench.limit("e", Side.BUY, "5", "59500.00"), stop("59000.00"), target("61000.00"));

    String reason =
        "NEW_ORDER_REJECTED: code=-2010 message=Account has insufficient balance for requested"
            + " action.";
    for (String each : List.of("e", "s", "t")) {
      assertThat(bench.report(OrderReport.Rejected.class, each).reason()).isEqualTo(reason);
    }
    assertThat(open(report())).isEmpty();
  }

  @Test
  void aPostOnlyEntryThatWouldTakeIsRefusedWithItsExit() {
    bench.submitBracket(
        TradeBench.order("e", entry("60001.00").spec().postingOnly()), stop("59000.00"));

    for (String each : List.of("e", "s")) {
      assertThat(bench.report(OrderReport.Rejected.class, each).reason())
          .endsWith("Order would immediately match and take.");
    }
    assertThat(open(report())).isEmpty();
  }

  @Test
  void exitsThatCannotBePlacedOnceTheEntryHasFilledAreRejectedWithTheReason() {
    bench.venue.trade("BTCUSDT", "60000.00", "0.1", AggressorSide.SELLER);

    bench.submitBracket(entry("60000.01"), stop("58000.00"), target("59500.00"));

    bench.report(OrderReport.Filled.class, "e");
    for (String each : List.of("s", "t")) {
      assertThat(bench.report(OrderReport.Rejected.class, each).reason())
          .isEqualTo("REJECTED: reason=OCO_BAD_PRICES");
    }
    assertThat(open(report())).isEmpty();
  }

  @Test
  @Tag("H1")
  void aBracketWhoseAnswerIsLostIsFoundOrderByOrder() {
    bench.venue.trade("BTCUSDT", "60000.00", "0.1", AggressorSide.SELLER);
    bench.venue.add(Fault.once(Kind.LOSE, "orderList.place.otoco"));
    List<Order> orders = List.of(entry("59500.00"), stop("59000.00"), target("61000.00"));
    bench.submitBracket(orders.get(0), orders.get(1), orders.get(2));
    orders.forEach(each -> bench.report(OrderReport.AnswerLost.class, each.id().value()));
    bench.awaited(ConnectionChanged.class, ConnectionChanged::connected);

    orders.forEach(bench::query);

    for (Order each : orders) {
      assertThat(bench.report(OrderReport.Status.class, each.id().value()).status())
          .isEqualTo(OrderStatus.ACCEPTED);
    }
  }

  @Test
  @Tag("H1")
  void aBracketThatNeverArrivedIsNotFound() {
    bench.venue.add(Fault.once(Kind.CUT, "orderList.place.oto"));
    List<Order> orders = List.of(entry("59500.00"), stop("59000.00"));
    bench.submitBracket(orders.get(0), orders.get(1));
    orders.forEach(each -> bench.report(OrderReport.AnswerLost.class, each.id().value()));
    bench.awaited(ConnectionChanged.class, ConnectionChanged::connected);

    orders.forEach(bench::query);

    orders.forEach(each -> bench.report(OrderReport.NotFound.class, each.id().value()));
  }
}
