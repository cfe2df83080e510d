package dev.bourse.exchange.binance.trade;

import dev.bourse.api.model.ClientOrderId;
import dev.bourse.exchange.binance.call.Cost;
import java.util.List;

/** A command that leaves at once, or as soon as there is room for it. */
interface Departure {
  /** Why an order did not leave that its owner took back. */
  String WITHDRAWN = "NOT_SENT: it was cancelled before it left";

  /** Which goes first. */
  Rank rank();

  /** What it uses up. */
  Cost cost();

  /** The orders that it is about. */
  List<ClientOrderId> orders();

  /** Sends it; false if nothing was sent. */
  boolean leave();

  /**
   * It does not leave for what passes by itself: tells so.
   *
   * @param reason code and numbers
   */
  void stay(String reason);

  /**
   * An order that waits is taken back by its owner, and does not leave: tells so.
   *
   * @param by the order; what was to leave with it is not meant
   */
  default void withdrawn(ClientOrderId by) {
    stay(WITHDRAWN);
  }
}
