package dev.bourse.exchange.simulated.venue;

import dev.bourse.api.event.OrderReport;
import dev.bourse.api.model.Money;
import dev.bourse.api.model.OrderChange;
import dev.bourse.api.model.OrderStatus;
import dev.bourse.api.model.OrderType;
import java.util.List;

/**
 * Conditional orders until they are set off. What sets an order off was traded by others: the order
 * itself takes what comes after it.
 */
final class Triggers {
  /** A move of a trailing trigger is reported once it is this part of its distance. */
  private static final int REPORTED_PARTS = 10;

  private final Settlement settlement;
  private final Working working;
  private final Matching matching;
  private final Endings endings;
  private final Step step;

  Triggers(Settlement settlement, Working working, Matching matching, Endings endings, Step step) {
    this.settlement = settlement;
    this.working = working;
    this.matching = matching;
    this.endings = endings;
    this.step = step;
  }

  /** Others traded at a price. */
  void onTrade(Book book, long priceRaw, long time) {
    for (VenueOrder order : List.copyOf(book.waiting)) {
      see(book, order, Watched.byTrade(order, book.market, priceRaw), time);
    }
  }

  /** The quote changed. */
  void onQuote(Book book, long time) {
    for (VenueOrder order : List.copyOf(book.waiting)) {
      see(book, order, Watched.byQuote(order, book.market), time);
    }
  }

  /** A new conditional order sees the market as it is. */
  void start(Book book, VenueOrder order, long time) {
    if (order.waits()) {
      see(book, order, Watched.now(order, book.market), time);
    }
  }

  private void see(Book book, VenueOrder order, long priceRaw, long time) {
    if (priceRaw != 0 && order.waits() && order.isOpen()) {
      if (sees(order, priceRaw, time)) {
        setOff(book, order, time);
        working.enter(book, order, time);
      }
    }
  }

  /** Shows a price to an order: it follows it, or is set off, which is what this returns. */
  boolean sees(VenueOrder order, long priceRaw, long time) {
    int hits = order.hits;
    if (Trail.counts(order, priceRaw)) {
      return true;
    }
    if (order.hits != hits) {
      step.note(order);
    }
    follow(order, priceRaw, time);
    return false;
  }

  /** Lets a trailing trigger move. */
  void follow(VenueOrder order, long priceRaw, long time) {
    if (Trail.follow(order, priceRaw)) {
      step.note(order);
      reportMove(order, priceRaw, time);
    }
  }

  private void reportMove(VenueOrder order, long priceRaw, long time) {
    long moved = Math.abs(order.triggerRaw - order.reportedTriggerRaw);
    boolean active = order.activation == Activation.DONE;
    if (active && moved >= Math.max(1, Trail.distance(order, priceRaw) / REPORTED_PARTS)) {
      order.reportedTriggerRaw = order.triggerRaw;
      step.touch(order);
      OrderChange change = OrderChange.triggerPrice(order.instrument.price(order.triggerRaw));
      step.reports.add(
          new OrderReport.Updated(order.account, order.id, order.venueOrderId(), change, time));
    }
  }

  /**
   * Sets an order off at an offer's price, of which it takes what it can; returns what is left of
   * the offer.
   */
  long setOffAt(Book book, VenueOrder order, Offer offer, long time) {
    setOff(book, order, time);
    order.shownRaw = Working.visible(order);
    boolean takes = order.isMarket() || Matching.beyond(order, offer.price(order)) >= 0;
    order.taker = takes || order.fillsOnceOnly();
    book.add(order);
    if (takes && order.spec.postOnly()) {
      endings.wouldTake(book, order, time);
      return offer.size();
    }
    return order.taker ? matching.take(book, order, offer, time) : offer.size();
  }

  /** Makes a market or limit order of a conditional one; the caller brings it into the book. */
  void setOff(Book book, VenueOrder order, long time) {
    book.remove(order);
    order.triggered = true;
    order.status = OrderStatus.TRIGGERED;
    if (order.spec.type() == OrderType.TRAILING_STOP_LIMIT) {
      order.priceRaw = Trail.limit(order);
    }
    if (!order.isMarket()) {
      Money needed = settlement.needed(order, order.priceRaw, order.remainingRaw());
      Money most = settlement.available(order);
      settlement.reserve(order, needed.compareTo(most) < 0 ? needed : most);
    }
    step.touch(order);
    step.reports.add(new OrderReport.Triggered(order.account, order.id, time));
  }
}
