package dev.bourse.exchange.simulated;

import static dev.bourse.testkit.Market.bar;
import static dev.bourse.testkit.Market.trade;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.api.event.AccountEvent;
import dev.bourse.api.event.OrderReport;
import dev.bourse.api.model.Contract;
import dev.bourse.api.model.Instrument;
import dev.bourse.api.model.Order;
import dev.bourse.api.model.OrderSpec;
import dev.bourse.api.model.Quantity;
import dev.bourse.api.model.Rate;
import dev.bourse.api.model.Side;
import dev.bourse.testkit.Instruments;
import dev.bourse.testkit.RecordingSink;
import dev.bourse.testkit.TestContext;
import dev.bourse.testkit.TestOrders;
import dev.bourse.testkit.TestStore;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Accounts that hold contracts: what they may hold, what it costs, when it ends. */
@Tag("N17")
class MarginTest {
  private static final Instrument PERP =
      Instruments.BTCUSD.as(Contract.linear(Rate.of("0.01")), Instruments.USD.zero(), null);
  private static final Instrument INVERSE =
      Instruments.withSteps(Instruments.BTCUSD, "0.01", "1")
          .as(Contract.inverse(Quantity.of("100"), Rate.of("0.01")), Instruments.BTC.zero(), null);

  private static Desk desk(Instrument instrument, String... parameters) {
    String[] all = new String[parameters.length + 12];
    List<String> base =
        List.of(
            "margin.mode",
            "cross",
            "leverage",
            "10",
            "slippage",
            "0",
            "trade.fill",
            "next",
            "fee.maker",
            "0",
            "fee.taker",
            "0.001");
    base.toArray(all);
    System.arraycopy(parameters, 0, all, 12, parameters.length);
    return Desk.open(TestContext.of(new RecordingSink()).with(List.of(instrument)), all);
  }

  private static Order market(String id, Instrument instrument, Side side, String quantity) {
    return TestOrders.market(id, instrument, side, quantity);
  }

  private static Desk holding(Desk desk, Instrument instrument, Side side, String quantity) {
    return desk.feed(trade(instrument, 1, "100.00", "1000"))
        .submit(2, market("open", instrument, side, quantity))
        .feed(trade(instrument, 3, "100.00", "1000"));
  }

  @Test
  void aShortEarnsWhenThePriceFallsAndOnlyThatIsPaid() {
    Desk desk = holding(desk(PERP, "balances", "1000 USD"), PERP, Side.SELL, "10");

    desk.submit(4, market("close", PERP, Side.BUY, "10")).feed(trade(PERP, 5, "90.00", "1000"));

    assertThat(desk.fills())
        .containsExactly(
            "100.00 x 10.00000000 fee 1.00000000 USD TAKER",
            "90.00 x 10.00000000 fee 0.90000000 USD TAKER");
    assertThat(desk.balances()).containsExactly("1098.10000000 USD (0.00000000)");
  }

  @Test
  void slippageOnEntriesIsPaidByTheShortSaleAndNotByWhatCoversIt() {
    Desk desk =
        desk(PERP, "balances", "1000 USD", "slippage.rate", "0.01", "slippage.on", "entries")
            .feed(trade(PERP, 1, "100.00", "1000"));

    desk.submit(2, market("short", PERP, Side.SELL, "2")).feed(trade(PERP, 3, "100.00", "1000"));
    desk.submit(4, market("cover", PERP, Side.BUY, "2")).feed(trade(PERP, 5, "90.00", "1000"));

    assertThat(desk.fills())
        .containsExactly(
            "99.00 x 2.00000000 fee 0.19800000 USD TAKER",
            "90.00 x 2.00000000 fee 0.18000000 USD TAKER");
  }

  @Test
  void anOrderBeyondTheMarginIsRefusedWithItsNumbers() {
    Desk desk = desk(PERP, "balances", "100 USD").feed(trade(PERP, 1, "100.00", "1000"));

    desk.submit(2, market("big", PERP, Side.BUY, "10")).at(3);

    assertThat(desk.reports())
        .containsExactly(
            "big Rejected INSUFFICIENT_MARGIN: required=101.00000000 USD available=100.00000000 USD");
  }

  @Test
  void aSpotAccountHoldsNoContracts() {
    Desk desk =
        desk(PERP, "balances", "1000 USD", "margin.mode", "none")
            .feed(trade(PERP, 1, "100.00", "1000"));

    desk.submit(2, market("o", PERP, Side.BUY, "1")).at(3);

    assertThat(desk.reports())
        .containsExactly("o Rejected NO_MARGIN_ACCOUNT: instrument=" + PERP.id());
  }

  @Test
  void anOrderThroughZeroNeedsMarginForThePartBeyondOnly() {
    Desk desk = holding(desk(PERP, "balances", "120 USD"), PERP, Side.BUY, "10");

    desk.submit(4, market("flip", PERP, Side.SELL, "20")).feed(trade(PERP, 5, "100.00", "1000"));

    assertThat(desk.fills()).hasSize(2);
    assertThat(desk.balances()).containsExactly("117.00000000 USD (0.00000000)");
  }

  @Test
  void whatMayOnlyReduceIsRefusedWithoutAPositionAndEndsWithIt() {
    Desk desk = desk(PERP, "balances", "1000 USD").feed(trade(PERP, 1, "100.00", "1000"));
    Order alone = TestOrders.order("alone", reducing("1"));

    desk.submit(2, alone).at(3);
    holding(desk, PERP, Side.BUY, "2")
        .submit(4, TestOrders.order("close", reducing("5")))
        .feed(trade(PERP, 5, "100.00", "1000"));

    assertThat(desk.reports())
        .contains(
            "alone Rejected NOTHING_TO_REDUCE: filled=0.00000000 of 1.00000000",
            "close Filled 100.00 x 2.00000000 fee 0.20000000 USD TAKER",
            "close Canceled NOTHING_TO_REDUCE: filled=2.00000000 of 5.00000000");
  }

  private static OrderSpec reducing(String quantity) {
    return OrderSpec.market(PERP, Side.SELL, PERP.quantity(quantity)).reducing();
  }

  @Test
  void aLongThatCannotBeBorneIsLiquidatedAtTheWorstPriceOfTheBar() {
    Desk desk =
        desk(PERP, "balances", "110 USD", "bar.volume", "100")
            .feed(bar(PERP, 60, "100.00 100.00 100.00 100.00", "1000"))
            .submit(60, market("open", PERP, Side.BUY, "10"))
            .feed(bar(PERP, 120, "100.00 100.00 100.00 100.00", "1000"));

    desk.feed(bar(PERP, 180, "99.00 99.50 89.00 98.00", "1000"));

    OrderReport.Made made = desk.sink.events(OrderReport.Made.class).get(0);
    assertThat(made.reason())
        .isEqualTo("equity=-1.00000000 USD maintenance=8.90000000 USD price=89.00");
    assertThat(made.spec().side()).isEqualTo(Side.SELL);
    assertThat(desk.fills()).last().isEqualTo("89.00 x 10.00000000 fee 4.45000000 USD TAKER");
    assertThat(desk.sink.events(AccountEvent.CashFlow.class))
        .extracting(flow -> flow.kind() + " " + flow.amount())
        .containsExactly("insurance 5.45000000 USD");
    assertThat(desk.balances()).isEmpty();
  }

  @Test
  void anIsolatedPositionTakesNoMoreThanItsOwnMarginWithIt() {
    Desk desk =
        holding(
            desk(PERP, "balances", "1000 USD", "margin.mode", "isolated"), PERP, Side.SELL, "10");

    desk.feed(trade(PERP, 4, "150.00", "1000"));

    assertThat(desk.fills()).last().isEqualTo("150.00 x 10.00000000 fee 7.50000000 USD TAKER");
    assertThat(desk.balances()).containsExactly("899.00000000 USD (0.00000000)");
  }

  @Test
  void ordersOfALiquidatedAccountAreCancelled() {
    Desk desk = holding(desk(PERP, "balances", "200 USD"), PERP, Side.BUY, "10");
    desk.submit(4, TestOrders.limit("rest", PERP, Side.BUY, "1", "50.00")).at(5);

    desk.feed(trade(PERP, 6, "80.00", "1000"));

    assertThat(desk.reports())
        .contains("rest Canceled LIQUIDATION: filled=0.00000000 of 1.00000000");
    assertThat(desk.massReport().openOrders()).isEmpty();
  }

  @Test
  void anInverseContractIsPaidInBase() {
    Desk desk = desk(INVERSE, "balances", "1 BTC", "fee.taker", "0");
    holding(desk, INVERSE, Side.BUY, "2");

    desk.submit(4, market("close", INVERSE, Side.SELL, "2"))
        .feed(trade(INVERSE, 5, "125.00", "1000"));

    assertThat(desk.balances()).containsExactly("1.40000000 BTC (0.00000000)");
  }

  @Test
  void longsPayShortsAtEveryInterval() {
    Desk desk = desk(PERP, "balances", "1000 USD", "funding.rate", "0.001", "fee.taker", "0");
    holding(desk, PERP, Side.BUY, "10");

    desk.at(8 * 3600).at(16 * 3600);

    assertThat(desk.sink.events(AccountEvent.CashFlow.class))
        .extracting(flow -> flow.kind() + " " + flow.amount())
        .containsExactly("funding -1.00000000 USD", "funding -1.00000000 USD");
    assertThat(desk.balances()).containsExactly("998.00000000 USD (0.00000000)");
  }

  @Test
  void aVenueThatComesBackHoldsItsPositionsAndRepeatsWhatItDid() {
    TestStore store = new TestStore();
    String[] settings = {
      "balances",
      "110 USD",
      "margin.mode",
      "cross",
      "leverage",
      "10",
      "slippage",
      "0",
      "trade.fill",
      "next",
      "funding.rate",
      "0.001",
      "fee.taker",
      "0"
    };
    TestContext context = TestContext.of(new RecordingSink()).with(List.of(PERP)).with(store);
    Desk before = holding(Desk.open(context, settings), PERP, Side.BUY, "10");
    before.at(8 * 3600);

    Desk after = Desk.open(context, settings);
    after.feed(trade(PERP, 8 * 3600 + 1, "80.00", "1000"));

    AccountEvent.MassReport report = after.massReport();
    assertThat(report.made()).hasSize(1);
    assertThat(report.flows())
        .extracting(flow -> flow.kind() + " " + flow.amount())
        .containsExactly("funding -1.00000000 USD", "insurance 95.00000000 USD");
    assertThat(report.fills()).hasSize(2);
  }

  @Test
  @Tag("N21")
  void aReportSaysWhatIsHeldOfContracts() {
    Desk desk = holding(desk(PERP, "balances", "1000 USD"), PERP, Side.SELL, "10");

    AccountEvent.MassReport report = desk.massReport();

    assertThat(report.positions())
        .extracting(each -> each.side() + " " + each.quantity() + " at " + each.averagePrice())
        .containsExactly("SHORT 10.00000000 at 100.000000");
  }
}
