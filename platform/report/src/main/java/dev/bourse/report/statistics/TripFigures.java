package dev.bourse.report.statistics;

import dev.bourse.api.model.PositionSide;
import dev.bourse.report.math.Sample;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What closed round trips add up to. A win earned more than zero after fees, a loss less; one that
 * earned exactly zero is neither, but counts.
 *
 * @param closed the closed round trips, in order
 * @param open how many were still open
 */
public record TripFigures(List<RoundTrip> closed, long open) {
  /** Keeps its own copy of the list. */
  public TripFigures {
    closed = List.copyOf(closed);
  }

  /** The figures of a list that holds open and closed ones. */
  public static TripFigures of(List<RoundTrip> trips) {
    List<RoundTrip> closed = trips.stream().filter(trip -> !trip.open()).toList();
    return new TripFigures(closed, trips.size() - closed.size());
  }

  /** How many earned something. */
  public long wins() {
    return closed.stream().filter(trip -> trip.profit().signum() > 0).count();
  }

  /** How many lost something. */
  public long losses() {
    return closed.stream().filter(trip -> trip.profit().signum() < 0).count();
  }

  /** The share that won; not a number without round trips. */
  public double winRate() {
    return closed.isEmpty() ? Double.NaN : wins() / (double) closed.size();
  }

  /** All wins added up. */
  public BigDecimal grossProfit() {
    return sum(1);
  }

  /** All losses added up, not negative. */
  public BigDecimal grossLoss() {
    return sum(-1).negate();
  }

  /** Gross profit by gross loss; infinite without a loss, not a number without round trips. */
  public double profitFactor() {
    if (closed.isEmpty()) {
      return Double.NaN;
    }
    return grossLoss().signum() == 0
        ? Double.POSITIVE_INFINITY
        : grossProfit().divide(grossLoss(), MathContext.DECIMAL64).doubleValue();
  }

  /** The average of the wins; empty without one. */
  public Optional<BigDecimal> averageWin() {
    return average(grossProfit(), wins());
  }

  /** The average of the losses, negative; empty without one. */
  public Optional<BigDecimal> averageLoss() {
    return average(grossLoss().negate(), losses());
  }

  /** What a round trip earned on average; empty without one. */
  public Optional<BigDecimal> expectancy() {
    return average(grossProfit().subtract(grossLoss()), closed.size());
  }

  /** The one that earned most. */
  public Optional<RoundTrip> best() {
    return closed.stream().max(Comparator.comparing(RoundTrip::profit));
  }

  /** The one that earned least. */
  public Optional<RoundTrip> worst() {
    return closed.stream().min(Comparator.comparing(RoundTrip::profit));
  }

  /** The profits of the winners, or of the losers, in order. */
  public List<BigDecimal> profits(int sign) {
    return closed.stream()
        .map(RoundTrip::profit)
        .filter(profit -> profit.signum() == sign)
        .toList();
  }

  /** The share that was long; NaN without round trips. */
  public double longShare() {
    long bought = closed.stream().filter(trip -> trip.side() == PositionSide.LONG).count();
    return closed.isEmpty() ? Double.NaN : bought / (double) closed.size();
  }

  /** The average win by the average loss; NaN without both. */
  public double payoff() {
    return averageWin().isEmpty() || averageLoss().isEmpty()
        ? Double.NaN
        : averageWin()
            .get()
            .divide(averageLoss().get().negate(), MathContext.DECIMAL64)
            .doubleValue();
  }

  /** The most winners, or losers, that followed each other. */
  public int streak(int sign) {
    int longest = 0;
    int now = 0;
    for (RoundTrip trip : closed) {
      now = trip.profit().signum() == sign ? now + 1 : 0;
      longest = Math.max(longest, now);
    }
    return longest;
  }

  /** All profits as a sample. */
  public Sample amounts() {
    return Sample.of(closed.stream().mapToDouble(trip -> trip.profit().doubleValue()).toArray());
  }

  /** All profits as shares of what was put in, as a sample. */
  public Sample shares() {
    return Sample.of(closed.stream().mapToDouble(RoundTrip::profitShare).toArray());
  }

  /** The average of the best that round trips showed; empty where it is not known. */
  public Optional<BigDecimal> averageBest() {
    return averageOf(RoundTrip::best);
  }

  /** The average of the worst that round trips showed; empty where it is not known. */
  public Optional<BigDecimal> averageWorst() {
    return averageOf(RoundTrip::worst);
  }

  private Optional<BigDecimal> averageOf(Function<RoundTrip, @Nullable BigDecimal> part) {
    List<BigDecimal> known =
        closed.stream().flatMap(trip -> Optional.ofNullable(part.apply(trip)).stream()).toList();
    return average(known.stream().reduce(BigDecimal.ZERO, BigDecimal::add), known.size());
  }

  /** How long one lasted on average, nanoseconds; 0 without one. */
  public long averageDuration() {
    return (long) closed.stream().mapToLong(RoundTrip::duration).average().orElse(0);
  }

  private BigDecimal sum(int sign) {
    return closed.stream()
        .map(RoundTrip::profit)
        .filter(profit -> profit.signum() == sign)
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static Optional<BigDecimal> average(BigDecimal sum, long count) {
    return count == 0
        ? Optional.empty()
        : Optional.of(sum.divide(BigDecimal.valueOf(count), MathContext.DECIMAL64));
  }
}
