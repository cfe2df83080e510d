package dev.bourse.core.signal;

import dev.bourse.api.event.Bar;
import dev.bourse.api.model.Price;
import dev.bourse.api.state.Kept;
import dev.bourse.api.state.StateReader;
import dev.bourse.api.state.StateWriter;
import dev.bourse.api.strategy.SignalInterval;
import dev.bourse.api.strategy.SignalRules;
import org.jspecify.annotations.Nullable;

/**
 * What must survive of a slot's signals: the newest one, when the strategy was asked last, and the
 * bars that the price rule looks at. Belongs to the platform: it outlives a change of the
 * strategy's parameters, because the position does.
 */
public final class SignalBook implements Kept {
  private final RulePrice prices;
  private final SignalInterval interval;
  private long askedUntil = Long.MIN_VALUE;
  private @Nullable LiveSignal newest;

  SignalBook(SignalInterval interval, SignalRules rules) {
    this.interval = interval;
    this.prices = new RulePrice(rules.price(), rules.priceBars());
  }

  void add(Bar bar) {
    prices.add(bar);
  }

  /** The price by the rule, or null until enough bars were seen. */
  @Nullable Price price() {
    return prices.price();
  }

  /** The newest signal, over or not, or null before the first. */
  public @Nullable LiveSignal newest() {
    return newest;
  }

  /** The newest signal unless it is over. */
  @Nullable LiveSignal live() {
    LiveSignal signal = newest;
    return signal == null || signal.state().isEnd() ? null : signal;
  }

  void set(LiveSignal signal) {
    newest = signal;
  }

  /** Takes the interval that contains the time; false if it was taken before. */
  boolean takeInterval(long time) {
    if (time < askedUntil) {
      return false;
    }
    askedUntil = interval.end(time);
    return true;
  }

  /** The strategy may be asked again in the same interval. */
  void giveIntervalBack() {
    askedUntil = Long.MIN_VALUE;
  }

  @Override
  public void save(StateWriter out) {
    out.putLong(askedUntil);
    prices.save(out);
    LiveSignal signal = newest;
    out.putBoolean(signal != null);
    if (signal != null) {
      SignalCodec.write(out, signal);
    }
  }

  @Override
  public void load(int version, StateReader in) {
    if (version != stateVersion()) {
      throw new IllegalArgumentException(
          "layout " + version + " of signals, this version reads " + stateVersion());
    }
    askedUntil = in.getLong();
    prices.load(in);
    newest = in.getBoolean() ? SignalCodec.read(in) : null;
  }
}
