package dev.bourse.backtest;

import static dev.bourse.testkit.Instruments.BTCUSD;
import static dev.bourse.testkit.Instruments.USD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bourse.api.backtest.BacktestResult;
import dev.bourse.api.backtest.BacktestResult.EquityPoint;
import dev.bourse.api.backtest.DayPrices;
import dev.bourse.api.backtest.PriceRange;
import dev.bourse.api.model.Fill;
import dev.bourse.api.model.Money;
import dev.bourse.api.model.Order;
import dev.bourse.api.model.OrderStatus;
import dev.bourse.api.model.Price;
import dev.bourse.testkit.Market;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("K1")
class BacktestTest {
  private static BacktestResult threeMinutes() {
    return Backtest.of(Runs.spec(), Runs.plugins(Runs.threeMinutes())).run();
  }

  private static String text(Fill fill) {
    return fill.side() + " " + fill.quantity() + " at " + fill.price() + " fee " + fill.fee();
  }

  @Test
  void ordersOfABarsCloseFillAtTheWorseOfTwoTradesWithSlippageAndFee() {
    BacktestResult result = threeMinutes();

    List<String> fills = result.fills().stream().map(BacktestTest::text).toList();

    assertThat(fills)
        .containsExactly(
            "BUY 1.00000000 at 110.01 fee 0.27502500 USD",
            "SELL 1.00000000 at 111.99 fee 0.27997500 USD");
  }

  @Test
  void equityFollowsTheBarsAndTheFills() {
    BacktestResult result = threeMinutes();

    List<EquityPoint> equity = result.equity();

    assertThat(equity)
        .containsExactly(
            new EquityPoint(Market.seconds(0), Money.of("10000", USD)),
            new EquityPoint(Market.seconds(60), Money.of("10000", USD)),
            new EquityPoint(Market.seconds(61), Money.of("9999.714975", USD), Money.of("110", USD)),
            new EquityPoint(
                Market.seconds(120), Money.of("10001.714975", USD), Money.of("112", USD)),
            new EquityPoint(Market.seconds(130), Money.of("10001.425", USD)));
  }

  @Test
  @Tag("N28")
  void keepsTheRangeOfPricesBetweenFillsAndThePricesOfTheDay() {
    BacktestResult result = threeMinutes();

    List<PriceRange> ranges = result.ranges();

    assertThat(ranges)
        .containsExactly(
            new PriceRange(BTCUSD.id(), Price.of("100.00"), Price.of("110.00")),
            new PriceRange(BTCUSD.id(), Price.of("110.00"), Price.of("115.00")),
            new PriceRange(BTCUSD.id(), Price.of("115.00"), Price.of("115.00")));
    assertThat(result.days())
        .containsExactly(new DayPrices(BTCUSD.id(), 0, Price.of("100.00"), Price.of("115.00")));
  }

  @Test
  void saysWhatWasAssumedAndWhatDataItWas() {
    BacktestResult result = threeMinutes();

    List<String> names = List.copyOf(result.assumptions().keySet());

    assertThat(names).contains("slippage", "latency", "taker fee", "data latency");
    assertThat(result.assumptions())
        .containsEntry("strategy", "patience 1.0 with bars=1, fails=false, quantity=1")
        .containsEntry("risk modules", "none");
    assertThat(result.dataCounts().events()).isEqualTo(5);
    assertThat(result.firstTime()).isEqualTo(Market.seconds(0));
    assertThat(result.lastTime()).isEqualTo(Market.seconds(130));
  }

  @Test
  void theDataLatencyDelaysDecisionsAndFills() {
    BacktestResult result =
        Backtest.of(
                Runs.exchange("data.latency", "2000", "latency", "0"),
                Runs.plugins(Runs.threeMinutes()))
            .run();

    List<Long> times = result.orders().stream().map(Order::createdAt).toList();

    assertThat(times).containsExactly(Market.seconds(60), Market.seconds(120));
    assertThat(result.assumptions()).containsEntry("data latency", "2000 ms from event to trader");
    assertThat(result.equity().get(0).time()).isEqualTo(Market.seconds(2));
  }

  @Test
  void keepsMoreOrdersThanTheCoreDoes() {
    BacktestResult result = Backtest.of(Runs.spec(), Runs.plugins(Runs.waves(80_000))).run();

    long filled =
        result.orders().stream().filter(each -> each.status() == OrderStatus.FILLED).count();

    assertThat(result.orders()).hasSizeGreaterThan(6_000);
    assertThat(filled).isEqualTo(result.fills().size());
    assertThat(result.bars()).hasSizeLessThanOrEqualTo(2_000).hasSizeGreaterThan(500);
  }

  @Test
  void countsDenialsByCode() {
    BacktestResult result =
        Backtest.of(Runs.spec("quantity", "200"), Runs.plugins(Runs.threeMinutes())).run();

    List<String> notes = result.notes();

    assertThat(result.fills()).isEmpty();
    assertThat(notes)
        .singleElement()
        .asString()
        .startsWith("2 orders were denied with INSUFFICIENT_BALANCE, first backtest-patience-1-1 ");
  }

  @Test
  void saysWhatIsStillHeldAtTheEnd() {
    BacktestResult result =
        Backtest.of(Runs.spec("bars", "9"), Runs.plugins(Runs.threeMinutes())).run();

    List<String> notes = result.notes();

    assertThat(notes)
        .containsExactly(
            "at the end LONG 1.00000000 "
                + BTCUSD.id()
                + " was still held and is valued at the last price");
  }

  @Test
  void tracesTheTurnsThatMatter() {
    List<String> trace = new ArrayList<>();

    Backtest.of(Runs.spec(), Runs.plugins(Runs.threeMinutes())).run(trace::add);

    assertThat(trace).anyMatch(line -> line.contains("approved backtest-patience-1-1 BUY"));
    assertThat(trace)
        .anyMatch(line -> line.contains("1970-01-01T00:01:01Z\tfilled backtest-patience-1-1"));
    assertThat(trace).noneMatch(line -> line.contains("\tmarket "));
  }

  @Test
  void aStrategyThatThrowsEndsTheRun() {
    Backtest backtest = Backtest.of(Runs.spec("fails", "yes"), Runs.plugins(Runs.threeMinutes()));

    assertThatThrownBy(backtest::run)
        .isInstanceOf(IllegalStateException.class)
        .hasMessage(
            "the run ended early: strategy patience threw java.lang.IllegalStateException: it was"
                + " told to");
  }
}
