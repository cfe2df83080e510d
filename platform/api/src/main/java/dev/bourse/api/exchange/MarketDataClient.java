package dev.bourse.api.exchange;

import dev.bourse.api.event.Bar;
import dev.bourse.api.model.BarInterval;
import dev.bourse.api.model.Instrument;
import dev.bourse.api.model.InstrumentId;
import java.util.List;
import java.util.concurrent.CompletableFuture;
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

  /**
   * Asks the venue for bars of the past. Returns at once; the answer comes on a thread of the
   * adapter. It has every bar of time that ended in the range and in which something was traded,
   * oldest first, as the venue's trades make it: prices and volume are those that a trader would
   * have added up from the stream. The bar that is forming is not among them. Asked only of a venue
   * that declares {@link Capabilities#barHistory()}, and only for bars that are over for some
   * seconds; what weighs on the venue's limits comes after orders and cancels.
   *
   * <p>The answer is a failure with a sentence if the venue cannot be asked now, or has no such
   * bars; whoever wants them asks again.
   *
   * @param instrument the version that scales the answer
   * @param interval a length of time, of trades
   * @param after the end of the last bar that is not wanted, nanoseconds
   * @param through the end of the last bar that is wanted, nanoseconds
   */
  default CompletableFuture<List<Bar>> bars(
      Instrument instrument, BarInterval interval, long after, long through) {
    return CompletableFuture.failedFuture(
        new IllegalStateException(
            "the venue of " + instrument.id() + " tells no bars of the past"));
  }
}
