package dev.bourse.engine.alert;

import dev.bourse.api.alert.Alert;
import dev.bourse.api.model.TraderId;
import dev.bourse.api.trace.TraceReader;

/** Where runs bring what is worth telling. Any thread; never blocks. */
public interface AlertTap {
  /**
   * A trader's store is open and durable through the given turn: what channels have not told of it
   * yet can be read.
   *
   * @param trader the trader
   * @param trace its trace
   * @param through the last turn of the former start
   */
  void opened(TraderId trader, TraceReader trace, long through);

  /** The trader's store is closed. */
  void closed(TraderId trader);

  /** An alert that is durable, or that will never be and must be told all the same. */
  void accept(Alert alert);
}
