package dev.bourse.api.strategy;

import dev.bourse.api.model.Instrument;
import dev.bourse.api.model.OmsType;
import dev.bourse.api.model.StrategyId;
import dev.bourse.api.state.Kept;
import java.time.Duration;
import org.osgi.annotation.versioning.ProviderType;

/** What a strategy knows about its place, and where it registers what must survive. */
@ProviderType
public interface StrategyContext {
  /** The strategy's name. */
  StrategyId id();

  /** The instrument that this object trades. */
  Instrument instrument();

  /**
   * Whether its fills make one position, or several by name ({@link Orders#forPosition}): what
   * {@code oms} says in its file. A strategy that can only do one of them throws.
   */
  default OmsType oms() {
    return OmsType.NETTING;
  }

  /**
   * Registers state that survives a restart and the replacement of the plug-in; returns it,
   * restored if there is something to restore. Only to be called while the strategy is created;
   * throws {@link IllegalArgumentException} for a name used twice.
   */
  <T extends Kept> T keep(String name, T state);

  /**
   * Registers something that looks in an interval as long as the strategy lives: first one interval
   * after each {@link Strategy#onStart start}, and whenever strategies may be asked. What was
   * missed meanwhile happens once. One that throws is tried again after 30 s, then every 60 s, or
   * after its interval if that is longer, until it does not. Only to be called while the strategy
   * is created; throws {@link IllegalArgumentException} for a name used twice and an interval that
   * is not 1 s to 1 day.
   */
  default void watch(String name, Duration interval, Watcher watcher) {
    throw new UnsupportedOperationException(
        "watcher " + name + " would never look: nobody runs watchers here");
  }
}
