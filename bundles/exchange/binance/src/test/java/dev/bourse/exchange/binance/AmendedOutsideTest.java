package dev.bourse.exchange.binance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.api.event.AccountEvent;
import dev.bourse.api.event.ConnectionChanged;
import dev.bourse.api.event.OrderReport;
import dev.bourse.api.exchange.Exchange;
import dev.bourse.api.exchange.ExchangeCommand;
import dev.bourse.api.model.Order;
import dev.bourse.api.model.OrderChange;
import dev.bourse.api.model.Quantity;
import dev.bourse.api.model.Side;
import dev.bourse.exchange.binance.key.ApiKey;
import dev.bourse.testkit.RecordingSink;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * An order that its user makes smaller on the venue's page: the venue gives it another client id,
 * and it stays ours.
 */
@Tag("N7")
@Tag("H3")
class AmendedOutsideTest {
  private final TradeBench bench = new TradeBench().connected();

  @AfterEach
  void close() {
    bench.close();
  }

  private void amendedOutside(Order order, String quantity) {
    String unused =
        bench.venue.ask(
            "alice",
            "PUT /api/v3/order/amend/keepPriority",
            "symbol",
            "BTCUSDT",
            "orderId",
            String.valueOf(order.venueOrderId()),
            "newQty",
            quantity);
  }

  @Test
  void theChangeIsToldUnderOurName() {
    Order order = bench.resting("a", Side.BUY, "1", "50000.00");

    amendedOutside(order, "0.4");
    OrderReport.Updated first = bench.report(OrderReport.Updated.class, "a");
    bench.sink.take();
    amendedOutside(order, "0.3");

    OrderReport.Updated second = bench.report(OrderReport.Updated.class, "a");
    assertThat(first.change().quantity()).isEqualByComparingTo(Quantity.of("0.4"));
    assertThat(second.change().quantity()).isEqualByComparingTo(Quantity.of("0.3"));
    assertThat(second.venueOrderId()).isEqualTo(order.venueOrderId());
  }

  @Test
  void whatFollowsIsToldUnderOurNameToo() {
    Order order = bench.resting("a", Side.BUY, "1", "50000.00");
    amendedOutside(order, "0.4");
    bench.report(OrderReport.Updated.class, "a");

    bench.venue.quote("BTCUSDT", "49000.00", "2", "49000.01", "2");

    OrderReport.Filled filled = bench.report(OrderReport.Filled.class, "a");
    assertThat(filled.fill().quantity()).isEqualByComparingTo(Quantity.of("0.4"));
  }

  @Test
  void aReportListsItUnderOurName() {
    Order order = bench.resting("a", Side.BUY, "1", "50000.00");
    amendedOutside(order, "0.4");
    bench.report(OrderReport.Updated.class, "a");

    bench.exchange.execution().requestReport(0);

    AccountEvent.MassReport report = bench.awaited(AccountEvent.MassReport.class, any -> true);
    assertThat(report.openOrders())
        .extracting(each -> each.orderId() + " " + Objects.requireNonNull(each.terms()).quantity())
        .singleElement()
        .asString()
        .startsWith("a 0.4");
  }

  @Test
  @Tag("B2")
  void ourOwnAmendLeavesItsNameToAnOrderAlsoAfterARestart() {
    Order order = bench.resting("a", Side.BUY, "1", "50000.00");
    bench.amend(order, OrderChange.quantity(Quantity.of("0.4")));
    bench.report(OrderReport.Updated.class, "a");
    String first = bench.venue.ask("alice", "GET /api/v3/openOrders", "symbol", "BTCUSDT");
    RecordingSink reports = new RecordingSink();

    ApiKey key = ApiKey.of(TradeBench.KEY, TradeBench.SECRET, "");
    try (Exchange second = bench.open(key, false, reports)) {
      TradeBench.awaited(reports, ConnectionChanged.class, ConnectionChanged::connected);
      second
          .execution()
          .execute(new ExchangeCommand.Amend(order, OrderChange.quantity(Quantity.of("0.3")), 0));
      TradeBench.awaited(
          reports,
          OrderReport.Updated.class,
          each ->
              Quantity.of("0.3").compareTo(Objects.requireNonNull(each.change().quantity())) == 0);
    }

    String then = bench.venue.ask("alice", "GET /api/v3/openOrders", "symbol", "BTCUSDT");
    assertThat(first).contains("\"clientOrderId\":\"a\"");
    assertThat(then).contains("\"clientOrderId\":\"a\"", "\"origQty\":\"0.3");
  }

  @Test
  void anotherProcessLearnsItsNameFromAQuery() {
    Order order = bench.resting("a", Side.BUY, "1", "50000.00");
    amendedOutside(order, "0.4");
    bench.report(OrderReport.Updated.class, "a");
    RecordingSink reports = new RecordingSink();

    ApiKey key = ApiKey.of(TradeBench.KEY, TradeBench.SECRET, "");
    try (Exchange second = bench.open(key, false, reports)) {
      TradeBench.awaited(reports, ConnectionChanged.class, ConnectionChanged::connected);
      second.execution().execute(new ExchangeCommand.Query(order, 0));
      OrderReport.Status status =
          TradeBench.awaited(reports, OrderReport.Status.class, any -> true);
      bench.venue.quote("BTCUSDT", "49000.00", "2", "49000.01", "2");

      OrderReport.Filled filled =
          TradeBench.awaited(reports, OrderReport.Filled.class, any -> true);
      assertThat(status.orderId().value()).isEqualTo("a");
      assertThat(filled.orderId().value()).isEqualTo("a");
    }
  }
}
