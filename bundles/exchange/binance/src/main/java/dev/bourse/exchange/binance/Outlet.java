package dev.bourse.exchange.binance;

import dev.bourse.api.event.VenueEvent;
import dev.bourse.api.exchange.EventSink;
import dev.bourse.api.exchange.ExchangeContext;
import dev.bourse.api.model.AccountId;
import dev.bourse.api.model.Instrument;
import dev.bourse.api.persistence.Store;
import java.util.List;
import java.util.Optional;

/**
 * What an account reports by: nothing passes once it is closed, whoever still works. Any thread.
 */
final class Outlet implements ExchangeContext, EventSink {
  private final ExchangeContext context;
  private boolean closed;

  Outlet(ExchangeContext context) {
    this.context = context;
  }

  @Override
  public synchronized boolean accept(VenueEvent event) {
    return !closed && context.events().accept(event);
  }

  /** Nothing is reported after this has returned. */
  synchronized void close() {
    closed = true;
  }

  @Override
  public AccountId account() {
    return context.account();
  }

  @Override
  public EventSink events() {
    return this;
  }

  @Override
  public List<Instrument> instruments() {
    return context.instruments();
  }

  @Override
  public Optional<Store> store() {
    return context.store();
  }
}
