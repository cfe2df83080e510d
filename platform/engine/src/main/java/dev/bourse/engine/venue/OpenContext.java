package dev.bourse.engine.venue;

import dev.bourse.api.exchange.EventSink;
import dev.bourse.api.exchange.ExchangeContext;
import dev.bourse.api.model.AccountId;
import dev.bourse.api.model.Instrument;
import dev.bourse.api.persistence.Store;
import java.util.List;
import java.util.Optional;

/**
 * What an adapter is given when it opens an account.
 *
 * @param account the account
 * @param events where it reports
 * @param instruments what recorded data brings
 * @param store a memory of its own, for a simulated venue
 */
public record OpenContext(
    AccountId account, EventSink events, List<Instrument> instruments, Optional<Store> store)
    implements ExchangeContext {
  /** Keeps its own copy of the list. */
  public OpenContext {
    instruments = List.copyOf(instruments);
  }
}
