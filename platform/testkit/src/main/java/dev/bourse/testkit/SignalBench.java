package dev.bourse.testkit;

import dev.bourse.api.event.Bar;
import dev.bourse.api.model.Instrument;
import dev.bourse.api.model.Position;
import dev.bourse.api.model.Price;
import dev.bourse.api.model.Signal;
import dev.bourse.api.strategy.SignalStrategy;
import dev.bourse.api.strategy.SignalView;
import dev.bourse.api.strategy.Strategy;
import dev.bourse.api.strategy.StrategyContext;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A place to try a strategy of signals alone: it is told of bars and asked as the platform asks,
 * once in each of its intervals at most and only while no signal lives. A signal enters at the
 * close of its bar and is over with the first bar that closes beyond its take-profit or its
 * stop-loss, or at the end of its lifetime; every price is a close. For entries and exits as a
 * venue gives them, use a backtest.
 *
 * <p>Not thread-safe.
 */
public final class SignalBench {
  private static final long NEVER = Long.MIN_VALUE;

  private final StrategyBench place;
  private final List<Given> given = new ArrayList<>();
  private @Nullable Given live;
  private long askedUntil = NEVER;

  /**
   * A signal that a strategy gave.
   *
   * @param time when, nanoseconds
   * @param price the price that it was asked at
   * @param signal what it said
   */
  public record Given(long time, Price price, Signal signal) {
    /** Whether it lives no more when a bar closes. */
    private boolean isOver(Bar bar) {
      Price high = signal.isLong() ? signal.takeProfit() : signal.stopLoss();
      Price low = signal.isLong() ? signal.stopLoss() : signal.takeProfit();
      boolean old =
          !signal.lifetime().equals(Signal.FOREVER)
              && Duration.ofNanos(bar.eventTime() - time).compareTo(signal.lifetime()) >= 0;
      return old || bar.close().compareTo(high) >= 0 || bar.close().compareTo(low) <= 0;
    }
  }

  /** A bench for one instrument. */
  public SignalBench(Instrument instrument) {
    this(new StrategyBench(instrument));
  }

  private SignalBench(StrategyBench place) {
    this.place = place;
  }

  /** What the strategy is created with. */
  public StrategyContext context() {
    return place;
  }

  /** The instrument. */
  public Instrument instrument() {
    return place.instrument();
  }

  /**
   * What a restart leaves: the signals, and the bytes of what was kept, but no object of the
   * strategy.
   */
  public SignalBench restarted() {
    SignalBench next = new SignalBench(place.restarted());
    next.given.addAll(given);
    next.live = live;
    next.askedUntil = askedUntil;
    return next;
  }

  /** Tells a strategy of a bar, and asks it for a signal if it is time for one. */
  public void bar(SignalStrategy strategy, Bar bar) {
    place.bar(new Strategy() {}, bar);
    strategy.onBar(bar);
    if (live != null && live.isOver(bar)) {
      live = null;
    }
    if (live == null && bar.eventTime() >= askedUntil) {
      askedUntil = strategy.interval().end(bar.eventTime());
      Optional<Signal> answer = strategy.signal(view(bar));
      live = answer.map(signal -> new Given(bar.eventTime(), bar.close(), signal)).orElse(null);
      answer.ifPresent(any -> given.add(live));
    }
  }

  /** What a strategy sees when it is asked at the end of a bar, with nothing held. */
  public static SignalView view(Bar bar) {
    return new Asked(bar);
  }

  /** Lets every watcher that the strategy registered look now. */
  public void look() {
    place.watchers().forEach(place::look);
  }

  /** The signals that were given, oldest first. */
  public List<Given> given() {
    return List.copyOf(given);
  }

  /** The orders that were placed, which a strategy of signals must not do: texts. */
  public List<String> ordered() {
    return place.asked();
  }

  /** What a strategy sees: nothing is held, and the price is the bar's close. */
  private record Asked(Bar bar) implements SignalView {
    @Override
    public Instrument instrument() {
      return bar.instrument();
    }

    @Override
    public long time() {
      return bar.eventTime();
    }

    @Override
    public Price price() {
      return bar.close();
    }

    @Override
    public Optional<Price> lastPrice() {
      return Optional.of(bar.close());
    }

    @Override
    public Position position() {
      return Position.flat(TestOrders.ACCOUNT, TestOrders.STRATEGY, bar.instrument());
    }
  }
}
