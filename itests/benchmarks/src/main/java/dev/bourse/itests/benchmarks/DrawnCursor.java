package dev.bourse.itests.benchmarks;

import dev.bourse.api.data.DataCounts;
import dev.bourse.api.data.DataCursor;
import dev.bourse.api.event.MarketEvent;
import org.jspecify.annotations.Nullable;

/** So many events, drawn one after the other with a fixed seed: always the same. */
abstract class DrawnCursor implements DataCursor {
  static final long BEGIN = 1_704_067_200_000_000_000L;
  static final long MILLI = 1_000_000L;

  private final int count;
  private int drawn;

  DrawnCursor(int count) {
    this.count = count;
  }

  /** The next event; its number begins at 1. */
  abstract MarketEvent draw(int number);

  @Override
  public @Nullable MarketEvent next() {
    return drawn == count ? null : draw(++drawn);
  }

  @Override
  public DataCounts counts() {
    return new DataCounts(drawn, 0, 0, 0);
  }

  @Override
  public double progress() {
    return drawn / (double) count;
  }

  @Override
  public String hash() {
    return "";
  }

  @Override
  public void close() {}
}
