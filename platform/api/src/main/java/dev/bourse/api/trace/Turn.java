package dev.bourse.api.trace;

import dev.bourse.api.event.Event;
import java.util.List;

/**
 * One step of a trader: what came in and what was decided because of it.
 *
 * @param sequence its number, without gaps, across restarts
 * @param time our time in nanoseconds
 * @param event what came in
 * @param results what was decided, in order
 */
public record Turn(long sequence, long time, Event event, List<TurnResult> results) {
  /** Keeps its own copy of the list. */
  public Turn {
    results = List.copyOf(results);
  }
}
