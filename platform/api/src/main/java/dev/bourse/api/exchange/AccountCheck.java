package dev.bourse.api.exchange;

import dev.bourse.api.model.InstrumentId;
import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * A factory that can look whether an account could be traded, without trading it: rights of its
 * key, clock, balances, fees, an order that is only tested. A DS service of {@link
 * ExchangeFactory}.
 *
 * @param <C> the annotation type that declares the adapter's parameters
 */
@ConsumerType
public interface AccountCheck<C> extends ExchangeFactory<C> {
  /**
   * Looks at an account over connections of its own and places nothing. Blocks, for a minute at
   * most, on a thread that may; a venue that does not answer is a finding. Throws {@link
   * IllegalArgumentException} with a sentence for parameters that cannot work.
   *
   * @param instruments what is to be traded there
   */
  List<AccountFinding> check(C config, List<InstrumentId> instruments);
}
