package dev.bourse.core.decision;

import dev.bourse.api.model.Instrument;
import dev.bourse.api.model.Position;
import dev.bourse.api.model.Price;
import dev.bourse.core.market.InstrumentMarket;
import dev.bourse.core.state.TraderState;
import org.jspecify.annotations.Nullable;

/**
 * Whether a position is below what the venue takes, asked again and again as the price moves.
 *
 * <p>A position's worth rises with the price, so one that was enough at some price is enough at
 * every higher one: only new lows are reckoned, and each looks ahead a little further down, so that
 * a falling market does not reckon at each tick. Belongs to the trader's thread.
 */
final class Dust {
  private static final int LOOK_AHEAD = 64;

  private final TraderState state;
  private final int number;
  private @Nullable Position position;
  private @Nullable Instrument scale;
  private long enoughAt = Long.MAX_VALUE;

  Dust(TraderState state, int number) {
    this.state = state;
    this.number = number;
  }

  @SuppressWarnings("ReferenceEquality") // every change makes new objects
  boolean is(Position asked) {
    InstrumentMarket market = state.market().at(number);
    long price = market.referenceRaw();
    boolean same = asked == position && market.instrument() == scale;
    if (same && price != InstrumentMarket.NONE && price >= enoughAt) {
      return false;
    }
    position = asked;
    Instrument rules = market.instrument();
    scale = rules;
    boolean dust = state.isDust(asked);
    enoughAt =
        dust || price == InstrumentMarket.NONE ? Long.MAX_VALUE : lowest(asked, price, rules);
    return dust;
  }

  private static long lowest(Position enough, long price, Instrument rules) {
    long lower = price - price / LOOK_AHEAD;
    Price further = new Price(lower, rules.priceDecimals());
    return TraderState.isDust(enough, further) ? price : lower;
  }
}
