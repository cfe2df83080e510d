package dev.bourse.api.trace;

import dev.bourse.api.model.ClientOrderId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.osgi.annotation.versioning.ProviderType;

/** Reads one trader's trace, archive and open journal as one sequence. Any thread; read-only. */
@ProviderType
public interface TraceReader {
  /** Takes turns one after the other. */
  interface Listener {
    /** Takes the next turn; false ends the reading. */
    boolean take(Turn turn);
  }

  /**
   * Hands over the newest turns that match, oldest first, at most {@code count}; turns not yet
   * forced included. However many there are, only a few are held at a time.
   */
  void tail(int count, Predicate<Turn> wanted, Listener listener);

  /** The same as a list, which holds them all. */
  default List<Turn> tail(int count, Predicate<Turn> wanted) {
    List<Turn> turns = new ArrayList<>();
    tail(count, wanted, turns::add);
    return List.copyOf(turns);
  }

  /** Turns that match the query, in order, at most {@code limit}. */
  List<Turn> read(TraceQuery query, int limit);

  /**
   * All turns about an order, in order: the intent with its decisions, commands, answers, fills.
   */
  List<Turn> explain(ClientOrderId orderId);
}
