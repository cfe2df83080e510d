package dev.bourse.report.statistics;

import dev.bourse.api.model.Conversion;
import dev.bourse.api.model.Instrument;
import dev.bourse.api.model.PositionId;
import dev.bourse.api.model.PositionSide;
import dev.bourse.api.model.StrategyId;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A position from the fill that opened it to the fill that closed it. All amounts are in the
 * currency of settlement and exact.
 *
 * @param strategy the owner
 * @param instrument what was traded
 * @param side long or short
 * @param openedAt time of the first fill, nanoseconds
 * @param closedAt time of the last fill, or of the last event if the position is still open
 * @param open whether it was still open when the run ended
 * @param entered the quantity that was added, in base currency
 * @param entryNotional what was paid (or received, when short) for it
 * @param exited the quantity that was taken off
 * @param exitNotional what was received (or paid) for it, an open rest valued at the last price
 * @param fees fees charged in that currency, and those in a third currency at what they were worth
 *     when they were charged; a fee charged in base makes the quantity smaller and is part of the
 *     profit already
 * @param best the most that it showed at any price while it was held, without fees, never below
 *     zero (maximum favourable excursion); null where prices were not kept
 * @param worst the least that it showed, never above zero (maximum adverse excursion)
 * @param conversions of the fees in a third currency, in order; that of a fill through zero stands
 *     with both round trips, which share the fee
 * @param position the name of the position, {@link PositionId#NETTED} for the owner's only one
 */
public record RoundTrip(
    StrategyId strategy,
    Instrument instrument,
    PositionSide side,
    long openedAt,
    long closedAt,
    boolean open,
    BigDecimal entered,
    BigDecimal entryNotional,
    BigDecimal exited,
    BigDecimal exitNotional,
    BigDecimal fees,
    @Nullable BigDecimal best,
    @Nullable BigDecimal worst,
    List<Conversion> conversions,
    PositionId position) {
  /** Keeps a copy of the conversions. */
  public RoundTrip {
    conversions = List.copyOf(conversions);
  }

  /** What it earned, fees taken off. */
  public BigDecimal profit() {
    BigDecimal gross = Units.gain(instrument, entryNotional, exitNotional);
    return (side == PositionSide.LONG ? gross : gross.negate()).subtract(fees);
  }

  /** The profit as a share of what was put in. */
  public double profitShare() {
    return entryNotional.signum() == 0
        ? Double.NaN
        : profit().divide(entryNotional, MathContext.DECIMAL64).doubleValue();
  }

  /** The average price of what was added. */
  public Optional<BigDecimal> entryPrice() {
    return Units.price(instrument, entryNotional, entered);
  }

  /** The average price of what was taken off, an open rest included at the last price. */
  public Optional<BigDecimal> exitPrice() {
    return Units.price(instrument, exitNotional, exited);
  }

  /** How long it lasted, nanoseconds. */
  public long duration() {
    return closedAt - openedAt;
  }
}
