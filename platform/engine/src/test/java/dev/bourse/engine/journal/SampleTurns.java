package dev.bourse.engine.journal;

import dev.bourse.api.exchange.ExchangeCommand;
import dev.bourse.api.persistence.EntryKind;
import dev.bourse.api.persistence.JournalEntry;
import dev.bourse.engine.SampleOrders;
import java.util.List;

/** Turns on their way to a journal. */
final class SampleTurns {
  private SampleTurns() {}

  static ExchangeCommand submit(String id) {
    return new ExchangeCommand.Submit(SampleOrders.order(id), 1);
  }

  static Outgoing turn(long sequence, ExchangeCommand... commands) {
    return new Outgoing(entry(sequence), true, List.of(commands), List.of(), System.nanoTime());
  }

  static Outgoing quiet(long sequence) {
    return new Outgoing(entry(sequence), false, List.of(), List.of(), System.nanoTime());
  }

  static JournalEntry entry(long sequence) {
    return new JournalEntry(sequence, sequence, EntryKind.TRADE, 1, List.of(), new byte[8]);
  }
}
