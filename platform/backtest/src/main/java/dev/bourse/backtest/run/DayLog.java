package dev.bourse.backtest.run;

import dev.bourse.api.backtest.DayPrices;
import dev.bourse.api.model.Instrument;
import dev.bourse.api.model.InstrumentId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** First and last price of every day in UTC. */
final class DayLog {
  private static final long DAY = TimeUnit.DAYS.toNanos(1);

  private final InstrumentId id;
  private final List<DayPrices> days = new ArrayList<>();
  private @Nullable Instrument firstVersion;
  private @Nullable Instrument lastVersion;
  private long end = Long.MIN_VALUE;
  private long first;
  private long last;

  DayLog(InstrumentId id) {
    this.id = id;
  }

  /** Takes what was paid first and last at a time. */
  void take(Instrument version, long time, long opened, long closed) {
    if (time >= end) {
      finish();
      firstVersion = version;
      first = opened;
      end = (Math.floorDiv(time, DAY) + 1) * DAY;
    }
    lastVersion = version;
    last = closed;
  }

  private void finish() {
    if (firstVersion != null && lastVersion != null) {
      long day = end / DAY - 1;
      days.add(new DayPrices(id, day, firstVersion.price(first), lastVersion.price(last)));
      firstVersion = null;
    }
  }

  List<DayPrices> all() {
    finish();
    end = Long.MIN_VALUE;
    return List.copyOf(days);
  }
}
