package dev.bourse.core.decision;

import dev.bourse.api.event.Event;
import dev.bourse.api.exchange.ExchangeCommand;
import dev.bourse.api.trace.Turn;
import dev.bourse.api.trace.TurnResult;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What happened in the turn just taken. One object per core, reused: valid until the next call. Not
 * thread-safe.
 */
public final class TurnRecord {
  private long sequence;
  private long time;
  private @Nullable Event event;
  private boolean data;
  private final List<TurnResult> results = new ArrayList<>();
  private final List<ExchangeCommand> commands = new ArrayList<>();

  /** Starts the next turn; whether its event is market data is known already. */
  public void begin(long newSequence, long newTime, Event newEvent, boolean isData) {
    data = isData;
    sequence = newSequence;
    time = newTime;
    event = newEvent;
    if (!results.isEmpty()) {
      results.clear();
    }
    if (!commands.isEmpty()) {
      commands.clear();
    }
  }

  void add(TurnResult result) {
    results.add(result);
  }

  void add(ExchangeCommand command) {
    commands.add(command);
  }

  /** The turn's number. */
  public long sequence() {
    return sequence;
  }

  /** Our time in nanoseconds. */
  public long time() {
    return time;
  }

  /** What came in. */
  public Event event() {
    if (event == null) {
      throw new IllegalStateException("no turn was taken yet");
    }
    return event;
  }

  /** What was decided, in order; do not keep it. */
  public List<TurnResult> results() {
    return results;
  }

  /** What must be sent once the turn is durable, in order; do not keep it. */
  public List<ExchangeCommand> commands() {
    return commands;
  }

  /** Whether it must be forced at once: everything but market data without consequence. */
  public boolean urgent() {
    return !data || !results.isEmpty();
  }

  /** An immutable copy. */
  public Turn toTurn() {
    return new Turn(sequence, time, event(), results);
  }
}
