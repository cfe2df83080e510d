package dev.bourse.exchange.simulated.venue;

import dev.bourse.api.model.AccountId;
import dev.bourse.api.model.ClientOrderId;
import dev.bourse.api.model.Contingency;
import dev.bourse.api.model.InstrumentId;
import dev.bourse.api.model.OrderLink;
import dev.bourse.api.model.Side;
import org.jspecify.annotations.Nullable;

/**
 * Orders of one list that depend on each other, of one instrument and side: one reservation, the
 * greatest that any of them needs, is enough for all, because what one fills the others lose.
 *
 * @param account whose orders they are
 * @param list the id of their list
 * @param instrument what they trade
 * @param side what all of them do
 */
record Group(AccountId account, ClientOrderId list, InstrumentId instrument, Side side) {
  /** The group of an order, or null if it stands alone. */
  static @Nullable Group of(VenueOrder order) {
    return of(order.account, order.link, order.instrument.id(), order.spec.side());
  }

  /** The group that an order would be of, or null if it would stand alone. */
  static @Nullable Group of(
      AccountId account, @Nullable OrderLink link, InstrumentId instrument, Side side) {
    return link == null || link.contingency() == Contingency.OTO
        ? null
        : new Group(account, link.list(), instrument, side);
  }
}
