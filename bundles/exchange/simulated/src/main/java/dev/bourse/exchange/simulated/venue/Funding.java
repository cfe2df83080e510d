package dev.bourse.exchange.simulated.venue;

import dev.bourse.api.event.FundingRate;
import dev.bourse.api.model.Int128;
import dev.bourse.api.model.Money;
import dev.bourse.api.model.Position;
import dev.bourse.api.model.PositionSide;
import dev.bourse.api.model.Price;
import dev.bourse.api.model.Rate;
import java.math.RoundingMode;

/**
 * Lets longs pay shorts, or the other way round: rate times what a position is worth then, half
 * even. Where the data tells rates, at its times; else at fixed times the rate of the settings.
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
      if (!book.instrument.isSpot() && !book.market.fundingSeen) {
        pay(book, rules.fundingRate().raw(), Rate.ONE, time);
      }
    }
    state.contracts.nextFunding =
        state.contracts.isFlat() ? Long.MAX_VALUE : Math.addExact(time, rules.fundingInterval());
  }

  /** The data says that one contract is charged now; from here on only the data does so. */
  void charge(Book book, FundingRate rate, long time) {
    book.market.fundingSeen = true;
    pay(book, rate.rateRaw(), FundingRate.ONE, time);
  }

  private void pay(Book book, long rateRaw, long one, long time) {
    Price mark = Margins.judged(book);
    if (mark != null) {
      for (Position each : state.contracts.open(book.instrument)) {
        pay(each, mark, Int128.of(rateRaw), Int128.of(one), time);
      }
    }
  }

  private void pay(Position position, Price mark, Int128 rate, Int128 one, long time) {
    Money worth = position.instrument().notional(mark, position.quantity());
    Money due =
        new Money(worth.raw().scaledBy(rate, one, RoundingMode.HALF_EVEN), worth.currency());
    boolean pays = position.side() == PositionSide.LONG;
    settlement.flow(position.account(), "funding", pays ? due.negate() : due, time);
  }
}
