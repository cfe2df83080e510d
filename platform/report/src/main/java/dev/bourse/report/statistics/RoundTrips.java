package dev.bourse.report.statistics;

import dev.bourse.api.backtest.BacktestResult;
import dev.bourse.api.backtest.PriceRange;
import dev.bourse.api.event.Bar;
import dev.bourse.api.model.ClientOrderId;
import dev.bourse.api.model.Fill;
import dev.bourse.api.model.InstrumentId;
import dev.bourse.api.model.Order;
import dev.bourse.api.model.PositionId;
import dev.bourse.api.model.StrategyId;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Makes round trips of fills: one list, in the order of their ends, open ones last. */
public final class RoundTrips {
  private static final Owner NOBODY = new Owner(StrategyId.MANUAL, PositionId.NETTED);

  /** Whose position an order changes, and which of them. */
  private record Owner(StrategyId strategy, PositionId id) {}

  private final BacktestResult result;
  private final Map<ClientOrderId, Owner> owners = new HashMap<>();
  private final Map<ClientOrderId, Integer> lastFills = new HashMap<>();
  private final Map<InstrumentId, BigDecimal> lastPrices = new HashMap<>();
  private final Map<String, RunningTrip> running = new TreeMap<>();
  private final List<RoundTrip> trips = new ArrayList<>();

  private RoundTrips(BacktestResult result) {
    this.result = result;
    for (Order order : result.orders()) {
      owners.put(order.id(), new Owner(order.strategy(), order.spec().position()));
    }
    for (int i = 0; i < result.fills().size(); i++) {
      lastFills.put(result.fills().get(i).orderId(), i);
    }
  }

  /** The round trips of a result. */
  public static List<RoundTrip> of(BacktestResult result) {
    RoundTrips builder = new RoundTrips(result);
    builder.count();
    return builder.trips;
  }

  private void count() {
    for (int i = 0; i < result.fills().size(); i++) {
      Fill fill = result.fills().get(i);
      boolean lastOfOrder = lastFills.getOrDefault(fill.orderId(), i) == i;
      if (i < result.ranges().size()) {
        saw(result.ranges().get(i));
      }
      RoundTrip ended =
          running(fill).add(fill, result.conversions().get(fill.fillId()), lastOfOrder);
      if (ended != null) {
        trips.add(ended);
      }
      lastPrices.put(fill.instrument().id(), Decimal.of(fill.price()));
    }
    for (int i = result.fills().size(); i < result.ranges().size(); i++) {
      saw(result.ranges().get(i));
    }
    for (Bar bar : result.bars()) {
      lastPrices.put(bar.instrument().id(), Decimal.of(bar.close()));
    }
    running.values().stream().filter(RunningTrip::isRunning).forEach(this::leaveOpen);
  }

  private RunningTrip running(Fill fill) {
    Owner owner = owners.getOrDefault(fill.orderId(), NOBODY);
    String key =
        fill.account() + " " + fill.instrument().id() + " " + owner.strategy() + " " + owner.id();
    return running.computeIfAbsent(
        key, absent -> new RunningTrip(owner.strategy(), owner.id(), fill.instrument()));
  }

  private void saw(PriceRange range) {
    running.values().stream()
        .filter(trip -> trip.instrument().id().equals(range.instrument()))
        .forEach(trip -> trip.saw(range));
  }

  private void leaveOpen(RunningTrip trip) {
    BigDecimal price = lastPrices.getOrDefault(trip.instrument().id(), BigDecimal.ZERO);
    trips.add(trip.stillOpen(price, result.lastTime()));
  }
}
