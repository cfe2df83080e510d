package dev.bourse.engine.loop;

import dev.bourse.engine.inbox.Inbox;
import dev.bourse.engine.inbox.InboxCounts;
import dev.bourse.engine.journal.JournalWriter;
import java.util.Map;
import java.util.TreeMap;

/** How deep a trader's queues are, by name. */
final class QueueDepths {
  private QueueDepths() {}

  static Map<String, Long> of(Inbox inbox, JournalWriter writer) {
    InboxCounts counts = inbox.counts();
    Map<String, Long> depths = new TreeMap<>();
    depths.put("inbox.execution", (long) counts.execution());
    depths.put("inbox.market", (long) counts.market());
    depths.put("inbox.market.conflated", counts.conflated());
    depths.put("inbox.market.lost", counts.lost());
    depths.put("inbox.market.refused", counts.implausible());
    depths.put("inbox.execution.refused", counts.refused());
    depths.put("journal.turns", (long) writer.pending());
    depths.put("journal.commands", (long) writer.pendingCommands());
    return depths;
  }
}
