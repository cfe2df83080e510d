package dev.bourse.engine.loop;

import dev.bourse.api.event.AccountEvent;
import dev.bourse.api.event.ConnectionChanged;
import dev.bourse.api.event.ControlEvent;
import dev.bourse.api.event.Event;
import dev.bourse.api.event.InstrumentListed;
import dev.bourse.api.event.MarketEvent;
import dev.bourse.api.event.OrderReport;
import dev.bourse.api.event.TimerEvent;
import dev.bourse.api.exchange.Exchange;
import dev.bourse.api.model.AccountId;
import dev.bourse.api.model.Instrument;
import dev.bourse.api.model.InstrumentId;
import dev.bourse.api.persistence.JournalHealth;
import dev.bourse.api.persistence.StoreException;
import dev.bourse.api.trader.Discrepancy;
import dev.bourse.api.trader.ReconcileMode;
import dev.bourse.core.decision.TurnRecord;
import dev.bourse.core.status.TraderFlags.AccountFlags;
import dev.bourse.engine.inbox.Post;
import dev.bourse.engine.journal.EmergencyLog;
import dev.bourse.engine.venue.AccountLink;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Trades at venues that have threads of their own. Market data comes through the inbox, commands
 * leave through the journal writer, and the answer to everything is an event.
 */
final class LiveDrive implements Drive {
  private static final int TURNS_AT_ONCE = 256;
  private static final long MAINTAIN_EVERY = TimeUnit.MILLISECONDS.toNanos(100);

  private final LoopParts parts;
  private final Listings listings;
  private final Refusals refusals;
  private final EmergencyLog emergency;
  private final int backlog;
  private final long since;
  private final Comparing comparing;
  private final AccountWatch watch;
  private long maintainedAt = System.nanoTime();

  LiveDrive(LoopParts parts, Listings listings, Refusals refusals, EmergencyLog emergency) {
    this.emergency = emergency;
    this.parts = parts;
    this.listings = listings;
    this.refusals = refusals;
    this.backlog = parts.plan().values().journalBacklog();
    this.since = parts.since();
    this.comparing = new Comparing(parts.core());
    this.watch = new AccountWatch(parts.core(), parts.plan().values().watch());
  }

  @Override
  public void open() {
    parts.venues().all().forEach(this::open);
  }

  private void open(AccountLink link) {
    Exchange exchange = link.open();
    parts.core().bindAccount(link.id(), exchange.capabilities());
  }

  @Override
  public void introduce() {
    parts.venues().all().forEach(this::introduce);
  }

  private void introduce(AccountLink link) {
    for (Instrument instrument : link.instruments()) {
      if (listings.isNews(instrument)) {
        input(new InstrumentListed(instrument, now()), null);
      }
    }
  }

  @Override
  public void input(Event event, Post.@Nullable Answer answer) {
    if (event instanceof ControlEvent.Emergency && !mayBegin(event, answer)) {
      return;
    }
    watch.heard(event, now());
    if (event instanceof AccountEvent.MassReport report && !isNews(report)) {
      return;
    }
    take(parts.atLeast(parts.clock().now()), event, answer);
  }

  /** A report that somebody waits for is news; one that was asked for in silence may be none. */
  private boolean isNews(AccountEvent.MassReport report) {
    boolean awaited = comparing.isAwaited(report.account());
    boolean looked = comparing.isOnlyLookedAt(report);
    boolean nothing = watch.isNothingNew(report);
    return !looked && (awaited || !nothing);
  }

  @Override
  public void compare(ReconcileMode mode, CompletableFuture<List<Discrepancy>> answer) {
    for (AccountLink link : parts.venues().all()) {
      if (!parts.core().state().flags().account(link.id()).connected()) {
        answer.completeExceptionally(
            new IllegalStateException(
                "account " + link.id() + " is not connected: nothing can be compared now"));
        return;
      }
    }
    comparing.await(mode, parts.venues().all().stream().map(AccountLink::id).toList(), answer);
    parts.venues().all().forEach(link -> report(link.id()));
  }

  private boolean mayBegin(Event event, Post.@Nullable Answer answer) {
    try {
      parts.writer().emergency(emergency);
      return true;
    } catch (IllegalArgumentException e) {
      refusals.refused(event, answer, e, parts.core().sequence());
    } catch (StoreException e) {
      IllegalArgumentException cause = new IllegalArgumentException(e.getMessage(), e);
      refusals.refused(event, answer, cause, parts.core().sequence());
    }
    return false;
  }

  private void take(long time, Event event, Post.@Nullable Answer answer) {
    parts.core().journalBacklog(parts.writer().pendingCommands() >= backlog);
    long before = parts.core().sequence();
    TurnRecord record;
    try {
      record = parts.core().on(time, event);
    } catch (IllegalArgumentException e) {
      refusals.refused(event, answer, e, before);
      return;
    }
    parts.requireRight();
    parts
        .recorder()
        .record(
            record,
            record.commands().isEmpty() ? List.of() : List.copyOf(record.commands()),
            answer);
    if (!(event instanceof MarketEvent)) {
      follow(event);
    }
  }

  /** What the engine itself does because of an event. */
  private void follow(Event event) {
    if (event instanceof ConnectionChanged changed) {
      watch.lost(changed.account());
      if (changed.connected()) {
        report(changed.account());
      }
    } else if (event instanceof AccountEvent.MassReport report) {
      AccountLink link = parts.venues().find(report.account());
      if (link != null) {
        link.confirmed();
      }
    } else if (event instanceof OrderReport.Status status
        && parts.core().state().isProvisional(status.orderId())) {
      report(status.account());
    } else if (event instanceof InstrumentListed) {
      listings.changed();
    }
  }

  private void report(AccountId account) {
    AccountLink link = parts.venues().find(account);
    if (link != null) {
      watch.asked(account, now());
      link.requestReport(since);
    }
  }

  @Override
  public int work() {
    int turns = timers();
    boolean healthy = parts.writer().health().state() == JournalHealth.State.GOOD;
    while (turns < TURNS_AT_ONCE && !parts.inbox().hasPosts() && parts.writer().hasRoom()) {
      MarketEvent event = parts.inbox().pollMarket();
      if (event == null) {
        break;
      }
      if (healthy) {
        input(event, null);
      } else {
        refusals.dropped();
      }
      turns++;
    }
    maintain();
    return turns;
  }

  private int timers() {
    int turns = 0;
    long now = now();
    TimerEvent due = parts.core().due(now);
    while (due != null && turns < TURNS_AT_ONCE) {
      take(parts.atLeast(due.deadline()), due, null);
      turns++;
      due = parts.core().due(now);
    }
    return turns;
  }

  /** Reopens what was lost and asks again for reports that did not come. */
  private void maintain() {
    if (System.nanoTime() - maintainedAt < MAINTAIN_EVERY) {
      return;
    }
    maintainedAt = System.nanoTime();
    flattenIfConfigured();
    for (AccountLink link : parts.venues().all()) {
      if (link.isRetryDue()) {
        reopen(link);
      }
      watch(link);
    }
  }

  /**
   * An account that is not reconciled is asked for ever; one that was and answers no more is not
   * connected, whatever its stream says.
   */
  private void watch(AccountLink link) {
    AccountFlags flags = parts.core().state().flags().account(link.id());
    if (!link.isOpen() || !flags.connected()) {
      return;
    }
    if (watch.isOverdue(link.id(), now())) {
      boolean often = watch.missed(link.id());
      if (often && flags.reconciled()) {
        giveUp(
            link,
            "it sends no reports, asked " + parts.plan().values().watch().retries() + " times");
      } else {
        report(link.id());
      }
    } else if (!flags.reconciled() && !watch.isWaiting(link.id())) {
      report(link.id());
    } else if (flags.reconciled() && watch.isDue(link.id(), now())) {
      link.requestReport(Math.max(0, parts.core().time() - AccountWatch.WINDOW));
    }
  }

  private void giveUp(AccountLink link, String why) {
    link.closeAndRetry();
    input(disconnected(link.id(), why), null);
  }

  /** The configuration may say that positions are closed when the journal fails, tried for ever. */
  private void flattenIfConfigured() {
    boolean failed = parts.writer().health().state() == JournalHealth.State.FAILED;
    if (failed
        && parts.plan().values().flattenOnFailure()
        && parts.core().state().emergency() == 0) {
      input(new ControlEvent.Emergency("journal.failed=flatten"), null);
    }
  }

  private void reopen(AccountLink link) {
    watch.lost(link.id());
    try {
      open(link);
      introduce(link);
    } catch (IllegalArgumentException | IllegalStateException e) {
      link.closeAndRetry();
      input(disconnected(link.id(), String.valueOf(e.getMessage())), null);
    }
  }

  @Override
  public void lost(AccountId account) {
    AccountLink link = parts.venues().find(account);
    if (link != null && link.isOpen()) {
      link.closeAndRetry();
      input(
          disconnected(
              account,
              "the trader had no room for the venue's answers; the connection was closed and is"
                  + " opened and reconciled anew"),
          null);
    }
  }

  private ConnectionChanged disconnected(AccountId account, String why) {
    return new ConnectionChanged(account, false, why, now());
  }

  @Override
  public long patience() {
    long timer = parts.core().nextDeadline();
    long untilTimer = timer == Long.MAX_VALUE ? timer : parts.clock().nanosUntil(timer);
    return Math.min(untilTimer, MAINTAIN_EVERY);
  }

  @Override
  public boolean wantsMarket() {
    return parts.writer().hasRoom();
  }

  @Override
  public void subscribe(AccountId account, List<InstrumentId> instruments) {
    AccountLink link = parts.venues().find(account);
    if (link != null) {
      instruments.forEach(link::subscribe);
    }
  }

  @Override
  public long now() {
    return parts.clock().now();
  }

  @Override
  public Map<String, Long> depths() {
    return watch.depths();
  }

  @Override
  public String note() {
    return "";
  }

  @Override
  public void close() {
    comparing.fail("the trader stopped");
    parts.venues().all().forEach(AccountLink::close);
  }

  @Override
  public void abandon() {
    parts.venues().all().forEach(AccountLink::abandon);
  }
}
