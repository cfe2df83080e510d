package dev.bourse.itests.benchmarks;

import dev.bourse.api.event.Trade;
import dev.bourse.api.model.AggressorSide;
import dev.bourse.api.model.Instrument;
import java.util.Random;

/**
 * Trades as a busy market has them: some milliseconds apart and many in the same one, prices that
 * mostly stay, sizes of all magnitudes, rising ids.
 */
final class DrawnTrades extends DrawnCursor {
  private final Random random = new Random(1);
  private final Instrument instrument;
  private long time = BEGIN;
  private long price = 4_200_000;

  DrawnTrades(Instrument instrument, int count) {
    super(count);
    this.instrument = instrument;
  }

  @Override
  Trade draw(int number) {
    long apart = (long) Math.max(0, -Math.log(random.nextDouble()) * 60 - 15);
    time += apart * MILLI;
    price += random.nextInt(10) == 0 ? random.nextInt(201) - 100 : 0;
    long size = (long) (Math.exp(random.nextGaussian() * 2) * 100_000) + 1;
    AggressorSide side = random.nextBoolean() ? AggressorSide.BUYER : AggressorSide.SELLER;
    return new Trade(instrument, time, price, size, side, Long.toString(3_735_683_259L + number));
  }
}
