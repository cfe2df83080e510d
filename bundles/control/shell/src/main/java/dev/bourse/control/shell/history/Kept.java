package dev.bourse.control.shell.history;

import dev.bourse.api.event.TimerEvent;
import dev.bourse.api.trace.TraceQuery;
import dev.bourse.api.trace.TraceReader;
import dev.bourse.api.trace.Turn;
import dev.bourse.api.trace.TurnResult;
import java.util.ArrayDeque;
import java.util.List;

/**
 * Something that was kept in a turn.
 *
 * @param turn the turn
 * @param what what was kept
 */
record Kept<T extends TurnResult>(Turn turn, T what) {
  private static final int PAGE = 1_000;

  /** What is wanted of a turn. */
  interface Filter<T extends TurnResult> {
    /** Its rows, in order. */
    List<T> of(Turn turn);
  }

  /** The newest that a query finds, oldest first, at most so many; only those are held. */
  static <T extends TurnResult> List<Kept<T>> newest(
      TraceReader trace, TraceQuery query, int count, Filter<T> filter) {
    ArrayDeque<Kept<T>> newest = new ArrayDeque<>();
    List<Turn> page = trace.read(query, PAGE);
    while (!page.isEmpty()) {
      for (Turn turn : page) {
        for (T each : filter.of(turn)) {
          newest.addLast(new Kept<>(turn, each));
          if (newest.size() > count) {
            newest.removeFirst();
          }
        }
      }
      long last = page.get(page.size() - 1).sequence();
      page = page.size() < PAGE ? List.of() : trace.read(query.from(last + 1), PAGE);
    }
    return List.copyOf(newest);
  }

  /** {@code interval} or {@code change}. */
  String occasion() {
    return turn.event() instanceof TimerEvent timer
            && timer.owner().equals(TimerEvent.ENGINE)
            && timer.name().equals("history")
        ? "interval"
        : "change";
  }
}
