package dev.bourse.engine.trace;

import dev.bourse.api.model.ClientOrderId;
import dev.bourse.api.persistence.ArchiveQuery;
import dev.bourse.api.persistence.EntryKind;
import dev.bourse.api.persistence.JournalCursor;
import dev.bourse.api.persistence.JournalEntry;
import dev.bourse.api.persistence.Store;
import dev.bourse.api.trace.TraceQuery;
import dev.bourse.api.trace.TraceReader;
import dev.bourse.api.trace.Turn;
import dev.bourse.core.codec.TurnCodec;
import dev.bourse.core.market.Instruments;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** The trace of one open store. */
public final class ArchiveTraceReader implements TraceReader {
  /** Up to so many turns are held at a time. */
  private static final int HELD = 1_024;

  private static final long LARGEST_WINDOW = 1 << 16;

  private final Store store;
  private final Supplier<Instruments> instruments;

  /**
   * A reader of the given store.
   *
   * @param instruments gives every instrument version that the turns may name; called on the
   *     reading thread
   */
  public ArchiveTraceReader(Store store, Supplier<Instruments> instruments) {
    this.store = store;
    this.instruments = instruments;
  }

  @Override
  public void tail(int count, Predicate<Turn> wanted, Listener listener) {
    TurnCodec codec = new TurnCodec(instruments.get());
    long end = store.journal().lastWritten() + 1;
    if (count <= HELD) {
      for (Turn turn : newest(codec, count, end, wanted)) {
        if (!listener.take(turn)) {
          return;
        }
      }
    } else {
      each(codec, start(codec, count, end, wanted), end, wanted, listener);
    }
  }

  /** Few turns: held, so that a long search for them reads nothing twice. */
  private List<Turn> newest(TurnCodec codec, int count, long end, Predicate<Turn> wanted) {
    long first = Math.max(0, store.archive().firstSequence());
    long window = HELD;
    long before = end;
    List<Turn> newestFirst = new ArrayList<>();
    while (before > first && newestFirst.size() < count) {
      long from = Math.max(first, before - window);
      List<Turn> part = new ArrayList<>();
      each(codec, from, before, wanted, part::add);
      Collections.reverse(part);
      newestFirst.addAll(part);
      before = from;
      window = Math.min(2 * window, LARGEST_WINDOW);
    }
    List<Turn> tail = newestFirst.subList(0, Math.min(count, newestFirst.size()));
    Collections.reverse(tail);
    return tail;
  }

  /** Many turns: only where they begin is looked for, so that they can be read one by one. */
  private long start(TurnCodec codec, int count, long end, Predicate<Turn> wanted) {
    long first = Math.max(0, store.archive().firstSequence());
    long before = end;
    long missing = count;
    while (before > first) {
      long from = Math.max(first, before - LARGEST_WINDOW);
      List<Long> sequences = new ArrayList<>();
      each(codec, from, before, wanted, turn -> sequences.add(turn.sequence()));
      if (sequences.size() >= missing) {
        return sequences.get((int) (sequences.size() - missing));
      }
      missing -= sequences.size();
      before = from;
    }
    return first;
  }

  private void each(
      TurnCodec codec, long from, long to, Predicate<Turn> wanted, Listener listener) {
    ArchiveQuery query = new ArchiveQuery(from, to, Long.MIN_VALUE, Long.MAX_VALUE, "");
    try (JournalCursor cursor = store.archive().read(query)) {
      boolean more = true;
      for (JournalEntry entry = cursor.next(); more && entry != null; entry = cursor.next()) {
        Turn turn = codec.decode(entry);
        more = !wanted.test(turn) || listener.take(turn);
      }
    }
  }

  @Override
  public List<Turn> read(TraceQuery query, int limit) {
    TurnCodec codec = new TurnCodec(instruments.get());
    ArchiveQuery wanted =
        new ArchiveQuery(
            query.fromSequence(), Long.MAX_VALUE, query.fromTime(), query.toTime(), query.key());
    List<Turn> turns = new ArrayList<>();
    try (JournalCursor cursor = store.archive().read(wanted)) {
      JournalEntry entry = cursor.next();
      while (entry != null && turns.size() < limit) {
        if (query.market() || entry.kind() != EntryKind.MARKET) {
          turns.add(codec.decode(entry));
        }
        entry = cursor.next();
      }
    }
    return List.copyOf(turns);
  }

  @Override
  public List<Turn> explain(ClientOrderId orderId) {
    TurnCodec codec = new TurnCodec(instruments.get());
    List<Turn> turns = new ArrayList<>();
    try (JournalCursor cursor = store.archive().read(ArchiveQuery.about(orderId.value()))) {
      for (JournalEntry entry = cursor.next(); entry != null; entry = cursor.next()) {
        turns.add(codec.decode(entry));
      }
    }
    return List.copyOf(turns);
  }
}
