package dev.bourse.exchange.simulated;

import static dev.bourse.api.model.Side.BUY;
import static dev.bourse.api.model.Side.SELL;
import static dev.bourse.testkit.Instruments.BTCUSD;
import static dev.bourse.testkit.Instruments.ETHUSD;
import static dev.bourse.testkit.Instruments.USD;
import static dev.bourse.testkit.Market.book;
import static dev.bourse.testkit.Market.quote;
import static dev.bourse.testkit.Market.trade;
import static dev.bourse.testkit.TestOrders.order;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.api.model.Instrument;
import dev.bourse.api.model.Money;
import dev.bourse.api.model.Order;
import dev.bourse.api.model.OrderChange;
import dev.bourse.api.model.OrderSpec;
import dev.bourse.api.model.Side;
import dev.bourse.api.model.TimeInForce;
import dev.bourse.testkit.TestStore;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Market orders for an amount of quote currency; slippage is off, the taker's fee 0.25 %. */
@Tag("N23")
class AmountOrdersTest {
  private static Order forAmount(String id, Side side, String usd) {
    return order(id, spec(BTCUSD, side, usd));
  }

  private static OrderSpec spec(Instrument instrument, Side side, String usd) {
    return OrderSpec.marketFor(instrument, side, Money.of(usd, USD));
  }

  @Test
  void buysUntilTheAmountIsUsedAndSaysWhatIsLeft() {
    Desk desk = Desk.open("slippage", "0").feed(quote(BTCUSD, 10, "99.00", "3", "101.00", "0.4"));

    desk.submit(10, forAmount("a", BUY, "100"))
        .at(10.2)
        .feed(quote(BTCUSD, 11, "99.00", "3", "103.00", "2"));

    assertThat(desk.reports())
        .containsExactly(
            "a Accepted",
            "a Filled 101.00 x 0.40000000 fee 0.10100000 USD TAKER",
            "a Filled 103.00 x 0.57864077 fee 0.14900000 USD TAKER",
            "a Status FILLED 0.97864077 99.99999931 USD");
  }

  @Test
  void sellsUntilTheAmountCameIn() {
    Desk desk = Desk.open("slippage", "0", "balances", "10 BTC");
    desk.feed(quote(BTCUSD, 10, "99.00", "0.5", "101.00", "3"));

    desk.submit(10, forAmount("a", SELL, "100"))
        .at(10.2)
        .feed(quote(BTCUSD, 11, "80.00", "3", "81.00", "2"));

    assertThat(desk.reports())
        .containsExactly(
            "a Accepted",
            "a Filled 99.00 x 0.50000000 fee 0.12375000 USD TAKER",
            "a Filled 80.00 x 0.63125000 fee 0.12625000 USD TAKER",
            "a Status FILLED 1.13125000 100.00000000 USD");
  }

  @Test
  void walksTheLevelsOfABookUntilTheAmountIsUsed() {
    Desk desk = Desk.open("slippage", "0");
    desk.feed(book(BTCUSD, 10, 100, "99.00 3", "101.00 0.4, 102.00 0.5, 104.00 9"));

    desk.submit(10, forAmount("a", BUY, "100")).at(11);

    assertThat(desk.reports())
        .containsExactly(
            "a Accepted",
            "a Filled 101.00 x 0.40000000 fee 0.10100000 USD TAKER",
            "a Filled 102.00 x 0.50000000 fee 0.12750000 USD TAKER",
            "a Filled 104.00 x 0.08269230 fee 0.02150000 USD TAKER",
            "a Status FILLED 0.98269230 99.99999920 USD");
  }

  @Test
  void reservesTheAmountAndTheFeeOnTopOfIt() {
    Desk desk = Desk.open("slippage", "0", "balances", "1000 USD,10 BTC");

    desk.submit(10, forAmount("a", BUY, "100")).at(10.2);

    assertThat(desk.balances())
        .containsExactly("10.00000000 BTC (0.00000000)", "1000.00000000 USD (100.25000000)");
  }

  @Test
  void reservesTheAmountAloneWhereBuysPayInBase() {
    Desk desk = Desk.open("slippage", "0", "fee.currency", "base", "balances", "100 USD");

    desk.submit(10, forAmount("a", BUY, "100")).at(10.2).feed(trade(BTCUSD, 11, "100.00", "5"));

    assertThat(desk.fills()).containsExactly("100.00 x 1.00000000 fee 0.00250000 BTC TAKER");
    assertThat(desk.balances()).containsExactly("0.99750000 BTC (0.00000000)");
  }

  @Test
  void isFilledWhenTheNextPriceIsTooDearForOneStep() {
    Desk desk = Desk.open("slippage", "0").feed(quote(ETHUSD, 10, "9", "3", "10", "0.9"));

    desk.submit(10, order("a", spec(ETHUSD, BUY, "10")))
        .at(10.2)
        .feed(quote(ETHUSD, 11, "9", "3", "2000", "9"));

    assertThat(desk.reports())
        .containsExactly(
            "a Accepted",
            "a Filled 10.0 x 0.900 fee 0.01800000 USD TAKER",
            "a Status FILLED 0.900 9.00000000 USD");
  }

  @Test
  void expiresWhenTheFirstPriceIsTooDearForOneStep() {
    Desk desk = Desk.open("slippage", "0");

    desk.submit(10, order("a", spec(ETHUSD, BUY, "1")))
        .at(10.2)
        .feed(quote(ETHUSD, 11, "9", "3", "2000", "9"));

    assertThat(desk.reports())
        .containsExactly(
            "a Accepted",
            "a Expired AMOUNT_BELOW_STEP: amount=1.00000000 USD price=2000.0 step=0.001");
  }

  @Test
  void endsAnImmediateOneThatFoundTooLittle() {
    Desk desk = Desk.open("slippage", "0").feed(quote(BTCUSD, 10, "99.00", "3", "100.00", "0.4"));
    OrderSpec spec = spec(BTCUSD, BUY, "100").lasting(TimeInForce.IOC);

    desk.submit(10, order("a", spec)).at(10.2);

    assertThat(desk.reports())
        .endsWith("a Expired IOC: filled=0.40000000 for 40.00000000 of 100.00000000 USD");
  }

  @Test
  void refusesWhatTheAccountDoesNotHaveAndWhatIsTooSmall() {
    Desk desk = Desk.open("slippage", "0").feed(quote(ETHUSD, 10, "9", "3", "10", "9"));

    desk.submit(10, order("dear", spec(ETHUSD, BUY, "10000")))
        .submit(10, order("small", spec(ETHUSD, BUY, "0.009")))
        .at(10.2);

    assertThat(desk.reports())
        .containsExactly(
            "dear Rejected INSUFFICIENT_BALANCE: required=10020.00000000 USD"
                + " free=10000.00000000 USD",
            "small Rejected BELOW_MIN_QUANTITY: quantity=0.000 min=0.001");
  }

  @Test
  void hasNothingThatCouldBeAmended() {
    Desk desk = Desk.open("slippage", "0");
    Order order = forAmount("a", BUY, "100");

    desk.submit(10, order)
        .amend(11, order, OrderChange.quantity(BTCUSD.quantity("2")))
        .query(12, order)
        .at(13);

    assertThat(desk.reports())
        .containsExactly(
            "a Accepted",
            "a UpdateRejected UNSUPPORTED_AMEND: amount=100.00000000 USD",
            "a Status ACCEPTED 0.00000000 0.00000000 USD");
  }

  @Test
  void goesOnAfterAKillWithWhatIsLeftOfTheAmount() {
    TestStore store = new TestStore();
    Desk before = Desk.open(store, "slippage", "0");
    before
        .feed(quote(BTCUSD, 10, "99.00", "3", "101.00", "0.4"))
        .submit(10, forAmount("a", BUY, "100"))
        .at(10.2);

    Desk after = Desk.open(store.afterKill(), "slippage", "0");
    after.feed(quote(BTCUSD, 11, "99.00", "3", "103.00", "2"));

    assertThat(after.reports())
        .containsExactly(
            "a Filled 103.00 x 0.57864077 fee 0.14900000 USD TAKER",
            "a Status FILLED 0.97864077 99.99999931 USD");
  }
}
