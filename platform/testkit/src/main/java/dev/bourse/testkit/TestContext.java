package dev.bourse.testkit;

import dev.bourse.api.exchange.EventSink;
import dev.bourse.api.exchange.ExchangeContext;
import dev.bourse.api.model.AccountId;
import dev.bourse.api.model.Instrument;
import dev.bourse.api.persistence.Store;
import java.util.List;
import java.util.Optional;

/**
 * What an adapter gets when a test opens an account.
 *
 * @param account the account's name
 * @param events where reports go
 * @param instruments what came with the data
 * @param store the adapter's own store, if any
 */
public record TestContext(
    AccountId account, EventSink events, List<Instrument> instruments, Optional<Store> store)
    implements ExchangeContext {
  /** The account {@code demo} with both fixture instruments and no store. */
  public static TestContext of(EventSink events) {
    return new TestContext(
        TestOrders.ACCOUNT,
        events,
        List.of(Instruments.BTCUSD, Instruments.ETHUSD),
        Optional.empty());
  }

  /** The same with reports going elsewhere. */
  public TestContext with(EventSink newEvents) {
    return new TestContext(account, newEvents, instruments, store);
  }

  /** The same with a store. */
  public TestContext with(Store newStore) {
    return new TestContext(account, events, instruments, Optional.of(newStore));
  }

  /** The same with other instruments. */
  public TestContext with(List<Instrument> newInstruments) {
    return new TestContext(account, events, newInstruments, store);
  }
}
