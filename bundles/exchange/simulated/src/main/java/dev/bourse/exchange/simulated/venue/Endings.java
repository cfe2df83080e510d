package dev.bourse.exchange.simulated.venue;

import dev.bourse.api.event.OrderReport;
import dev.bourse.api.model.Money;
import dev.bourse.api.model.OrderStatus;

/** How an order leaves the book, or comes to rest in it. */
final class Endings {
  private final VenueState state;
  private final Settlement settlement;
  private final Step step;

  Endings(VenueState state, Settlement settlement, Step step) {
    this.state = state;
    this.settlement = settlement;
    this.step = step;
  }

  /**
   * It was filled whole; the fill's report says so, and of an order for an amount that nothing
   * follows.
   */
  void filled(Book book, VenueOrder order, long time) {
    boolean forAmount = order.isForAmount();
    close(book, order, OrderStatus.FILLED, forAmount ? order.progress() : "", time);
    if (forAmount) {
      step.reports.add(Arrivals.statusOf(order, time));
    }
  }

  /** What is left of its amount does not pay for one step at the price. */
  void used(Book book, VenueOrder order, long priceRaw, long time) {
    if (order.filledRaw > 0) {
      filled(book, order, time);
    } else {
      String price = " price=" + order.instrument.price(priceRaw);
      String least = " step=" + order.instrument.stepSize();
      expire(book, order, "AMOUNT_BELOW_STEP: amount=" + order.spec.amount() + price + least, time);
    }
  }

  /** Its time in force leaves no second chance, or its time is over. */
  void expired(Book book, VenueOrder order, long time) {
    expire(book, order, order.spec.timeInForce() + ": " + order.progress(), time);
  }

  private void expire(Book book, VenueOrder order, String reason, long time) {
    close(book, order, OrderStatus.EXPIRED, reason, time);
    step.reports.add(new OrderReport.Expired(order.account, order.id, reason, time));
  }

  /** The trader took it back. */
  void canceled(Book book, VenueOrder order, long time) {
    cancel(book, order, "CANCELED_BY_TRADER: " + order.progress(), time);
  }

  /** The account cannot pay for the rest. */
  void unaffordable(Book book, VenueOrder order, long priceRaw, long time) {
    if (!order.instrument.isSpot()) {
      cancel(book, order, "NOTHING_TO_REDUCE: " + order.progress(), time);
      return;
    }
    Money needed = settlement.needed(order, priceRaw, order.wanted(priceRaw));
    Money free = settlement.available(order);
    cancel(
        book,
        order,
        "INSUFFICIENT_BALANCE: required=" + needed + " free=" + free + " " + order.progress(),
        time);
  }

  /** Its account is being liquidated. */
  void liquidated(Book book, VenueOrder order, long time) {
    cancel(book, order, "LIQUIDATION: " + order.progress(), time);
  }

  /** An order on which it depends was executed. */
  void siblingFilled(Book book, VenueOrder order, VenueOrder filled, long time) {
    cancel(book, order, "SIBLING_FILLED: order=" + filled.id + " " + order.progress(), time);
  }

  /** It would have traded with an order of its own account. */
  void prevented(Book book, VenueOrder order, SelfTrade mode, long time) {
    String reason =
        "EXPIRED_IN_MATCH: mode="
            + mode
            + " prevented="
            + order.instrument.quantity(order.remainingRaw())
            + " "
            + order.progress();
    expire(book, order, reason, time);
  }

  /** Set off, it would take, but must not. */
  void wouldTake(Book book, VenueOrder order, long time) {
    String price = "price=" + order.instrument.price(order.priceRaw);
    cancel(book, order, "POST_ONLY_WOULD_TAKE: " + price + " " + order.progress(), time);
  }

  /** The instrument's new rules have no place for it. */
  void displaced(Book book, VenueOrder order, long time) {
    cancel(
        book,
        order,
        "INSTRUMENT_CHANGED: version="
            + book.instrument.version()
            + " tick="
            + book.instrument.tickSize()
            + " step="
            + book.instrument.stepSize()
            + " "
            + order.progress(),
        time);
  }

  /** It found nothing to take and waits at its price from now on. */
  void rest(Book book, VenueOrder order) {
    book.rest(order);
    order.shownRaw = Working.visible(order);
    step.touch(order);
  }

  private void cancel(Book book, VenueOrder order, String reason, long time) {
    close(book, order, OrderStatus.CANCELED, reason, time);
    step.reports.add(new OrderReport.Canceled(order.account, order.id, reason, time));
  }

  private void close(Book book, VenueOrder order, OrderStatus status, String reason, long time) {
    book.remove(order);
    order.status = status;
    order.reason = reason;
    order.closedAt = time;
    settlement.reserve(order, order.paysWith().zero());
    state.close(order);
  }
}
