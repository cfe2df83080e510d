package dev.bourse.report.catalogue;

import dev.bourse.api.backtest.ReportWriter;
import dev.bourse.api.backtest.Statistic.Better;
import dev.bourse.api.model.Money;
import dev.bourse.report.statistics.Costs;
import dev.bourse.report.statistics.Decimal;
import dev.bourse.report.text.Figures;
import java.math.BigDecimal;
import java.util.List;

/** What trading cost. */
final class CostMeasures {
  private CostMeasures() {}

  static List<Measure> all() {
    Group group = new Group("Costs");
    group
        .define(ReportWriter.FEES, Group.MONEY, Better.LOWER)
        .is(
            "All fees of all fills, one exact amount per currency in which they were charged. It has a"
                + " number for ranking only where they are all in the currency of equity.")
        .by(run -> sum(run, Costs.fees(run.result())));
    group
        .define("Turnover", Group.MONEY, Better.NEITHER)
        .is("Price times quantity of all fills, one exact amount per quote currency.")
        .differs("Some divide it by equity, some count one side only.")
        .by(run -> sum(run, Costs.turnover(run.result())));
    group
        .define("Average slippage", Group.SHARE, Better.LOWER)
        .is(
            "How much worse than the price at the decision an order was filled, as a share of that"
                + " price, the mean over filled orders; shown in hundredths of a percent. Above zero"
                + " is worse, for buys and sells alike.")
        .undefined("No filled order with a price at its decision.")
        .by(CostMeasures::slippage);
    return group.measures();
  }

  private static Reading sum(Subject run, List<Money> amounts) {
    String text = run.amounts().text(amounts);
    if (amounts.isEmpty()) {
      return Reading.of(BigDecimal.ZERO, text);
    }
    boolean one =
        amounts.size() == 1
            && run.run().currency().filter(amounts.get(0).currency()::equals).isPresent();
    return one ? Reading.of(Decimal.of(amounts.get(0)), text) : Reading.words(text);
  }

  private static Reading slippage(Subject run) {
    double share = Costs.slippage(run.result());
    Reading reading = Reading.share(share, "no expected price");
    return Double.isFinite(share)
        ? reading.saying(Figures.fixed(share * 10_000, 2) + " bp")
        : reading;
  }
}
