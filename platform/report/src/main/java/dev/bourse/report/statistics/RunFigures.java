package dev.bourse.report.statistics;

import dev.bourse.api.backtest.BacktestResult;
import dev.bourse.api.backtest.BacktestResult.EquityPoint;
import dev.bourse.api.model.Currency;
import dev.bourse.api.model.Money;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * Everything that is computed of a run, once.
 *
 * @param result the run
 * @param trips all round trips
 */
public record RunFigures(BacktestResult result, List<RoundTrip> trips) {
  /** Keeps its own copy of the list. */
  public RunFigures {
    trips = List.copyOf(trips);
  }

  /** The figures of a run. */
  public static RunFigures of(BacktestResult result) {
    return new RunFigures(result, RoundTrips.of(result));
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

  /** The largest amount of equity there was, for the number of digits. */
  public BigDecimal largest() {
    return points().stream()
        .map(point -> Decimal.of(point.equity()).abs())
        .max(BigDecimal::compareTo)
        .orElse(BigDecimal.ONE);
  }

  /** The largest amount that a round trip put in, for the number of digits. */
  public BigDecimal largestTrade() {
    return trips.stream()
        .filter(this::isComparable)
        .map(RoundTrip::entryNotional)
        .max(BigDecimal::compareTo)
        .orElse(BigDecimal.ONE);
  }

  /** Round trips that can be added up because their quote is the currency of equity. */
  public TripFigures comparable() {
    return TripFigures.of(trips.stream().filter(this::isComparable).toList());
  }

  /** Whether profit of a round trip is in the currency of equity. */
  public boolean isComparable(RoundTrip trip) {
    return currency().map(trip.instrument().quote()::equals).orElse(true);
  }

  /** The curve of equity. */
  public List<EquityPoint> points() {
    return result.equity();
  }
}
