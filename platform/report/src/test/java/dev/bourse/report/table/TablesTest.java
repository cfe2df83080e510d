package dev.bourse.report.table;

import static dev.bourse.api.model.Side.BUY;
import static dev.bourse.api.model.Side.SELL;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.api.model.Currency;
import dev.bourse.report.RunBuilder;
import dev.bourse.report.Week;
import dev.bourse.report.statistics.RunFigures;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("P11")
@Tag("S20")
class TablesTest {
  private final RunBuilder run = new RunBuilder();

  @Test
  void listEveryRoundTripWithItsMoments() {
    run.filled("01:00", BUY, "0.5", "800.00", "1.00 USD").range("790.00", "800.00");
    run.filled("02:00", SELL, "0.5", "808.00", "1.01 USD").range("799.00", "820.00");
    run.filled("03:00", SELL, "0.5", "808.00", "0 USD").range("800.00", "808.00");
    run.range("800.00", "818.00");

    Map<String, String> tables = Tables.of(RunFigures.of(run.build()));

    assertThat(tables.get("trades.csv"))
        .isEqualTo(
            """
            strategy,instrument,side,opened,closed,open,seconds,quantity,entry,exit,fees,profit,return,mfe,mae,other_fees,position
            emacross,BTCUSD.BITSTAMP,LONG,2013-11-25T01:00:00Z,2013-11-25T02:00:00Z,false,3600,0.5,800,808,2.01,1.99,0.004975,10,-0.5,,
            emacross,BTCUSD.BITSTAMP,SHORT,2013-11-25T03:00:00Z,,true,25200,0.5,808,808,0,0,0,4,-5,,
            """);
  }

  @Test
  void haveNoMomentsWherePricesWereNotKept() {
    run.filled("01:00", BUY, "0.5", "800.00", "0 USD").filled("02:00", SELL, "0.5", "800", "0 USD");

    String trades = Tables.of(RunFigures.of(run.build())).get("trades.csv");

    assertThat(trades).endsWith(",0,0,0,,,,\n");
  }

  @Test
  void listFallsAndReturns() {
    run.equity("2013-11-25T00:00:00Z", "1000").equity("2013-11-30T00:00:00Z", "900");
    run.equity("2013-12-05T00:00:00Z", "1100").equity("2014-01-05T00:00:00Z", "990");

    Map<String, String> tables = Tables.of(RunFigures.of(run.build()));

    assertThat(tables.get("drawdowns.csv"))
        .isEqualTo(
            """
            start,trough,end,depth,amount,seconds,recovery_seconds
            2013-11-25T00:00:00Z,2013-11-30T00:00:00Z,2013-12-05T00:00:00Z,0.1,100.00000000,864000,432000
            2013-12-05T00:00:00Z,2014-01-05T00:00:00Z,,0.1,110.00000000,2678400,
            """);
    assertThat(tables.get("returns.csv"))
        .isEqualTo(
            """
            period,return
            2013-11,-0.1
            2013-12,0.222222222222
            2014-01,-0.1
            2013,0.1
            2014,-0.1
            """);
  }

  @Test
  void splitTheProfitByInstrument() {
    run.filled("01:00", BUY, "0.5", "800.00", "1.00 USD");
    run.filled("02:00", SELL, "0.5", "808.00", "1.01 USD");
    run.trading(RunBuilder.instrument("ETHUSD.BITSTAMP", new Currency("ETH", 8), RunBuilder.USD));
    run.filled("03:00", BUY, "1.0", "80.00", "0 USD").filled("08:00", SELL, "1.0", "79", "0 USD");

    String symbols = Tables.of(RunFigures.of(run.build())).get("symbols.csv");

    assertThat(symbols)
        .isEqualTo(
            """
            instrument,currency,fills,trades,open,profit,fees,win_rate,profit_factor,average_return,deviation,held,buy_and_hold
            BTCUSD.BITSTAMP,USD,2,1,0,1.99,2.01,1,,0.004975,,0.1,
            ETHUSD.BITSTAMP,USD,2,1,0,-1,0,0,0,-0.0125,,0.5,
            """);
  }

  @Test
  void areTheSameForTheSameRun() {
    Map<String, String> tables = Tables.of(RunFigures.of(Week.result()));

    Map<String, String> again = Tables.of(RunFigures.of(Week.result()));

    assertThat(again).isEqualTo(tables).hasSize(4);
  }
}
