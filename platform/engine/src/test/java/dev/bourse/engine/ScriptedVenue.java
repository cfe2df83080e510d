package dev.bourse.engine;

import dev.bourse.api.exchange.Capabilities;
import dev.bourse.api.exchange.Exchange;
import dev.bourse.api.exchange.ExchangeCommand;
import dev.bourse.api.exchange.ExchangeContext;
import dev.bourse.api.exchange.ExchangeFactory;
import dev.bourse.api.exchange.ExecutionClient;
import dev.bourse.api.exchange.MarketDataClient;
import dev.bourse.api.model.Instrument;
import dev.bourse.api.model.Money;
import dev.bourse.engine.clock.WallClock;
import dev.bourse.testkit.TestContext;
import dev.bourse.testkit.scripted.ScriptedExchange;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import java.util.function.LongSupplier;

/**
 * The scripted exchange of the test kit as a plug-in: two instruments, 10,000 USD, connected as
 * soon as it is open. Remembers its books when it is opened again.
 */
public final class ScriptedVenue implements ExchangeFactory<NoParameters> {
  private final BiConsumer<ExchangeCommand, ScriptedExchange> witness;
  private final LongSupplier clock;
  private volatile ScriptedExchange exchange;
  private volatile boolean dumb;
  private volatile CountDownLatch door = new CountDownLatch(0);
  private final AtomicInteger broken = new AtomicInteger();
  private final AtomicInteger openings = new AtomicInteger();

  /** A venue that only does what tests say. */
  public ScriptedVenue() {
    this((command, exchange) -> {});
  }

  /** A venue that shows every command to a witness before it takes it. */
  public ScriptedVenue(BiConsumer<ExchangeCommand, ScriptedExchange> witness) {
    this(witness, WallClock::wallNanos);
  }

  /** A venue whose time a test makes. */
  public ScriptedVenue(LongSupplier clock) {
    this((command, exchange) -> {}, clock);
  }

  private ScriptedVenue(BiConsumer<ExchangeCommand, ScriptedExchange> witness, LongSupplier clock) {
    this.witness = witness;
    this.clock = clock;
  }

  /** What is opened from now on says nothing of its connection, until told otherwise. */
  public ScriptedVenue dumb(boolean silent) {
    dumb = silent;
    return this;
  }

  /** Connections cannot close from now on, until the answer is counted down. */
  public CountDownLatch holdDoor() {
    door = new CountDownLatch(1);
    return door;
  }

  /** The next reports cannot be asked for: the adapter throws so often. */
  public void breakReports(int times) {
    broken.set(times);
  }

  /** How many reports cannot be asked for any more. */
  public int brokenReports() {
    return broken.get();
  }

  /** How often it was opened. */
  public int openings() {
    return openings.get();
  }

  /** The exchange as it was opened last. */
  public ScriptedExchange exchange() {
    return exchange;
  }

  @Override
  public Class<NoParameters> configType() {
    return NoParameters.class;
  }

  @Override
  public Exchange open(NoParameters config, ExchangeContext given) {
    List<Instrument> instruments = List.of(Market.BTC, Market.ETH);
    ExchangeContext context =
        new TestContext(given.account(), given.events(), instruments, Optional.empty());
    ScriptedExchange former = exchange;
    ScriptedExchange opened =
        former == null
            ? new ScriptedExchange(context, clock).balance(Money.of("10000.00", Market.BTC.quote()))
            : former.reopen(context);
    exchange = opened;
    openings.incrementAndGet();
    if (!dumb) {
      opened.connected(true);
    }
    return new Watched(opened);
  }

  /** The exchange with the witness in front of its execution. */
  private final class Watched implements Exchange, ExecutionClient {
    private final ScriptedExchange opened;

    Watched(ScriptedExchange opened) {
      this.opened = opened;
    }

    @Override
    public boolean execute(ExchangeCommand command) {
      witness.accept(command, opened);
      return opened.execute(command);
    }

    @Override
    public void requestReport(long since) {
      if (broken.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
        throw new UnsupportedOperationException("the pool is shut down");
      }
      opened.requestReport(since);
    }

    @Override
    public Capabilities capabilities() {
      return opened.capabilities();
    }

    @Override
    public List<Instrument> instruments() {
      return opened.instruments();
    }

    @Override
    public MarketDataClient marketData() {
      return opened;
    }

    @Override
    public ExecutionClient execution() {
      return this;
    }

    @Override
    public void close() {
      try {
        door.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      opened.close();
    }
  }
}
