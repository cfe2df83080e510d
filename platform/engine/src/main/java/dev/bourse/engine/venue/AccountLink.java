package dev.bourse.engine.venue;

import dev.bourse.api.event.CommandEvent;
import dev.bourse.api.exchange.EventSink;
import dev.bourse.api.exchange.Exchange;
import dev.bourse.api.exchange.ExchangeCommand;
import dev.bourse.api.model.AccountId;
import dev.bourse.api.model.Instrument;
import dev.bourse.api.model.InstrumentId;
import dev.bourse.engine.inbox.Inbox;
import dev.bourse.engine.plan.AccountPlan;
import dev.bourse.engine.watch.Gatekeeper;
import dev.bourse.engine.watch.GuardedCode;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * One account of a trader whose venue has threads of its own. Opened, closed and asked for reports
 * by the loop; commands come from the journal writer.
 */
public final class AccountLink {
  private static final long FIRST_RETRY = TimeUnit.SECONDS.toNanos(1);
  private static final long LAST_RETRY = TimeUnit.SECONDS.toNanos(60);

  /** One life of the connection. */
  private record Opening(Exchange exchange, AccountSink sink) {}

  private final AccountPlan plan;
  private final Inbox inbox;
  private final Gatekeeper gate;
  private final Supplier<List<Instrument>> known;
  private final Consumer<AccountId> lost;
  private final UnaryOperator<EventSink> filter;
  private final MarketDoor door = new MarketDoor();
  private final TreeSet<InstrumentId> subscriptions = new TreeSet<>();
  private volatile @Nullable Opening opening;
  private long retryAt;
  private long pause = FIRST_RETRY;

  /**
   * A link that is closed.
   *
   * @param known the newest rules that the trader knows, asked for at each opening
   * @param lost told once per opening, on any thread, that the trader had no room for an answer
   * @param filter what stands between the adapter and the inbox
   */
  public AccountLink(
      AccountPlan plan,
      Inbox inbox,
      Gatekeeper gate,
      Supplier<List<Instrument>> known,
      Consumer<AccountId> lost,
      UnaryOperator<EventSink> filter) {
    this.plan = plan;
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

  /** Asks for everything since a time; nothing happens while it is closed. */
  public void requestReport(long since) {
    Opening now = opening;
    if (now != null) {
      guarded(
          () -> {
            now.exchange().execution().requestReport(since);
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

  /** Closes it; what it reports from here on is refused. Orders at the venue stay. */
  public void close() {
    Opening now = opening;
    opening = null;
    if (now != null) {
      now.sink().close();
      guarded(
          () -> {
            now.exchange().close();
            return true;
          });
    }
  }

  /** Closes it from another thread: the loop was shut out of a plug-in and never comes back. */
  public void abandon() {
    Opening now = opening;
    opening = null;
    if (now != null) {
      now.sink().close();
      GuardedCode.call(
          plan.plugin().loader(),
          () -> {
            now.exchange().close();
            return true;
          });
    }
  }

  /** Closes it and plans the next try, each later than the one before. */
  public void closeAndRetry() {
    close();
    retryAt = System.nanoTime() + pause;
    pause = Math.min(LAST_RETRY, pause * 2);
  }

  /** The venue answered: the next loss is retried soon again. */
  public void confirmed() {
    pause = FIRST_RETRY;
  }

  /** Whether it is closed and may be tried again. */
  public boolean isRetryDue() {
    return !isOpen() && System.nanoTime() - retryAt >= 0;
  }

  private <T> T guarded(Supplier<T> code) {
    return GuardedCode.call(gate, "exchange " + plan.id(), plan.plugin().loader(), code);
  }
}
