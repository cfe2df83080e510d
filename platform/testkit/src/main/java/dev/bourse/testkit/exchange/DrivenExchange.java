package dev.bourse.testkit.exchange;

import dev.bourse.api.exchange.Capabilities;
import dev.bourse.api.exchange.Exchange;
import dev.bourse.api.exchange.ExchangeCommand;
import dev.bourse.api.exchange.ExecutionClient;
import dev.bourse.api.exchange.LockstepExchange;
import dev.bourse.api.exchange.MarketDataClient;
import dev.bourse.api.model.Instrument;
import java.util.List;

/** Drives an exchange as a paper trader does: one thing after the other, a second apart. */
final class DrivenExchange implements Exchange, ExecutionClient {
  private final LockstepExchange exchange;
  private final DrivenVenue venue;

  DrivenExchange(LockstepExchange exchange, DrivenVenue venue) {
    this.exchange = exchange;
    this.venue = venue;
  }

  LockstepExchange exchange() {
    return exchange;
  }

  @Override
  public boolean execute(ExchangeCommand command) {
    synchronized (venue) {
      boolean taken = exchange.execution().execute(at(command, venue.now()));
      exchange.doWork(venue.pass());
      return taken;
    }
  }

  private static ExchangeCommand at(ExchangeCommand command, long now) {
    if (command instanceof ExchangeCommand.Submit submit) {
      return new ExchangeCommand.Submit(submit.order(), now);
    } else if (command instanceof ExchangeCommand.SubmitPair pair) {
      return new ExchangeCommand.SubmitPair(pair.order(), pair.other(), now);
    } else if (command instanceof ExchangeCommand.SubmitBracket bracket) {
      return new ExchangeCommand.SubmitBracket(bracket.order(), bracket.exits(), now);
    } else if (command instanceof ExchangeCommand.Cancel cancel) {
      return new ExchangeCommand.Cancel(cancel.order(), now);
    } else if (command instanceof ExchangeCommand.Amend amend) {
      return new ExchangeCommand.Amend(amend.order(), amend.change(), now);
    }
    return new ExchangeCommand.Query(command.order(), now);
  }

  @Override
  public void requestReport(long since) {
    synchronized (venue) {
      exchange.execution().requestReport(since);
      exchange.doWork(venue.pass());
    }
  }

  @Override
  public void requestReportWithFlows(long since) {
    synchronized (venue) {
      exchange.execution().requestReportWithFlows(since);
      exchange.doWork(venue.pass());
    }
  }

  @Override
  public Capabilities capabilities() {
    return exchange.capabilities();
  }

  @Override
  public List<Instrument> instruments() {
    return exchange.instruments();
  }

  @Override
  public MarketDataClient marketData() {
    return exchange.marketData();
  }

  @Override
  public ExecutionClient execution() {
    return this;
  }

  @Override
  public void close() {
    synchronized (venue) {
      exchange.close();
    }
  }
}
