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
  private static final long FIRST_WINDOW = 1_024;

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
  public List<Turn> tail(int count, Predicate<Turn> wanted) {
    TurnCodec codec = new TurnCodec(instruments.get());
    long first = Math.max(0, store.archive().firstSequence());
    long last = store.journal().lastWritten();
    long window = Math.max(FIRST_WINDOW, count);
    long before = last + 1;
    List<Turn> newestFirst = new ArrayList<>();
    while (before > first && newestFirst.size() < count) {
      long from = Math.max(first, before - window);
      List<Turn> part = window(codec, from, before, wanted);
      Collections.reverse(part);
      newestFirst.addAll(part);
      before = from;
      window *= 2;
    }
    List<Turn> tail = newestFirst.subList(0, Math.min(count, newestFirst.size()));
    Collections.reverse(tail);
    return List.copyOf(tail);
  }

  private List<Turn> window(TurnCodec codec, long from, long to, Predicate<Turn> wanted) {
    List<Turn> turns = new ArrayList<>();
    ArchiveQuery query = new ArchiveQuery(from, to, Long.MIN_VALUE, Long.MAX_VALUE, "");
    try (JournalCursor cursor = store.archive().read(query)) {
      for (JournalEntry entry = cursor.next(); entry != null; entry = cursor.next()) {
        Turn turn = codec.decode(entry);
        if (wanted.test(turn)) {
          turns.add(turn);
        }
      }
    }
    return turns;
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
