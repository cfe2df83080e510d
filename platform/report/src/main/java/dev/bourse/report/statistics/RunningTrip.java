package dev.bourse.report.statistics;

import dev.bourse.api.backtest.PriceRange;
import dev.bourse.api.model.Conversion;
import dev.bourse.api.model.Fill;
import dev.bourse.api.model.Instrument;
import dev.bourse.api.model.PositionId;
import dev.bourse.api.model.PositionSide;
import dev.bourse.api.model.StrategyId;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A position of one strategy in one instrument while the fills are counted. What is left below the
 * venue's minimum after an order is dust: the round trip ends, and the dust goes into the next.
 */
final class RunningTrip {
  private final StrategyId strategy;
  private final PositionId id;
  private final Instrument instrument;
  private BigDecimal position = BigDecimal.ZERO;
  private boolean running;
  private int direction;
  private long openedAt;
  private BigDecimal entered = BigDecimal.ZERO;
  private BigDecimal entryNotional = BigDecimal.ZERO;
  private BigDecimal exited = BigDecimal.ZERO;
  private BigDecimal exitNotional = BigDecimal.ZERO;
  private BigDecimal fees = BigDecimal.ZERO;
  private @Nullable BigDecimal best;
  private @Nullable BigDecimal worst;
  private final List<Conversion> conversions = new ArrayList<>();

  RunningTrip(StrategyId strategy, PositionId id, Instrument instrument) {
    this.strategy = strategy;
    this.id = id;
    this.instrument = instrument;
  }

  Instrument instrument() {
    return instrument;
  }

  /** Whether a position is held, dust not counted. */
  boolean isRunning() {
    return running;
  }

  /** Prices went through a range since the last fill. */
  void saw(PriceRange range) {
    if (running) {
      BigDecimal low = showing(Decimal.of(range.low()));
      BigDecimal high = showing(Decimal.of(range.high()));
      best = low.max(high).max(best == null ? BigDecimal.ZERO : best);
      worst = low.min(high).min(worst == null ? BigDecimal.ZERO : worst);
    }
  }

  /** What it would have earned, without fees, had the rest been closed at the price. */
  private BigDecimal showing(BigDecimal price) {
    BigDecimal rest = Units.worth(instrument, position.abs(), price);
    BigDecimal gross = Units.gain(instrument, entryNotional, exitNotional.add(rest));
    return direction > 0 ? gross : gross.negate();
  }

  /**
   * Counts a fill; returns the round trip that it ended, if any. A fill through zero ends one and
   * begins the next.
   */
  @Nullable RoundTrip add(Fill fill, @Nullable Conversion conversion, boolean lastOfOrder) {
    BigDecimal quantity = Decimal.of(fill.quantity());
    BigDecimal notional = Decimal.of(fill.notional());
    BigDecimal fee = conversion == null ? feeIn(fill, true) : Decimal.of(conversion.to());
    note(conversion);
    BigDecimal held = direction > 0 ? position : position.negate();
    BigDecimal crossing = quantity.subtract(held.max(BigDecimal.ZERO));
    boolean through =
        running && fill.side().sign() != direction && crossing.compareTo(minimum()) >= 0;
    if (!through) {
      count(fill, quantity, notional, fee);
      position = position.subtract(feeIn(fill, false));
      return ends(fill, lastOfOrder) ? end(fill.eventTime(), false) : null;
    }
    BigDecimal closing = quantity.subtract(crossing);
    BigDecimal part = part(notional, closing, quantity);
    BigDecimal feePart = part(fee, closing, quantity);
    count(fill, closing, part, feePart);
    RoundTrip ended = end(fill.eventTime(), false);
    note(conversion);
    count(fill, crossing, notional.subtract(part), fee.subtract(feePart));
    position = position.subtract(feeIn(fill, false));
    return ended;
  }

  private void note(@Nullable Conversion conversion) {
    if (conversion != null) {
      conversions.add(conversion);
    }
  }

  /** The open position as a round trip whose rest is valued at the given price. */
  RoundTrip stillOpen(BigDecimal lastPrice, long time) {
    BigDecimal rest = position.abs();
    exited = exited.add(rest);
    exitNotional = exitNotional.add(Units.worth(instrument, rest, lastPrice));
    return end(time, true);
  }

  private void count(Fill fill, BigDecimal quantity, BigDecimal notional, BigDecimal fee) {
    int sign = fill.side().sign();
    if (!running) {
      running = true;
      direction = sign;
      openedAt = fill.eventTime();
    }
    if (sign == direction) {
      entered = entered.add(quantity);
      entryNotional = entryNotional.add(notional);
    } else {
      exited = exited.add(quantity);
      exitNotional = exitNotional.add(notional);
    }
    fees = fees.add(fee);
    position = sign > 0 ? position.add(quantity) : position.subtract(quantity);
  }

  private boolean ends(Fill fill, boolean lastOfOrder) {
    boolean reducing = fill.side().sign() != direction;
    boolean dust = lastOfOrder && position.abs().compareTo(minimum()) < 0;
    return reducing && (dust || position.signum() == 0);
  }

  private RoundTrip end(long time, boolean open) {
    RoundTrip trip =
        new RoundTrip(
            strategy,
            instrument,
            direction > 0 ? PositionSide.LONG : PositionSide.SHORT,
            openedAt,
            time,
            open,
            entered,
            entryNotional,
            exited,
            exitNotional,
            fees,
            best,
            worst,
            conversions,
            id);
    running = false;
    entered = BigDecimal.ZERO;
    entryNotional = BigDecimal.ZERO;
    exited = BigDecimal.ZERO;
    exitNotional = BigDecimal.ZERO;
    fees = BigDecimal.ZERO;
    best = null;
    worst = null;
    conversions.clear();
    return trip;
  }

  private BigDecimal feeIn(Fill fill, boolean settlement) {
    if (!settlement && !instrument.isSpot()) {
      return BigDecimal.ZERO;
    }
    var currency = settlement ? instrument.settlement() : instrument.base();
    return fill.fee().currency().equals(currency) ? Decimal.of(fill.fee()) : BigDecimal.ZERO;
  }

  private BigDecimal minimum() {
    BigDecimal minimum = Decimal.of(instrument.minQuantity());
    return minimum.signum() > 0 ? minimum : Decimal.of(instrument.stepSize());
  }

  private static BigDecimal part(BigDecimal amount, BigDecimal part, BigDecimal whole) {
    return amount.multiply(part).divide(whole, Math.max(amount.scale(), 0), RoundingMode.HALF_EVEN);
  }
}
