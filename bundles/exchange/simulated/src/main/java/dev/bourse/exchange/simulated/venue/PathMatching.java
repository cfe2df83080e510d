package dev.bourse.exchange.simulated.venue;

import dev.bourse.api.event.Bar;
import dev.bourse.exchange.simulated.venue.Matching.Reach;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Lets orders trade along an assumed way through a bar. Between two points the price passes every
 * price, so a trigger in between sets its order off at just that price; from one bar to the next it
 * jumps. At equal prices stops come before resting orders.
 */
final class PathMatching {
  private final FillRules rules;
  private final Matching matching;
  private final BarMatching bars;
  private final Triggers triggers;

  PathMatching(FillRules rules, Matching matching, BarMatching bars, Triggers triggers) {
    this.rules = rules;
    this.matching = matching;
    this.bars = bars;
    this.triggers = triggers;
  }

  void onBar(Book book, Bar bar, long time) {
    long open = bar.openRaw();
    Offer offer = Offer.of(bar, open, open, bars.size(bar));
    offer = offer.withSize(matching.takers(book, null, offer, time));
    offer = jump(book, open, offer, time);
    boolean highFirst = rules.barFill() == BarFill.OHLC || nearerHigh(bar);
    long first = highFirst ? bar.highRaw() : bar.lowRaw();
    long second = highFirst ? bar.lowRaw() : bar.highRaw();
    offer = leg(book, open, first, offer, time);
    offer = leg(book, first, second, offer, time);
    leg(book, second, bar.closeRaw(), offer, time);
  }

  private static boolean nearerHigh(Bar bar) {
    return bar.highRaw() - bar.openRaw() < bar.openRaw() - bar.lowRaw();
  }

  /** The open: whatever it is beyond trades there, resting orders at their own price. */
  private Offer jump(Book book, long open, Offer offer, long time) {
    Offer left = offer;
    for (VenueOrder order : List.copyOf(book.waiting)) {
      if (isThere(book, order, left) && order.waits() && triggers.sees(order, open, time)) {
        left = left.withSize(triggers.setOffAt(book, order, left.with(open, left.size()), time));
      }
    }
    for (List<VenueOrder> side : List.of(book.bids, book.asks)) {
      for (VenueOrder order : List.copyOf(side)) {
        if (isThere(book, order, left) && reaches(order, open, left.size(), time)) {
          long price = rules.betterOpen() ? open : order.priceRaw;
          left = make(book, order, price, left, time);
        }
      }
    }
    return left;
  }

  private Offer leg(Book book, long from, long to, Offer offer, long time) {
    Offer left = offer;
    boolean up = to > from;
    for (VenueOrder stop = nextStop(book, up, to, left);
        stop != null;
        stop = nextStop(book, up, to, left)) {
      left = rest(book, up, stop.triggerRaw, left, time);
      if (stop.isOpen()) {
        left =
            left.withSize(
                triggers.setOffAt(book, stop, left.with(stop.triggerRaw, left.size()), time));
      }
    }
    left = touchedOrPassed(book, up, to, left, time);
    for (VenueOrder order : List.copyOf(book.waiting)) {
      if (isThere(book, order, left) && order.waits() && shows(order, from, to, time)) {
        left = left.withSize(triggers.setOffAt(book, order, left.with(to, left.size()), time));
      }
    }
    return left;
  }

  /** Shows the end of a leg to an order, and its activation price if that was on the way. */
  private boolean shows(VenueOrder order, long from, long to, long time) {
    boolean passes =
        order.activation != Activation.DONE
            && Math.min(from, to) <= order.triggerRaw
            && order.triggerRaw <= Math.max(from, to);
    if (passes) {
      triggers.follow(order, order.triggerRaw, time);
    }
    return triggers.sees(order, to, time);
  }

  /** The nearest order that a leg sets off; two prices in a row are counted at its ends. */
  private static @Nullable VenueOrder nextStop(Book book, boolean up, long to, Offer offer) {
    VenueOrder next = null;
    for (VenueOrder order : book.waiting) {
      boolean met =
          Trail.risesTo(order) == up
              && Trail.reached(order, to)
              && !Trail.needsTwo(order)
              && offer.isFor(order, book);
      boolean nearer =
          next == null
              || (up ? order.triggerRaw < next.triggerRaw : order.triggerRaw > next.triggerRaw);
      if (met && nearer) {
        next = order;
      }
    }
    return next;
  }

  /** Resting orders that a leg went through before it came to a price. */
  private Offer rest(Book book, boolean up, long priceRaw, Offer offer, long time) {
    List<VenueOrder> side = up ? book.asks : book.bids;
    Offer reached = offer.with(priceRaw, offer.size());
    return offer.withSize(matching.makers(book, side, reached, Reach.THROUGH, time));
  }

  private Offer touchedOrPassed(Book book, boolean up, long to, Offer offer, long time) {
    List<VenueOrder> side = up ? book.asks : book.bids;
    Offer reached = offer.with(to, offer.size());
    return offer.withSize(matching.makers(book, side, reached, Reach.TRADE, time));
  }

  private boolean reaches(VenueOrder order, long priceRaw, long size, long time) {
    long beyond = Matching.beyond(order, priceRaw);
    return beyond > 0 || (beyond == 0 && matching.touched(order, size, Reach.TRADE, time) > 0);
  }

  private static boolean isThere(Book book, VenueOrder order, Offer offer) {
    return order.isOpen() && offer.isFor(order, book);
  }

  private Offer make(Book book, VenueOrder order, long priceRaw, Offer offer, long time) {
    long made = matching.make(book, order, priceRaw, offer.size(), time);
    return offer.withSize(rules.left(offer.size(), made));
  }
}
