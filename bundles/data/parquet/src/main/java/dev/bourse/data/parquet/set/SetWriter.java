package dev.bourse.data.parquet.set;

import dev.bourse.api.data.DataCounts;
import dev.bourse.api.data.DataException;
import dev.bourse.api.event.MarketEvent;
import dev.bourse.api.model.Instrument;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Adds the events of one file to a set: as one part, or as several where the set has parts in
 * between. What the set has already is left out. Nothing is part of the set before {@link #commit}.
 */
public final class SetWriter implements AutoCloseable {
  private final StoredSet set;
  private final Instrument instrument;
  private final boolean capture;
  private final List<Part> there;
  private final List<PartWriter> ended = new ArrayList<>();
  private @Nullable PartWriter open;
  private int slot;
  private long last = Long.MIN_VALUE;
  private long stored;
  private long repeated;
  private long firstStored;

  /**
   * A writer.
   *
   * @param set as it was found a moment ago; its folder is made if it is not there
   * @param instrument the rules that scale all events
   * @param capture whether events of several kinds may come
   */
  public SetWriter(StoredSet set, Instrument instrument, boolean capture) throws IOException {
    this.set = set;
    this.instrument = instrument;
    this.capture = capture;
    this.there = set.partsOf(instrument.id());
    Disk.prepare(set.folder());
  }

  /** Adds an event, which is not earlier than the one before. */
  public void add(MarketEvent event) throws IOException {
    if (event.eventTime() < last) {
      throw new DataException(
          "its times go back from " + Times.text(last) + " to " + Times.text(event.eventTime()));
    }
    last = event.eventTime();
    int found = slot(event);
    if (isThere(event, found)) {
      repeated++;
      return;
    }
    PartWriter writer = writer(event, found);
    writer.add(event);
    firstStored = stored == 0 ? event.eventTime() : firstStored;
    stored++;
  }

  /**
   * Makes what was added part of the set, durably.
   *
   * @param source the name of the file it came from
   * @param read what its reader refused, repeated and carried
   * @return what became of its rows
   */
  public DataCounts commit(String source, DataCounts read) throws IOException {
    DataCounts counts =
        new DataCounts(stored, read.refused(), read.repeated() + repeated, read.disordered());
    PartWriter current = open;
    if (current != null) {
      current.finish(source, counts);
      ended.add(current);
      open = null;
    }
    for (PartWriter each : ended) {
      each.appear();
    }
    return counts;
  }

  /** Time of the first event that was added, 0 if there is none. */
  public long first() {
    return firstStored;
  }

  /** Time of the last event that was added, 0 if there is none. */
  public long last() {
    PartWriter newest = open != null || ended.isEmpty() ? open : ended.get(ended.size() - 1);
    return newest == null ? 0 : newest.span().last();
  }

  @Override
  public void close() throws IOException {
    if (open != null) {
      open.close();
    }
    for (PartWriter each : ended) {
      each.close();
    }
  }

  /** How many parts lie before an event. Times never fall, so it never falls either. */
  private int slot(MarketEvent event) {
    int found = slot;
    while (found < there.size() && isBehind(there.get(found).span(), event)) {
      found++;
    }
    return found;
  }

  private static boolean isBehind(Span span, MarketEvent event) {
    Long id = span.ids() ? Span.id(event) : null;
    return span.last() < event.eventTime()
        || (span.last() == event.eventTime() && id != null && id > span.lastId());
  }

  private boolean isThere(MarketEvent event, int from) {
    long time = event.eventTime();
    for (int i = from; i < there.size() && there.get(i).span().first() <= time; i++) {
      Span span = there.get(i).span();
      if (span.covers(event)) {
        return true;
      }
      if (span.first() < time && time < span.last()) {
        throw new DataException(
            "the event at "
                + Times.text(time)
                + " lies within "
                + there.get(i).table().path()
                + ", which does not have it; the two disagree: store one of them in another set");
      }
    }
    return false;
  }

  private PartWriter writer(MarketEvent event, int found) throws IOException {
    PartWriter current = open;
    if (current != null && found == slot) {
      return current;
    }
    if (current != null) {
      current.finish("", new DataCounts(0, 0, 0, 0));
      ended.add(current);
    } else {
      requireContent(event);
    }
    slot = found;
    PartWriter fresh = new PartWriter(set.folder(), instrument, content(event), event);
    open = fresh;
    return fresh;
  }

  private Content content(MarketEvent event) {
    return capture ? Content.CAPTURE : Content.of(event);
  }

  private void requireContent(MarketEvent event) {
    Content content = content(event);
    set.content()
        .filter(each -> !each.equals(content))
        .ifPresent(
            each -> {
              throw new DataException(
                  "it holds "
                      + content
                      + ", but data set \""
                      + set.name()
                      + "\" holds "
                      + each
                      + "; give it another name");
            });
  }
}
