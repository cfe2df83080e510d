package dev.bourse.report.catalogue;

import dev.bourse.api.backtest.ReportWriter;
import dev.bourse.api.backtest.Statistic.Better;
import dev.bourse.api.model.Money;
import dev.bourse.report.statistics.Decimal;
import dev.bourse.report.text.Figures;
import java.util.List;
import java.util.Optional;

/** What the account was worth. */
final class EquityMeasures {
  private static final String NO_EQUITY = "no price was met";
  private static final String NO_START = "nothing to begin with";

  private EquityMeasures() {}

  static List<Measure> all() {
    Group group = new Group("Equity");
    amounts(group);
    returns(group);
    return group.measures();
  }

  private static void amounts(Group group) {
    group
        .define("Start equity", Group.MONEY, Better.NEITHER)
        .is(
            "All traded assets of the account in quote currency at the first event of the run, each"
                + " at its last price. Exact.")
        .undefined("The run met no price.")
        .by(run -> money(run, run.run().start()));
    group
        .define("End equity", Group.MONEY, Better.NEITHER)
        .is("The same after the last event. Exact.")
        .undefined("The run met no price.")
        .by(run -> money(run, run.run().end()));
    group
        .define(ReportWriter.NET_PROFIT, Group.MONEY, Better.HIGHER)
        .is("End equity less start equity, and behind it the total return. Exact.")
        .undefined("The run met no price.")
        .differs(
            "Libraries that add up closed trades leave out positions that are still open; ours are"
                + " in at their last price.")
        .by(run -> money(run, run.run().profit()).with(" (" + Figures.percent(run.total()) + ")"));
  }

  private static void returns(Group group) {
    group
        .define("Total return", Group.SHARE, Better.HIGHER)
        .is("End equity divided by start equity, less one.")
        .undefined("Start equity is not above zero.")
        .by(run -> Reading.share(run.total(), NO_START));
    group
        .define("CAGR", Group.SHARE, Better.HIGHER)
        .is(
            "The return of one year that gives the same total: (end / start) ^ (365 / days) - 1,"
                + " where days are the UTC days from the first to the last, both counted. Of a short"
                + " run it is an extrapolation: read it with the number of days behind it.")
        .undefined("Fewer than two days, or start or end equity not above zero.")
        .differs(
            "empyrical and pyfolio take 252 days for a year, others the time between first and last"
                + " event in years of 365.25 days.")
        .by(
            run ->
                Reading.share(run.yearly(), run.run().days() < 2 ? DayMeasures.TWO : NO_START)
                    .with(DayMeasures.days(run)));
    group
        .define("Buy and hold", Group.SHARE, Better.NEITHER)
        .is(
            "The benchmark: the same amount of every instrument bought at its first price and held to"
                + " the last, without fees, without rebalancing. The average of last / first - 1.")
        .undefined("No price above zero.")
        .differs("Some libraries buy at the first close, or at the first close after a warm-up.")
        .by(run -> Reading.share(run.run().holding().share(), NO_EQUITY));
  }

  private static Reading money(Subject run, Optional<Money> amount) {
    return amount
        .map(money -> Reading.of(Decimal.of(money), run.amounts().text(money)))
        .orElseGet(() -> Reading.none(NO_EQUITY));
  }
}
