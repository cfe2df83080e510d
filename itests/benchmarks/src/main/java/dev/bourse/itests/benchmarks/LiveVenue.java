package dev.bourse.itests.benchmarks;

import dev.bourse.api.event.AccountEvent;
import dev.bourse.api.event.ConnectionChanged;
import dev.bourse.api.event.OrderReport;
import dev.bourse.api.event.Trade;
import dev.bourse.api.exchange.Capabilities;
import dev.bourse.api.exchange.EventSink;
import dev.bourse.api.exchange.Exchange;
import dev.bourse.api.exchange.ExchangeCommand;
import dev.bourse.api.exchange.ExchangeContext;
import dev.bourse.api.exchange.ExchangeFactory;
import dev.bourse.api.exchange.ExecutionClient;
import dev.bourse.api.exchange.MarketDataClient;
import dev.bourse.api.model.AccountId;
import dev.bourse.api.model.AggressorSide;
import dev.bourse.api.model.Balance;
import dev.bourse.api.model.Fill;
import dev.bourse.api.model.Instrument;
import dev.bourse.api.model.InstrumentId;
import dev.bourse.api.model.Liquidity;
import dev.bourse.api.model.Money;
import dev.bourse.api.model.Order;
import dev.bourse.api.model.Price;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.HdrHistogram.Histogram;

/**
 * A venue in this process, with ticks at a fixed rate from a thread of its own. Every order is
 * answered and filled at once; what is kept is how long after the scheduled time of its tick it
 * arrived, so a tick that was sent late counts with its lateness.
 */
final class LiveVenue
    implements ExchangeFactory<NoSettings>, Exchange, ExecutionClient, MarketDataClient {
  private static final long PRICE = 5_000_000;

  private final Instrument instrument;

  /** When the ticks that ask for an order are due. */
  private volatile long[] due = {};

  private volatile Histogram histogram = new Histogram(3);
  private final AtomicInteger arrived = new AtomicInteger();
  private volatile AccountId account = InstantVenue.ACCOUNT;
  private volatile EventSink sink = event -> false;
  private long fills;

  LiveVenue(Instrument instrument) {
    this.instrument = instrument;
  }

  /** Sends ticks at the given distance; the strategy orders on every one in so many. */
  Histogram ticks(int count, long period, int every) {
    Histogram fresh = new Histogram(3);
    long begin = System.nanoTime() + period;
    long[] schedule = new long[count / every + 1];
    for (int i = 0; i < schedule.length; i++) {
      schedule[i] = begin + (long) i * every * period;
    }
    arrived.set(0);
    histogram = fresh;
    due = schedule;
    for (int i = 1; i <= count; i++) {
      while (System.nanoTime() < begin + i * period) {
        Thread.onSpinWait();
      }
      sink.accept(
          new Trade(
              instrument, Quotes.START + i, PRICE + i % 100, 1_000, AggressorSide.BUYER, null));
    }
    return fresh;
  }

  /** How many orders arrived since the ticks began. */
  int arrived() {
    return arrived.get();
  }

  @Override
  public Class<NoSettings> configType() {
    return NoSettings.class;
  }

  @Override
  public Exchange open(NoSettings config, ExchangeContext context) {
    sink = context.events();
    account = context.account();
    sink.accept(new ConnectionChanged(account, true, "", 1));
    return this;
  }

  @Override
  public boolean execute(ExchangeCommand command) {
    long now = System.nanoTime();
    Order order = command.order();
    if (command instanceof ExchangeCommand.Submit) {
      int tick = (int) (order.spec().quantity().raw() - Beat.SMALLEST);
      histogram.recordValue(Math.max(0, now - due[tick]));
      arrived.incrementAndGet();
      sink.accept(new OrderReport.Accepted(account, order.id(), "v", now));
      sink.accept(new OrderReport.Filled(fill(order, now)));
    }
    return true;
  }

  private Fill fill(Order order, long time) {
    Price price = instrument.price(PRICE);
    Money notional = instrument.notional(price, order.spec().quantity());
    return new Fill(
        Long.toString(++fills),
        order.id(),
        account,
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
    sink.accept(new AccountEvent.MassReport(account, List.of(), List.of(), List.of(cash), 0, 0));
  }

  @Override
  public Capabilities capabilities() {
    return Capabilities.basic(Duration.ofDays(1), true);
  }

  @Override
  public List<Instrument> instruments() {
    return List.of(instrument);
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
  public void subscribe(InstrumentId wanted) {}

  @Override
  public void unsubscribe(InstrumentId wanted) {}

  @Override
  public void close() {}
}
