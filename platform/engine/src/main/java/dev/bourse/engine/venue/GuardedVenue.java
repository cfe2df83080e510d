package dev.bourse.engine.venue;

import dev.bourse.api.event.MarketEvent;
import dev.bourse.api.exchange.Capabilities;
import dev.bourse.api.exchange.ExchangeCommand;
import dev.bourse.api.exchange.ExecutionClient;
import dev.bourse.api.exchange.LockstepExchange;
import dev.bourse.api.exchange.MarketDataClient;
import dev.bourse.api.model.Instrument;
import dev.bourse.engine.watch.Gatekeeper;
import dev.bourse.engine.watch.GuardedCode;
import java.util.List;
import java.util.Map;

/** A simulated venue behind the gatekeeper of the loop that drives it. */
final class GuardedVenue implements LockstepExchange, ExecutionClient {
  private final LockstepExchange venue;
  private final String name;
  private final ClassLoader loader;
  private final Gatekeeper gate;

  GuardedVenue(LockstepExchange venue, String name, ClassLoader loader, Gatekeeper gate) {
    this.venue = venue;
    this.name = name;
    this.loader = loader;
    this.gate = gate;
  }

  @Override
  public void onMarket(MarketEvent event, long position, long now) {
    Gatekeeper.Visit visit = gate.enter(name, loader);
    try {
      venue.onMarket(event, position, now);
    } finally {
      gate.leave(visit);
    }
  }

  @Override
  public void doWork(long now) {
    Gatekeeper.Visit visit = gate.enter(name, loader);
    try {
      venue.doWork(now);
    } finally {
      gate.leave(visit);
    }
  }

  @Override
  public boolean execute(ExchangeCommand command) {
    Gatekeeper.Visit visit = gate.enter(name, loader);
    try {
      return venue.execution().execute(command);
    } finally {
      gate.leave(visit);
    }
  }

  @Override
  public void requestReport(long since) {
    Gatekeeper.Visit visit = gate.enter(name, loader);
    try {
      venue.execution().requestReport(since);
    } finally {
      gate.leave(visit);
    }
  }

  @Override
  public void close() {
    Gatekeeper.Visit visit = gate.enter(name, loader);
    try {
      venue.close();
    } finally {
      gate.leave(visit);
    }
  }

  /** Closes it from another thread. */
  void abandon() {
    GuardedCode.call(
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
    return venue.assumptions();
  }

  @Override
  public Capabilities capabilities() {
    return venue.capabilities();
  }

  @Override
  public List<Instrument> instruments() {
    return venue.instruments();
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
