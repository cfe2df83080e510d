package dev.bourse.backtest.run;

import dev.bourse.api.data.DataCounts;
import dev.bourse.api.data.DataCursor;
import dev.bourse.api.data.DataRange;
import dev.bourse.api.data.HistoricalDataSource;
import dev.bourse.api.event.MarketEvent;
import dev.bourse.api.model.Instrument;
import dev.bourse.api.model.InstrumentId;
import dev.bourse.backtest.plan.Loading;
import dev.bourse.backtest.plan.Plan;
import dev.bourse.backtest.plan.Plugin;
import dev.bourse.core.market.OneLength;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The events of the traded instruments, read in portions so that the source's class loader is
 * changed to seldom.
 */
final class MarketFeed implements EventFeed {
  /** How many events are read at once. */
  static final int PORTION = 256;

  private final DataCursor cursor;
  private final ClassLoader loader;
  private final TreeSet<InstrumentId> wanted = new TreeSet<>();
  private final @Nullable MarketEvent[] portion = new MarketEvent[PORTION];
  private int size;
  private int next;
  private boolean ended;
  private @Nullable Instrument lastWanted;

  MarketFeed(Plan plan) {
    this(plan, plan.spec().from(), plan.spec().to());
  }

  /** The events of a plan's instruments in another range. */
  MarketFeed(Plan plan, long from, long to) {
    Plugin<HistoricalDataSource> plugin = plan.data().plugin();
    this.loader = plugin.loader();
    DataRange range = new DataRange(plan.spec().data(), from, to);
    DataCursor opened = Loading.call(loader, () -> plugin.service().open(range));
    this.cursor = new OneLength(opened, plan.spec().data());
    plan.instruments().forEach(each -> wanted.add(each.id()));
  }

  @Override
  public @Nullable MarketEvent next() {
    if (next == size) {
      fill();
    }
    return next == size ? null : portion[next++];
  }

  private void fill() {
    next = 0;
    size = 0;
    if (!ended) {
      Loading.call(loader, this::read);
    }
  }

  private boolean read() {
    while (size < PORTION) {
      MarketEvent event = cursor.next();
      if (event == null) {
        ended = true;
        return true;
      }
      if (isWanted(event.instrument())) {
        portion[size++] = event;
      }
    }
    return false;
  }

  @SuppressWarnings("ReferenceEquality") // a source repeats the same object: no equals needed then
  private boolean isWanted(Instrument instrument) {
    if (instrument == lastWanted) {
      return true;
    }
    if (wanted.contains(instrument.id())) {
      lastWanted = instrument;
      return true;
    }
    return false;
  }

  @Override
  public double progress() {
    return Loading.call(loader, cursor::progress);
  }

  @Override
  public String hash() {
    return Loading.call(loader, cursor::hash);
  }

  @Override
  public DataCounts counts() {
    return Loading.call(loader, cursor::counts);
  }

  @Override
  public void close() {
    Loading.call(
        loader,
        () -> {
          cursor.close();
          return true;
        });
  }
}
