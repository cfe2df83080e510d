package dev.bourse.exchange.binance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.api.event.AccountEvent;
import dev.bourse.api.event.ConnectionChanged;
import dev.bourse.api.event.OrderReport;
import dev.bourse.api.model.AggressorSide;
import dev.bourse.api.model.Order;
import dev.bourse.api.model.OrderSpec;
import dev.bourse.api.model.OrderStatus;
import dev.bourse.api.model.Price;
import dev.bourse.api.model.Quantity;
import dev.bourse.api.model.Side;
import dev.bourse.venue.binance.faults.Fault;
import dev.bourse.venue.binance.faults.Fault.Kind;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Two orders of which one ends the other, as one list of the venue. */
@Tag("N19")
@Tag("B1")
class PairsAtVenueTest {
  private final TradeBench bench = new TradeBench().connected();

  @AfterEach
  void close() {
    bench.close();
  }

  private Order stop(String id, String trigger) {
    return TradeBench.order(
        id, OrderSpec.stop(bench.instrument(), Side.SELL, Quantity.of("0.5"), Price.of(trigger)));
  }

  private Order target(String id, String price) {
    return bench.limit(id, Side.SELL, "0.5", price);
  }

  /** Both rest. */
  private void pair() {
    bench.venue.trade("BTCUSDT", "60000.00", "0.1", AggressorSide.SELLER);
    bench.submitPair(stop("s", "59000.00"), target("t", "61000.00"));
    bench.report(OrderReport.Accepted.class, "s");
    bench.report(OrderReport.Accepted.class, "t");
  }

  private AccountEvent.MassReport report() {
    bench.exchange.execution().requestReport(0);
    return bench.awaited(AccountEvent.MassReport.class, any -> true);
  }

  @Test
  void bothRestUnderOurNamesWithOneReservation() {
    pair();

    AccountEvent.MassReport report = report();

    assertThat(report.openOrders())
        .extracting(each -> each.orderId().value())
        .containsExactlyInAnyOrder("s", "t");
    assertThat(report.balances())
        .filteredOn(each -> each.currency().code().equals("BTC"))
        .extracting(each -> each.reserved().toString())
        .containsExactly("0.50000000 BTC");
  }

  @Test
  void aTargetThatFillsEndsTheStop() {
    pair();

    bench.venue.quote("BTCUSDT", "61000.00", "2", "61000.01", "2");

    assertThat(bench.report(OrderReport.Filled.class, "t").fill().price())
        .isEqualTo(Price.of("61000.00"));
    assertThat(bench.report(OrderReport.Expired.class, "s").reason())
        .isEqualTo("EXPIRED: reason=OCO_TRIGGER");
  }

  @Test
  void aPartOfTheTargetEndsTheWholeStop() {
    pair();

    bench.venue.quote("BTCUSDT", "61000.00", "0.2", "61000.01", "2");

    assertThat(bench.report(OrderReport.Filled.class, "t").fill().quantity())
        .isEqualByComparingTo(Quantity.of("0.2"));
    bench.report(OrderReport.Expired.class, "s");
    assertThat(report().openOrders())
        .extracting(each -> each.orderId().value())
        .containsExactly("t");
  }

  @Test
  void aStopThatIsSetOffEndsTheTarget() {
    pair();

    bench.venue.quote("BTCUSDT", "58900.00", "2", "58900.01", "2");
    bench.venue.trade("BTCUSDT", "58900.00", "0.5", AggressorSide.SELLER);

    assertThat(bench.report(OrderReport.Filled.class, "s").fill().price())
        .isEqualTo(Price.of("58900.00"));
    assertThat(bench.report(OrderReport.Expired.class, "t").reason())
        .isEqualTo("EXPIRED: reason=OCO_TRIGGER");
  }

  @Test
  void theCancelOfOneIsTheCancelOfBoth() {
    pair();

    bench.cancel(target("t", "61000.00"));

    bench.report(OrderReport.Canceled.class, "t");
    assertThat(bench.report(OrderReport.Status.class, "s").status())
        .isEqualTo(OrderStatus.CANCELED);
    assertThat(report().openOrders()).isEmpty();
  }

  @Test
  void pricesOnTheWrongSideAreRefusedForBoth() {
    bench.venue.trade("BTCUSDT", "60000.00", "0.1", AggressorSide.SELLER);

    bench.submitPair(stop("s", "59000.00"), target("t", "59500.00"));

    String reason =
        "NEW_ORDER_REJECTED: code=-2010 message=The relationship of the prices for the orders is"
            + " not correct.";
    assertThat(bench.report(OrderReport.Rejected.class, "s").reason()).isEqualTo(reason);
    assertThat(bench.report(OrderReport.Rejected.class, "t").reason()).isEqualTo(reason);
  }

  @Test
  void aFilterThatOneDoesNotPassKeepsBothHere() {
    OrderSpec small = stop("s", "59000.00").spec().withQuantity(Quantity.of("0.00001"));

    bench.submitPair(
        TradeBench.order("s", small), bench.limit("t", Side.SELL, "0.00001", "61000.00"));

    OrderReport.Denied stop = bench.report(OrderReport.Denied.class, "s");
    OrderReport.Denied target = bench.report(OrderReport.Denied.class, "t");
    assertThat(stop.reason()).startsWith("NOTIONAL: notional=");
    assertThat(target.reason()).isEqualTo(stop.reason());
    assertThat(List.of(stop, target)).noneMatch(OrderReport.Denied::passing);
    assertThat(report().openOrders()).isEmpty();
  }

  @Test
  @Tag("G5")
  void aLimitOfTheVenueKeepsBothHereAndPasses() {
    bench.venue.add(Fault.once(Kind.FAIL, "orderList.place.oco").with(429));
    bench.submitPair(stop("s", "59000.00"), target("t", "61000.00"));
    OrderReport.Rejected first = bench.report(OrderReport.Rejected.class, "s");
    OrderReport.Rejected second = bench.report(OrderReport.Rejected.class, "t");

    bench.submitPair(stop("u", "59000.00"), target("v", "61000.00"));
    OrderReport.Denied stop = bench.report(OrderReport.Denied.class, "u");
    OrderReport.Denied target = bench.report(OrderReport.Denied.class, "v");

    assertThat(stop.reason()).startsWith("RATE_LIMIT: until=");
    assertThat(target.reason()).isEqualTo(stop.reason());
    assertThat(List.of(stop, target)).allMatch(OrderReport.Denied::passing);
    assertThat(List.of(first, second)).allMatch(OrderReport.Rejected::passing);
  }

  @Test
  @Tag("H1")
  void aPairWhoseAnswerIsLostIsFoundOrderByOrder() {
    bench.venue.trade("BTCUSDT", "60000.00", "0.1", AggressorSide.SELLER);
    bench.venue.add(Fault.once(Kind.LOSE, "orderList.place.oco"));
    Order stop = stop("s", "59000.00");
    Order target = target("t", "61000.00");
    bench.submitPair(stop, target);
    bench.report(OrderReport.AnswerLost.class, "s");
    bench.report(OrderReport.AnswerLost.class, "t");
    bench.awaited(ConnectionChanged.class, ConnectionChanged::connected);

    bench.query(stop);
    bench.query(target);

    assertThat(bench.report(OrderReport.Status.class, "s").status())
        .isEqualTo(OrderStatus.ACCEPTED);
    assertThat(bench.report(OrderReport.Status.class, "t").status())
        .isEqualTo(OrderStatus.ACCEPTED);
  }

  @Test
  @Tag("H1")
  void aPairThatNeverArrivedIsNotFound() {
    bench.venue.add(Fault.once(Kind.CUT, "orderList.place.oco"));
    Order stop = stop("s", "59000.00");
    Order target = target("t", "61000.00");
    bench.submitPair(stop, target);
    bench.report(OrderReport.AnswerLost.class, "t");
    bench.awaited(ConnectionChanged.class, ConnectionChanged::connected);

    bench.query(stop);
    bench.query(target);

    bench.report(OrderReport.NotFound.class, "s");
    bench.report(OrderReport.NotFound.class, "t");
  }
}
