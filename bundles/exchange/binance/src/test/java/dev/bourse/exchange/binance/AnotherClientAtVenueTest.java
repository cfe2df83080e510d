package dev.bourse.exchange.binance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.api.event.AccountEvent;
import dev.bourse.api.event.OrderReport;
import dev.bourse.api.model.AggressorSide;
import dev.bourse.api.model.Order;
import dev.bourse.api.model.OrderStatus;
import dev.bourse.api.model.Quantity;
import dev.bourse.api.model.Side;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** An order of ours to which somebody does something on the venue's own page. */
@Tag("B1")
@Tag("N8")
class AnotherClientAtVenueTest {
  private final TradeBench bench = new TradeBench().connected();
  private Order order = bench.resting("mine", Side.BUY, "0.5", "50000.00");

  @AfterEach
  void close() {
    bench.close();
  }

  /** Without a name, the venue gives the order a random one. */
  @BeforeEach
  void amend() {
    bench.venue.call(
        "alice",
        "PUT /api/v3/order/amend/keepPriority",
        "symbol",
        "BTCUSDT",
        "orderId",
        String.valueOf(order.venueOrderId()),
        "newQty",
        "0.4");
    bench.report(OrderReport.Updated.class, "mine");
  }

  @Test
  @Tag("B5")
  void itsFillsAreStillOurs() {
    bench.venue.quote("BTCUSDT", "49000.00", "2", "49000.01", "2");
    bench.venue.trade("BTCUSDT", "49000.00", "1", AggressorSide.SELLER);

    OrderReport.Filled filled = bench.report(OrderReport.Filled.class, "mine");
    bench.exchange.execution().requestReport(0);

    assertThat(filled.fill().quantity()).isEqualByComparingTo(Quantity.of("0.4"));
    assertThat(bench.awaited(AccountEvent.MassReport.class, any -> true).fills())
        .singleElement()
        .isEqualTo(filled.fill());
  }

  @Test
  void itIsStillOursToCancel() {
    bench.cancel(order);

    assertThat(bench.report(OrderReport.Canceled.class, "mine").reason())
        .isEqualTo("CANCELED_BY_TRADER: order=" + order.venueOrderId());
  }

  @Test
  void aReportAndAQueryCallItByOurName() {
    bench.query(order);
    OrderReport.Status told = bench.report(OrderReport.Status.class, "mine");
    bench.exchange.execution().requestReport(0);

    assertThat(told.status()).isEqualTo(OrderStatus.ACCEPTED);
    assertThat(bench.awaited(AccountEvent.MassReport.class, any -> true).openOrders())
        .extracting(each -> each.orderId().value())
        .containsExactly("mine");
  }
}
