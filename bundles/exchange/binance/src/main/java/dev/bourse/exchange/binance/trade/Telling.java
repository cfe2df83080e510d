package dev.bourse.exchange.binance.trade;

import dev.bourse.api.model.ClientOrderId;
import dev.bourse.api.model.Order;
import dev.bourse.exchange.binance.call.Answer;
import dev.bourse.exchange.binance.call.Refusal;

/** Tells the engine what became of a command. What is not proven is lost. */
abstract class Telling implements Answer {
  private static final int BAD_TIME = -1021;

  private final Order order;
  private final Reporter reporter;
  private final Session session;

  Telling(Order order, Reporter reporter, Session session) {
    this.order = order;
    this.reporter = reporter;
    this.session = session;
  }

  Order order() {
    return order;
  }

  ClientOrderId id() {
    return order.id();
  }

  /**
   * The venue proved that it did nothing.
   *
   * @param passing whether for what passes by itself, as a limit or a clock that is set, so that
   *     the same may be done later
   */
  abstract void rejected(String reason, boolean passing);

  @Override
  public void refused(Refusal refusal) {
    if (refusal.code() == BAD_TIME) {
      session.probe();
    }
    switch (refusal.meaning()) {
      case UNKNOWN -> lost(refusal.reason());
      case LIMIT, RETRY -> rejected(refusal.reason(), true);
      case REJECT, AUTH -> rejected(refusal.reason(), false);
    }
  }

  @Override
  public void lost(String reason) {
    reporter.lost(order.id(), reason);
  }
}
