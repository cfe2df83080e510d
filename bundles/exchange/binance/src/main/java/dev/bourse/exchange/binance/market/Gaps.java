package dev.bourse.exchange.binance.market;

import dev.bourse.api.event.DataGap;
import dev.bourse.api.exchange.EventSink;
import dev.bourse.api.model.Instrument;
import dev.bourse.exchange.binance.net.Worker;

/**
 * Marks gaps in the data of an instrument. Whoever keeps its book forgets it there, so that a full
 * one is fetched at the next difference. Guarded by the feed.
 */
final class Gaps {
  private final Worker worker;
  private final EventSink events;

  Gaps(Worker worker, EventSink events) {
    this.worker = worker;
    this.events = events;
  }

  /**
   * Marks one.
   *
   * @param lost how many events are known to be missing, 0 if unknown
   * @param reason a sentence
   */
  void tell(Followed one, Instrument rules, long lost, String reason) {
    one.lastUpdate = -1;
    events.accept(new DataGap(rules, worker.now(), lost, reason));
  }
}
