package dev.bourse.exchange.binance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.api.event.AccountEvent;
import dev.bourse.api.event.OrderReport;
import dev.bourse.api.model.AggressorSide;
import dev.bourse.api.model.Order;
import dev.bourse.api.model.OrderChange;
import dev.bourse.api.model.OrderSpec;
import dev.bourse.api.model.Price;
import dev.bourse.api.model.Quantity;
import dev.bourse.api.model.Rate;
import dev.bourse.api.model.Side;
import dev.bourse.api.model.VenueFilter;
import dev.bourse.exchange.binance.rest.HttpRest;
import dev.bourse.exchange.binance.rest.Publications;
import dev.bourse.exchange.binance.rest.SymbolReader;
import dev.bourse.exchange.binance.rules.RuleBook;
import dev.bourse.testkit.TestOrders;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Filters that count what the account has and did, over real sockets. */
@Tag("G3")
class FiltersAtVenueTest {
  private final TradeBench bench = new TradeBench();

  @AfterEach
  void close() {
    bench.close();
  }

  /** What is open and what is allowed is known; questions are answered one after the other. */
  private void knowing() {
    for (int i = 0; i < 2; i++) {
      bench.sink.take();
      bench.exchange.execution().requestReport(0);
      bench.awaited(AccountEvent.MassReport.class, any -> true);
    }
  }

  private void connected() {
    bench.connected();
    knowing();
  }

  private Order stop(String id, Side side, String trigger) {
    return TestOrders.order(
        id, OrderSpec.stop(bench.instrument(), side, Quantity.of("0.1"), Price.of(trigger)));
  }

  private String denied(String id) {
    return bench.report(OrderReport.Denied.class, id).reason();
  }

  @Test
  void anOrderThatWasAmendedTooOftenIsNotAmendedOnceMore() {
    connected();
    Order order = bench.resting("a", Side.BUY, "0.5", "50000.00");
    for (int i = 1; i <= 10; i++) {
      bench.sink.take();
      bench.amend(order, OrderChange.quantity(Quantity.of("0.4" + (10 - i))));
      bench.report(OrderReport.Updated.class, "a");
    }
    knowing();

    bench.amend(order, OrderChange.quantity(Quantity.of("0.3")));

    assertThat(bench.report(OrderReport.UpdateRejected.class, "a").reason())
        .isEqualTo("MAX_NUM_ORDER_AMENDS: amends=10 max=10");
  }

  @Test
  void stopsOfAllSymbolsAreCountedForAnEntryButTheVenueDecidesAboutAnExit() {
    bench.venue.limit("alice", "EXCHANGE_MAX_NUM_ALGO_ORDERS", "1");
    bench.venue.quote("ETHUSDT", "3000.00", "2", "3000.01", "2");
    bench.venue.call(
        "alice",
        "POST /api/v3/order",
        "symbol",
        "ETHUSDT",
        "side",
        "SELL",
        "type",
        "STOP_LOSS",
        "quantity",
        "0.1",
        "stopPrice",
        "2000.00");
    connected();

    bench.submit(stop("entry", Side.BUY, "61000.00"));
    bench.submit(stop("exit", Side.SELL, "59000.00"));

    assertThat(denied("entry")).isEqualTo("EXCHANGE_MAX_NUM_ALGO_ORDERS: open=1 max=1");
    assertThat(bench.report(OrderReport.Rejected.class, "exit").reason())
        .contains("code=-1013 message=Filter failure: EXCHANGE_MAX_NUM_ALGO_ORDERS");
  }

  @Test
  void listsOfAllSymbolsAreCountedForEntries() {
    bench.venue.limit("alice", "EXCHANGE_MAX_NUM_ORDER_LISTS", "1");
    connected();
    bench.venue.trade("BTCUSDT", "60000.00", "0.1", AggressorSide.SELLER);
    bench.submitPair(
        stop("s", Side.BUY, "61000.00"), bench.limit("t", Side.BUY, "0.1", "59000.00"));
    bench.report(OrderReport.Accepted.class, "t");
    knowing();

    bench.submitPair(
        stop("s2", Side.BUY, "61000.00"), bench.limit("t2", Side.BUY, "0.1", "59000.00"));

    assertThat(List.of(denied("s2"), denied("t2")))
        .containsOnly("EXCHANGE_MAX_NUM_ORDER_LISTS: open=1 max=1");
  }

  /** A paper trader's venue keeps them too; those of one account are that account's. */
  @Test
  @Tag("P19")
  void theInstrumentHasTheFiltersThatEverybodyIsToldOf() {
    bench.venue.limit("alice", "USDT", "5000");
    bench.venue.limit("alice", "EXCHANGE_MAX_NUM_ORDERS", "7");
    connected();

    List<VenueFilter> filters = bench.instrument().filters();

    assertThat(filters)
        .extracting(VenueFilter::name)
        .contains("LOT_SIZE", "NOTIONAL", "PERCENT_PRICE_BY_SIDE", "MAX_NUM_ALGO_ORDERS");
    assertThat(filters)
        .contains(VenueFilter.of("MAX_NUM_ORDERS", Map.of("maxNumOrders", "200")))
        .noneMatch(each -> each.name().equals("MAX_ASSET") || each.values().containsValue("7"));
  }

  @Test
  void anAccountTransactsNoMoreOfAnAssetByOneOrderThanItMay() {
    bench.venue.limit("alice", "USDT", "5000");
    connected();

    bench.submit(bench.limit("large", Side.BUY, "0.2", "50000.00"));
    bench.resting("small", Side.BUY, "0.1", "50000.00");

    assertThat(denied("large")).isEqualTo("MAX_ASSET: asset=USDT notional=10000 max=5000");
  }

  @Test
  @Tag("B7")
  void filtersThatAMarketHasBesideTheUsualOnesAreKeptBeforeSending() {
    bench.venue.declare(
        "BTCUSDT",
        VenueFilter.of("MARKET_LOT_SIZE", Map.of("minQty", "0", "maxQty", "0.4", "stepSize", "0")));
    bench.venue.declare("BTCUSDT", VenueFilter.of("MAX_POSITION", Map.of("maxPosition", "10.5")));
    connected();

    bench.submit(TestOrders.market("market", bench.instrument(), Side.BUY, "0.41"));
    bench.submit(bench.limit("position", Side.BUY, "0.51", "50000.00"));
    bench.resting("fine", Side.BUY, "0.5", "50000.00");

    assertThat(denied("market")).startsWith("MARKET_LOT_SIZE: quantity=0.41");
    assertThat(denied("position")).startsWith("MAX_POSITION: position=10");
  }

  @Test
  @Tag("B7")
  void theVenueSaysWhetherItJudgesByAReferencePrice() throws Exception {
    try (HttpRest rest = new HttpRest(URI.create(bench.venue.restUrl()), Duration.ofSeconds(5))) {
      RuleBook rules =
          new RuleBook(
              new Publications(rest),
              new SymbolReader("BINANCE", Rate.of("0.001"), Rate.of("0.001")),
              List.of());

      rules.askReference("BTCUSDT");
      boolean before = rules.isJudgedByTrades("BTCUSDT");
      bench.venue.refer("BTCUSDT", "60000");
      rules.askReference("BTCUSDT");

      assertThat(before).isTrue();
      assertThat(rules.isJudgedByTrades("BTCUSDT")).isFalse();
    }
  }
}
