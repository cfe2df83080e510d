package dev.bourse.api.trace;

import dev.bourse.api.model.ClientOrderId;
import java.util.List;
import java.util.function.Predicate;
import org.osgi.annotation.versioning.ProviderType;

/** Reads one trader's trace, archive and open journal as one sequence. Any thread; read-only. */
@ProviderType
public interface TraceReader {
  /**
   * The newest turns that match, oldest first, at most {@code count}; turns not yet forced
   * included.
   */
  List<Turn> tail(int count, Predicate<Turn> wanted);

  /** Turns that match the query, in order, at most {@code limit}. */
  List<Turn> read(TraceQuery query, int limit);

  /**
   * All turns about an order, in order: the intent with its decisions, commands, answers, fills.
   */
  List<Turn> explain(ClientOrderId orderId);
}
