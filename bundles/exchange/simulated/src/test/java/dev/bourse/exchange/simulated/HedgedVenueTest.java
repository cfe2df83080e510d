package dev.bourse.exchange.simulated;

import static dev.bourse.testkit.Market.bar;
import static dev.bourse.testkit.Market.trade;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bourse.api.event.AccountEvent;
import dev.bourse.api.event.OrderReport;
import dev.bourse.api.model.Contract;
import dev.bourse.api.model.Instrument;
import dev.bourse.api.model.OrderSpec;
import dev.bourse.api.model.PositionId;
import dev.bourse.api.model.Rate;
import dev.bourse.api.model.Side;
import dev.bourse.testkit.Instruments;
import dev.bourse.testkit.RecordingSink;
import dev.bourse.testkit.TestContext;
import dev.bourse.testkit.TestOrders;
import dev.bourse.testkit.TestStore;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Accounts that hold a long and a short position of one contract side by side. */
@Tag("N17")
class HedgedVenueTest {
  private static final Instrument PERP =
      Instruments.BTCUSD.as(Contract.linear(Rate.of("0.01")), Instruments.USD.zero(), null);

  private static String[] settings(String... more) {
    List<String> all =
        new ArrayList<>(
            List.of("margin.mode", "cross", "position.mode", "hedged", "leverage", "10"));
    all.addAll(List.of("slippage", "0", "trade.fill", "next", "fee.maker", "0", "fee.taker", "0"));
    all.addAll(List.of(more));
    return all.toArray(String[]::new);
  }

  private static Desk desk(String... more) {
    return Desk.open(TestContext.of(new RecordingSink()).with(List.of(PERP)), settings(more));
  }

  /** Adds to a side, or takes from it. */
  private static Desk order(Desk desk, double at, boolean entry, Side side, String quantity) {
    OrderSpec spec =
        OrderSpec.market(PERP, side, PERP.quantity(quantity))
            .forPosition(new PositionId("a-name-of-the-trader"));
    return desk.submit(at, TestOrders.order("o" + at, spec, entry))
        .feed(trade(PERP, at + 0.5, "100.00", "1000"));
  }

  private static Desk both(Desk desk, String longs, String shorts) {
    desk.feed(trade(PERP, 1, "100.00", "1000"));
    order(desk, 2, true, Side.BUY, longs);
    return order(desk, 3, true, Side.SELL, shorts);
  }

  @Test
  void bothSidesAreClosedForWhatEachEarned() {
    Desk desk = both(desk("balances", "1000 USD"), "10", "4");

    desk.feed(trade(PERP, 4, "110.00", "1000"));
    desk.submit(
        5, TestOrders.order("l", OrderSpec.market(PERP, Side.SELL, PERP.quantity("10")), false));
    desk.submit(
        5, TestOrders.order("s", OrderSpec.market(PERP, Side.BUY, PERP.quantity("4")), false));
    desk.feed(trade(PERP, 6, "110.00", "1000"));

    assertThat(desk.fills()).hasSize(4);
    assertThat(desk.balances()).containsExactly("1060.00000000 USD (0.00000000)");
  }

  @Test
  void eachSideNeedsItsOwnMargin() {
    Desk desk = both(desk("balances", "110 USD"), "10", "4");

    assertThat(desk.reports())
        .contains(
            "o3.0 Rejected INSUFFICIENT_MARGIN: required=40.00000000 USD available=10.00000000 USD");
  }

  @Test
  void whatClosesASideEndsWithIt() {
    Desk desk = both(desk("balances", "1000 USD"), "10", "4");

    order(desk, 4, false, Side.BUY, "6");
    order(desk, 5, false, Side.BUY, "1");

    assertThat(desk.reports())
        .contains(
            "o4.0 Canceled NOTHING_TO_REDUCE: filled=4.00000000 of 6.00000000",
            "o5.0 Rejected NOTHING_TO_REDUCE: filled=0.00000000 of 1.00000000");
  }

  private static Desk byBars(String shorts) {
    Desk desk =
        desk("balances", "270 USD", "bar.volume", "100")
            .feed(bar(PERP, 60, "100.00 100.00 100.00 100.00", "1000"));
    OrderSpec buy = OrderSpec.market(PERP, Side.BUY, PERP.quantity("10"));
    OrderSpec sell = OrderSpec.market(PERP, Side.SELL, PERP.quantity(shorts));
    return desk.submit(60, TestOrders.order("l", buy, true))
        .submit(60, TestOrders.order("s", sell, true))
        .feed(bar(PERP, 120, "100.00 100.00 100.00 100.00", "1000"))
        .feed(bar(PERP, 180, "100.00 130.00 70.00 100.00", "1000"));
  }

  @Test
  void aWideBarLiquidatesWhatIsNotHedgedAlone() {
    Desk hedged = byBars("10");

    Desk open = byBars("1");

    assertThat(hedged.fills()).hasSize(2);
    assertThat(hedged.sink.events(OrderReport.Made.class)).isEmpty();
    assertThat(open.sink.events(OrderReport.Made.class))
        .extracting(made -> made.spec().side() + " " + made.spec().quantity())
        .containsExactly("SELL 10.00000000", "BUY 1.00000000");
  }

  @Test
  void anIsolatedSideIsLiquidatedAlone() {
    Desk desk = both(desk("balances", "1000 USD", "margin.mode", "isolated"), "10", "4");

    desk.feed(trade(PERP, 4, "90.00", "1000"));

    assertThat(desk.sink.events(OrderReport.Made.class))
        .extracting(made -> made.spec().side() + " " + made.spec().quantity())
        .containsExactly("SELL 10.00000000");
    order(desk, 5, false, Side.BUY, "4");
    assertThat(desk.fills()).hasSize(4);
  }

  @Test
  void fundingIsPaidByOneSideAndToTheOther() {
    Desk desk = both(desk("balances", "1000 USD", "funding.rate", "0.001"), "10", "4");

    desk.at(8 * 3600);

    assertThat(desk.sink.events(AccountEvent.CashFlow.class))
        .extracting(flow -> flow.kind() + " " + flow.amount())
        .containsExactly("funding -1.00000000 USD", "funding 0.40000000 USD");
  }

  @Test
  void aVenueThatComesBackHoldsBothSides() {
    TestStore store = new TestStore();
    TestContext context = TestContext.of(new RecordingSink()).with(List.of(PERP)).with(store);
    both(Desk.open(context, settings("balances", "1000 USD")), "10", "4");

    Desk after = Desk.open(context, settings("balances", "1000 USD"));
    after.feed(trade(PERP, 10, "110.00", "1000"));
    order(after, 11, false, Side.SELL, "10");
    order(after, 12, false, Side.BUY, "4");

    assertThat(after.fills()).hasSize(2);
    assertThat(after.balances()).containsExactly("1000.00000000 USD (0.00000000)");
  }

  @Test
  void theModeIsNotChangedWhileSomethingIsHeld() {
    TestStore store = new TestStore();
    TestContext context = TestContext.of(new RecordingSink()).with(List.of(PERP)).with(store);
    both(Desk.open(context, settings("balances", "1000 USD")), "10", "4");

    assertThatThrownBy(() -> Desk.open(context, settings("position.mode", "one-way")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("position.mode=one-way: account ")
        .hasMessageEndingWith(
            " holds LONG 10.00000000 of BTCUSD.BITSTAMP from before, in the other mode; close it there"
                + " first");
  }

  @Test
  void aCashAccountHasNoSides() {
    assertThatThrownBy(() -> desk("margin.mode", "none"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "position.mode=hedged: an account that holds spot only has no sides; set margin.mode");
  }
}
