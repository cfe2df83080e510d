package dev.bourse.api.strategy;

import dev.bourse.api.model.Instrument;
import dev.bourse.api.model.OmsType;
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
}
