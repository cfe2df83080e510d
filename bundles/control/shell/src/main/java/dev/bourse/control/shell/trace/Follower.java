package dev.bourse.control.shell.trace;

import dev.bourse.api.trace.TraceQuery;
import dev.bourse.api.trace.TraceReader;
import dev.bourse.api.trace.Turn;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** Hands over turns as they happen, until the thread is interrupted or nobody listens any more. */
final class Follower {
  private static final long BETWEEN_MILLIS = 250;
  private static final int AT_ONCE = 1_000;

  private final TraceReader trace;
  private final Predicate<Turn> wanted;
  private final Consumer<Turn> listener;

  Follower(TraceReader trace, Predicate<Turn> wanted, Consumer<Turn> listener) {
    this.trace = trace;
    this.wanted = wanted;
    this.listener = listener;
  }

  /** Begins with the given sequence. */
  void run(long first, BooleanSupplier gone) throws InterruptedException {
    TraceQuery query = new TraceQuery(first, Long.MIN_VALUE, Long.MAX_VALUE, "", true);
    while (!gone.getAsBoolean()) {
      List<Turn> turns = trace.read(query, AT_ONCE);
      turns.stream().filter(wanted).forEach(listener);
      if (!turns.isEmpty()) {
        query = query.from(turns.get(turns.size() - 1).sequence() + 1);
      }
      TimeUnit.MILLISECONDS.sleep(BETWEEN_MILLIS);
    }
  }
}
