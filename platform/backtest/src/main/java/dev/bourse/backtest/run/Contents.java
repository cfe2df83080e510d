package dev.bourse.backtest.run;

import dev.bourse.api.data.DataCounts;
import dev.bourse.api.event.MarketEvent;
import dev.bourse.backtest.plan.Plan;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All the data of a plan, read once: what it is, and the events themselves unless there are too
 * many to keep. Immutable; any thread, several runs at the same time.
 */
public final class Contents {
  /** More events than this are read again for every run instead of being kept. */
  private static final int MOST_KEPT = 1_000_000;

  private final String hash;
  private final DataCounts counts;
  private final long events;
  private final @Nullable List<MarketEvent> kept;

  private Contents(String hash, DataCounts counts, long events, @Nullable List<MarketEvent> kept) {
    this.hash = hash;
    this.counts = counts;
    this.events = events;
    this.kept = kept;
  }

  /** Reads the data of a plan to its end. */
  public static Contents of(Plan plan, Progress progress) {
    try (MarketFeed feed = new MarketFeed(plan)) {
      List<MarketEvent> kept = new ArrayList<>();
      long events = 0;
      for (MarketEvent event = feed.next(); event != null; event = feed.next()) {
        if (++events <= MOST_KEPT) {
          kept.add(event);
        } else {
          kept.clear();
        }
        if (events % MarketFeed.PORTION == 0) {
          progress.at(feed.progress(), 0);
          progress.requireGoingOn();
        }
      }
      return new Contents(
          feed.hash(), feed.counts(), events, events > MOST_KEPT ? null : List.copyOf(kept));
    }
  }

  /** SHA-256 of the data. */
  public String hash() {
    return hash;
  }

  /** How many events of the traded instruments there are. */
  public long events() {
    return events;
  }

  /** The events for a run of a plan over the same data. */
  EventFeed feed(Plan plan) {
    return kept == null ? new MarketFeed(plan) : new Kept(kept);
  }

  private final class Kept implements EventFeed {
    private final List<MarketEvent> all;
    private int next;

    Kept(List<MarketEvent> all) {
      this.all = all;
    }

    @Override
    public @Nullable MarketEvent next() {
      return next == all.size() ? null : all.get(next++);
    }

    @Override
    public double progress() {
      return all.isEmpty() ? 1 : next / (double) all.size();
    }

    @Override
    public String hash() {
      return hash;
    }

    @Override
    public DataCounts counts() {
      return counts;
    }

    @Override
    public void close() {
      next = all.size();
    }
  }
}
