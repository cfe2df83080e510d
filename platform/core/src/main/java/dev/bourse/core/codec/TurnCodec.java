package dev.bourse.core.codec;

import dev.bourse.api.event.Event;
import dev.bourse.api.event.MarketEvent;
import dev.bourse.api.event.OrderReport;
import dev.bourse.api.persistence.EntryKind;
import dev.bourse.api.persistence.JournalEntry;
import dev.bourse.api.state.StateReader;
import dev.bourse.api.state.StateWriter;
import dev.bourse.api.trace.Turn;
import dev.bourse.api.trace.TurnResult;
import dev.bourse.core.market.Instruments;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * Turns as journal entries and back. Not thread-safe; each thread has its own.
 *
 * <p>{@link #SCHEMA} rises with every change of a layout; older ones stay readable.
 */
public final class TurnCodec {
  /** The layout that is written: 2 added triggers, expiry, lists and amends. */
  public static final int SCHEMA = 2;

  /** The oldest layout that is still read. */
  private static final int OLDEST = 1;

  private final EventCodec events;
  private final ResultCodec results;
  private final StateWriter buffer = new StateWriter();

  /** A codec over the trader's instruments; they may grow while it is used on the same thread. */
  public TurnCodec(Instruments instruments) {
    ValueCodec values = new ValueCodec(instruments);
    this.events = new EventCodec(values);
    this.results = new ResultCodec(values);
  }

  /** The journal entry of a turn. */
  public JournalEntry encode(long sequence, long time, Event event, List<TurnResult> turnResults) {
    buffer.clear();
    events.write(buffer, event);
    buffer.putInt(turnResults.size());
    for (TurnResult result : turnResults) {
      results.write(buffer, result);
    }
    return new JournalEntry(
        sequence,
        time,
        kind(event, turnResults),
        SCHEMA,
        keys(event, turnResults),
        buffer.toBytes());
  }

  /**
   * The turn of a journal entry; throws {@link IllegalArgumentException} for a layout it does not
   * know.
   */
  public Turn decode(JournalEntry entry) {
    if (entry.schema() < OLDEST || entry.schema() > SCHEMA) {
      throw new IllegalArgumentException(
          "entry "
              + entry.sequence()
              + " has layout "
              + entry.schema()
              + ", this version reads "
              + OLDEST
              + " to "
              + SCHEMA
              + ": it was written by another version");
    }
    StateReader in = new StateReader(entry.payload());
    Event event = events.read(in);
    List<TurnResult> read = new ArrayList<>();
    for (int left = in.getInt(); left > 0; left--) {
      read.add(results.read(in));
    }
    return new Turn(entry.sequence(), entry.time(), event, read);
  }

  private static EntryKind kind(Event event, List<TurnResult> results) {
    if (event instanceof MarketEvent && results.isEmpty()) {
      return EntryKind.MARKET;
    }
    for (TurnResult result : results) {
      if (result instanceof TurnResult.OrderApproved approved && approved.order().entry()) {
        return EntryKind.TRADE;
      }
    }
    return EntryKind.RESERVE;
  }

  private static List<String> keys(Event event, List<TurnResult> results) {
    if (results.isEmpty() && event instanceof MarketEvent) {
      return List.of();
    }
    TreeSet<String> keys = new TreeSet<>();
    if (event instanceof OrderReport report) {
      keys.add(report.orderId().value());
    } else if (event instanceof dev.bourse.api.event.CommandEvent command) {
      keys.add(command.orderId().value());
    } else if (event instanceof MarketEvent data) {
      keys.add(data.instrument().id().toString());
    }
    for (TurnResult result : results) {
      if (result instanceof TurnResult.OrderApproved approved) {
        keys.add(approved.order().id().value());
      } else if (result instanceof TurnResult.OrderDenied denied) {
        keys.add(denied.order().id().value());
      } else if (result instanceof TurnResult.CancelRequested cancel) {
        keys.add(cancel.orderId().value());
      } else if (result instanceof TurnResult.AmendRequested amend) {
        keys.add(amend.orderId().value());
      } else if (result instanceof TurnResult.AmendDenied denied) {
        keys.add(denied.orderId().value());
      } else if (result instanceof TurnResult.OrderReleased released) {
        keys.add(released.orderId().value());
      } else if (result instanceof TurnResult.HeldOrderEnded ended) {
        keys.add(ended.orderId().value());
      } else if (result instanceof TurnResult.QueryRequested query) {
        keys.add(query.orderId().value());
      } else if (result instanceof TurnResult.SignalMoved moved) {
        keys.add(moved.signal());
      } else if (result instanceof TurnResult.OrderKept kept) {
        keys.add(TurnResult.OrderKept.key(kept.order().id()));
      } else if (result instanceof TurnResult.PositionKept kept) {
        keys.add(TurnResult.PositionKept.key(kept.position().instrument().id()));
      }
    }
    return List.copyOf(keys);
  }
}
