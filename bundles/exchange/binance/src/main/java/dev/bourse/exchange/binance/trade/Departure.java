package dev.bourse.exchange.binance.trade;

import dev.bourse.api.model.ClientOrderId;
import dev.bourse.exchange.binance.call.Cost;
import java.util.List;

/** A command that leaves at once, or as soon as there is room for it. */
interface Departure {
  /** Which goes first. */
  Rank rank();

  /** What it uses up. */
  Cost cost();

  /** The orders that it is about. */
  List<ClientOrderId> orders();

  /** Sends it; false if nothing was sent. */
  boolean leave();

  /**
   * It does not leave: tells so.
   *
   * @param reason code and numbers
   */
  void stay(String reason);
}
