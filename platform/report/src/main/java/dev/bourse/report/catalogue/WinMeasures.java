package dev.bourse.report.catalogue;

import dev.bourse.api.backtest.Statistic.Better;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Closed round trips that won, and those that lost. */
final class WinMeasures {
  static final String NO_LOSS = "no loss";
  private static final String NO_WIN = "no win";

  private WinMeasures() {}

  static List<Measure> all() {
    Group group = new Group("Winners and losers");
    winners(group);
    losers(group);
    return group.measures();
  }

  private static void winners(Group group) {
    group
        .define("Average win", Group.MONEY, Better.HIGHER)
        .is("The mean profit after fees of the closed round trips that won.")
        .undefined("No closed round trip won.")
        .by(run -> money(run, run.trips().averageWin(), NO_WIN));
    group
        .define("Largest win", Group.MONEY, Better.HIGHER)
        .is("The largest of those profits.")
        .undefined("No closed round trip won.")
        .by(run -> money(run, largest(run, 1), NO_WIN));
    group
        .define("Smallest win", Group.MONEY, Better.HIGHER)
        .is("The smallest of those profits.")
        .undefined("No closed round trip won.")
        .by(run -> money(run, smallest(run, 1), NO_WIN));
  }

  private static void losers(Group group) {
    group
        .define("Average loss", Group.MONEY, Better.HIGHER)
        .is("The mean profit after fees of the closed round trips that lost, a negative amount.")
        .undefined("No closed round trip lost.")
        .differs("Some libraries give losses without their sign.")
        .by(run -> money(run, run.trips().averageLoss(), NO_LOSS));
    group
        .define("Largest loss", Group.MONEY, Better.HIGHER)
        .is("The one of them that lost most, a negative amount.")
        .undefined("No closed round trip lost.")
        .by(run -> money(run, smallest(run, -1), NO_LOSS));
    group
        .define("Smallest loss", Group.MONEY, Better.HIGHER)
        .is("The one of them that lost least, a negative amount.")
        .undefined("No closed round trip lost.")
        .by(run -> money(run, largest(run, -1), NO_LOSS));
  }

  private static Optional<BigDecimal> largest(Subject run, int sign) {
    return run.trips().profits(sign).stream().max(Comparator.naturalOrder());
  }

  private static Optional<BigDecimal> smallest(Subject run, int sign) {
    return run.trips().profits(sign).stream().min(Comparator.naturalOrder());
  }

  static Reading money(Subject run, Optional<BigDecimal> amount, String reason) {
    return amount
        .map(value -> Reading.of(value, run.amounts().trade(amount)))
        .orElseGet(() -> Reading.none(reason));
  }
}
