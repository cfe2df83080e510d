package dev.bourse.itests.benchmarks;

import dev.bourse.api.event.Quote;
import dev.bourse.api.model.Instrument;
import java.util.SplittableRandom;

/** Quotes 100 ms apart: a random walk with a spread of two ticks. */
final class DrawnQuotes extends DrawnCursor {
  private final SplittableRandom random = new SplittableRandom(7);
  private final Instrument instrument;
  private long middle = 4_200_000;

  DrawnQuotes(Instrument instrument, int count) {
    super(count);
    this.instrument = instrument;
  }

  @Override
  Quote draw(int number) {
    middle = Math.max(100_000, middle + random.nextInt(-50, 51));
    long time = BEGIN + number * 100L * MILLI;
    long size = random.nextInt(1, 500_000);
    return new Quote(instrument, time, middle - 1, size, middle + 1, 500_000 - size);
  }
}
