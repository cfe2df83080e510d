package dev.bourse.itests.benchmarks;

import dev.bourse.api.event.Bar;
import dev.bourse.api.model.BarInterval;
import dev.bourse.api.model.Instrument;
import java.util.SplittableRandom;

/** Bars of a minute without a gap. */
final class DrawnBars extends DrawnCursor {
  private static final BarInterval MINUTE = BarInterval.of("1m");

  private final SplittableRandom random = new SplittableRandom(11);
  private final Instrument instrument;
  private long last = 4_200_000;

  DrawnBars(Instrument instrument, int count) {
    super(count);
    this.instrument = instrument;
  }

  @Override
  Bar draw(int number) {
    long open = last;
    last = Math.max(100_000, open + random.nextInt(-3_000, 3_001));
    long high = Math.max(open, last) + random.nextInt(1_000);
    long low = Math.min(open, last) - random.nextInt(1_000);
    long volume = random.nextInt(1_000_000, 100_000_000);
    long close = BEGIN + number * MINUTE.nanos();
    return new Bar(instrument, MINUTE, close, open, high, low, last, volume, true);
  }
}
