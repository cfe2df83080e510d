package dev.bourse.data.parquet.check;

import dev.bourse.api.event.Trade;
import dev.bourse.data.parquet.set.Span;
import dev.bourse.data.parquet.set.Times;
import java.util.HashSet;
import java.util.Set;

/**
 * Looks at the venue's ids of trades: numbers that rise by one, or words that are different. Of
 * words the last {@value #REMEMBERED} at least are remembered.
 */
final class IdLook {
  private static final int REMEMBERED = 1 << 16;

  private final Inspection inspection;
  private Set<String> young = new HashSet<>();
  private Set<String> old = new HashSet<>();
  private long highest = -1;

  IdLook(Inspection inspection) {
    this.inspection = inspection;
  }

  void see(Trade trade) {
    String id = trade.venueTradeId();
    if (id == null) {
      return;
    }
    Count repeats = inspection.count("repeated ids");
    repeats.add(isKnown(id) ? 1 : 0, () -> "id " + id + " at " + Times.text(trade.eventTime()));
    Long number = Span.number(id);
    if (number != null) {
      long missing = highest < 0 ? 0 : number - highest - 1;
      inspection
          .count("missing ids")
          .add(
              missing, () -> missing + " before id " + id + " at " + Times.text(trade.eventTime()));
      highest = Math.max(highest, number);
    }
  }

  private boolean isKnown(String id) {
    if (old.contains(id) || !young.add(id)) {
      return true;
    }
    if (young.size() == REMEMBERED) {
      old = young;
      young = new HashSet<>();
    }
    return false;
  }
}
