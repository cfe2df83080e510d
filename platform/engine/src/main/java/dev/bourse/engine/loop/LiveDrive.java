package dev.bourse.engine.loop;

import dev.bourse.api.event.AccountEvent;
import dev.bourse.api.event.ConnectionChanged;
import dev.bourse.api.event.ControlEvent;
import dev.bourse.api.event.Event;
import dev.bourse.api.event.InstrumentListed;
import dev.bourse.api.event.LifecycleEvent;
import dev.bourse.api.event.MarketEvent;
import dev.bourse.api.event.OrderReport;
import dev.bourse.api.event.TimerEvent;
import dev.bourse.api.event.VenueEvent;
import dev.bourse.api.exchange.Exchange;
import dev.bourse.api.exchange.ExchangeCommand;
import dev.bourse.api.model.AccountId;
import dev.bourse.api.model.Instrument;
import dev.bourse.api.model.InstrumentId;
import dev.bourse.api.persistence.JournalHealth;
import dev.bourse.api.persistence.StoreException;
import dev.bourse.api.trader.Discrepancy;
import dev.bourse.api.trader.ReconcileMode;
import dev.bourse.api.trader.WatcherView;
import dev.bourse.core.decision.TurnRecord;
import dev.bourse.engine.inbox.Post;
import dev.bourse.engine.journal.EmergencyLog;
import dev.bourse.engine.venue.AccountLink;
import dev.bourse.engine.watch.ShutOutException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Trades at venues that have threads of their own. Market data comes through the inbox, commands
 * leave through the journal writer, and the answer to everything is an event.
 */
final class LiveDrive implements Drive {
  private static final Logger LOG = LoggerFactory.getLogger(LiveDrive.class);
  private static final int TURNS_AT_ONCE = 256;
  private static final long MAINTAIN_EVERY = TimeUnit.MILLISECONDS.toNanos(100);

  private final LoopParts parts;
  private final Listings listings;
  private final Refusals refusals;
  private final EmergencyLog emergency;
  private final MarketSupply market;
  private final int backlog;
  private final Comparing comparing;
  private final AccountWatch watch;
  private final StatusPolls polls;
  private final Progress progress;
  private final Reports reports;
  private final VenueMemory retention;
  private long maintainedAt = System.nanoTime();
  private final Services services = new Services();
  private volatile List<WatcherView> watchers = List.of();

  LiveDrive(
      LoopParts parts,
      Listings listings,
      Refusals refusals,
      EmergencyLog emergency,
      MarketSupply market) {
    this.emergency = emergency;
    this.market = market;
    this.parts = parts;
    this.listings = listings;
    this.refusals = refusals;
    this.backlog = parts.plan().values().journalBacklog();
    this.comparing = new Comparing(parts.core());
    this.watch = new AccountWatch(parts.core(), parts.plan().values().watch());
    this.polls =
        new StatusPolls(
            parts.core(), parts.plan().values().watch().watchers(), parts.writer()::ask);
    this.retention = new VenueMemory(parts.core());
    this.progress = new Progress(parts.core(), parts.plan().values().watch());
    this.reports =
        new Reports(parts, watch, polls, comparing, event -> input(event, null), this::failed);
  }

  @Override
  public void open() {
    if (parts.core().sequence() >= 0) {
      parts.clock().reach(parts.core().time());
    }
    parts.venues().all().forEach(this::open);
  }

  private void open(AccountLink link) {
    progress.opened(link.id(), now());
    services.opened(link.id());
    Exchange exchange = link.open();
    parts.core().bindAccount(link.id(), exchange.capabilities());
    retention.opened(link.id(), exchange.capabilities());
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
    list(event);
    if (event instanceof OrderReport report && !reports.isNews(report, now())) {
      return;
    }
    watch.heard(event, now());
    polls.heard(event, now());
    if (event instanceof OrderReport.NotFound absent && retention.isForgotten(absent)) {
      take(parts.atLeast(now()), retention.unproven(absent), answer);
      return;
    }
    if (event instanceof AccountEvent.MassReport report && !reports.isNews(report, now())) {
      return;
    }
    take(parts.atLeast(parts.clock().now()), event, answer);
  }

  /** What a venue tells may be there before the listing of what it names: lanes have no order. */
  private void list(Event event) {
    if (event instanceof VenueEvent) {
      for (Instrument each : parts.core().unlisted(event)) {
        take(parts.atLeast(now()), new InstrumentListed(each, now()), null);
      }
    }
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
    parts.venues().all().forEach(link -> reports.askAll(link.id()));
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
    List<ExchangeCommand> commands =
        record.commands().isEmpty() ? List.of() : List.copyOf(record.commands());
    parts.recorder().record(record, commands, answer);
    if (!commands.isEmpty()) {
      polls.askedByOthers(commands);
    }
    if (!(event instanceof MarketEvent)) {
      follow(event);
    }
  }

  /** What the engine itself does because of an event. */
  private void follow(Event event) {
    progress.heard(event, now());
    services.heard(event);
    reports.followed(event);
    if (event instanceof ConnectionChanged changed) {
      watch.lost(changed.account());
      reports.lost(changed.account());
      polls.lost(changed.account());
      if (changed.connected()) {
        watch.connected(changed, now());
        reports.askAll(changed.account());
      }
    } else if (event instanceof AccountEvent.MassReport report) {
      AccountLink link = parts.venues().find(report.account());
      if (link != null) {
        link.confirmed();
      }
    } else if (event instanceof OrderReport.Status status
        && parts.core().state().isProvisional(status.orderId())) {
      reports.askAll(status.account());
    } else if (event instanceof InstrumentListed) {
      listings.changed();
    } else if (event instanceof LifecycleEvent.StorageChanged changed) {
      LifecycleEvent.StorageLow consequences = market.explained(changed);
      if (consequences != null) {
        input(consequences, null);
      }
    }
  }

  @Override
  public int work() {
    int turns = timers();
    while (turns < TURNS_AT_ONCE && !parts.inbox().hasPosts() && parts.writer().hasRoom()) {
      MarketEvent event = market.next();
      if (event == null) {
        break;
      }
      input(event, null);
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
      reports.look(link);
      hurry(link);
    }
    watchers = views();
  }

  private List<WatcherView> views() {
    List<WatcherView> views = new ArrayList<>();
    for (AccountLink link : parts.venues().all()) {
      views.addAll(watch.views(List.of(link.id())));
      views.add(polls.view(link.id()));
    }
    return List.copyOf(views);
  }

  /** People hear of what takes too long; an adapter that says nothing at all is opened anew. */
  private void hurry(AccountLink link) {
    AccountId account = link.id();
    LifecycleEvent.Overdue overdue = progress.look(account, now());
    if (overdue != null) {
      input(overdue, null);
    }
    String exhausted = progress.exhausted(account, now());
    if (!exhausted.isEmpty() && !parts.core().state().flags().isHalted()) {
      input(new ControlEvent.Halt(exhausted, "engine"), null);
    }
    link.overdue()
        .ifPresent(
            why ->
                input(
                    new LifecycleEvent.Overdue(
                        account, LifecycleEvent.Overdue.Phase.DISCONNECTION, why),
                    null));
    if (link.isOpen() && progress.isDumb(account, now())) {
      link.closeAndRetry();
    }
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
    polls.lost(link.id());
    try {
      open(link);
      introduce(link);
    } catch (ShutOutException e) {
      throw e;
    } catch (IllegalArgumentException | IllegalStateException e) {
      failed(link, String.valueOf(e.getMessage()));
    } catch (RuntimeException | LinkageError e) {
      LOG.warn("Account {} could not be opened", link.id(), e);
      failed(link, "its adapter threw " + e);
    }
  }

  private void failed(AccountLink link, String why) {
    link.closeAndRetry();
    input(disconnected(link.id(), why), null);
  }

  @Override
  public void lost(AccountId account) {
    AccountLink link = parts.venues().find(account);
    if (link != null && link.isOpen()) {
      failed(
          link,
          "the trader had no room for the venue's answers; the connection was closed and is opened"
              + " and reconciled anew");
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
    Map<String, Long> depths = new TreeMap<>(watch.depths());
    depths.putAll(market.depths());
    return depths;
  }

  @Override
  public List<WatcherView> watchers() {
    return watchers;
  }

  @Override
  public String note() {
    String clock = parts.clock().note();
    String away = clock.isEmpty() ? services.note() : clock;
    return away.isEmpty() ? progress.note() : away;
  }

  @Override
  public List<String> close() {
    comparing.fail("the trader stopped");
    return parts.venues().close();
  }

  @Override
  public void abandon() {
    parts.venues().abandon();
  }
}
