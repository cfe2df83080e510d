package dev.bourse.report.catalogue;

import dev.bourse.api.backtest.ReportWriter;
import dev.bourse.api.backtest.Statistic.Better;
import dev.bourse.api.model.Order;
import dev.bourse.api.model.OrderStatus;
import dev.bourse.report.math.Sample;
import dev.bourse.report.statistics.RoundTrip;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Orders, and the round trips that their fills make. */
final class TripMeasures {
  static final String NO_TRIP = "no round trip";
  private static final String TWO = "needs two round trips that differ";

  private TripMeasures() {}

  static List<Measure> all() {
    Group group = new Group("Orders and round trips");
    counts(group);
    rates(group);
    stakes(group);
    amounts(group);
    spread(group);
    held(group);
    return group.measures();
  }

  private static void counts(Group group) {
    group
        .define("Orders", Group.COUNT, Better.NEITHER)
        .is("All orders that the strategy asked for, by how they ended; denied ones count.")
        .by(run -> Reading.count(run.result().orders().size()).with(endings(run)));
    group
        .define("Fills", Group.COUNT, Better.NEITHER)
        .is("All fills.")
        .by(run -> Reading.count(run.result().fills().size()));
    group
        .define(ReportWriter.ROUND_TRIPS, Group.COUNT, Better.NEITHER)
        .is(
            "Positions from the fill that opens them to the fill that closes them, per strategy and"
                + " instrument. A fill through zero ends one and begins the next. What an order leaves"
                + " below the venue's minimum quantity counts as closed and goes into the next. Those"
                + " that are still open at the end are named apart; they are in no figure of round"
                + " trips.")
        .differs(
            "Some libraries match first in, first out, and count every reduction as a trade of its"
                + " own; some close what is open at the end.")
        .by(
            run ->
                Reading.count(run.trips().closed().size())
                    .with(
                        run.trips().open() == 0
                            ? ""
                            : " (and " + run.trips().open() + " still open)"));
  }

  private static String endings(Subject run) {
    Map<OrderStatus, Long> byStatus =
        run.result().orders().stream()
            .collect(Collectors.groupingBy(Order::status, TreeMap::new, Collectors.counting()));
    return byStatus.isEmpty()
        ? ""
        : byStatus.entrySet().stream()
            .map(entry -> entry.getValue() + " " + word(entry.getKey()))
            .collect(Collectors.joining(", ", " (", ")"));
  }

  private static String word(OrderStatus status) {
    return status.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  private static void rates(Group group) {
    group
        .define(ReportWriter.WIN_RATE, Group.SHARE, Better.HIGHER)
        .is(
            "The share of closed round trips that earned more than zero after fees. One that earned"
                + " exactly zero counts in the divisor only.")
        .undefined("No closed round trip.")
        .differs("backtest-kit leaves those that earned exactly zero out of the divisor.")
        .by(run -> Reading.share(run.trips().winRate(), NO_TRIP));
    group
        .define("Long ratio", Group.SHARE, Better.NEITHER)
        .is("The share of closed round trips that were long.")
        .undefined("No closed round trip.")
        .by(run -> Reading.share(run.trips().longShare(), NO_TRIP));
    group
        .define("Profit factor", Group.RATIO, Better.HIGHER)
        .is("All wins of closed round trips added up, divided by all losses added up.")
        .undefined("No closed round trip, or none lost.")
        .differs("Nautilus computes it of daily returns; some give infinity without a loss.")
        .by(
            run ->
                Reading.ratio(
                    run.trips().profitFactor(),
                    run.trips().closed().isEmpty() ? NO_TRIP : WinMeasures.NO_LOSS));
  }

  private static void stakes(Group group) {
    group
        .define("Payoff ratio", Group.RATIO, Better.HIGHER)
        .is("The average win divided by the average loss, without its sign.")
        .undefined("No win or no loss.")
        .differs("backtest-kit calls it certainty ratio.")
        .by(run -> Reading.ratio(run.trips().payoff(), "needs a win and a loss"));
    group
        .define("Kelly share", Group.SHARE, Better.HIGHER)
        .is(
            "Win rate less (1 - win rate) divided by the payoff ratio: the share of the account that"
                + " Kelly's formula would bet. Not a recommendation.")
        .undefined("No win or no loss.")
        .by(
            run ->
                Reading.share(
                    run.trips().winRate() - (1 - run.trips().winRate()) / run.trips().payoff(),
                    "needs a win and a loss"));
  }

  private static void amounts(Group group) {
    group
        .define("Expectancy", Group.MONEY, Better.HIGHER)
        .is("What a closed round trip earned on average after fees.")
        .undefined("No closed round trip.")
        .differs("Some express it as a multiple of the average loss.")
        .by(run -> WinMeasures.money(run, run.trips().expectancy(), NO_TRIP));
    group
        .define("Best trade", Group.MONEY, Better.HIGHER)
        .is("The profit of the closed round trip that earned most, which may be a loss.")
        .undefined("No closed round trip.")
        .by(run -> profit(run, run.trips().best()));
    group
        .define("Worst trade", Group.MONEY, Better.HIGHER)
        .is("The profit of the closed round trip that earned least, which may be a win.")
        .undefined("No closed round trip.")
        .by(run -> profit(run, run.trips().worst()));
    group
        .define("Average trade return", Group.SHARE, Better.HIGHER)
        .is(
            "The mean over closed round trips of profit after fees divided by what was put in (price"
                + " times quantity of all entries).")
        .undefined("No closed round trip.")
        .by(run -> Reading.share(run.trips().shares().mean(), NO_TRIP));
    group
        .define("Median trade return", Group.SHARE, Better.HIGHER)
        .is("The middle of the same shares, of two middles their mean.")
        .undefined("No closed round trip.")
        .by(run -> Reading.share(run.trips().shares().median(), NO_TRIP));
  }

  private static Reading profit(Subject run, Optional<RoundTrip> trip) {
    return WinMeasures.money(run, trip.map(RoundTrip::profit), NO_TRIP);
  }

  private static void spread(Group group) {
    group
        .define("Trade deviation", Group.SHARE, Better.LOWER)
        .is("The sample standard deviation (divisor n - 1) of the returns of closed round trips.")
        .undefined("Fewer than two closed round trips.")
        .by(run -> Reading.share(run.trips().shares().deviation(), "needs two round trips"));
    group
        .define("System quality number", Group.RATIO, Better.HIGHER)
        .is(
            "The mean profit of closed round trips divided by its sample standard deviation, times the"
                + " root of their number.")
        .undefined("Fewer than two closed round trips, or all earned the same.")
        .differs("Van Tharp caps the number at 100; backtrader and backtesting.py do not.")
        .by(run -> Reading.ratio(quality(run.trips().amounts()), TWO));
    group
        .define("Most wins in a row", Group.COUNT, Better.HIGHER)
        .is("The longest run of closed round trips that all won, in the order of their ends.")
        .by(run -> Reading.count(run.trips().streak(1)));
    group
        .define("Most losses in a row", Group.COUNT, Better.LOWER)
        .is("The longest run of closed round trips that all lost, in the order of their ends.")
        .by(run -> Reading.count(run.trips().streak(-1)));
  }

  private static double quality(Sample profits) {
    return profits.mean() / profits.deviation() * Math.sqrt(profits.size());
  }

  private static void held(Group group) {
    group
        .define("Average duration", Group.SECONDS, Better.NEITHER)
        .is("The mean time from the first fill of a closed round trip to its last.")
        .undefined("No closed round trip.")
        .by(
            run ->
                run.trips().closed().isEmpty()
                    ? Reading.none(NO_TRIP)
                    : Reading.duration(run.trips().averageDuration()));
    group
        .define("Average best moment", Group.MONEY, Better.HIGHER)
        .is(
            "The mean over closed round trips of the most that each showed at any price while it was"
                + " held, before fees, never below zero (maximum favourable excursion, MFE). Prices"
                + " are all events between the fills; of bars the whole bar of a fill counts.")
        .undefined("No closed round trip, or a run whose prices were not kept.")
        .differs("Some look at closes only, or give it as a share of the entry price.")
        .by(run -> moment(run, run.trips().averageBest()));
    group
        .define("Average worst moment", Group.MONEY, Better.HIGHER)
        .is(
            "The mean of the least that each showed, never above zero (maximum adverse excursion,"
                + " MAE).")
        .undefined("No closed round trip, or a run whose prices were not kept.")
        .differs("Some give it without its sign.")
        .by(run -> moment(run, run.trips().averageWorst()));
  }

  private static Reading moment(Subject run, Optional<BigDecimal> amount) {
    return WinMeasures.money(
        run, amount, run.trips().closed().isEmpty() ? NO_TRIP : "prices were not kept");
  }
}
