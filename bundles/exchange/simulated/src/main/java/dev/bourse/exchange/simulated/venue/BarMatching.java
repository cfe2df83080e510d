package dev.bourse.exchange.simulated.venue;

import dev.bourse.api.event.Bar;
import dev.bourse.exchange.simulated.venue.Matching.Reach;
import java.util.List;

/**
 * Lets orders trade against bars without assuming a way through them: takers at the open, then
 * stops, then resting orders, then what is triggered by prices in its favour. So if a bar reached
 * both a stop and a limit, the stop was first.
 */
final class BarMatching {
  private final FillRules rules;
  private final Matching matching;
  private final Triggers triggers;

  BarMatching(FillRules rules, Matching matching, Triggers triggers) {
    this.rules = rules;
    this.matching = matching;
    this.triggers = triggers;
  }

  /** A finished bar. */
  void onBar(Book book, Bar bar, long time) {
    boolean worst = rules.barFill() == BarFill.PESSIMISTIC;
    Offer taking =
        Offer.of(
            bar,
            worst ? bar.highRaw() : bar.openRaw(),
            worst ? bar.lowRaw() : bar.openRaw(),
            size(bar));
    long left = matching.takers(book, null, taking, time);
    left = stops(book, bar, taking.withSize(left), false, time);
    left = resting(book, book.bids, bar, left, time);
    left = resting(book, book.asks, bar, left, time);
    left = stops(book, bar, taking.withSize(left), true, time);
    follow(book, bar, taking.withSize(left), time);
  }

  /** What all orders together may have of a bar. */
  long size(Bar bar) {
    long volume = bar.volumeRaw();
    return volume / 100 * rules.barPercent() + volume % 100 * rules.barPercent() / 100;
  }

  private long stops(Book book, Bar bar, Offer offer, boolean ifTouched, long time) {
    long left = offer.size();
    for (VenueOrder order : List.copyOf(book.waiting)) {
      if (order.waits() && order.spec.type().isIfTouched() == ifTouched) {
        left = stop(book, order, bar, offer.withSize(left), time);
      }
    }
    return left;
  }

  private long stop(Book book, VenueOrder order, Bar bar, Offer offer, long time) {
    if (!order.isOpen() || !offer.isFor(order, book)) {
      return offer.size();
    }
    if (Trail.needsTwo(order)) {
      return twice(book, order, bar, offer, time);
    }
    if (order.triggerRaw == 0 || order.activation == Activation.OPEN) {
      triggers.follow(order, bar.openRaw(), time);
    }
    long extreme = Trail.risesTo(order) ? bar.highRaw() : bar.lowRaw();
    if (!Trail.reached(order, extreme)) {
      return offer.size();
    }
    boolean gap = Trail.reached(order, bar.openRaw());
    long price = gap ? bar.openRaw() : order.triggerRaw;
    return setOff(book, order, offer, price, time);
  }

  /** Two prices in a row: of a bar, its open and its close are known to follow each other. */
  private long twice(Book book, VenueOrder order, Bar bar, Offer offer, long time) {
    if (triggers.sees(order, bar.openRaw(), time)) {
      return setOff(book, order, offer, bar.openRaw(), time);
    }
    if (triggers.sees(order, bar.closeRaw(), time)) {
      return setOff(book, order, offer, bar.closeRaw(), time);
    }
    return offer.size();
  }

  private long setOff(Book book, VenueOrder order, Offer offer, long priceRaw, long time) {
    long worst = offer.price(order);
    boolean pays = rules.barFill() == BarFill.PESSIMISTIC;
    return triggers.setOffAt(book, order, offer.with(pays ? worst : priceRaw, offer.size()), time);
  }

  private long resting(Book book, List<VenueOrder> side, Bar bar, long size, long time) {
    boolean bids = side == book.bids;
    boolean worst = rules.barFill() == BarFill.PESSIMISTIC;
    long extreme = bids ? bar.lowRaw() : bar.highRaw();
    long reachedRaw = worst ? bar.closeRaw() : extreme;
    Offer offer = Offer.of(bar, reachedRaw, reachedRaw, size);
    if (!rules.betterOpen()) {
      return matching.makers(book, side, offer, Reach.TRADE, time);
    }
    long left = size;
    for (VenueOrder order : List.copyOf(side)) {
      if (order.isOpen() && offer.isFor(order, book) && left > 0) {
        left = rules.left(left, atOpen(book, order, offer.withSize(left), bar, time));
      }
    }
    return left;
  }

  private long atOpen(Book book, VenueOrder order, Offer offer, Bar bar, long time) {
    long beyond = Matching.beyond(order, offer.price(order));
    if (beyond < 0) {
      return 0;
    }
    long size =
        beyond > 0 ? offer.size() : matching.touched(order, offer.size(), Reach.TRADE, time);
    long price = Matching.beyond(order, bar.openRaw()) > 0 ? bar.openRaw() : order.priceRaw;
    return matching.make(book, order, price, size, time);
  }

  /**
   * Trailing triggers follow the bar's best price. Whether the worst one came after it is not
   * known; the close did.
   */
  private void follow(Book book, Bar bar, Offer offer, long time) {
    long left = offer.size();
    for (VenueOrder order : List.copyOf(book.waiting)) {
      boolean follows = order.spec.type().isTrailing() && !Trail.needsTwo(order);
      if (!follows || !order.isOpen() || !offer.isFor(order, book)) {
        continue;
      }
      triggers.follow(order, activationOrBest(order, bar), time);
      triggers.follow(order, order.isBuy() ? bar.lowRaw() : bar.highRaw(), time);
      if (Trail.reached(order, bar.closeRaw())) {
        left = setOff(book, order, offer.withSize(left), order.triggerRaw, time);
      }
    }
  }

  /** The activation price if the bar passed it, else the bar's best price. */
  private static long activationOrBest(VenueOrder order, Bar bar) {
    boolean passes =
        order.activation != Activation.DONE
            && bar.lowRaw() <= order.triggerRaw
            && order.triggerRaw <= bar.highRaw();
    if (passes) {
      return order.triggerRaw;
    }
    return order.isBuy() ? bar.lowRaw() : bar.highRaw();
  }
}
