package dev.bourse.exchange.simulated;

import static dev.bourse.api.model.Side.BUY;
import static dev.bourse.api.model.Side.SELL;
import static dev.bourse.testkit.Instruments.BTCUSD;
import static dev.bourse.testkit.Market.bar;
import static dev.bourse.testkit.Market.quote;
import static dev.bourse.testkit.Market.trade;
import static dev.bourse.testkit.TestOrders.limit;
import static dev.bourse.testkit.TestOrders.market;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bourse.api.model.Order;
import dev.bourse.api.model.OrderChange;
import dev.bourse.api.model.Price;
import dev.bourse.testkit.Market;
import org.junit.jupiter.api.Test;

/** The named policies of filling, beside those that have tests of their own. */
class PoliciesTest {
  @Test
  void waitsForItsTurnInTheQuotedQueue() {
    Desk desk = Desk.open("queue", "quoted").feed(quote(BTCUSD, 9, "99.00", "5", "101.00", "5"));
    desk.submit(10, limit("a", BTCUSD, BUY, "1", "99.00")).at(11);

    desk.feed(trade(BTCUSD, 12, "99.00", "3"));
    int behindTwo = desk.fills().size();
    desk.feed(trade(BTCUSD, 13, "99.00", "2.4"), trade(BTCUSD, 14, "99.00", "5"));

    assertThat(behindTwo).isZero();
    assertThat(desk.fills())
        .containsExactly(
            "99.00 x 0.40000000 fee 0.09900000 USD MAKER",
            "99.00 x 0.60000000 fee 0.14850000 USD MAKER");
  }

  @Test
  void movesUpWhenThoseAheadCancel() {
    Desk desk = Desk.open("queue", "quoted").feed(quote(BTCUSD, 9, "99.00", "5", "101.00", "5"));
    desk.submit(10, limit("a", BTCUSD, BUY, "1", "99.00")).at(11);

    desk.feed(quote(BTCUSD, 12, "99.00", "1", "101.00", "5"), trade(BTCUSD, 13, "99.00", "1.5"));

    assertThat(desk.fills()).containsExactly("99.00 x 0.50000000 fee 0.12375000 USD MAKER");
  }

  @Test
  void withoutAQueueATouchIsNotEnough() {
    Desk desk = Desk.open().feed(quote(BTCUSD, 9, "99.00", "5", "101.00", "5"));
    desk.submit(10, limit("a", BTCUSD, BUY, "1", "99.00")).at(11);

    desk.feed(trade(BTCUSD, 12, "99.00", "300"), trade(BTCUSD, 13, "98.99", "300"));

    assertThat(desk.fills()).containsExactly("99.00 x 1.00000000 fee 0.24750000 USD MAKER");
  }

  @Test
  void endlessLiquidityGivesEachOrderAllOfIt() {
    Desk consumed = Desk.open().feed(quote(BTCUSD, 9, "99.00", "5", "101.00", "1"));
    Desk endless =
        Desk.open("liquidity", "endless").feed(quote(BTCUSD, 9, "99.00", "5", "101.00", "1"));

    consumed.submit(10, market("a", BTCUSD, BUY, "1")).submit(10, market("b", BTCUSD, BUY, "1"));
    endless.submit(10, market("a", BTCUSD, BUY, "1")).submit(10, market("b", BTCUSD, BUY, "1"));

    assertThat(consumed.at(11).fills()).hasSize(1);
    assertThat(endless.at(11).fills())
        .containsExactly(
            "101.01 x 1.00000000 fee 0.25252500 USD TAKER",
            "101.01 x 1.00000000 fee 0.25252500 USD TAKER");
  }

  @Test
  void eachKindOfCommandHasItsOwnWay() {
    Desk desk = Desk.open("latency", "100", "latency.amend", "300", "latency.cancel", "20");
    desk.feed(trade(BTCUSD, 9, "100.00", "1"));
    Order order = limit("a", BTCUSD, BUY, "1", "90.00");

    desk.submit(10, order);
    long submitted = desk.exchange.nextDeadline();
    desk.at(11).amend(11, order, OrderChange.price(Price.of("91.00")));
    long amended = desk.exchange.nextDeadline();
    desk.at(12).cancel(12, order);

    assertThat(submitted).isEqualTo(Market.seconds(10.1));
    assertThat(amended).isEqualTo(Market.seconds(11.3));
    assertThat(desk.exchange.nextDeadline()).isEqualTo(Market.seconds(12.02));
  }

  @Test
  void aRestingOrderFillsAtTheBetterOpenIfToldSo() {
    Desk atLimit = Desk.open().feed(bar(BTCUSD, 60, "100.00 100.00 100.00 100.00", "50"));
    Desk atOpen =
        Desk.open("limit.gap", "open").feed(bar(BTCUSD, 60, "100.00 100.00 100.00 100.00", "50"));

    atLimit.submit(60, limit("a", BTCUSD, BUY, "1", "95.00"));
    atOpen.submit(60, limit("a", BTCUSD, BUY, "1", "95.00"));

    assertThat(atLimit.feed(bar(BTCUSD, 120, "90.00 99.00 89.00 95.00", "50")).fills())
        .containsExactly("95.00 x 1.00000000 fee 0.23750000 USD MAKER");
    assertThat(atOpen.feed(bar(BTCUSD, 120, "90.00 99.00 89.00 95.00", "50")).fills())
        .containsExactly("90.00 x 1.00000000 fee 0.22500000 USD MAKER");
  }

  @Test
  void ownOrdersTradeWithEachOtherOnlyIfToldSo() {
    Desk apart = Desk.open("balances", "1000 USD,1 BTC");
    Desk together = Desk.open("balances", "1000 USD,1 BTC", "self.trade", "none");

    apart.submit(10, limit("maker", BTCUSD, BUY, "1", "100.00"));
    apart.submit(10, limit("taker", BTCUSD, SELL, "1", "99.00")).at(11);
    together.submit(10, limit("maker", BTCUSD, BUY, "1", "100.00"));
    together.submit(10, limit("taker", BTCUSD, SELL, "1", "99.00")).at(11);

    assertThat(apart.fills()).isEmpty();
    assertThat(together.fills())
        .containsExactly(
            "100.00 x 1.00000000 fee 0.25000000 USD MAKER",
            "100.00 x 1.00000000 fee 0.25000000 USD TAKER");
    assertThat(together.balances())
        .containsExactly("1.00000000 BTC (0.00000000)", "999.50000000 USD (0.00000000)");
  }

  @Test
  void aMarketThatIsBetterThanOurOwnOrderIsTakenFirst() {
    Desk desk =
        Desk.open("balances", "1000 USD,3 BTC", "self.trade", "none", "slippage", "0")
            .feed(quote(BTCUSD, 9, "99.00", "5", "101.00", "5"));
    desk.submit(10, limit("own", BTCUSD, BUY, "1", "98.00")).at(11);

    desk.submit(11, limit("taker", BTCUSD, SELL, "1", "97.00")).at(12);

    assertThat(desk.fills()).containsExactly("99.00 x 1.00000000 fee 0.24750000 USD TAKER");
  }

  @Test
  void slippageOnEntriesLeavesExitsAtTheMarket() {
    Desk desk = Desk.open("slippage", "0", "slippage.rate", "0.01", "slippage.on", "entries");
    desk.feed(quote(BTCUSD, 9, "99.00", "5", "101.00", "5"));

    desk.submit(10, market("a", BTCUSD, BUY, "1"))
        .at(11)
        .submit(11, market("b", BTCUSD, SELL, "1"));

    assertThat(desk.at(12).fills())
        .containsExactly(
            "102.01 x 1.00000000 fee 0.25502500 USD TAKER",
            "99.00 x 1.00000000 fee 0.24750000 USD TAKER");
    assertThat(desk.exchange.assumptions())
        .containsEntry("slippage", "0 ticks and 1 % of the price for takers that enter");
  }

  @Test
  void refusesADayThatIsNoZone() {
    assertThatThrownBy(() -> Desk.open("day.zone", "Mars"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("day.zone=Mars must be a time zone, like UTC or America/New_York");
  }
}
