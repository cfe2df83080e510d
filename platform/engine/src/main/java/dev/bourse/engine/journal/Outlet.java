package dev.bourse.engine.journal;

import dev.bourse.api.event.Event;
import dev.bourse.api.exchange.ExchangeCommand;

/**
 * Where released commands go, and where their fate is reported. Called on the journal writer's
 * thread; never blocks.
 */
public interface Outlet {
  /**
   * Hands a durable command to its adapter; false if the adapter has no room and nothing was sent.
   */
  boolean execute(ExchangeCommand command);

  /** Puts what the writer has to say into the trader's inbox. */
  void report(Event event);
}
