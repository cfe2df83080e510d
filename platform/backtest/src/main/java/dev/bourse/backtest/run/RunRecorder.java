package dev.bourse.backtest.run;

import dev.bourse.api.trace.TurnResult;
import dev.bourse.core.Lockstep;
import dev.bourse.core.TraderCore;
import dev.bourse.core.decision.TurnRecord;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Takes every turn of a run: orders, fills, notes and the trace. */
final class RunRecorder implements Lockstep.TurnSink {
  private final OrderBook book;
  private final Notes notes = new Notes();
  private final @Nullable Consumer<String> trace;
  private boolean filled;

  RunRecorder(TraderCore core, @Nullable Consumer<String> trace) {
    this.book = new OrderBook(core.state().ledger());
    this.trace = trace;
  }

  @Override
  public void turn(TurnRecord record) {
    if (!record.urgent()) {
      return;
    }
    filled |= book.take(record);
    List<TurnResult> results = record.results();
    for (int i = 0; i < results.size(); i++) {
      notes.take(results.get(i));
    }
    if (trace != null && TraceText.matters(record)) {
      trace.accept(TraceText.line(record));
    }
    results.forEach(RunRecorder::requireWorking);
  }

  /** A live trader goes on without the strategy; a run without it would say nothing about it. */
  private static void requireWorking(TurnResult result) {
    if (result instanceof TurnResult.StrategyFaulted faulted) {
      throw new IllegalStateException("the run ended early: " + faulted.reason());
    }
  }

  /** Whether something was filled since the last call. */
  boolean takeFilled() {
    boolean was = filled;
    filled = false;
    return was;
  }

  OrderBook book() {
    return book;
  }

  Notes notes() {
    return notes;
  }
}
