package dev.bourse.api.strategy;

import dev.bourse.api.event.Bar;
import dev.bourse.api.model.Instrument;
import dev.bourse.api.model.Position;
import dev.bourse.api.model.Price;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/**
 * What a signal strategy sees when it is asked: what was applied so far, and nothing later. Valid
 * during the call only, on its thread.
 */
@ProviderType
public interface SignalView {
  /** The instrument, newest version. */
  Instrument instrument();

  /** Our time in nanoseconds; the only clock a strategy has. */
  long time();

  /** The bar that just closed; earlier ones came by {@link SignalStrategy#onBar}. */
  Bar bar();

  /** The price by the rule that the platform judges by. */
  Price price();

  /** The last known price: last trade, else the middle of the quote, else the last bar's close. */
  Optional<Price> lastPrice();

  /** What this strategy holds: nothing, or less than the venue takes. */
  Position position();
}
