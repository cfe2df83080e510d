package dev.bourse.backtest.run;

import dev.bourse.api.event.MarketEvent;
import dev.bourse.api.exchange.Capabilities;
import dev.bourse.api.exchange.ExchangeCommand;
import dev.bourse.api.exchange.ExecutionClient;
import dev.bourse.api.exchange.LockstepExchange;
import dev.bourse.api.exchange.MarketDataClient;
import dev.bourse.api.model.Instrument;
import dev.bourse.backtest.plan.Loading;
import java.util.List;
import java.util.Map;

/** A venue whose class loader is the context class loader whenever it works. */
final class LoadedVenue implements LockstepExchange, ExecutionClient {
  private final LockstepExchange venue;
  private final ClassLoader loader;

  LoadedVenue(LockstepExchange venue, ClassLoader loader) {
    this.venue = venue;
    this.loader = loader;
  }

  @Override
  public void onMarket(MarketEvent event, long position, long now) {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    thread.setContextClassLoader(loader);
    try {
      venue.onMarket(event, position, now);
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  @Override
  public void doWork(long now) {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    thread.setContextClassLoader(loader);
    try {
      venue.doWork(now);
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  @Override
  public boolean execute(ExchangeCommand command) {
    return Loading.call(loader, () -> venue.execution().execute(command));
  }

  @Override
  public void requestReport(long since) {
    Loading.call(
        loader,
        () -> {
          venue.execution().requestReport(since);
          return true;
        });
  }

  @Override
  public void close() {
    Loading.call(
        loader,
        () -> {
          venue.close();
          return true;
        });
  }

  @Override
  public long nextDeadline() {
    return venue.nextDeadline();
  }

  @Override
  public long position() {
    return venue.position();
  }

  @Override
  public Map<String, String> assumptions() {
    return Loading.call(loader, venue::assumptions);
  }

  @Override
  public Capabilities capabilities() {
    return Loading.call(loader, venue::capabilities);
  }

  @Override
  public List<Instrument> instruments() {
    return Loading.call(loader, venue::instruments);
  }

  @Override
  public MarketDataClient marketData() {
    return venue.marketData();
  }

  @Override
  public ExecutionClient execution() {
    return this;
  }
}
