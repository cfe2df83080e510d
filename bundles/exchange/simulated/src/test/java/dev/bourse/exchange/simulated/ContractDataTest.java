package dev.bourse.exchange.simulated;

import static dev.bourse.testkit.Market.bar;
import static dev.bourse.testkit.Market.seconds;
import static dev.bourse.testkit.Market.trade;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.api.event.AccountEvent;
import dev.bourse.api.event.FundingRate;
import dev.bourse.api.event.MarkPrice;
import dev.bourse.api.event.OrderReport;
import dev.bourse.api.model.Contract;
import dev.bourse.api.model.Instrument;
import dev.bourse.api.model.MarginBracket;
import dev.bourse.api.model.Money;
import dev.bourse.api.model.Price;
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

/** Mark prices, funding rates and brackets that the data tells of a contract. */
@Tag("N17")
class ContractDataTest {
  private static final Contract CONTRACT = Contract.linear(Rate.of("0.01"));
  private static final Instrument PERP =
      Instruments.BTCUSD.as(CONTRACT, Instruments.USD.zero(), null);

  private static Desk holding(Instrument instrument, TestContext context, String... more) {
    List<String> all =
        new ArrayList<>(List.of("margin.mode", "cross", "leverage", "10", "slippage", "0"));
    all.addAll(List.of("fee.maker", "0", "fee.taker", "0", "trade.fill", "next"));
    all.addAll(List.of(more));
    return Desk.open(context.with(List.of(instrument)), all.toArray(new String[0]))
        .feed(trade(instrument, 1, "100.00", "1000"))
        .submit(2, TestOrders.market("open", instrument, Side.BUY, "10"))
        .feed(trade(instrument, 3, "100.00", "1000"));
  }

  private static Desk holding(String... more) {
    return holding(PERP, TestContext.of(new RecordingSink()), more);
  }

  private static MarkPrice mark(double second, String price) {
    return new MarkPrice(PERP, seconds(second), Price.of(price), null);
  }

  private static FundingRate funding(double second, long rateRaw) {
    return new FundingRate(PERP, seconds(second), rateRaw);
  }

  private static List<String> flows(Desk desk) {
    return desk.sink.events(AccountEvent.CashFlow.class).stream()
        .map(flow -> flow.kind() + " " + flow.amount() + " at " + flow.eventTime())
        .toList();
  }

  @Test
  void aPositionIsLiquidatedByTheMarkPriceAndNotByTheLast() {
    Desk last = holding("balances", "200 USD").feed(mark(4, "100"), trade(PERP, 5, "80.00", "1"));
    Desk marked = holding("balances", "200 USD").feed(mark(4, "80.785"));

    assertThat(last.sink.events(OrderReport.Made.class)).isEmpty();
    assertThat(marked.sink.events(OrderReport.Made.class))
        .extracting(OrderReport.Made::reason)
        .containsExactly("equity=7.85000000 USD maintenance=8.07850000 USD price=80.785");
    assertThat(marked.fills().get(1)).startsWith("80.78 x 10.00000000");
  }

  @Test
  void withAMarkPriceTheWorstOfABarLiquidatesNobody() {
    Desk desk =
        Desk.open(
                TestContext.of(new RecordingSink()).with(List.of(PERP)),
                "balances",
                "200 USD",
                "margin.mode",
                "cross",
                "leverage",
                "10",
                "slippage",
                "0")
            .feed(bar(PERP, 60, "100.00 100.00 100.00 100.00", "5000"));
    desk.submit(60, TestOrders.market("open", PERP, Side.BUY, "10"));

    desk.feed(
        bar(PERP, 120, "100.00 100.00 100.00 100.00", "5000"),
        mark(121, "100"),
        bar(PERP, 180, "100.00 101.00 70.00 100.00", "5000"));

    assertThat(desk.fills()).hasSize(1);
    assertThat(desk.sink.events(OrderReport.Made.class)).isEmpty();
  }

  @Test
  void fundingIsChargedByTheDatasRateAtItsTimeOnTheMarkPrice() {
    Desk desk = holding("balances", "1000 USD");

    desk.feed(mark(10, "99.5"), funding(28_800, 1_234_567), funding(57_600, -500_000));

    assertThat(flows(desk))
        .containsExactly(
            "funding -0.12283942 USD at " + seconds(28_800),
            "funding 0.04975000 USD at " + seconds(57_600));
  }

  @Test
  void whereTheDataSaysTheRateTheSettingIsNotCharged() {
    Desk desk = holding("balances", "1000 USD", "funding.rate", "0.01", "funding.interval", "1");

    desk.feed(funding(10, 0), trade(PERP, 8_000, "100.00", "1"));

    assertThat(flows(desk)).isEmpty();
  }

  @Test
  void theVenueRemembersMarkPriceAndThatTheDataCharges() {
    TestStore store = new TestStore();
    TestContext context = TestContext.of(new RecordingSink()).with(store);
    String[] rules = {"balances", "1000 USD", "funding.rate", "0.01", "funding.interval", "1"};
    holding(PERP, context, rules).feed(mark(10, "90"), funding(11, 0)).exchange.close();

    Desk again =
        Desk.open(
            TestContext.of(new RecordingSink()).with(store).with(List.of(PERP)),
            "margin.mode",
            "cross",
            "leverage",
            "10",
            "funding.rate",
            "0.01",
            "funding.interval",
            "1");
    again.feed(trade(PERP, 8_000, "100.00", "1"), funding(9_000, 10_000_000));

    assertThat(flows(again)).containsExactly("funding -0.90000000 USD at " + seconds(9_000));
  }

  @Test
  void aBracketDecidesAboutTheMaintenanceMargin() {
    List<MarginBracket> brackets =
        List.of(
            new MarginBracket(
                Money.of("900", Instruments.USD),
                Rate.of("0.2"),
                Money.of("171", Instruments.USD)));
    Instrument bracketed =
        Instruments.BTCUSD.as(CONTRACT.bracketed(brackets), Instruments.USD.zero(), null);
    Desk desk =
        holding(bracketed, TestContext.of(new RecordingSink()), "balances", "101 USD")
            .feed(trade(bracketed, 4, "91.20", "1"));

    int before = desk.sink.events(OrderReport.Made.class).size();
    desk.feed(trade(bracketed, 5, "91.00", "1"));

    assertThat(before).isZero();
    assertThat(desk.sink.events(OrderReport.Made.class))
        .extracting(OrderReport.Made::reason)
        .containsExactly("equity=11.00000000 USD maintenance=11.00000000 USD price=91.00");
  }
}
