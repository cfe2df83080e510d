package dev.bourse.exchange.simulated.venue;

import dev.bourse.api.model.Instrument;
import dev.bourse.api.model.Money;
import dev.bourse.api.model.Position;
import dev.bourse.api.model.PositionSide;
import java.math.RoundingMode;

/**
 * Lets longs pay shorts at fixed times, or the other way round: rate times what a position is worth
 * then, half even.
 */
final class Funding {
  private final MarginRules rules;
  private final VenueState state;
  private final Settlement settlement;

  Funding(MarginRules rules, VenueState state, Settlement settlement) {
    this.rules = rules;
    this.state = state;
    this.settlement = settlement;
  }

  /** Somebody holds something from a time on. */
  void begin(long time) {
    if (rules.funds() && state.contracts.nextFunding == Long.MAX_VALUE) {
      long past = Math.floorDiv(time, rules.fundingInterval());
      state.contracts.nextFunding = Math.multiplyExact(past + 1, rules.fundingInterval());
    }
  }

  /** When funding is due. */
  long next() {
    return rules.funds() ? state.contracts.nextFunding : Long.MAX_VALUE;
  }

  /** Everybody pays or is paid. */
  void pay(long time) {
    for (Book book : state.books) {
      long mark = book.market.middleOrLast();
      if (!book.instrument.isSpot() && mark > 0) {
        state.contracts.open(book.instrument).forEach(each -> pay(each, mark, time));
      }
    }
    state.contracts.nextFunding =
        state.contracts.isFlat() ? Long.MAX_VALUE : Math.addExact(time, rules.fundingInterval());
  }

  private void pay(Position position, long markRaw, long time) {
    Instrument instrument = position.instrument();
    Money worth = instrument.notional(instrument.price(markRaw), position.quantity());
    Money due = worth.times(rules.fundingRate(), RoundingMode.HALF_EVEN);
    boolean pays = position.side() == PositionSide.LONG;
    settlement.flow(position.account(), "funding", pays ? due.negate() : due, time);
  }
}
