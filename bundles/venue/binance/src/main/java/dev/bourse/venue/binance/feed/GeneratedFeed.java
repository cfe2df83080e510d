package dev.bourse.venue.binance.feed;

import dev.bourse.api.event.BookLevels;
import dev.bourse.api.event.FullBook;
import dev.bourse.api.event.MarketEvent;
import dev.bourse.api.event.Trade;
import dev.bourse.api.model.AggressorSide;
import dev.bourse.api.model.Instrument;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Prices that wander by chance: a book and now and then a trade in each market at every step. The
 * same seed gives the same books and trades; only their times are those of the run.
 */
public final class GeneratedFeed implements Feed {
  private static final int LEVELS = 10;
  private static final int TRADE_PERCENT = 60;

  private final long interval;
  private final List<Walk> walks = new ArrayList<>();
  private long next = Long.MIN_VALUE;
  private long step;

  /**
   * A feed.
   *
   * @param seed what decides about everything
   * @param interval how long a step is
   * @param markets what wanders, and from which prices
   */
  public GeneratedFeed(long seed, Duration interval, List<Start> markets) {
    if (interval.isNegative() || interval.isZero()) {
      throw new IllegalArgumentException("interval=" + interval + " must be above zero");
    }
    this.interval = interval.toNanos();
    SplittableRandom random = new SplittableRandom(seed);
    markets.forEach(start -> walks.add(new Walk(start, random.split())));
  }

  /**
   * Where a market begins.
   *
   * @param instrument the market
   * @param price its first price, on the tick
   */
  public record Start(Instrument instrument, String price) {}

  @Override
  public List<MarketEvent> due(long now, int most) {
    List<MarketEvent> events = new ArrayList<>();
    next = next == Long.MIN_VALUE ? now : next;
    while (next <= now && events.size() < most) {
      step++;
      for (Walk walk : walks) {
        walk.step(next, step, events);
      }
      next += interval;
    }
    return events;
  }

  @Override
  public boolean isOver() {
    return false;
  }

  @Override
  public void close() {
    next = Long.MAX_VALUE;
  }

  /** One market's way. */
  private static final class Walk {
    private final Instrument instrument;
    private final SplittableRandom random;
    private final long tick;
    private long bid;

    Walk(Start start, SplittableRandom random) {
      this.instrument = start.instrument();
      this.random = random;
      this.tick = instrument.tickSize().raw();
      this.bid = instrument.price(start.price()).raw();
    }

    void step(long time, long number, List<MarketEvent> events) {
      long range = Math.max(1, bid / tick / 20_000);
      bid = Math.max(LEVELS * tick, bid + tick * (random.nextLong(2 * range + 1) - range));
      events.add(
          new FullBook(instrument, time, number, levels(bid, -tick), levels(bid + tick, tick)));
      if (random.nextInt(100) < TRADE_PERCENT) {
        boolean bought = random.nextBoolean();
        events.add(
            new Trade(
                instrument,
                time,
                bought ? bid + tick : bid,
                size(1),
                bought ? AggressorSide.BUYER : AggressorSide.SELLER,
                null));
      }
    }

    private BookLevels levels(long best, long away) {
      long[] pairs = new long[2 * LEVELS];
      for (int i = 0; i < LEVELS; i++) {
        pairs[2 * i] = best + i * away;
        pairs[2 * i + 1] = size(10L * (i + 1));
      }
      return BookLevels.of(pairs, LEVELS);
    }

    /** Some thousands of steps, so many times. */
    private long size(long times) {
      return instrument.stepSize().raw() * times * (100 + random.nextInt(5_000));
    }
  }
}
