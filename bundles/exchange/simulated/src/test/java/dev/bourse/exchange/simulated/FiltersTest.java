package dev.bourse.exchange.simulated;

import static dev.bourse.api.model.Side.BUY;
import static dev.bourse.api.model.Side.SELL;
import static dev.bourse.testkit.Market.trade;
import static dev.bourse.testkit.TestOrders.limit;
import static dev.bourse.testkit.TestOrders.market;
import static dev.bourse.testkit.TestOrders.order;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.api.model.Instrument;
import dev.bourse.api.model.Money;
import dev.bourse.api.model.Order;
import dev.bourse.api.model.OrderChange;
import dev.bourse.api.model.OrderSpec;
import dev.bourse.api.model.Price;
import dev.bourse.api.model.Quantity;
import dev.bourse.api.model.Side;
import dev.bourse.api.model.TrailingOffset;
import dev.bourse.api.model.VenueFilter;
import dev.bourse.testkit.Instruments;
import dev.bourse.testkit.RecordingSink;
import dev.bourse.testkit.TestContext;
import dev.bourse.testkit.TestStore;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The filters that a venue publishes are kept here by the names that it has for them. */
@Tag("P19")
class FiltersTest {
  private static final VenueFilter PERCENT =
      VenueFilter.of(
          "PERCENT_PRICE_BY_SIDE",
          Map.of(
              "bidMultiplierUp", "1.2",
              "bidMultiplierDown", "0.5",
              "askMultiplierUp", "2",
              "askMultiplierDown", "0.8",
              "avgPriceMins", "5"));

  private static Instrument with(VenueFilter... filters) {
    return Instruments.BTCUSD.filtered(List.of(filters));
  }

  private static Desk desk(Instrument instrument) {
    return Desk.open(
        TestContext.of(new RecordingSink()).with(List.of(instrument)),
        "balances",
        "1000000 USD,1000 BTC");
  }

  private static OrderSpec stop(Instrument instrument, String trigger) {
    return OrderSpec.stop(instrument, SELL, Quantity.of("1"), Price.of(trigger));
  }

  @Test
  void aLimitTooFarFromTheAveragePriceOfItsSideIsRefusedByName() {
    Instrument instrument = with(PERCENT);
    Desk desk =
        desk(instrument)
            .feed(trade(instrument, 1, "90.00", "1"), trade(instrument, 9, "110.00", "1"));

    desk.submit(10, limit("dear", instrument, BUY, "1", "120.01"))
        .submit(10, limit("cheap", instrument, BUY, "1", "49.99"))
        .submit(10, limit("low", instrument, SELL, "1", "79.99"))
        .submit(10, limit("bid", instrument, BUY, "1", "50.00"))
        .submit(10, limit("ask", instrument, SELL, "1", "200.00"))
        .at(11);

    assertThat(desk.reports())
        .containsExactly(
            "dear Rejected PERCENT_PRICE_BY_SIDE: price=120.01 min=50 max=120"
                + " message=Filter failure: PERCENT_PRICE_BY_SIDE",
            "cheap Rejected PERCENT_PRICE_BY_SIDE: price=49.99 min=50 max=120"
                + " message=Filter failure: PERCENT_PRICE_BY_SIDE",
            "low Rejected PERCENT_PRICE_BY_SIDE: price=79.99 min=80 max=200"
                + " message=Filter failure: PERCENT_PRICE_BY_SIDE",
            "bid Accepted",
            "ask Accepted");
  }

  @Test
  void theAverageIsOfTheLastMinutesAndTheLastPriceWhereNothingWasTradedInThem() {
    Instrument instrument = with(PERCENT);
    Desk desk = desk(instrument).feed(trade(instrument, 1, "1000.00", "9"));

    desk.feed(trade(instrument, 301, "100.00", "1"))
        .submit(302, limit("gone", instrument, BUY, "1", "121.00"))
        .submit(900, limit("quiet", instrument, BUY, "1", "121.00"))
        .at(901);

    assertThat(desk.reports())
        .hasSize(2)
        .allMatch(each -> each.contains("price=121.00 min=50 max=120 "));
  }

  @Test
  void whatWasTradedIsKnownAfterAKill() {
    Instrument instrument = with(PERCENT);
    TestStore store = new TestStore();
    TestContext context = TestContext.of(new RecordingSink()).with(List.of(instrument));
    Desk.open(context.with(store), "balances", "1000 USD")
        .feed(trade(instrument, 1, "100.00", "3"), trade(instrument, 61, "200.00", "1"));

    Desk after = Desk.open(context.with(store.afterKill()));
    after.submit(62, limit("a", instrument, BUY, "1", "150.01")).at(63);

    assertThat(after.reports())
        .containsExactly(
            "a Rejected PERCENT_PRICE_BY_SIDE: price=150.01 min=62.5 max=150"
                + " message=Filter failure: PERCENT_PRICE_BY_SIDE");
  }

  @Test
  void marketOrdersHaveASizeOfTheirOwnAndOrdersForAnAmountToo() {
    Instrument instrument =
        with(
            VenueFilter.of(
                "MARKET_LOT_SIZE", Map.of("minQty", "0", "maxQty", "5", "stepSize", "0")));
    Desk desk = desk(instrument).feed(trade(instrument, 9, "100.00", "1"));

    desk.submit(10, market("large", instrument, BUY, "5.1"))
        .submit(
            10, order("amount", OrderSpec.marketFor(instrument, BUY, amount(instrument, "510"))))
        .submit(10, limit("limit", instrument, BUY, "5.1", "90.00"))
        .at(11);

    assertThat(desk.reports())
        .containsExactly(
            "large Rejected MARKET_LOT_SIZE: quantity=5.10000000 min=0 max=5 step=0"
                + " message=Filter failure: MARKET_LOT_SIZE",
            "amount Rejected MARKET_LOT_SIZE: quantity=5.10000000 min=0 max=5 step=0"
                + " message=Filter failure: MARKET_LOT_SIZE",
            "limit Accepted");
  }

  private static Money amount(Instrument instrument, String amount) {
    return Money.of(amount, instrument.quote());
  }

  @Test
  void anOrderIsWorthNoMoreAndNoLessThanItsNotionalSays() {
    Instrument instrument =
        with(
            VenueFilter.of(
                "NOTIONAL",
                Map.of(
                    "minNotional", "10",
                    "applyMinToMarket", "true",
                    "maxNotional", "900",
                    "applyMaxToMarket", "false",
                    "avgPriceMins", "5")));
    Desk desk = desk(instrument).feed(trade(instrument, 9, "100.00", "1"));

    desk.submit(10, limit("large", instrument, BUY, "10", "90.01"))
        .submit(10, limit("small", instrument, BUY, "0.1", "90.00"))
        .submit(10, market("market", instrument, BUY, "0.09"))
        .submit(10, market("much", instrument, BUY, "20"))
        .at(11);

    assertThat(desk.reports())
        .startsWith(
            "large Rejected NOTIONAL: notional=900.1 max=900 message=Filter failure: NOTIONAL",
            "small Rejected NOTIONAL: notional=9 min=10 message=Filter failure: NOTIONAL",
            "market Rejected NOTIONAL: notional=9 min=10 message=Filter failure: NOTIONAL",
            "much Accepted");
  }

  @Test
  void onlySoManyOrdersAndStopsAreOpenAtOnce() {
    Instrument instrument =
        with(
            VenueFilter.of("MAX_NUM_ORDERS", Map.of("maxNumOrders", "2")),
            VenueFilter.of("MAX_NUM_ALGO_ORDERS", Map.of("maxNumAlgoOrders", "1")));
    Desk desk = desk(instrument).feed(trade(instrument, 9, "100.00", "1"));

    desk.submit(10, order("stop", stop(instrument, "90.00")))
        .submit(10, order("second", stop(instrument, "80.00")))
        .submit(10, limit("a", instrument, BUY, "1", "90.00"))
        .submit(10, limit("b", instrument, BUY, "1", "90.00"))
        .cancel(10, order("stop", stop(instrument, "90.00")))
        .submit(10, limit("c", instrument, BUY, "1", "90.00"))
        .at(11);

    assertThat(desk.reports())
        .filteredOn(each -> !each.startsWith("stop Canceled"))
        .containsExactly(
            "stop Accepted",
            "second Rejected MAX_NUM_ALGO_ORDERS: open=1 max=1"
                + " message=Filter failure: MAX_NUM_ALGO_ORDERS",
            "a Accepted",
            "b Rejected MAX_NUM_ORDERS: open=2 max=2 message=Filter failure: MAX_NUM_ORDERS",
            "c Accepted");
  }

  @Test
  void nobodyBuysMoreThanThePositionThatMayBeHeld() {
    Instrument instrument = with(VenueFilter.of("MAX_POSITION", Map.of("maxPosition", "1003")));
    Desk desk = desk(instrument).feed(trade(instrument, 9, "100.00", "1"));

    desk.submit(10, limit("first", instrument, BUY, "2", "90.00"))
        .submit(10, limit("second", instrument, BUY, "2", "90.00"))
        .submit(10, limit("sale", instrument, SELL, "2", "110.00"))
        .at(11);

    assertThat(desk.reports())
        .containsExactly(
            "first Accepted",
            "second Rejected MAX_POSITION: position=1002.00000000 quantity=2.00000000 max=1003"
                + " message=Filter failure: MAX_POSITION",
            "sale Accepted");
  }

  @Test
  void triggersTrailAndIcebergsBreakWithinBounds() {
    Instrument instrument =
        with(
            VenueFilter.of("ICEBERG_PARTS", Map.of("limit", "10")),
            VenueFilter.of(
                "TRAILING_DELTA",
                Map.of(
                    "minTrailingAboveDelta", "10",
                    "maxTrailingAboveDelta", "2000",
                    "minTrailingBelowDelta", "20",
                    "maxTrailingBelowDelta", "1000")));
    Desk desk = desk(instrument).feed(trade(instrument, 9, "100.00", "1"));
    OrderSpec hidden =
        OrderSpec.limit(instrument, BUY, Quantity.of("1"), Price.of("90.00"))
            .displaying(Quantity.of("0.09"));

    desk.submit(10, order("iceberg", hidden))
        .submit(10, order("near", trailing(instrument, SELL, 15)))
        .submit(10, order("fine", trailing(instrument, SELL, 20)))
        .at(11);

    assertThat(desk.reports())
        .startsWith(
            "iceberg Rejected ICEBERG_PARTS: parts=12 max=10 message=Filter failure: ICEBERG_PARTS",
            "near Rejected TRAILING_DELTA: delta=15 min=20 max=1000"
                + " message=Filter failure: TRAILING_DELTA",
            "fine Accepted");
  }

  private static OrderSpec trailing(Instrument instrument, Side side, int basisPoints) {
    return OrderSpec.trailingStop(
        instrument, side, Quantity.of("1"), TrailingOffset.basisPoints(basisPoints));
  }

  @Test
  void aChangeIsJudgedAsTheOrderThatItMakesButASmallerQuantityIsNot() {
    Instrument instrument =
        with(PERCENT, VenueFilter.of("MAX_NUM_ORDERS", Map.of("maxNumOrders", "1")));
    Desk desk = desk(instrument).feed(trade(instrument, 9, "100.00", "1"));
    Order resting = limit("a", instrument, BUY, "1", "90.00");
    desk.submit(10, resting).at(11);
    desk.feed(trade(instrument, 12, "300.00", "99"));
    desk.sink.take();

    desk.amend(13, resting, OrderChange.price(Price.of("95.00")))
        .amend(13, resting, OrderChange.quantity(Quantity.of("0.5")))
        .amend(13, resting, OrderChange.price(Price.of("160.00")))
        .at(14);

    assertThat(desk.reports())
        .containsExactly(
            "a UpdateRejected PERCENT_PRICE_BY_SIDE: price=95.00 min=149 max=357.6"
                + " message=Filter failure: PERCENT_PRICE_BY_SIDE",
            "a Updated quantity=0.5",
            "a Updated price=160.00");
  }

  private static VenueFilter amends(String most) {
    return VenueFilter.of("MAX_NUM_ORDER_AMENDS", Map.of("maxNumOrderAmends", most));
  }

  private static OrderChange smaller(String quantity) {
    return OrderChange.quantity(Quantity.of(quantity));
  }

  @Test
  void anOrderIsMadeSmallerInItsPlaceSoManyTimesOnly() {
    Instrument instrument = with(amends("2"));
    Desk desk = desk(instrument).feed(trade(instrument, 9, "100.00", "1"));
    Order first = limit("a", instrument, BUY, "1", "90.00");
    Order other = limit("b", instrument, BUY, "1", "90.00");
    desk.submit(10, first).submit(10, other).at(11);
    desk.sink.take();

    desk.amend(12, first, smaller("0.9"))
        .amend(12, first, smaller("0.8"))
        .amend(12, first, smaller("0.7"))
        .amend(12, other, smaller("0.9"))
        .at(13);

    assertThat(desk.reports())
        .containsExactly(
            "a Updated quantity=0.9",
            "a Updated quantity=0.8",
            "a UpdateRejected MAX_NUM_ORDER_AMENDS: amends=2 max=2"
                + " message=Filter failure: MAX_NUM_ORDER_AMENDS",
            "b Updated quantity=0.9");
  }

  @Test
  void anotherPriceOrMoreIsANewOrderThatMayBeMadeSmallerAsOftenAgain() {
    Instrument instrument = with(amends("1"));
    Desk desk = desk(instrument).feed(trade(instrument, 9, "100.00", "1"));
    Order order = limit("a", instrument, BUY, "1", "90.00");
    desk.submit(10, order).amend(10, order, smaller("0.9")).at(11);
    desk.sink.take();

    desk.amend(12, order, OrderChange.price(Price.of("91.00")))
        .amend(12, order, smaller("0.8"))
        .amend(12, order, smaller("0.7"))
        .amend(12, order, smaller("2"))
        .amend(12, order, smaller("0.7"))
        .at(13);

    assertThat(desk.reports())
        .containsExactly(
            "a Updated price=91.00",
            "a Updated quantity=0.8",
            "a UpdateRejected MAX_NUM_ORDER_AMENDS: amends=1 max=1"
                + " message=Filter failure: MAX_NUM_ORDER_AMENDS",
            "a Updated quantity=2",
            "a Updated quantity=0.7");
  }

  @Test
  void aChangeThatIsRefusedDoesNotCount() {
    Instrument instrument = with(amends("1"));
    Desk desk = desk(instrument).feed(trade(instrument, 9, "100.00", "1"));
    Order order = limit("a", instrument, BUY, "1", "90.00");
    desk.submit(10, order).at(11);
    desk.sink.take();

    desk.amend(12, order, smaller("0.00000001")).amend(12, order, smaller("0.9")).at(13);

    assertThat(desk.reports()).hasSize(2).endsWith("a Updated quantity=0.9");
  }

  /**
   * After a kill the journal is read.
   *
   * @param snapshot whether the venue ended in peace before, so that all of it is in a snapshot
   */
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void howOftenAnOrderWasMadeSmallerIsKnownAfterAKill(boolean snapshot) {
    Instrument instrument = with(amends("1"));
    TestStore store = new TestStore();
    TestContext context = TestContext.of(new RecordingSink()).with(List.of(instrument));
    Order order = limit("a", instrument, BUY, "1", "90.00");
    Desk before = Desk.open(context.with(store), "balances", "1000 USD");
    before.feed(trade(instrument, 9, "100.00", "1")).submit(10, order);
    before.amend(10, order, smaller("0.9")).at(11);
    if (snapshot) {
      before.exchange.close();
    }

    Desk after = Desk.open(context.with(store.afterKill()));
    after.amend(12, order, smaller("0.8")).at(13);

    assertThat(after.reports())
        .containsExactly(
            "a UpdateRejected MAX_NUM_ORDER_AMENDS: amends=1 max=1"
                + " message=Filter failure: MAX_NUM_ORDER_AMENDS");
  }

  @Test
  void anInstrumentWithoutFiltersIsJudgedByItsOwnNumbersAsBefore() {
    Desk desk = desk(Instruments.BTCUSD).feed(trade(Instruments.BTCUSD, 9, "100.00", "1"));

    desk.submit(10, limit("a", Instruments.BTCUSD, BUY, "0.01", "90.00"))
        .submit(10, limit("b", Instruments.BTCUSD, BUY, "1", "1.00"))
        .at(11);

    assertThat(desk.reports())
        .containsExactly(
            "a Rejected BELOW_MIN_NOTIONAL: notional=0.90000000 USD min=5.00000000 USD",
            "b Rejected BELOW_MIN_NOTIONAL: notional=1.00000000 USD min=5.00000000 USD");
  }
}
