package dev.bourse.engine.venue;

import dev.bourse.api.event.Bar;
import dev.bourse.api.event.CommandEvent;
import dev.bourse.api.exchange.EventSink;
import dev.bourse.api.exchange.Exchange;
import dev.bourse.api.exchange.ExchangeCommand;
import dev.bourse.api.exchange.MarketDataClient;
import dev.bourse.api.model.AccountId;
import dev.bourse.api.model.BarInterval;
import dev.bourse.api.model.Instrument;
import dev.bourse.api.model.InstrumentId;
import dev.bourse.engine.config.Durations;
import dev.bourse.engine.config.Patience;
import dev.bourse.engine.inbox.Inbox;
import dev.bourse.engine.plan.AccountPlan;
import dev.bourse.engine.watch.Gatekeeper;
import dev.bourse.engine.watch.GuardedCode;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * One account of a trader whose venue has threads of its own. Opened, closed and asked for reports
 * by the loop; commands come from the journal writer.
 */
public final class AccountLink {
  /** Long enough for what was closed to be gone. */
  private static final Duration FIRST_RETRY = Duration.ofSeconds(1);

  private static final Duration LAST_RETRY = Duration.ofSeconds(60);
  private static final int MOST = 6;

  /** One life of the connection. */
  private record Opening(Exchange exchange, AccountSink sink) {}

  private final AccountPlan plan;
  private final Inbox inbox;
  private final Gatekeeper gate;
  private final Supplier<List<Instrument>> known;
  private final Consumer<AccountId> lost;
  private final UnaryOperator<EventSink> filter;
  private final Patience patience;
  private final MarketDoor door = new MarketDoor();
  private final TreeSet<InstrumentId> subscriptions = new TreeSet<>();
  private volatile @Nullable Opening opening;
  private volatile @Nullable Closing closing;
  private boolean tellsBars;
  private long openings;
  private boolean told;
  private long retryAt;
  private int failures;

  /**
   * A link that is closed.
   *
   * @param known the newest rules that the trader knows, asked for at each opening
   * @param lost told once per opening, on any thread, that the trader had no room for an answer
   * @param filter what stands between the adapter and the inbox
   * @param patience how long a connection may take to close, and rests before it is opened anew
   */
  public AccountLink(
      AccountPlan plan,
      Inbox inbox,
      Gatekeeper gate,
      Supplier<List<Instrument>> known,
      Consumer<AccountId> lost,
      UnaryOperator<EventSink> filter,
      Patience patience) {
    this.plan = plan;
    this.patience = patience;
    this.filter = filter;
    this.inbox = inbox;
    this.gate = gate;
    this.known = known;
    this.lost = lost;
  }

  /** The account. */
  public AccountId id() {
    return plan.id();
  }

  /** Opens it; throws what the adapter throws. */
  public Exchange open() {
    AccountSink sink = new AccountSink(inbox, door, () -> lost.accept(plan.id()));
    OpenContext context =
        new OpenContext(plan.id(), filter.apply(sink), known.get(), Optional.empty());
    Exchange exchange = guarded(() -> plan.open(context));
    opening = new Opening(exchange, sink);
    tellsBars = exchange.capabilities().barHistory();
    openings++;
    subscriptions.forEach(each -> subscribe(exchange, each));
    return exchange;
  }

  /** What the venue lists now; nothing while it is closed. */
  public List<Instrument> instruments() {
    Opening now = opening;
    return now == null ? List.of() : guarded(() -> now.exchange().instruments());
  }

  /** Whether it is open. */
  public boolean isOpen() {
    return opening != null;
  }

  /**
   * Starts the data of an instrument, now or as soon as it is open, and again after every opening.
   */
  public void subscribe(InstrumentId instrument) {
    subscriptions.add(instrument);
    Opening now = opening;
    if (now != null) {
      subscribe(now.exchange(), instrument);
    }
  }

  private void subscribe(Exchange exchange, InstrumentId instrument) {
    guarded(
        () -> {
          exchange.marketData().subscribe(instrument);
          return true;
        });
  }

  /** Whether its venue tells bars of the past. Loop only. */
  public boolean tellsBars() {
    return tellsBars;
  }

  /** How often it was opened: each time its stream begins anew. Loop only. */
  public long openings() {
    return openings;
  }

  /**
   * Asks the venue for bars of the past, see {@link MarketDataClient#bars}; fails while it is
   * closed.
   */
  public CompletableFuture<List<Bar>> bars(
      Instrument instrument, BarInterval interval, long after, long through) {
    Opening now = opening;
    return now == null
        ? CompletableFuture.failedFuture(
            new IllegalStateException("account " + id() + " is not open now"))
        : guarded(() -> now.exchange().marketData().bars(instrument, interval, after, through));
  }

  /** Asks for everything since a time; nothing happens while it is closed. */
  public void requestReport(long since) {
    ask(exchange -> exchange.execution().requestReport(since));
  }

  /** The same, with the venue's history of flows if it has one. */
  public void requestReportWithFlows(long since) {
    ask(
        exchange -> {
          if (exchange.capabilities().flowHistory()) {
            exchange.execution().requestReportWithFlows(since);
          } else {
            exchange.execution().requestReport(since);
          }
        });
  }

  private void ask(Consumer<Exchange> question) {
    Opening now = opening;
    if (now != null) {
      guarded(
          () -> {
            question.accept(now.exchange());
            return true;
          });
    }
  }

  /**
   * Hands over a durable command; that it was sent is in the inbox before any answer to it. False
   * if it is closed or the adapter has no room.
   */
  public boolean execute(ExchangeCommand command) {
    Opening now = opening;
    if (now == null) {
      return false;
    }
    now.sink().hold();
    try {
      boolean taken =
          GuardedCode.call(
              plan.plugin().loader(), () -> now.exchange().execution().execute(command));
      if (taken && !(command instanceof ExchangeCommand.Query)) {
        command.orders().forEach(order -> inbox.add(new CommandEvent.Sent(order.id())));
      }
      return taken;
    } finally {
      now.sink().release();
    }
  }

  /**
   * Begins to close it; what it reports from here on is refused. Orders at the venue stay. Any
   * thread: the loop may be shut out of a plug-in and never come back.
   */
  public void close() {
    Opening now = opening;
    opening = null;
    if (now != null) {
      now.sink().close();
      closing = Closing.begin(plan.id(), now.exchange(), plan.plugin().loader());
      told = false;
    }
  }

  /**
   * Waits until it is closed, at most as long as that may take, and at most so long; says what is
   * wrong if it is not.
   */
  public Optional<String> awaitClosed(Duration most) {
    Closing begun = closing;
    Duration own = patience.disconnection();
    Duration wait = most.compareTo(own) < 0 ? most : own;
    return begun == null || begun.await(wait) ? Optional.empty() : Optional.of(unclosed());
  }

  private String unclosed() {
    return "its connection did not close within "
        + Durations.text(patience.disconnection())
        + ", see timeout.disconnection; it is left alone and nobody listens to it";
  }

  /** What is wrong with a connection that does not close; once. Loop only. */
  public Optional<String> overdue() {
    Closing begun = closing;
    if (told || begun == null || !begun.isOverdue(patience.disconnection())) {
      return Optional.empty();
    }
    told = true;
    return Optional.of(unclosed());
  }

  /**
   * Closes it and plans the next try: a moment later, and the more of them failed in a row, the
   * later.
   */
  public void closeAndRetry() {
    close();
    retryAt = System.nanoTime() + pause(failures, patience.reopening()).toNanos();
    failures++;
  }

  /** How long it stays closed after so many failures in a row. */
  static Duration pause(int failures, Duration step) {
    Duration longest = failures == 0 ? FIRST_RETRY : LAST_RETRY;
    Duration grown = step.multipliedBy(Math.max(1, Math.min(failures, MOST)));
    return grown.compareTo(longest) > 0 ? longest : grown;
  }

  /** The venue answered: the next loss is retried soon again. */
  public void confirmed() {
    failures = 0;
  }

  /** Whether it is closed, or had its time for that, and may be tried again. */
  public boolean isRetryDue() {
    Closing begun = closing;
    boolean gone = begun == null || begun.isOver() || begun.isOverdue(patience.disconnection());
    return !isOpen() && gone && System.nanoTime() - retryAt >= 0;
  }

  private <T> T guarded(Supplier<T> code) {
    return GuardedCode.call(gate, "exchange " + plan.id(), plan.plugin().loader(), code);
  }
}
