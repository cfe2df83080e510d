package dev.bourse.report.statistics;

import dev.bourse.api.backtest.BacktestResult;
import dev.bourse.api.backtest.BacktestResult.EquityPoint;
import dev.bourse.api.model.Currency;
import dev.bourse.api.model.Money;
import dev.bourse.report.math.Returns;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * Everything that is computed of a run, once.
 *
 * @param result the run
 * @param trips all round trips
 * @param falls all falls of equity below a peak
 * @param returns the daily returns of equity
 * @param holding the benchmark
 * @param benchmark the daily returns of the benchmark on the same days
 */
public record RunFigures(
    BacktestResult result,
    List<RoundTrip> trips,
    List<Fall> falls,
    Returns returns,
    BuyAndHold holding,
    Returns benchmark) {
  /** Keeps its own copies of the lists. */
  public RunFigures {
    trips = List.copyOf(trips);
    falls = List.copyOf(falls);
  }

  /** The figures of a run. */
  public static RunFigures of(BacktestResult result) {
    List<EquityPoint> points = result.equity();
    BuyAndHold holding = BuyAndHold.of(result);
    return new RunFigures(
        result,
        RoundTrips.of(result),
        Fall.of(points),
        Returns.of(PeriodReturns.daily(points)),
        holding,
        points.isEmpty() || !holding.isKnown()
            ? Returns.of()
            : Returns.of(
                holding.daily(
                    PeriodReturns.dayOf(points, 0),
                    PeriodReturns.dayOf(points, points.size() - 1))));
  }

  /** How many days the run has. */
  public int days() {
    return returns.size();
  }

  /** The currency of equity; empty if there is no equity. */
  public Optional<Currency> currency() {
    return start().map(Money::currency);
  }

  /** The first equity. */
  public Optional<Money> start() {
    return points().isEmpty() ? Optional.empty() : Optional.of(points().get(0).equity());
  }

  /** The last equity. */
  public Optional<Money> end() {
    return points().isEmpty()
        ? Optional.empty()
        : Optional.of(points().get(points().size() - 1).equity());
  }

  /** What the run earned. */
  public Optional<Money> profit() {
    return start().flatMap(first -> end().map(last -> last.minus(first)));
  }

  /** The largest amount of equity there was, for the number of digits. */
  public BigDecimal largest() {
    if (points().isEmpty()) {
      return BigDecimal.ONE;
    }
    Money highest = points().get(0).equity();
    Money lowest = highest;
    for (EquityPoint point : points()) {
      highest = point.equity().compareTo(highest) > 0 ? point.equity() : highest;
      lowest = point.equity().compareTo(lowest) < 0 ? point.equity() : lowest;
    }
    return Decimal.of(highest).abs().max(Decimal.of(lowest).abs());
  }

  /** The largest amount that a round trip put in, for the number of digits. */
  public BigDecimal largestTrade() {
    return trips.stream()
        .filter(this::isComparable)
        .map(RoundTrip::entryNotional)
        .max(BigDecimal::compareTo)
        .orElse(BigDecimal.ONE);
  }

  /** Round trips that can be added up because they are settled in the currency of equity. */
  public TripFigures comparable() {
    return TripFigures.of(trips.stream().filter(this::isComparable).toList());
  }

  /** Whether profit of a round trip is in the currency of equity. */
  public boolean isComparable(RoundTrip trip) {
    return currency().map(trip.instrument().settlement()::equals).orElse(true);
  }

  /** The curve of equity. */
  public List<EquityPoint> points() {
    return result.equity();
  }
}
