package dev.bourse.report.table;

import dev.bourse.report.math.Sample;
import dev.bourse.report.statistics.Fall;
import dev.bourse.report.statistics.PeriodReturns;
import dev.bourse.report.statistics.RoundTrip;
import dev.bourse.report.statistics.RunFigures;
import dev.bourse.report.statistics.SymbolFigures;
import dev.bourse.report.statistics.TripFigures;
import dev.bourse.report.text.FeeWords;
import dev.bourse.report.text.Figures;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** All tables by the name of their file. */
public final class Tables {
  private Tables() {}

  /** The tables of a run, all rows. */
  public static Map<String, String> of(RunFigures run) {
    Map<String, String> tables = new LinkedHashMap<>();
    tables.put("trades.csv", trades(run));
    tables.put("drawdowns.csv", drawdowns(run));
    tables.put("returns.csv", returns(run));
    tables.put("symbols.csv", symbols(run));
    return tables;
  }

  private static String trades(RunFigures run) {
    Csv csv =
        new Csv(
            "strategy,instrument,side,opened,closed,open,seconds,quantity,entry,exit,fees,profit,return,mfe,mae,other_fees,position"
                .split(",", -1));
    run.trips().forEach(trip -> trade(csv, trip));
    return csv.toString();
  }

  private static void trade(Csv csv, RoundTrip trip) {
    csv.row(
        trip.strategy().toString(),
        trip.instrument().id().toString(),
        trip.side().toString(),
        Figures.time(trip.openedAt()),
        trip.open() ? "" : Figures.time(trip.closedAt()),
        String.valueOf(trip.open()),
        Csv.number(trip.duration() / 1e9),
        Figures.trimmed(trip.entered()),
        Csv.amount(trip.entryPrice()),
        Csv.amount(trip.exitPrice()),
        Figures.trimmed(trip.fees()),
        Figures.trimmed(trip.profit()),
        Csv.number(trip.profitShare()),
        Csv.amount(Optional.ofNullable(trip.best())),
        Csv.amount(Optional.ofNullable(trip.worst())),
        FeeWords.of(trip.conversions()),
        trip.position().toString());
  }

  private static String drawdowns(RunFigures run) {
    Csv csv = new Csv("start", "trough", "end", "depth", "amount", "seconds", "recovery_seconds");
    for (Fall fall : Fall.deepest(run.falls(), Integer.MAX_VALUE)) {
      csv.row(
          Figures.time(fall.peakAt()),
          Figures.time(fall.troughAt()),
          fall.recovered() ? Figures.time(fall.endAt()) : "",
          Csv.number(fall.share()),
          fall.amount().amount(),
          Csv.number(fall.length() / 1e9),
          fall.recovery().map(nanos -> Csv.number(nanos / 1e9)).orElse(""));
    }
    return csv.toString();
  }

  private static String returns(RunFigures run) {
    Csv csv = new Csv("period", "return");
    PeriodReturns.monthly(run.points())
        .forEach((month, share) -> csv.row(month.toString(), Csv.number(share)));
    PeriodReturns.yearly(run.points())
        .forEach((year, share) -> csv.row(year.toString(), Csv.number(share)));
    return csv.toString();
  }

  private static String symbols(RunFigures run) {
    Csv csv =
        new Csv(
            "instrument,currency,fills,trades,open,profit,fees,win_rate,profit_factor,average_return,deviation,held,buy_and_hold"
                .split(",", -1));
    for (SymbolFigures each : SymbolFigures.of(run)) {
      TripFigures trips = each.figures();
      Sample shares = trips.shares();
      csv.row(
          each.instrument().id().toString(),
          each.instrument().settlement().code(),
          Long.toString(each.fills()),
          Integer.toString(trips.closed().size()),
          Long.toString(trips.open()),
          Figures.trimmed(each.profit()),
          Figures.trimmed(each.fees()),
          Csv.number(trips.winRate()),
          Csv.number(trips.profitFactor()),
          Csv.number(shares.mean()),
          Csv.number(shares.deviation()),
          Csv.number(each.held()),
          Csv.number(each.holding()));
    }
    return csv.toString();
  }
}
