package dev.bourse.testkit.scripted;

import dev.bourse.api.event.AccountEvent;
import dev.bourse.api.event.ConnectionChanged;
import dev.bourse.api.event.MarketEvent;
import dev.bourse.api.event.OrderReport;
import dev.bourse.api.event.VenueEvent;
import dev.bourse.api.exchange.Capabilities;
import dev.bourse.api.exchange.Exchange;
import dev.bourse.api.exchange.ExchangeCommand;
import dev.bourse.api.exchange.ExchangeContext;
import dev.bourse.api.exchange.ExecutionClient;
import dev.bourse.api.exchange.MarketDataClient;
import dev.bourse.api.model.ClientOrderId;
import dev.bourse.api.model.Currency;
import dev.bourse.api.model.Instrument;
import dev.bourse.api.model.InstrumentId;
import dev.bourse.api.model.Money;
import dev.bourse.api.model.Order;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;

/**
 * An exchange that answers as a test says: at once, later, twice, in the wrong order, wrongly,
 * never.
 *
 * <p>Commands are answered one after the other on a thread of its own, each by the next scripted
 * answer, or by {@link ScriptedAnswer#accept()} if none is left. What was done is true: queries and
 * mass reports show it whatever was told. Test methods may be called from any thread; those that
 * change something return once it is done.
 */
public final class ScriptedExchange implements Exchange, ExecutionClient, MarketDataClient {
  private final ExchangeContext context;
  private final LongSupplier clock;
  private final ScriptedBooks books;
  private final ExecutorService thread;
  private final ArrayDeque<ScriptedAnswer> script = new ArrayDeque<>();
  private final List<ExchangeCommand> commands = new ArrayList<>();
  private final List<VenueEvent> withheld = new ArrayList<>();
  private final Set<InstrumentId> subscriptions = new TreeSet<>();
  private int reportsAsked;
  private boolean busy;
  private boolean deaf;
  private boolean closed;

  /** An exchange for one account, with a clock for its event times. */
  public ScriptedExchange(ExchangeContext context, LongSupplier clock) {
    this(context, clock, new ScriptedBooks(context.account()));
  }

  private ScriptedExchange(ExchangeContext context, LongSupplier clock, ScriptedBooks books) {
    this.context = context;
    this.clock = clock;
    this.books = books;
    this.thread =
        Executors.newSingleThreadExecutor(
            task -> {
              Thread made = new Thread(task, "scripted-" + context.account());
              made.setDaemon(true);
              return made;
            });
  }

  /** The same venue opened again after {@link #close()}: orders, fills and balances are there. */
  public ScriptedExchange reopen(ExchangeContext newContext) {
    return new ScriptedExchange(newContext, clock, books);
  }

  /**
   * Adds answers to the script, for the next submits and cancels in the order in which they come.
   */
  public synchronized ScriptedExchange answer(ScriptedAnswer... answers) {
    script.addAll(List.of(answers));
    return this;
  }

  /** Sets a balance, as a deposit that nobody announces would. */
  public ScriptedExchange balance(Money balance) {
    done(() -> books.set(balance));
    return this;
  }

  /** From now on reports say that exactly this is held of contracts. */
  public ScriptedExchange holding(AccountEvent.PositionReport... held) {
    done(() -> books.hold(List.of(held)));
    return this;
  }

  /** From now on buys pay their fee in base. */
  public ScriptedExchange chargeBase() {
    done(books::chargeBase);
    return this;
  }

  /** Refuses to take commands, as an adapter with a full queue does, until told otherwise. */
  public synchronized void busy(boolean full) {
    busy = full;
  }

  /** Leaves queries and mass reports without an answer until told otherwise. */
  public synchronized void deaf(boolean silent) {
    deaf = silent;
  }

  /** Tells everything that was withheld. */
  public void release() {
    done(
        () -> {
          withheld.forEach(context.events()::accept);
          withheld.clear();
        });
  }

  /**
   * Executes a part of an order that works at the venue, all that is left if the quantity is empty.
   */
  public void fill(ClientOrderId id, String price, String quantity) {
    done(() -> tell(books.fill(known(id), new ScriptedAnswer.Execution(price, quantity), now())));
  }

  /** Does the same without telling: only a query or a mass report shows it. */
  public void fillSilently(ClientOrderId id, String price, String quantity) {
    done(() -> books.fill(known(id), new ScriptedAnswer.Execution(price, quantity), now()));
  }

  /** Loses an order, as a venue that restored an older backup would: nobody finds it any more. */
  public void forget(ClientOrderId id) {
    done(() -> books.forget(id));
  }

  /** Reports any event, also an impossible one. */
  public void report(VenueEvent event) {
    done(() -> tell(event));
  }

  /** Market data; reported only if its instrument is subscribed. */
  public void market(MarketEvent event) {
    done(
        () -> {
          if (isSubscribed(event.instrument().id())) {
            tell(event);
          }
        });
  }

  /** Says that orders can, or cannot, be sent now. */
  public void connected(boolean up) {
    report(
        new ConnectionChanged(
            context.account(), up, up ? "Connected." : "Cut by the test.", now()));
  }

  /** What is true of an order now, empty if it never arrived. */
  public Optional<Order> order(ClientOrderId id) {
    return answered(() -> Optional.ofNullable(books.order(id)));
  }

  /** What the account truly has of a currency now. */
  public Money balance(Currency currency) {
    return answered(() -> books.balance(currency));
  }

  /** Every command taken so far, in order. */
  public synchronized List<ExchangeCommand> commands() {
    return List.copyOf(commands);
  }

  /** Waits until everything that was taken so far is answered as the script says. */
  public void settle() {
    done(() -> {});
  }

  @Override
  public synchronized boolean execute(ExchangeCommand command) {
    if (busy || closed) {
      return false;
    }
    commands.add(command);
    thread.execute(() -> answer(command));
    return true;
  }

  /** How many reports were asked for, answered or not. */
  public synchronized int reportsAsked() {
    return reportsAsked;
  }

  @Override
  public synchronized void requestReport(long since) {
    reportsAsked++;
    if (!closed && !deaf) {
      thread.execute(() -> tell(books.report(since, now())));
    }
  }

  @Override
  public synchronized void subscribe(InstrumentId instrument) {
    if (context.instruments().stream().noneMatch(each -> each.id().equals(instrument))) {
      throw new IllegalArgumentException("instrument " + instrument + " is not listed here");
    }
    subscriptions.add(instrument);
  }

  @Override
  public synchronized void unsubscribe(InstrumentId instrument) {
    subscriptions.remove(instrument);
  }

  @Override
  public Capabilities capabilities() {
    return Capabilities.basic(Duration.ofDays(1), true);
  }

  @Override
  public List<Instrument> instruments() {
    return context.instruments();
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
  public synchronized void close() {
    closed = true;
    thread.shutdown();
  }

  private void answer(ExchangeCommand command) {
    if (command instanceof ExchangeCommand.Query) {
      if (!isDeaf()) {
        tell(books.status(command.orderId(), command.decidedAt(), now()));
      }
      return;
    }
    ScriptedAnswer answer = nextAnswer();
    List<VenueEvent> reports = answer.arrives() ? act(command, answer) : List.of();
    tell(command, answer.told(), reports);
  }

  private List<VenueEvent> act(ExchangeCommand command, ScriptedAnswer answer) {
    boolean cancel = command instanceof ExchangeCommand.Cancel;
    List<VenueEvent> reports = new ArrayList<>();
    if (command instanceof ExchangeCommand.Amend amend) {
      reports.add(amend(amend, answer));
    } else if (!cancel) {
      reports.add(
          answer.rejection().isEmpty()
              ? books.accept(command.order(), now())
              : books.reject(command.order(), answer.rejection(), now()));
    }
    for (ScriptedAnswer.Execution execution : answer.fills()) {
      reports.add(books.fill(known(command.orderId()), execution, now()));
    }
    if (cancel) {
      reports.add(cancel(command, answer));
    }
    return reports;
  }

  private VenueEvent cancel(ExchangeCommand command, ScriptedAnswer answer) {
    Order order = books.order(command.orderId());
    String refusal = answer.rejection();
    if (order == null) {
      refusal = "UNKNOWN_ORDER: order=" + command.orderId();
    } else if (order.status().isClosed()) {
      refusal = "ORDER_CLOSED: status=" + order.status();
    } else if (refusal.isEmpty()) {
      return books.cancel(order, now());
    }
    return new OrderReport.CancelRejected(context.account(), command.orderId(), refusal, now());
  }

  private VenueEvent amend(ExchangeCommand.Amend command, ScriptedAnswer answer) {
    Order order = books.order(command.orderId());
    String refusal = answer.rejection();
    if (order == null || order.status().isClosed()) {
      refusal = "UNKNOWN_ORDER: order=" + command.orderId();
    } else if (refusal.isEmpty()) {
      return books.amend(order, command.change(), now());
    }
    return new OrderReport.UpdateRejected(context.account(), command.orderId(), refusal, now());
  }

  private void tell(
      ExchangeCommand command, ScriptedAnswer.Telling telling, List<VenueEvent> reports) {
    switch (telling) {
      case PLAINLY -> reports.forEach(this::tell);
      case WITHHELD -> withheld.addAll(reports);
      case SILENT -> {}
      case LOST ->
          tell(
              new OrderReport.AnswerLost(
                  context.account(), command.orderId(), "The test lost the answer.", now()));
      case TWICE -> {
        reports.forEach(this::tell);
        reports.forEach(this::tell);
      }
      case REVERSED -> {
        for (int i = reports.size() - 1; i >= 0; i--) {
          tell(reports.get(i));
        }
      }
    }
  }

  private void tell(VenueEvent event) {
    context.events().accept(event);
  }

  private Order known(ClientOrderId id) {
    Order order = books.order(id);
    if (order == null) {
      throw new IllegalArgumentException("order " + id + " never reached this exchange");
    }
    return order;
  }

  private synchronized ScriptedAnswer nextAnswer() {
    ScriptedAnswer next = script.poll();
    return next == null ? ScriptedAnswer.accept() : next;
  }

  private synchronized boolean isDeaf() {
    return deaf;
  }

  private synchronized boolean isSubscribed(InstrumentId instrument) {
    return subscriptions.contains(instrument);
  }

  private long now() {
    return clock.getAsLong();
  }

  private void done(Runnable task) {
    answered(
        () -> {
          task.run();
          return true;
        });
  }

  private <T> T answered(Callable<T> task) {
    Future<T> result = thread.submit(task);
    try {
      return result.get(10, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while the scripted exchange worked", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException("the script cannot work: " + e.getMessage(), e);
    } catch (TimeoutException e) {
      throw new IllegalStateException("the scripted exchange did not answer within 10 s", e);
    }
  }
}
