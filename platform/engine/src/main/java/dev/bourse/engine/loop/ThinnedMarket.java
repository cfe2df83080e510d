package dev.bourse.engine.loop;

import dev.bourse.api.event.Bar;
import dev.bourse.api.event.BookDifference;
import dev.bourse.api.event.DataGap;
import dev.bourse.api.event.FullBook;
import dev.bourse.api.event.MarketEvent;
import dev.bourse.api.event.Trade;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The market of one instrument as far as it matters for exits, in little memory: the lowest, the
 * highest and the newest trade, which is what a stop or a target could have met, and the newest of
 * every other kind. The rest is a gap. Loop only.
 */
final class ThinnedMarket {
  private final List<MarketEvent> kept = new ArrayList<>();
  private @Nullable MarketEvent newestLost;
  private long lost;

  /** Takes an event; returns how many were left out for it. */
  long add(MarketEvent event) {
    long before = lost;
    if (event instanceof DataGap gap) {
      lose(gap, gap.lost());
      forget(FullBook.class);
    } else if (event instanceof BookDifference) {
      lose(event, 1);
      forget(FullBook.class);
    } else if (event instanceof Trade) {
      kept.add(event);
      thinTrades();
    } else {
      kept.removeIf(each -> isReplaced(each, event));
      kept.add(event);
    }
    return lost - before;
  }

  private void lose(MarketEvent event, long count) {
    newestLost = event;
    lost += count;
  }

  /** A full book lacks what is lost after it. */
  private void forget(Class<? extends MarketEvent> kind) {
    kept.removeIf(kind::isInstance);
  }

  /** What says all anew makes no gap; a bar that is left out does. */
  private boolean isReplaced(MarketEvent older, MarketEvent newer) {
    if (older instanceof Bar bar && newer instanceof Bar next) {
      boolean same = bar.interval().equals(next.interval());
      if (same) {
        lose(bar, 1);
      }
      return same;
    }
    return older.getClass() == newer.getClass();
  }

  private void thinTrades() {
    List<Trade> trades = new ArrayList<>();
    for (MarketEvent each : kept) {
      if (each instanceof Trade trade) {
        trades.add(trade);
      }
    }
    int newest = trades.size() - 1;
    int low = newest;
    int high = newest;
    for (int i = newest; i >= 0; i--) {
      low = trades.get(i).priceRaw() < trades.get(low).priceRaw() ? i : low;
      high = trades.get(i).priceRaw() > trades.get(high).priceRaw() ? i : high;
    }
    for (int i = newest; i >= 0; i--) {
      if (i != newest && i != low && i != high) {
        Trade each = trades.get(i);
        lose(each, 1);
        kept.remove(each);
      }
    }
  }

  /** What is to be shown, in the order of arrival behind the gap; nothing is kept any more. */
  List<MarketEvent> take() {
    List<MarketEvent> all = new ArrayList<>();
    MarketEvent gap = newestLost;
    if (gap != null) {
      long time = kept.isEmpty() ? gap.eventTime() : kept.get(0).eventTime();
      String why = "the disk is full; " + lost + " events were left out";
      all.add(new DataGap(gap.instrument(), time, lost, why));
    }
    all.addAll(kept);
    kept.clear();
    newestLost = null;
    lost = 0;
    return all;
  }
}
