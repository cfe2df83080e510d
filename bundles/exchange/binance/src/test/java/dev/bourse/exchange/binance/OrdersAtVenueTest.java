package dev.bourse.exchange.binance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.api.event.AccountEvent;
import dev.bourse.api.event.OrderReport;
import dev.bourse.api.model.Balance;
import dev.bourse.api.model.Fill;
import dev.bourse.api.model.Money;
import dev.bourse.api.model.Order;
import dev.bourse.api.model.OrderChange;
import dev.bourse.api.model.OrderSpec;
import dev.bourse.api.model.OrderStatus;
import dev.bourse.api.model.Price;
import dev.bourse.api.model.Quantity;
import dev.bourse.api.model.Side;
import dev.bourse.api.model.TimeInForce;
import dev.bourse.api.model.TrailingOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Orders of every kind over real sockets, with an HMAC key. */
@Tag("B1")
class OrdersAtVenueTest {
  private final TradeBench bench = new TradeBench().connected();

  @AfterEach
  void close() {
    bench.close();
  }

  private List<Fill> fills(String id) {
    return bench.sink.events(OrderReport.Filled.class).stream()
        .map(OrderReport.Filled::fill)
        .filter(fill -> fill.orderId().value().equals(id))
        .distinct()
        .toList();
  }

  @Test
  void aMarketOrderIsAcceptedAndFilledWithFeeAndLiquidity() {
    boolean taken = bench.submit(bench.market("a", Side.BUY, "0.5"));

    Fill fill = bench.report(OrderReport.Filled.class, "a").fill();
    assertThat(taken).isTrue();
    assertThat(bench.report(OrderReport.Accepted.class, "a").venueOrderId()).isEqualTo("1");
    assertThat(fill.price()).isEqualTo(Price.of("60000.01"));
    assertThat(fill.quantity()).isEqualByComparingTo(Quantity.of("0.5"));
    assertThat(fill.fee()).hasToString("0.00050000 BTC");
    assertThat(fill.side()).isEqualTo(Side.BUY);
  }

  @Test
  void aFillThatIsToldTwiceHasOneId() {
    bench.submit(bench.market("a", Side.SELL, "0.5"));

    bench.awaited(AccountEvent.Balances.class, any -> true);
    bench.submit(bench.market("b", Side.SELL, "0.25"));
    bench.report(OrderReport.Filled.class, "b");

    assertThat(fills("a")).extracting(Fill::fillId).containsOnly(fills("a").get(0).fillId());
    assertThat(fills("b").get(0).fillId()).isNotEqualTo(fills("a").get(0).fillId());
  }

  @Test
  void balancesFollowTheFill() {
    bench.submit(bench.market("a", Side.SELL, "1"));

    AccountEvent.Balances balances =
        bench.awaited(AccountEvent.Balances.class, each -> each.balances().size() == 2);

    assertThat(balances.balances())
        .extracting(Balance::total)
        .map(Money::toString)
        .containsExactly("9.00000000 BTC", "159940.00000000 USDT");
  }

  @Test
  void aLimitOrderRestsAndIsCancelled() {
    Order order = bench.resting("a", Side.BUY, "0.1", "50000.00");

    bench.cancel(order);

    OrderReport.Canceled canceled = bench.report(OrderReport.Canceled.class, "a");
    assertThat(canceled.reason()).isEqualTo("CANCELED_BY_TRADER: order=1");
  }

  @Test
  void whatTheVenueRefusesIsRejectedWithItsCode() {
    bench.submit(bench.limit("a", Side.BUY, "9", "59000.00"));

    OrderReport.Rejected rejected = bench.report(OrderReport.Rejected.class, "a");
    assertThat(rejected.reason())
        .isEqualTo(
            "NEW_ORDER_REJECTED: code=-2010 message=Account has insufficient balance for requested"
                + " action.");
    assertThat(rejected.passing()).isFalse();
  }

  @Test
  void aPostOnlyOrderThatWouldTakeIsRejected() {
    OrderSpec spec =
        OrderSpec.limit(bench.instrument(), Side.BUY, Quantity.of("0.1"), Price.of("60001.00"));

    bench.submit(TradeBench.order("a", spec.postingOnly()));

    assertThat(bench.report(OrderReport.Rejected.class, "a").reason())
        .endsWith("message=Order would immediately match and take.");
  }

  @Test
  void whatDoesNotFillAtOnceExpires() {
    OrderSpec spec =
        OrderSpec.limit(bench.instrument(), Side.BUY, Quantity.of("0.1"), Price.of("50000.00"));

    bench.submit(TradeBench.order("a", spec.lasting(TimeInForce.IOC)));

    assertThat(bench.report(OrderReport.Expired.class, "a").reason())
        .isEqualTo("EXPIRED: reason=UNFILLED_IOC_QUANTITY_EXPIRED");
  }

  @Test
  void anOrderForAnAmountSaysWhenItIsAllUsed() {
    Money amount = Money.of("1000", bench.instrument().quote());

    bench.submit(TradeBench.order("a", OrderSpec.marketFor(bench.instrument(), Side.BUY, amount)));

    OrderReport.Status status = bench.report(OrderReport.Status.class, "a");
    assertThat(status.status()).isEqualTo(OrderStatus.FILLED);
    assertThat(status.filledNotional()).isLessThanOrEqualTo(amount);
    assertThat(status.filled()).isEqualByComparingTo(fills("a").get(0).quantity());
  }

  @Test
  void aStopIsTriggeredAndFilled() {
    Order stop =
        TradeBench.order(
            "a",
            OrderSpec.stop(
                bench.instrument(), Side.SELL, Quantity.of("0.1"), Price.of("59500.00")));
    bench.submit(stop);
    bench.report(OrderReport.Accepted.class, "a");

    bench.venue.quote("BTCUSDT", "59400.00", "2", "59400.01", "2");
    bench.venue.trade("BTCUSDT", "59400.00", "0.5", dev.bourse.api.model.AggressorSide.SELLER);

    Fill fill = bench.report(OrderReport.Filled.class, "a").fill();
    assertThat(bench.sink.events(OrderReport.Triggered.class)).isNotEmpty();
    assertThat(fill.price()).isEqualTo(Price.of("59400.00"));
  }

  @Test
  void ordersWithTriggersAndHiddenPartsRest() {
    OrderSpec limit =
        OrderSpec.limit(bench.instrument(), Side.BUY, Quantity.of("1"), Price.of("50000.00"));
    List<OrderSpec> specs =
        List.of(
            limit.displaying(Quantity.of("0.1")),
            OrderSpec.stopLimit(
                bench.instrument(),
                Side.SELL,
                Quantity.of("0.1"),
                Price.of("59000.00"),
                Price.of("58900.00")),
            OrderSpec.ifTouched(
                bench.instrument(), Side.SELL, Quantity.of("0.1"), Price.of("61000.00")),
            OrderSpec.limitIfTouched(
                bench.instrument(),
                Side.SELL,
                Quantity.of("0.1"),
                Price.of("61000.00"),
                Price.of("61100.00")),
            OrderSpec.trailingStop(
                bench.instrument(),
                Side.SELL,
                Quantity.of("0.1"),
                TrailingOffset.basisPoints(100)));

    List<Long> taken = new ArrayList<>();
    for (int i = 0; i < specs.size(); i++) {
      bench.submit(TradeBench.order("o" + i, specs.get(i)));
      taken.add(bench.report(OrderReport.Accepted.class, "o" + i).eventTime());
    }

    bench.exchange.execution().requestReport(0);
    AccountEvent.MassReport report = bench.awaited(AccountEvent.MassReport.class, any -> true);
    assertThat(report.openOrders())
        .extracting(each -> each.orderId().value())
        .containsExactlyInAnyOrder("o0", "o1", "o2", "o3", "o4");
    assertThat(report.described())
        .extracting(AccountEvent.Described::spec)
        .containsExactlyInAnyOrderElementsOf(specs);
    assertThat(report.described())
        .extracting(AccountEvent.Described::takenAt)
        .containsExactlyInAnyOrderElementsOf(taken);
  }

  @Test
  void whatTheVenueHasNoWordsForIsDeniedHere() {
    bench.submit(
        TradeBench.order(
            "a",
            OrderSpec.trailingStop(
                bench.instrument(),
                Side.SELL,
                Quantity.of("0.1"),
                new TrailingOffset.ByPrice(Price.of("100.00")))));
    bench.submit(bench.market("with.dot", Side.SELL, "0.1"));

    assertThat(bench.report(OrderReport.Denied.class, "a").reason())
        .startsWith("TRAILING_OFFSET: offset=");
    assertThat(bench.report(OrderReport.Denied.class, "with.dot").reason())
        .startsWith("CLIENT_ID: id=with.dot");
  }

  @Test
  void aFilterIsAppliedBeforeSendingAndNothingArrives() {
    bench.submit(bench.limit("a", Side.BUY, "0.00001", "50000.00"));

    assertThat(bench.report(OrderReport.Denied.class, "a").reason())
        .matches("NOTIONAL: notional=0.5 min=.*");
    assertThat(bench.venue.ask("alice", "GET /api/v3/allOrders", "symbol", "BTCUSDT"))
        .isEqualTo("[]");
  }

  @Test
  void aSmallerQuantityKeepsTheOrder() {
    Order order = bench.resting("a", Side.BUY, "0.5", "50000.00");

    bench.amend(order, OrderChange.quantity(Quantity.of("0.2")));

    OrderReport.Updated updated = bench.report(OrderReport.Updated.class, "a");
    assertThat(updated.venueOrderId()).isEqualTo(order.venueOrderId());
    assertThat(updated.change().quantity()).isEqualByComparingTo(Quantity.of("0.2"));
  }

  @Test
  void anotherPriceIsACancelAndANewOrderUnderOurName() {
    Order order = bench.resting("a", Side.BUY, "0.5", "50000.00");

    bench.amend(order, OrderChange.price(Price.of("51000.00")));

    OrderReport.Updated updated = bench.report(OrderReport.Updated.class, "a");
    bench.query(order);
    OrderReport.Status status = bench.report(OrderReport.Status.class, "a");
    assertThat(updated.venueOrderId()).isEqualTo("2");
    assertThat(updated.change().price()).isEqualTo(Price.of("51000.00"));
    assertThat(status.status()).isEqualTo(OrderStatus.ACCEPTED);
    assertThat(status.venueOrderId()).isEqualTo("2");
    assertThat(bench.sink.events(OrderReport.Canceled.class)).isEmpty();
  }

  @Test
  void theSuccessorOfAChangedOrderIsCancelled() {
    Order order = bench.resting("a", Side.BUY, "0.5", "50000.00");
    bench.amend(order, OrderChange.price(Price.of("51000.00")));
    bench.report(OrderReport.Updated.class, "a");

    bench.cancel(order);

    bench.report(OrderReport.Canceled.class, "a");
    bench.exchange.execution().requestReport(0);
    assertThat(bench.awaited(AccountEvent.MassReport.class, any -> true).openOrders()).isEmpty();
  }

  @Test
  void aPartlyFilledOrderIsNotReplaced() {
    bench.venue.quote("BTCUSDT", "59000.00", "2", "61000.00", "2");
    Order order = bench.resting("a", Side.BUY, "0.5", "60000.00");
    bench.venue.call(
        "bob",
        "POST /api/v3/order",
        "symbol",
        "BTCUSDT",
        "side",
        "SELL",
        "type",
        "LIMIT",
        "timeInForce",
        "GTC",
        "quantity",
        "0.2",
        "price",
        "60000.00");
    bench.report(OrderReport.Filled.class, "a");

    bench.amend(order, OrderChange.price(Price.of("59000.00")));

    assertThat(bench.report(OrderReport.UpdateRejected.class, "a").reason())
        .isEqualTo(
            "CANCEL_REJECTED: code=-2011 message=Order was not canceled due to cancel"
                + " restrictions.");
  }

  @Test
  void aChangeToWhatTheVenueRefusesEndsTheOrderAndSaysSo() {
    OrderSpec spec =
        OrderSpec.limit(bench.instrument(), Side.BUY, Quantity.of("0.1"), Price.of("50000.00"))
            .postingOnly();
    bench.submit(TradeBench.order("a", spec));
    String venueId = bench.report(OrderReport.Accepted.class, "a").venueOrderId();

    bench.amend(
        TradeBench.order("a", spec).withVenueOrderId(venueId),
        OrderChange.price(Price.of("60001.00")));

    assertThat(bench.report(OrderReport.Canceled.class, "a").reason())
        .startsWith("CHANGE_FAILED: it was cancelled, but the changed order was refused");
  }
}
