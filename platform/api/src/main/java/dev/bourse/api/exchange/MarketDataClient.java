package dev.bourse.api.exchange;

import dev.bourse.api.model.InstrumentId;
import org.osgi.annotation.versioning.ConsumerType;

/** Subscriptions to market data. Calls are idempotent and survive reconnects. */
@ConsumerType
public interface MarketDataClient {
  /**
   * Starts the data of an instrument; throws {@link IllegalArgumentException} for one the venue
   * does not have.
   */
  void subscribe(InstrumentId instrument);

  /** Ends the data of an instrument. */
  void unsubscribe(InstrumentId instrument);
}
