package dev.bourse.itests.benchmarks;

import dev.bourse.api.event.AccountEvent;
import dev.bourse.api.event.MarketEvent;
import dev.bourse.api.event.OrderReport;
import dev.bourse.api.event.Quote;
import dev.bourse.api.exchange.Capabilities;
import dev.bourse.api.exchange.EventSink;
import dev.bourse.api.exchange.ExchangeCommand;
import dev.bourse.api.exchange.ExecutionClient;
import dev.bourse.api.exchange.LockstepExchange;
import dev.bourse.api.exchange.MarketDataClient;
import dev.bourse.api.model.AccountId;
import dev.bourse.api.model.Balance;
import dev.bourse.api.model.Fill;
import dev.bourse.api.model.Instrument;
import dev.bourse.api.model.InstrumentId;
import dev.bourse.api.model.Liquidity;
import dev.bourse.api.model.Money;
import dev.bourse.api.model.Order;
import dev.bourse.api.model.OrderType;
import dev.bourse.api.model.Price;
import dev.bourse.api.model.Side;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.List;

/**
 * The smallest venue there can be: market orders fill at once at the other side of the last quote,
 * limit orders rest for ever. What is measured with it is the trader's work, not the venue's.
 */
final class InstantVenue implements LockstepExchange, ExecutionClient, MarketDataClient {
  static final AccountId ACCOUNT = new AccountId("bench");

  private final EventSink sink;
  private final List<Instrument> instruments;
  private long bidRaw;
  private long askRaw;
  private long fills;

  /** Called when an order has reached the venue. */
  private final Runnable arrived;

  InstantVenue(EventSink sink, List<Instrument> instruments, Runnable arrived) {
    this.arrived = arrived;
    this.sink = sink;
    this.instruments = List.copyOf(instruments);
  }

  @Override
  public void onMarket(MarketEvent event, long position, long now) {
    if (event instanceof Quote quote) {
      bidRaw = quote.bidRaw();
      askRaw = quote.askRaw();
    }
  }

  @Override
  public boolean execute(ExchangeCommand command) {
    Order order = command.order();
    long time = command.decidedAt();
    if (command instanceof ExchangeCommand.Submit && askRaw > 0) {
      arrived.run();
      sink.accept(new OrderReport.Accepted(ACCOUNT, order.id(), "v", time));
      if (order.spec().type() == OrderType.MARKET) {
        sink.accept(new OrderReport.Filled(fill(order, time)));
      }
    } else if (command instanceof ExchangeCommand.Cancel) {
      sink.accept(new OrderReport.Canceled(ACCOUNT, order.id(), "asked", time));
    }
    return true;
  }

  private Fill fill(Order order, long time) {
    Instrument instrument = order.spec().instrument();
    boolean buy = order.spec().side() == Side.BUY;
    Price price = instrument.price(buy ? askRaw : bidRaw);
    Money notional = instrument.notional(price, order.spec().quantity());
    return new Fill(
        Long.toString(++fills),
        order.id(),
        ACCOUNT,
        instrument,
        order.spec().side(),
        price,
        order.spec().quantity(),
        notional.times(instrument.takerFee(), RoundingMode.UP),
        Liquidity.TAKER,
        time,
        false);
  }

  @Override
  public void requestReport(long since) {
    Balance cash = new Balance(Money.of("1000000000", Quotes.USD), Quotes.USD.zero());
    sink.accept(new AccountEvent.MassReport(ACCOUNT, List.of(), List.of(), List.of(cash), 0, 0));
  }

  @Override
  public void doWork(long now) {}

  @Override
  public long nextDeadline() {
    return Long.MAX_VALUE;
  }

  @Override
  public Capabilities capabilities() {
    return Capabilities.basic(Duration.ofDays(1), true);
  }

  @Override
  public List<Instrument> instruments() {
    return instruments;
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
  public void subscribe(InstrumentId instrument) {}

  @Override
  public void unsubscribe(InstrumentId instrument) {}

  @Override
  public void close() {}
}
