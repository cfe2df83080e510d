package dev.bourse.report.statistics;

import static dev.bourse.api.model.Side.BUY;
import static dev.bourse.api.model.Side.SELL;
import static dev.bourse.report.RunBuilder.BTC;
import static dev.bourse.report.RunBuilder.USD;
import static dev.bourse.report.RunBuilder.time;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.bourse.api.backtest.BacktestResult;
import dev.bourse.api.model.Instrument;
import dev.bourse.api.model.Money;
import dev.bourse.report.RunBuilder;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class CostsTest {
  private final RunBuilder run = new RunBuilder();

  @Test
  void addsFeesPerCurrencyExactly() {
    run.filled("01:00", BUY, "0.1", "800.00", "0.00000001 USD");
    run.filled("02:00", BUY, "0.1", "800.00", "0.1 USD");
    run.filled("03:00", BUY, "0.1", "800.00", "0.0001 BTC");

    List<Money> fees = Costs.fees(run.build());

    assertThat(fees).containsExactly(Money.of("0.0001", BTC), Money.of("0.10000001", USD));
  }

  @Test
  void addsNotionalsToTheTurnover() {
    run.filled("01:00", BUY, "0.5", "800.00", "0 USD");
    run.filled("02:00", SELL, "0.5", "810.00", "0 USD");

    List<Money> turnover = Costs.turnover(run.build());

    assertThat(turnover).containsExactly(Money.of("805", USD));
  }

  @Test
  void takesSlippageAsBadForBuyersAboveAndForSellersBelowTheExpectedPrice() {
    run.expecting("800.00").filled("01:00", BUY, "0.5", "808.00", "0 USD");
    run.expecting("800.00").filled("02:00", SELL, "0.5", "804.00", "0 USD");

    double slippage = Costs.slippage(run.build());

    assertThat(slippage).isCloseTo((0.01 - 0.005) / 2, within(1e-12));
  }

  @Test
  void hasNoSlippageWithoutAnExpectedPrice() {
    run.filled("01:00", BUY, "0.5", "808.00", "0 USD");

    double slippage = Costs.slippage(run.build());

    assertThat(slippage).isNaN();
  }

  @Test
  void countsOverlappingPositionsOnceInTheTimeHeld() {
    run.filled("01:00", BUY, "0.5", "800.00", "0 USD");
    run.filled("04:00", SELL, "0.5", "800.00", "0 USD");
    run.trading(
        RunBuilder.instrument("ETHUSD.BITSTAMP", new dev.bourse.api.model.Currency("ETH", 8), USD));
    run.filled("03:00", BUY, "0.5", "80.00", "0 USD");
    run.filled("06:00", SELL, "0.5", "80.00", "0 USD");
    BacktestResult result = run.build();

    double share = Exposure.share(RoundTrips.of(result), result.firstTime(), result.lastTime());

    assertThat(share).isEqualTo(0.5);
    assertThat(Exposure.share(List.of(), time("00:00"), time("00:00"))).isNaN();
  }

  @Test
  void comparesWithBuyingAtTheFirstOpenAndHolding() {
    run.bar("01:00", "800.00", "900.00", "790.00", "850.00");
    run.bar("02:00", "850.00", "900.00", "790.00", "880.00");

    double share = BuyAndHold.of(run.build()).share();

    assertThat(share).isCloseTo(0.1, within(1e-12));
    assertThat(BuyAndHold.of(new RunBuilder().build()).share()).isNaN();
    assertThat(BuyAndHold.of(new RunBuilder().build()).isKnown()).isFalse();
  }

  @Test
  void holdsEqualAmountsFromTheFirstPriceOfEach() {
    Instrument ether =
        RunBuilder.instrument("ETHUSD.BITSTAMP", new dev.bourse.api.model.Currency("ETH", 8), USD);
    run.day("2013-11-25", "800.00", "880.00").day("2013-11-26", "880.00", "800.00");
    run.trading(ether).day("2013-11-26", "100.00", "150.00").day("2013-11-28", "150.00", "200.00");

    BuyAndHold holding = BuyAndHold.of(run.build());

    long first = LocalDate.parse("2013-11-25").toEpochDay();
    assertThat(holding.share()).isCloseTo(0.5, within(1e-12));
    assertThat(holding.share(ether.id())).isCloseTo(1, within(1e-12));
    double[] days =
        holding.daily(first, first + 3).stream().mapToDouble(Double::doubleValue).toArray();
    assertThat(days).containsExactly(new double[] {0.05, 1.25 / 1.05 - 1, 0.0, 0.2}, within(1e-12));
  }
}
