package dev.bourse.engine.manager;

import dev.bourse.api.model.ClientOrderId;
import dev.bourse.api.trace.TraceQuery;
import dev.bourse.api.trace.TraceReader;
import dev.bourse.api.trace.Turn;
import java.util.List;
import java.util.function.Predicate;

/** The trace of a trader whose store is closed. */
final class NoTrace implements TraceReader {
  @Override
  public void tail(int count, Predicate<Turn> wanted, Listener listener) {}

  @Override
  public List<Turn> read(TraceQuery query, int limit) {
    return List.of();
  }

  @Override
  public List<Turn> explain(ClientOrderId orderId) {
    return List.of();
  }
}
