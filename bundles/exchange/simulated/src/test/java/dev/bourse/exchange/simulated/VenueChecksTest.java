package dev.bourse.exchange.simulated;

import static dev.bourse.api.model.Side.BUY;
import static dev.bourse.api.model.Side.SELL;
import static dev.bourse.testkit.Instruments.BTCUSD;
import static dev.bourse.testkit.Instruments.ETHUSD;
import static dev.bourse.testkit.Market.trade;
import static dev.bourse.testkit.TestOrders.limit;
import static dev.bourse.testkit.TestOrders.market;
import static dev.bourse.testkit.TestOrders.order;
import static dev.bourse.testkit.TestOrders.postOnly;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.api.model.Instrument;
import dev.bourse.api.model.Order;
import dev.bourse.api.model.OrderSpec;
import dev.bourse.api.model.OrderType;
import dev.bourse.api.model.Price;
import dev.bourse.api.model.Quantity;
import dev.bourse.api.model.TimeInForce;
import dev.bourse.api.model.Trigger;
import dev.bourse.api.model.TriggerType;
import dev.bourse.testkit.Instruments;
import dev.bourse.testkit.Market;
import dev.bourse.testkit.RecordingSink;
import dev.bourse.testkit.TestContext;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class VenueChecksTest {
  @Test
  void refusesWhatTheAccountCannotPayFor() {
    Desk desk = Desk.open("balances", "100 USD,0.5 BTC").feed(trade(BTCUSD, 9, "100.00", "1"));

    desk.submit(10, limit("buy", BTCUSD, BUY, "1", "100.00"))
        .submit(10, limit("sell", BTCUSD, SELL, "0.50000001", "100.00"))
        .submit(10, market("market", BTCUSD, BUY, "1"))
        .at(11);

    assertThat(desk.reports())
        .containsExactly(
            "buy Rejected INSUFFICIENT_BALANCE: required=100.25000000 USD free=100.00000000 USD",
            "sell Rejected INSUFFICIENT_BALANCE: required=0.50000001 BTC free=0.50000000 BTC",
            "market Rejected INSUFFICIENT_BALANCE: required=100.26002500 USD free=100.00000000 USD");
  }

  @Test
  void countsWhatOpenOrdersHaveReserved() {
    Desk desk = Desk.open("balances", "100.25 USD").feed(trade(BTCUSD, 9, "200.00", "1"));

    desk.submit(10, limit("first", BTCUSD, BUY, "1", "100.00"))
        .submit(10, limit("second", BTCUSD, BUY, "1", "5.00"))
        .at(11);

    assertThat(desk.reports())
        .containsExactly(
            "first Accepted",
            "second Rejected INSUFFICIENT_BALANCE: required=5.01250000 USD free=0.00000000 USD");
    assertThat(desk.balances()).containsExactly("100.25000000 USD (100.25000000)");
  }

  @Test
  void refusesPricesAndQuantitiesOffTheInstrumentsSteps() {
    Desk desk = Desk.open();

    desk.submit(10, limit("tick", ETHUSD, BUY, "1", "10.0"))
        .submit(10, spec("off tick", "1", "10.05"))
        .submit(10, spec("off step", "1.0005", "10.0"))
        .submit(10, spec("zero", "1", "0.0"))
        .at(11);

    assertThat(desk.reports())
        .containsExactly(
            "tick Accepted",
            "off-tick Rejected PRICE_NOT_ON_TICK: price=10.05 tick=0.1",
            "off-step Rejected QUANTITY_NOT_ON_STEP: quantity=1.0005 step=0.001",
            "zero Rejected PRICE_NOT_POSITIVE: price=0.00");
  }

  @Test
  void refusesOrdersThatAreTooSmallOrTooLarge() {
    Desk desk = Desk.open("balances", "100000000 USD").feed(trade(BTCUSD, 9, "100.00", "1"));

    desk.submit(10, limit("small", BTCUSD, BUY, "0.0499", "100.00"))
        .submit(10, market("market", BTCUSD, BUY, "0.0499"))
        .submit(10, limit("large", BTCUSD, BUY, "1000001", "1.00"))
        .submit(10, limit("fits", BTCUSD, BUY, "0.05", "100.00"))
        .at(11);

    assertThat(desk.reports())
        .containsExactly(
            "small Rejected BELOW_MIN_NOTIONAL: notional=4.99000000 USD min=5.00000000 USD",
            "market Rejected BELOW_MIN_NOTIONAL: notional=4.99000000 USD min=5.00000000 USD",
            "large Rejected ABOVE_MAX_QUANTITY: quantity=1000001.00000000 max=1000000.00000000",
            "fits Accepted");
  }

  @Test
  void refusesWhatItCannotHold() {
    Desk desk = Desk.open();

    Instrument fine = Instruments.withSteps(BTCUSD, "0.001", "0.00000001");
    OrderSpec stop = OrderSpec.stop(BTCUSD, SELL, Quantity.of("1"), Price.of("10.00"));
    desk.submit(10, order("between", type(OrderType.MARKET_TO_LIMIT, TimeInForce.GTC, null)))
        .submit(
            10,
            order("mark", stop.withTrigger(Trigger.at(Price.of("9")).by(TriggerType.MARK_PRICE))))
        .submit(10, order("fine", OrderSpec.stop(fine, SELL, Quantity.of("1"), Price.of("9.001"))))
        .submit(10, order("late", type(OrderType.LIMIT, TimeInForce.GTD, Price.of("10.00"))))
        .submit(
            10,
            order(
                "post",
                new OrderSpec(
                    BTCUSD,
                    BUY,
                    OrderType.LIMIT,
                    TimeInForce.IOC,
                    Quantity.of("1"),
                    Price.of("10.00"),
                    true,
                    false)))
        .at(11);

    assertThat(desk.reports())
        .containsExactly(
            "between Rejected UNSUPPORTED_ORDER: type=MARKET_TO_LIMIT",
            "mark Rejected UNSUPPORTED_ORDER: triggerType=MARK_PRICE: this venue has no such price",
            "fine Rejected PRICE_NOT_ON_TICK: price=9.001 tick=0.01",
            "late Rejected EXPIRED_ON_ARRIVAL: expiresAt=0 now=10100000000",
            "post Rejected UNSUPPORTED_ORDER: postOnly=true needs a limit price and timeInForce=GTC,"
                + " GTD or DAY, has type=LIMIT timeInForce=IOC");
  }

  @Test
  void refusesInstrumentsThatItDoesNotListOrDoesNotTrade() {
    TestContext context =
        TestContext.of(new RecordingSink()).with(List.of(Instruments.halted(BTCUSD)));
    Desk desk = Desk.open(context);

    desk.submit(10, limit("halted", BTCUSD, BUY, "1", "10.00"))
        .submit(10, limit("unknown", ETHUSD, BUY, "1", "10.0"))
        .at(11);

    assertThat(desk.reports())
        .containsExactly(
            "halted Rejected NOT_TRADING: instrument=BTCUSD.BITSTAMP",
            "unknown Rejected UNKNOWN_INSTRUMENT: instrument=ETHUSD.KRAKEN");
  }

  @Test
  void answersARepeatedOrderAsTheFirstTimeAndPlacesItOnce() {
    Desk desk = Desk.open().feed(trade(BTCUSD, 9, "100.00", "1"));
    Order good = limit("good", BTCUSD, BUY, "1", "90.00");
    Order bad = limit("bad", BTCUSD, BUY, "1", "1.00");

    desk.submit(10, good).submit(10, bad).at(11).submit(12, good).submit(12, bad).at(13);

    assertThat(desk.reports())
        .containsExactly(
            "good Accepted",
            "bad Rejected BELOW_MIN_NOTIONAL: notional=1.00000000 USD min=5.00000000 USD",
            "good Accepted",
            "bad Rejected BELOW_MIN_NOTIONAL: notional=1.00000000 USD min=5.00000000 USD");
    assertThat(desk.massReport().openOrders()).hasSize(1);
  }

  @Test
  void refusesAnotherOrderUnderTheSameId() {
    Desk desk = Desk.open().feed(trade(BTCUSD, 9, "100.00", "1"));

    desk.submit(10, limit("a", BTCUSD, BUY, "1", "90.00"))
        .submit(10, limit("a", BTCUSD, BUY, "2", "90.00"))
        .at(11);

    assertThat(desk.reports())
        .containsExactly(
            "a Accepted",
            "a Rejected DUPLICATE: order=a first=\"BUY 1.00000000 BTCUSD.BITSTAMP LIMIT 90.00\""
                + " now=\"BUY 2.00000000 BTCUSD.BITSTAMP LIMIT 90.00\"");
  }

  @Test
  void cancelsWhatIsOpenAndRefusesWhatIsNot() {
    Desk desk = Desk.open().feed(trade(BTCUSD, 9, "100.00", "1"));
    Order open = limit("open", BTCUSD, BUY, "1", "90.00");
    Order filled = market("filled", BTCUSD, BUY, "1");

    desk.submit(10, open)
        .submit(10, filled)
        .feed(trade(BTCUSD, 11, "100.00", "1"))
        .cancel(12, open)
        .cancel(12, filled)
        .cancel(12, market("never", BTCUSD, BUY, "1"))
        .at(13);

    assertThat(desk.reports())
        .endsWith(
            "open Canceled CANCELED_BY_TRADER: filled=0.00000000 of 1.00000000",
            "filled CancelRejected ORDER_CLOSED: status=FILLED filled=1.00000000 of 1.00000000",
            "never CancelRejected UNKNOWN_ORDER: order=never");
  }

  @Test
  void letsAFillWinAgainstACancelThatIsStillOnItsWay() {
    Desk desk = Desk.open().feed(trade(BTCUSD, 9, "100.00", "1"));
    Order order = limit("a", BTCUSD, BUY, "1", "90.00");

    desk.submit(10, order).cancel(11, order).feed(trade(BTCUSD, 11.05, "80.00", "5")).at(12);

    assertThat(desk.reports())
        .containsExactly(
            "a Accepted",
            "a Filled 90.00 x 1.00000000 fee 0.22500000 USD MAKER",
            "a CancelRejected ORDER_CLOSED: status=FILLED filled=1.00000000 of 1.00000000");
  }

  @Test
  void answersQueriesWithTheWholeStateOrWithNothingFound() {
    Desk desk = Desk.open().feed(trade(BTCUSD, 9, "100.00", "1"));
    Order order = limit("a", BTCUSD, BUY, "1", "90.00");

    desk.submit(10, order)
        .feed(trade(BTCUSD, 11, "80.00", "0.3"))
        .query(12, order)
        .query(12, market("never", BTCUSD, BUY, "1"))
        .at(13);

    assertThat(desk.reports())
        .endsWith("a Status PARTIALLY_FILLED 0.30000000 27.00000000 USD", "never NotFound");
  }

  @Test
  @Tag("N22")
  void reportsEverythingThatATraderNeedsForReconciliation() {
    Desk desk = Desk.open().feed(trade(BTCUSD, 9, "100.00", "1"));
    desk.submit(10, limit("open", BTCUSD, BUY, "1", "90.00"))
        .submit(10, market("done", BTCUSD, BUY, "1"))
        .feed(trade(BTCUSD, 11, "100.00", "1"));

    var report = desk.massReport();

    assertThat(report.openOrders())
        .extracting(status -> status.orderId().value())
        .containsExactly("open");
    assertThat(report.fills()).extracting(fill -> fill.fillId()).containsExactly("demo-1");
    assertThat(report.balances())
        .extracting(Desk::text)
        .containsExactly("1.00000000 BTC (0.00000000)", "9899.73997500 USD (90.22500000)");
    assertThat(report.requestedAt()).isEqualTo(Market.seconds(11));
  }

  @Test
  void cancelsRestingOrdersThatHaveNoPlaceInAnInstrumentsNewRules() {
    Desk desk = Desk.open().feed(trade(BTCUSD, 9, "100.00", "1"));
    desk.submit(10, limit("odd", BTCUSD, BUY, "1", "90.01"))
        .submit(10, limit("even", BTCUSD, BUY, "1", "90.00"))
        .at(11);

    desk.feed(trade(Instruments.withSteps(BTCUSD, "0.1", "0.001"), 12, "80.0", "9"));

    assertThat(desk.reports())
        .endsWith(
            "odd Canceled INSTRUMENT_CHANGED: version=2 tick=0.1 step=0.001 filled=0.00000000 of 1.00000000",
            "even Filled 90.0 x 1.000 fee 0.22500000 USD MAKER");
  }

  private static Order spec(String id, String quantity, String price) {
    return limit(
        id.replace(' ', '-'),
        Instruments.withSteps(ETHUSD, "0.01", "0.0001"),
        BUY,
        quantity,
        price);
  }

  private static OrderSpec type(OrderType type, TimeInForce life, Price price) {
    return new OrderSpec(BTCUSD, BUY, type, life, Quantity.of("1"), price, false, false);
  }

  @Test
  void acceptsAPostOnlyOrderWhileNoPriceIsKnown() {
    Desk desk = Desk.open();

    desk.submit(10, postOnly("a", BTCUSD, BUY, "1", "90.00")).at(11);

    assertThat(desk.reports()).containsExactly("a Accepted");
  }
}
