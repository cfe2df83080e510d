package dev.bourse.itests.benchmarks;

import dev.bourse.api.data.DataCounts;
import dev.bourse.api.data.DataCursor;
import dev.bourse.api.data.DataFormat;
import dev.bourse.api.event.MarketEvent;
import dev.bourse.api.event.Trade;
import dev.bourse.api.model.AggressorSide;
import dev.bourse.api.model.Instrument;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * Trades as a busy market has them, drawn with a fixed seed: some milliseconds apart and many in
 * the same one, prices that mostly stay, sizes of all magnitudes, rising ids.
 */
final class DrawnTrades implements DataFormat {
  private final int count;

  DrawnTrades(int count) {
    this.count = count;
  }

  @Override
  public String name() {
    return "drawn";
  }

  @Override
  public boolean recognises(Path file) {
    return file.toString().endsWith(".drawn");
  }

  @Override
  public Optional<Instrument> instrument(Path file) {
    return Optional.empty();
  }

  @Override
  public String symbol(Path file) {
    return "";
  }

  @Override
  public DataCursor open(Path file, Instrument instrument) {
    return new Cursor(instrument, count);
  }

  /** Draws one after the other. */
  static final class Cursor implements DataCursor {
    private static final long BEGIN = 1_704_067_200_000_000_000L;
    private static final long MILLI = 1_000_000L;

    private final Random random = new Random(1);
    private final Instrument instrument;
    private final int count;
    private int drawn;
    private long time = BEGIN;
    private long price = 4_200_000;

    Cursor(Instrument instrument, int count) {
      this.instrument = instrument;
      this.count = count;
    }

    @Override
    public @Nullable MarketEvent next() {
      if (drawn == count) {
        return null;
      }
      drawn++;
      long apart = (long) Math.max(0, -Math.log(random.nextDouble()) * 60 - 15);
      time += apart * MILLI;
      price += random.nextInt(10) == 0 ? random.nextInt(201) - 100 : 0;
      long size = (long) (Math.exp(random.nextGaussian() * 2) * 100_000) + 1;
      AggressorSide side = random.nextBoolean() ? AggressorSide.BUYER : AggressorSide.SELLER;
      return new Trade(instrument, time, price, size, side, Long.toString(3_735_683_259L + drawn));
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
}
