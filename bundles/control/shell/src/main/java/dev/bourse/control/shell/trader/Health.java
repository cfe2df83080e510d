package dev.bourse.control.shell.trader;

import dev.bourse.api.model.BarInterval;
import dev.bourse.api.model.InstrumentId;
import dev.bourse.api.model.TraderStatus;
import dev.bourse.api.model.TradingMode;
import dev.bourse.api.trader.TraderSnapshot;
import dev.bourse.api.trader.TraderSnapshot.FeedView;
import dev.bourse.api.trader.TraderSnapshot.StrategyView;
import dev.bourse.control.shell.text.Display;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;

/**
 * How a trader is as people want to know it: a trader that runs without data for three bars is
 * starved.
 *
 * @param snapshot the trader
 * @param now the time that ages are counted to, nanoseconds
 */
public record Health(TraderSnapshot snapshot, long now) {
  private static final int BARS = 3;

  /**
   * The health of a trader. Where its clock is the wall's, ages go on while nothing arrives; where
   * its clock is the data's, they do not.
   */
  public static Health of(TraderSnapshot snapshot, long wallMillis) {
    boolean wall = snapshot.mode() == TradingMode.LIVE || snapshot.mode() == TradingMode.PAPER;
    long wallNanos = TimeUnit.MILLISECONDS.toNanos(wallMillis);
    return new Health(snapshot, wall ? Math.max(snapshot.time(), wallNanos) : snapshot.time());
  }

  /** {@code RUNNING}, {@code RUNNING, STARVED}, {@code PAUSED} ... */
  public String status() {
    return snapshot.status() + (starvation().isEmpty() ? "" : ", STARVED");
  }

  /** A sentence per instrument that a strategy gets no bars of although the trader runs. */
  public List<String> starvation() {
    List<String> sentences = new ArrayList<>();
    if (snapshot.status() == TraderStatus.RUNNING) {
      for (StrategyView strategy : snapshot.strategies()) {
        strategy.instruments().forEach(id -> starvation(strategy, id).ifPresent(sentences::add));
      }
    }
    return sentences;
  }

  /** The market data of an instrument. */
  public Optional<FeedView> feed(InstrumentId id) {
    return snapshot.feeds().stream().filter(feed -> feed.instrument().id().equals(id)).findFirst();
  }

  /** {@code 3 m 12 s} since the time, or {@link Display#NONE}. */
  public String age(long time) {
    return time == Long.MIN_VALUE ? Display.NONE : Display.duration(Math.max(0, now - time));
  }

  private Optional<String> starvation(StrategyView strategy, InstrumentId id) {
    OptionalLong shortest = BarInterval.shortest(strategy.bar());
    if (shortest.isEmpty()) {
      return Optional.empty();
    }
    long last = feed(id).map(FeedView::lastEvent).orElse(Long.MIN_VALUE);
    String whose = id + " for strategy " + strategy.id() + " (bar " + strategy.bar() + ")";
    if (last == Long.MIN_VALUE) {
      return Optional.of("No data came yet of " + whose + ".");
    }
    long limit = BARS * shortest.getAsLong();
    return now - last < limit
        ? Optional.empty()
        : Optional.of(
            "No data for "
                + age(last)
                + " of "
                + whose
                + "; the last came at "
                + Display.time(last)
                + ".");
  }
}
