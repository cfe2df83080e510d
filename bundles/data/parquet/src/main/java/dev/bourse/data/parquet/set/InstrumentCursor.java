package dev.bourse.data.parquet.set;

import dev.bourse.api.data.DataException;
import dev.bourse.api.data.DataRange;
import dev.bourse.api.event.MarketEvent;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The events of one instrument: its parts one after the other, one open at a time. */
final class InstrumentCursor implements AutoCloseable {
  private final List<Part> parts;
  private final DataRange range;
  private int index = -1;
  private long behind;
  private long last = Long.MIN_VALUE;
  private @Nullable PartCursor open;

  /**
   * A cursor over parts in order of time.
   *
   * @param parts those that touch the range
   */
  InstrumentCursor(List<Part> parts, DataRange range) {
    this.parts = List.copyOf(parts);
    this.range = range;
  }

  @Nullable MarketEvent next() {
    while (true) {
      PartCursor cursor = open == null ? nextPart() : open;
      if (cursor == null) {
        return null;
      }
      MarketEvent event = cursor.next();
      if (event == null) {
        endPart(cursor);
      } else if (event.eventTime() >= range.to()) {
        close();
        index = parts.size();
        return null;
      } else if (event.eventTime() >= range.from()) {
        return inOrder(event);
      }
    }
  }

  /** Rows behind us, of all parts. */
  long passed() {
    return behind + (open == null ? 0 : open.passed());
  }

  @Override
  public void close() {
    if (open != null) {
      endPart(open);
    }
  }

  private @Nullable PartCursor nextPart() {
    if (index + 1 >= parts.size()) {
      return null;
    }
    index++;
    open = new PartCursor(parts.get(index), range.from());
    return open;
  }

  private void endPart(PartCursor cursor) {
    behind += cursor.passed();
    open = null;
    cursor.close();
  }

  private MarketEvent inOrder(MarketEvent event) {
    if (event.eventTime() < last) {
      throw new DataException(
          parts.get(index).table().path()
              + " goes back from "
              + Times.text(last)
              + " to "
              + Times.text(event.eventTime())
              + "; remove it, and import or download its data again");
    }
    last = event.eventTime();
    return event;
  }
}
