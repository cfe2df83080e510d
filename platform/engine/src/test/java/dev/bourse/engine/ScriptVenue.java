package dev.bourse.engine;

import dev.bourse.api.event.AccountEvent;
import dev.bourse.api.event.Bar;
import dev.bourse.api.event.ConnectionChanged;
import dev.bourse.api.event.MarketEvent;
import dev.bourse.api.event.OrderReport;
import dev.bourse.api.event.VenueEvent;
import dev.bourse.api.exchange.Capabilities;
import dev.bourse.api.exchange.EventSink;
import dev.bourse.api.exchange.Exchange;
import dev.bourse.api.exchange.ExchangeCommand;
import dev.bourse.api.exchange.ExchangeContext;
import dev.bourse.api.exchange.ExchangeFactory;
import dev.bourse.api.exchange.ExecutionClient;
import dev.bourse.api.exchange.MarketDataClient;
import dev.bourse.api.model.AccountId;
import dev.bourse.api.model.Balance;
import dev.bourse.api.model.BarInterval;
import dev.bourse.api.model.ClientOrderId;
import dev.bourse.api.model.Currency;
import dev.bourse.api.model.Fill;
import dev.bourse.api.model.Instrument;
import dev.bourse.api.model.InstrumentId;
import dev.bourse.api.model.Liquidity;
import dev.bourse.api.model.Money;
import dev.bourse.api.model.Order;
import dev.bourse.api.model.OrderStatus;
import dev.bourse.api.model.OrderType;
import dev.bourse.api.model.Price;
import dev.bourse.api.model.Quantity;
import dev.bourse.api.model.Side;
import dev.bourse.api.model.TimeInForce;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * A venue with a mind of its own: remembers orders over restarts of the trader, and does with each
 * command what the test says. Market orders fill at 100.00, limits rest.
 */
public final class ScriptVenue implements ExchangeFactory<NoParameters> {
  private static final Currency USD = Market.BTC.quote();
  private static final Price PRICE = Price.of("100.00");

  /** What the venue does with the next commands. */
  public enum Mood {
    /** Works and answers. */
    ANSWER,
    /** Works and says nothing. */
    SILENT,
    /** Refuses with proof. */
    REJECT,
    /** Its adapter denies what it took, without sending it. */
    DENY,
    /** Has no room. */
    BUSY,
    /** Loses the command and says nothing. */
    LOSE
  }

  /** What the venue tells of the past. */
  @FunctionalInterface
  public interface Past {
    CompletableFuture<List<Bar>> bars(
        Instrument instrument, BarInterval interval, long after, long through);
  }

  private volatile @Nullable Past past;
  private final List<ExchangeCommand> commands = new ArrayList<>();
  private final Map<ClientOrderId, Order> working = new TreeMap<>();
  private final Map<ClientOrderId, Order> filled = new TreeMap<>();
  private final Map<ClientOrderId, Order> canceled = new TreeMap<>();
  private final List<Fill> fills = new ArrayList<>();
  private final TreeSet<InstrumentId> subscribed = new TreeSet<>();
  private volatile Mood mood = Mood.ANSWER;
  private volatile EventSink sink = event -> false;
  private volatile AccountId account = new AccountId("none");
  private final AtomicInteger openings = new AtomicInteger();
  private volatile boolean closed = true;
  private Money cash = Money.of("10000.00", USD);
  private Money coins = Market.BTC.base().zero();

  /** Lets it tell bars of the past; before it is opened. */
  public void past(Past next) {
    past = next;
  }

  public void mood(Mood next) {
    mood = next;
  }

  public int openings() {
    return openings.get();
  }

  public boolean isClosed() {
    return closed;
  }

  /** Every command that was taken, in order. */
  public synchronized List<ExchangeCommand> commands() {
    return List.copyOf(commands);
  }

  /** How many orders were placed here. */
  public synchronized long submits() {
    return commands.stream().filter(ExchangeCommand.Submit.class::isInstance).count();
  }

  public synchronized List<InstrumentId> subscribed() {
    return List.copyOf(subscribed);
  }

  /** Market data or any report, as from the venue. */
  public boolean say(VenueEvent event) {
    return sink.accept(event);
  }

  /** An order that an earlier life of this venue took, and perhaps the cancel of it. */
  public synchronized void remember(Order order, boolean wasCanceled) {
    if (wasCanceled) {
      canceled.put(order.id(), order);
    } else if (order.spec().type() == OrderType.MARKET) {
      fill(order);
    } else {
      working.put(order.id(), order);
    }
  }

  public void trade(long priceRaw) {
    say(Market.trade(Market.BTC, System.nanoTime(), priceRaw));
  }

  @Override
  public Class<NoParameters> configType() {
    return NoParameters.class;
  }

  @Override
  public Exchange open(NoParameters config, ExchangeContext context) {
    sink = context.events();
    account = context.account();
    openings.incrementAndGet();
    closed = false;
    context.events().accept(new ConnectionChanged(account, true, "", 1));
    return new Opened();
  }

  private final class Opened implements Exchange, ExecutionClient, MarketDataClient {
    @Override
    public Capabilities capabilities() {
      return Capabilities.builder(Duration.ofDays(7), true)
          .orderTypes(EnumSet.of(OrderType.MARKET, OrderType.LIMIT))
          .timesInForce(EnumSet.of(TimeInForce.GTC, TimeInForce.IOC, TimeInForce.FOK))
          .postOnly(true)
          .barHistory(past != null)
          .build();
    }

    @Override
    public CompletableFuture<List<Bar>> bars(
        Instrument instrument, BarInterval interval, long after, long through) {
      Past told = past;
      return told == null
          ? MarketDataClient.super.bars(instrument, interval, after, through)
          : told.bars(instrument, interval, after, through);
    }

    @Override
    public List<Instrument> instruments() {
      return List.of(Market.BTC, Market.ETH);
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
    public boolean execute(ExchangeCommand command) {
      return take(command);
    }

    @Override
    public void requestReport(long since) {
      report();
    }

    @Override
    public void subscribe(InstrumentId instrument) {
      synchronized (ScriptVenue.this) {
        subscribed.add(instrument);
      }
    }

    @Override
    public void unsubscribe(InstrumentId instrument) {
      synchronized (ScriptVenue.this) {
        subscribed.remove(instrument);
      }
    }

    @Override
    public void close() {
      closed = true;
    }
  }

  private synchronized boolean take(ExchangeCommand command) {
    if (mood == Mood.BUSY) {
      return false;
    }
    commands.add(command);
    if (command instanceof ExchangeCommand.Submit) {
      submit(command.order());
    } else if (command instanceof ExchangeCommand.Cancel) {
      cancel(command.order());
    } else {
      query(command.order(), command.decidedAt());
    }
    return true;
  }

  private void submit(Order order) {
    if (mood == Mood.REJECT) {
      say(new OrderReport.Rejected(account, order.id(), "NO: not today", 1));
    } else if (mood == Mood.DENY) {
      say(new OrderReport.Denied(account, order.id(), "LOT_SIZE: max=1", 1));
    } else if (mood != Mood.LOSE) {
      boolean loud = mood == Mood.ANSWER;
      if (loud) {
        say(new OrderReport.Accepted(account, order.id(), "v-" + order.id(), 1));
      }
      if (order.spec().type() == OrderType.MARKET) {
        Fill fill = fill(order);
        if (loud) {
          say(new OrderReport.Filled(fill));
        }
      } else {
        working.put(order.id(), order);
      }
    }
  }

  private Fill fill(Order order) {
    Fill fill =
        new Fill(
            "f-" + order.id(),
            order.id(),
            account,
            order.spec().instrument(),
            order.spec().side(),
            PRICE,
            order.spec().quantity(),
            USD.zero(),
            Liquidity.TAKER,
            1,
            false);
    fills.add(fill);
    filled.put(order.id(), order);
    boolean buys = order.spec().side() == Side.BUY;
    Money notional = fill.notional();
    Money base = Money.of(fill.quantity().toString(), order.spec().instrument().base());
    cash = buys ? cash.minus(notional) : cash.plus(notional);
    coins = buys ? coins.plus(base) : coins.minus(base);
    return fill;
  }

  private void cancel(Order order) {
    boolean worked = working.remove(order.id()) != null;
    if (worked) {
      canceled.put(order.id(), order);
    }
    if (worked && mood == Mood.ANSWER) {
      say(new OrderReport.Canceled(account, order.id(), "as asked", 1));
    }
  }

  private void query(Order order, long askedAt) {
    if (mood != Mood.ANSWER) {
      return;
    }
    if (working.containsKey(order.id())) {
      say(status(order, OrderStatus.ACCEPTED));
    } else if (canceled.containsKey(order.id())) {
      say(status(order, OrderStatus.CANCELED));
    } else if (filled.containsKey(order.id())) {
      say(status(order, OrderStatus.FILLED));
    } else {
      say(new OrderReport.NotFound(account, order.id(), askedAt, 1));
    }
  }

  private OrderReport.Status status(Order order, OrderStatus status) {
    Quantity done = status == OrderStatus.FILLED ? order.spec().quantity() : order.filled();
    return new OrderReport.Status(
        account,
        order.id(),
        "v-" + order.id(),
        status,
        done,
        order.spec().instrument().notional(PRICE, done),
        "",
        1);
  }

  private synchronized void report() {
    if (mood == Mood.ANSWER) {
      say(
          new AccountEvent.MassReport(
              account,
              working.values().stream().map(each -> status(each, OrderStatus.ACCEPTED)).toList(),
              List.copyOf(fills),
              List.of(new Balance(cash, USD.zero()), new Balance(coins, coins.currency().zero())),
              Long.MAX_VALUE,
              1));
    }
  }

  /** Data of the given kind, many times. */
  public void say(List<? extends MarketEvent> events) {
    events.forEach(this::say);
  }
}
