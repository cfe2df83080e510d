package dev.bourse.api.strategy;

import dev.bourse.api.model.Instrument;
import dev.bourse.api.model.StrategyId;
import dev.bourse.api.state.Kept;
import org.osgi.annotation.versioning.ProviderType;

/** What a strategy knows about its place, and where it registers what must survive. */
@ProviderType
public interface StrategyContext {
  /** The strategy's name. */
  StrategyId id();

  /** The instrument that this object trades. */
  Instrument instrument();

  /**
   * Registers state that survives a restart and the replacement of the plug-in; returns it,
   * restored if there is something to restore. Only to be called while the strategy is created;
   * throws {@link IllegalArgumentException} for a name used twice.
   */
  <T extends Kept> T keep(String name, T state);
}
