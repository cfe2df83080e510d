package dev.bourse.report.statistics;

import dev.bourse.api.backtest.BacktestResult;
import dev.bourse.api.model.Fill;
import dev.bourse.api.model.Instrument;
import dev.bourse.api.model.InstrumentId;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/**
 * What one instrument brought. Over all instruments the profits add up to those of all round trips.
 *
 * @param instrument the instrument
 * @param fills how many fills it had
 * @param trips its round trips, closed and open
 * @param held the share of the time in which it was held
 * @param holding what buying at its first price and holding would have returned; NaN without prices
 */
public record SymbolFigures(
    Instrument instrument, long fills, List<RoundTrip> trips, double held, double holding) {
  /** Keeps its own copy of the list. */
  public SymbolFigures {
    trips = List.copyOf(trips);
  }

  /** One for every instrument that was filled, by name. */
  public static List<SymbolFigures> of(RunFigures run) {
    BacktestResult result = run.result();
    Map<InstrumentId, Long> fills = new TreeMap<>();
    Map<InstrumentId, Instrument> instruments = new TreeMap<>();
    for (Fill fill : result.fills()) {
      fills.merge(fill.instrument().id(), 1L, Long::sum);
      instruments.put(fill.instrument().id(), fill.instrument());
    }
    Map<InstrumentId, List<RoundTrip>> trips = new TreeMap<>();
    for (RoundTrip trip : run.trips()) {
      trips.computeIfAbsent(trip.instrument().id(), absent -> new ArrayList<>()).add(trip);
    }
    List<SymbolFigures> all = new ArrayList<>();
    instruments.forEach(
        (id, instrument) -> {
          List<RoundTrip> its = trips.getOrDefault(id, List.of());
          all.add(
              new SymbolFigures(
                  instrument,
                  fills.getOrDefault(id, 0L),
                  its,
                  Exposure.share(its, result.firstTime(), result.lastTime()),
                  run.holding().share(id)));
        });
    return all;
  }

  /** The figures of its round trips. */
  public TripFigures figures() {
    return TripFigures.of(trips);
  }

  /** What its round trips earned, open ones at their last price, in its quote currency. */
  public BigDecimal profit() {
    return trips.stream().map(RoundTrip::profit).reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /** The fees of its round trips that were charged in its quote currency. */
  public BigDecimal fees() {
    return trips.stream().map(RoundTrip::fees).reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /** What its round trips earned by the month in which they ended, UTC. */
  public Map<YearMonth, BigDecimal> monthly() {
    Map<YearMonth, BigDecimal> months = new TreeMap<>();
    for (RoundTrip trip : trips) {
      months.merge(month(trip.closedAt()), trip.profit(), BigDecimal::add);
    }
    return months;
  }

  private static YearMonth month(long time) {
    Instant instant = Instant.ofEpochSecond(Math.floorDiv(time, TimeUnit.SECONDS.toNanos(1)));
    return YearMonth.from(instant.atZone(ZoneOffset.UTC));
  }
}
