package dev.bourse.exchange.simulated;

import dev.bourse.api.event.MarketEvent;
import dev.bourse.api.exchange.Capabilities;
import dev.bourse.api.exchange.ExchangeCommand;
import dev.bourse.api.exchange.ExchangeContext;
import dev.bourse.api.exchange.ExecutionClient;
import dev.bourse.api.exchange.LockstepExchange;
import dev.bourse.api.exchange.MarketDataClient;
import dev.bourse.api.model.AccountId;
import dev.bourse.api.model.Instrument;
import dev.bourse.api.model.InstrumentId;
import dev.bourse.api.model.Money;
import dev.bourse.api.model.OrderType;
import dev.bourse.api.model.TimeInForce;
import dev.bourse.api.model.TrailingUnit;
import dev.bourse.api.model.TriggerType;
import dev.bourse.exchange.simulated.venue.Venue;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One account at a simulated venue. Driven by its caller on the trader's thread; has no thread of
 * its own.
 */
final class SimulatedExchange implements LockstepExchange, ExecutionClient, MarketDataClient {
  private final Venue venue;
  private final SimulatedSettings settings;
  private final AccountId account;
  private boolean closed;

  private SimulatedExchange(Venue venue, SimulatedSettings settings, AccountId account) {
    this.venue = venue;
    this.settings = settings;
    this.account = account;
  }

  static SimulatedExchange open(Venue venue, SimulatedSettings settings, ExchangeContext context) {
    venue.open(context.account(), settings.balances(), context.instruments(), context.events());
    return new SimulatedExchange(venue, settings, context.account());
  }

  @Override
  public Capabilities capabilities() {
    Set<OrderType> types = EnumSet.complementOf(EnumSet.of(OrderType.MARKET_TO_LIMIT));
    Set<TriggerType> triggers =
        EnumSet.complementOf(EnumSet.of(TriggerType.MARK_PRICE, TriggerType.INDEX_PRICE));
    Duration history = Duration.ofNanos(settings.rules().history());
    return Capabilities.builder(history, true)
        .orderTypes(types)
        .timesInForce(EnumSet.allOf(TimeInForce.class))
        .postOnly(true)
        .amend(true)
        .triggerTypes(triggers)
        .trailingUnits(EnumSet.allOf(TrailingUnit.class))
        .displayQuantity(true)
        .linkedOrders(true)
        .quoteAmounts(true)
        .build();
  }

  @Override
  public List<Instrument> instruments() {
    return venue.instruments();
  }

  @Override
  public MarketDataClient marketData() {
    return this;
  }

  @Override
  public ExecutionClient execution() {
    return this;
  }

  @Override
  public void onMarket(MarketEvent event, long position, long now) {
    if (!closed) {
      venue.onMarket(event, position, now);
    }
  }

  @Override
  public void doWork(long now) {
    if (!closed) {
      venue.doWork(now);
    }
  }

  @Override
  public long nextDeadline() {
    return closed ? Long.MAX_VALUE : venue.nextDeadline();
  }

  @Override
  public long position() {
    return venue.position();
  }

  @Override
  public Map<String, String> assumptions() {
    return Assumptions.of(settings, venue.instruments());
  }

  @Override
  public boolean transfer(Money amount, long now) {
    return !closed && venue.transfer(account, amount, now);
  }

  @Override
  public boolean execute(ExchangeCommand command) {
    if (!command.order().account().equals(account)) {
      throw new IllegalArgumentException(
          "order "
              + command.orderId()
              + " is for account "
              + command.order().account()
              + ", this is "
              + account);
    }
    return !closed && venue.take(command);
  }

  @Override
  public void requestReport(long since) {
    if (!closed) {
      venue.report(account, since);
    }
  }

  /**
   * Market data is brought by the caller; this only says whether the venue lists the instrument.
   */
  @Override
  public void subscribe(InstrumentId instrument) {
    if (!venue.lists(instrument)) {
      throw new IllegalArgumentException(
          "instrument "
              + instrument
              + " is not listed at this venue; known are "
              + venue.instruments().stream().map(Instrument::id).toList());
    }
  }

  @Override
  public void unsubscribe(InstrumentId instrument) {
    // Nothing flows here that could be stopped: the caller decides what it brings.
  }

  @Override
  public void close() {
    if (!closed) {
      closed = true;
      venue.leave(account);
    }
  }
}
