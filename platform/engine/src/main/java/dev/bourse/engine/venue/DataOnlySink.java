package dev.bourse.engine.venue;

import dev.bourse.api.event.ConnectionChanged;
import dev.bourse.api.event.DataGap;
import dev.bourse.api.event.InstrumentListed;
import dev.bourse.api.event.MarketEvent;
import dev.bourse.api.event.ServiceChanged;
import dev.bourse.api.event.VenueEvent;
import dev.bourse.api.exchange.EventSink;
import dev.bourse.api.model.Instrument;
import dev.bourse.api.model.InstrumentId;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Lets market data, instruments and whether they come through and nothing else: a paper trader
 * reads a venue's data, but its account is simulated. A lost connection becomes a gap in every
 * instrument seen.
 */
public final class DataOnlySink implements EventSink {
  private final EventSink target;
  private final Map<InstrumentId, Instrument> seen = new ConcurrentHashMap<>();

  /** A filter in front of the given sink. */
  public DataOnlySink(EventSink target) {
    this.target = target;
  }

  @Override
  public boolean accept(VenueEvent event) {
    if (event instanceof MarketEvent data) {
      seen.put(data.instrument().id(), data.instrument());
      return target.accept(event);
    }
    if (event instanceof InstrumentListed || event instanceof ServiceChanged) {
      return target.accept(event);
    }
    if (event instanceof ConnectionChanged changed && !changed.connected()) {
      seen.values()
          .forEach(
              each -> target.accept(new DataGap(each, changed.eventTime(), 0, changed.detail())));
    }
    return true;
  }
}
