package dev.bourse.engine.inbox;

import dev.bourse.api.event.Event;
import dev.bourse.api.model.OrderOutcome;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** What waits in the execution lane. */
public sealed interface Post {
  /**
   * An event to be applied.
   *
   * @param event what happened
   * @param answer who waits for what becomes of it, or null
   */
  record Input(Event event, @Nullable Answer answer) implements Post {}

  /** Something to be done on the loop's thread between two turns. */
  non-sealed interface Task extends Post {
    /** Does it; what it throws ends the loop. */
    void run();
  }

  /**
   * Somebody who waits for a turn. Completed by the engine's announcement thread once the turn is
   * durable.
   *
   * @param sentence completes with what the turn did
   * @param outcome completes with the end of the order that the event asks for, or null
   */
  record Answer(
      CompletableFuture<String> sentence, @Nullable CompletableFuture<OrderOutcome> outcome) {
    /** Nobody will answer. */
    public void fail(Throwable cause) {
      sentence.completeExceptionally(cause);
      if (outcome != null) {
        outcome.completeExceptionally(cause);
      }
    }
  }
}
