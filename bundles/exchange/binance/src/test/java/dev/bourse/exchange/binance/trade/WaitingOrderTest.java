package dev.bourse.exchange.binance.trade;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.api.event.OrderReport;
import dev.bourse.api.event.VenueEvent;
import dev.bourse.api.exchange.ExchangeCommand;
import dev.bourse.api.model.Order;
import dev.bourse.api.model.OrderSpec;
import dev.bourse.api.model.Price;
import dev.bourse.api.model.Quantity;
import dev.bourse.api.model.Side;
import dev.bourse.exchange.binance.rest.Json;
import dev.bourse.testkit.Instruments;
import dev.bourse.testkit.TestOrders;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** An exit that waits for room in the venue's count of new orders. */
@Tag("G7")
class WaitingOrderTest {
  private final AccountBench bench = new AccountBench();
  private final Order order =
      TestOrders.order(
          "t-s-1-1",
          OrderSpec.limit(Instruments.BTCUSD, Side.SELL, Quantity.of("1"), Price.of("90.00")),
          false);

  @BeforeEach
  void waits() throws Exception {
    bench.connected();
    bench.limits.heard(
        Json.read(
            "[{\"rateLimitType\":\"ORDERS\",\"interval\":\"SECOND\",\"intervalNum\":10,"
                + "\"limit\":1,\"count\":1}]"));
    assertThat(bench.told(new ExchangeCommand.Submit(order, 0))).isEmpty();
  }

  private void theVenueTellsTheTimeOfTenSecondsLater() {
    bench.done("time", "{\"serverTime\":" + (bench.worker.now() / 1_000 + 10_000_000) + "}");
  }

  @Test
  void itLeavesByItselfOnceThereIsRoom() {
    List<String> before = List.copyOf(bench.called);
    theVenueTellsTheTimeOfTenSecondsLater();

    bench.worker.passes(Duration.ofSeconds(15));

    assertThat(before).doesNotContain("order.place");
    assertThat(bench.called).contains("order.place");
  }

  @Test
  void theVenueIsNotAskedForWhatItCannotKnowYet() {
    List<VenueEvent> told = bench.told(new ExchangeCommand.Query(order, 0));

    assertThat(told).isEmpty();
    assertThat(bench.called).isEmpty();
  }

  @Test
  void itsCancelTakesItBackAndNothingIsSent() {
    List<VenueEvent> told = bench.told(new ExchangeCommand.Cancel(order, 0));
    theVenueTellsTheTimeOfTenSecondsLater();
    bench.worker.passes(Duration.ofSeconds(15));

    assertThat(told)
        .singleElement()
        .isInstanceOfSatisfying(
            OrderReport.Denied.class,
            each -> {
              assertThat(each.reason()).isEqualTo("NOT_SENT: it was cancelled before it left");
              assertThat(each.passing()).isFalse();
            });
    assertThat(bench.called).doesNotContain("order.place", "order.cancel");
  }

  @Test
  @Tag("N19")
  void whatWasToLeaveWithAnOrderThatIsTakenBackMayLeaveLater() {
    Order stop =
        TestOrders.order(
            "t-s-1-2",
            OrderSpec.stop(Instruments.BTCUSD, Side.SELL, Quantity.of("1"), Price.of("80.00")),
            false);
    Order target =
        TestOrders.order(
            "t-s-1-3",
            OrderSpec.limit(Instruments.BTCUSD, Side.SELL, Quantity.of("1"), Price.of("110.00")),
            false);
    List<VenueEvent> waiting = bench.told(new ExchangeCommand.SubmitPair(stop, target, 0));

    List<VenueEvent> told = bench.told(new ExchangeCommand.Cancel(target, 0));

    assertThat(waiting).isEmpty();
    assertThat(told)
        .extracting(
            each ->
                each instanceof OrderReport.Denied denied
                    ? denied.orderId() + " " + denied.passing()
                    : each.toString())
        .containsExactlyInAnyOrder("t-s-1-2 true", "t-s-1-3 false");
  }

  @Test
  @Tag("H1")
  void whatDidNotLeaveBeforeTheLineWasLostMayLeaveLater() {
    bench.drop();

    bench.worker.passes(Duration.ofSeconds(1));

    assertThat(bench.sink.events(OrderReport.Denied.class))
        .singleElement()
        .satisfies(
            each -> {
              assertThat(each.orderId()).isEqualTo(order.id());
              assertThat(each.reason())
                  .isEqualTo("NOT_SENT: the connection was lost before it left");
              assertThat(each.passing()).isTrue();
            });
  }
}
