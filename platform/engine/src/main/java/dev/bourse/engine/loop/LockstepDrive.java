package dev.bourse.engine.loop;

import dev.bourse.api.event.AccountEvent;
import dev.bourse.api.event.CommandEvent;
import dev.bourse.api.event.ConnectionChanged;
import dev.bourse.api.event.ControlEvent;
import dev.bourse.api.event.DataGap;
import dev.bourse.api.event.Event;
import dev.bourse.api.event.InstrumentListed;
import dev.bourse.api.event.LifecycleEvent;
import dev.bourse.api.event.MarketEvent;
import dev.bourse.api.event.VenueEvent;
import dev.bourse.api.exchange.ExchangeCommand;
import dev.bourse.api.model.AccountId;
import dev.bourse.api.model.Instrument;
import dev.bourse.api.model.InstrumentId;
import dev.bourse.api.persistence.JournalHealth;
import dev.bourse.api.persistence.StoreException;
import dev.bourse.api.risk.DenialCode;
import dev.bourse.api.trader.Discrepancy;
import dev.bourse.api.trader.ReconcileMode;
import dev.bourse.core.DroppedCommand;
import dev.bourse.core.Lockstep;
import dev.bourse.core.decision.TurnRecord;
import dev.bourse.engine.feed.Feed;
import dev.bourse.engine.inbox.Post;
import dev.bourse.engine.plan.AccountPlan;
import dev.bourse.engine.venue.AccountLink;
import dev.bourse.engine.venue.LockstepVenues;
import dev.bourse.engine.watch.ShutOutException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/**
 * Trades at simulated venues on the loop's own thread: the next event waits until the turn before
 * it is durable and its commands are done.
 */
final class LockstepDrive implements Drive {
  private static final int STEPS_AT_ONCE = 256;
  private static final long NO_HURRY = TimeUnit.SECONDS.toNanos(1);

  private final LoopParts parts;
  private final Lockstep lockstep;
  private final LockstepVenues venues;
  private final Services services = new Services();

  /** Whether data came since the adapter of the data was opened last. */
  private boolean seen;

  private final Listings listings;
  private final Refusals refusals;
  private final MarketSupply market;
  private final LongFunction<Feed> feeds;
  private final boolean recorded;
  private final List<Instrument> instruments;
  private final long since;
  private final ArrayDeque<AccountId> connected = new ArrayDeque<>();
  private boolean goesOn;
  private @Nullable Feed feed;
  private @Nullable Event expected;
  private Post.@Nullable Answer expectedAnswer;

  /**
   * A drive whose venues are closed.
   *
   * @param market live data
   * @param feeds opens the feed behind a position
   * @param instruments what comes with recorded data, whose own times move the clock; null for live
   *     data
   */
  LockstepDrive(
      LoopParts parts,
      Listings listings,
      Refusals refusals,
      LockstepVenues venues,
      MarketSupply market,
      LongFunction<Feed> feeds,
      @Nullable List<Instrument> instruments) {
    this.parts = parts;
    this.listings = listings;
    this.refusals = refusals;
    this.venues = venues;
    this.market = market;
    this.feeds = feeds;
    this.recorded = instruments != null;
    this.instruments = instruments == null ? List.of() : instruments;
    this.since = parts.since();
    this.goesOn = recorded && parts.core().sequence() >= 0;
    this.lockstep = new Lockstep(parts.core(), this::turn);
  }

  @Override
  public void open() {
    List<Instrument> known = new ArrayList<>(instruments);
    for (AccountLink link : parts.venues().all()) {
      known.addAll(link.open().instruments());
    }
    venues.open(lockstep, known);
    long counted = parts.core().feedPosition();
    long position = counted + venues.offset(counted);
    Feed opened = feeds.apply(position);
    feed = opened;
    MarketEvent first = recorded ? opened.peek() : null;
    boolean fresh = parts.core().sequence() < 0;
    if (!fresh) {
      parts.clock().reach(parts.core().time());
    } else if (first != null) {
      parts.clock().reach(first.eventTime());
    }
  }

  @Override
  public void introduce() {
    venues.release();
    parts.venues().all().forEach(link -> list(link.instruments()));
    list(venues.instruments());
  }

  private void list(List<Instrument> instruments) {
    for (Instrument instrument : instruments) {
      if (listings.isNews(instrument)) {
        input(new InstrumentListed(instrument, now()), null);
      }
    }
  }

  @Override
  public void input(Event event, Post.@Nullable Answer answer) {
    long before = parts.core().sequence();
    if (event instanceof ControlEvent.Emergency) {
      String why =
          "its venue is simulated, nothing real is at stake: repair the store and start it";
      refusals.refused(event, answer, new IllegalArgumentException(why), before);
      return;
    }
    list(event);
    expected = event;
    expectedAnswer = answer;
    try {
      step(() -> lockstep.input(parts.atLeast(inputTime()), event));
    } catch (IllegalArgumentException e) {
      refusals.refused(event, answer, e, before);
    } finally {
      expected = null;
      expectedAnswer = null;
    }
    if (event instanceof InstrumentListed) {
      listings.changed();
    } else if (event instanceof LifecycleEvent.Recovered) {
      goesOn = false;
    } else if (event instanceof LifecycleEvent.StorageChanged changed && !recorded) {
      LifecycleEvent.StorageLow consequences = market.explained(changed);
      if (consequences != null) {
        input(consequences, null);
      }
    }
  }

  @Override
  public void compare(ReconcileMode mode, CompletableFuture<List<Discrepancy>> answer) {
    List<Discrepancy> found = new ArrayList<>();
    for (AccountPlan account : parts.plan().accounts()) {
      AccountEvent.MassReport report = lockstep.ask(account.id(), since);
      if (report == null) {
        answer.completeExceptionally(
            new IllegalStateException("account " + account.id() + " is not open now"));
        return;
      }
      boolean accept = mode == ReconcileMode.ACCEPT;
      found.addAll(parts.core().reconciliation(report, accept).discrepancies());
      if (mode != ReconcileMode.LOOK) {
        connected.add(account.id());
      }
    }
    step(() -> lockstep.advance(parts.core().time()));
    answer.complete(found);
  }

  /**
   * The present, but never beyond data that is still to come. A start on recorded data happens in
   * the moment of the last turn, so that nothing passes that an uninterrupted run would have seen.
   */
  private long inputTime() {
    if (goesOn) {
      return parts.core().time();
    }
    Feed open = feed;
    MarketEvent next = open == null || !recorded ? null : open.peek();
    return next == null ? now() : Math.min(now(), next.eventTime());
  }

  /** A paper trader reads on as soon as the adapter of its data can be opened again. */
  @Override
  public void lost(AccountId account) {
    AccountLink eyes = parts.venues().find(account);
    if (eyes != null && eyes.isOpen()) {
      List<Instrument> blind = eyes.instruments();
      if (seen) {
        eyes.confirmed();
        seen = false;
      }
      eyes.closeAndRetry();
      blind.forEach(
          each ->
              parts.inbox().offer(new DataGap(each, now(), 0, "the trader had no room for it")));
    }
  }

  private void reopen(AccountLink eyes) {
    try {
      list(eyes.open().instruments());
      services.opened(eyes.id());
    } catch (IllegalArgumentException | IllegalStateException e) {
      eyes.closeAndRetry();
    }
  }

  @Override
  public int work() {
    parts.venues().all().stream().filter(AccountLink::isRetryDue).forEach(this::reopen);
    int steps = 0;
    Feed open = feed;
    while (open != null && steps < STEPS_AT_ONCE && !parts.inbox().hasPosts() && mayFeed()) {
      MarketEvent next = open.peek();
      if (next == null) {
        return steps + (recorded ? end() : advance(now()));
      }
      long time = time(next);
      if (parts.clock().nanosUntil(time) > 0) {
        return steps + advance(Math.min(now(), time));
      }
      parts.clock().reach(time);
      open.take();
      market(next, open.position(), parts.atLeast(time));
      steps++;
    }
    return steps;
  }

  /** Recorded data waits for a disk that takes it; a market does not wait. */
  private boolean mayFeed() {
    JournalHealth.State health = parts.writer().health().state();
    boolean healthy = health == JournalHealth.State.GOOD;
    boolean reserved = health == JournalHealth.State.RESERVE && !recorded;
    return (healthy || reserved) && parts.writer().hasRoom();
  }

  private long time(MarketEvent event) {
    return recorded ? event.eventTime() : now();
  }

  /** Live data may be there before the listing of what it names: lanes have no order. */
  private void list(Event event) {
    if (event instanceof VenueEvent) {
      for (Instrument each : parts.core().unlisted(event)) {
        input(new InstrumentListed(each, now()), null);
      }
    }
  }

  private void market(MarketEvent event, long position, long time) {
    seen = true;
    list(event);
    long before = parts.core().sequence();
    try {
      step(() -> lockstep.market(event, position, time));
    } catch (IllegalArgumentException e) {
      refusals.refused(event, null, e, before);
    }
  }

  /**
   * Time ends with the data, at any speed: what came after it would depend on when somebody looks.
   */
  private int end() {
    long end = parts.core().time();
    parts.clock().end(end);
    return advance(end);
  }

  private int advance(long now) {
    if (lockstep.nextDeadline() > now) {
      return 0;
    }
    step(() -> lockstep.advance(now));
    return 1;
  }

  /** One call of the lockstep; commands that could not be made durable are taken back. */
  private void step(Runnable call) {
    try {
      call.run();
    } catch (NotDurableException e) {
      e.drops().forEach(each -> lockstep.input(parts.core().time(), each));
    }
    for (AccountId account = connected.poll(); account != null; account = connected.poll()) {
      lockstep.reconcile(account, since, parts.core().time());
    }
  }

  /** Every turn comes by here before its commands go out. */
  private void turn(TurnRecord record) {
    parts.requireRight();
    Post.Answer answer = isExpected(record.event()) ? expectedAnswer : null;
    List<ExchangeCommand> commands = List.copyOf(record.commands());
    parts.recorder().record(record, List.of(), answer);
    services.heard(record.event());
    if (record.event() instanceof ConnectionChanged changed && changed.connected()) {
      connected.add(changed.account());
    }
    if (!commands.isEmpty()) {
      makeDurable(record.sequence(), commands);
    }
  }

  @SuppressWarnings("ReferenceEquality") // this very event, not one that looks like it
  private boolean isExpected(Event event) {
    return event == expected;
  }

  private void makeDurable(long sequence, List<ExchangeCommand> commands) {
    try {
      parts.writer().awaitDurable(sequence);
    } catch (StoreException e) {
      parts.requireRight();
      throw new NotDurableException(drops(commands, String.valueOf(e.getMessage())));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ShutOutException();
    }
  }

  private static List<CommandEvent> drops(List<ExchangeCommand> commands, String why) {
    String reason = DenialCode.STORAGE.because(why).toString();
    List<CommandEvent> drops = new ArrayList<>();
    commands.forEach(command -> drops.addAll(DroppedCommand.events(command, reason)));
    return drops;
  }

  /** Ends a turn whose commands must not go out. */
  private static final class NotDurableException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient List<CommandEvent> drops;

    NotDurableException(List<CommandEvent> drops) {
      super("the turn is not durable", null, false, false);
      this.drops = drops;
    }

    List<CommandEvent> drops() {
      return drops;
    }
  }

  @Override
  public long patience() {
    Feed open = feed;
    if (open == null || !mayFeed()) {
      return NO_HURRY;
    }
    MarketEvent next = recorded ? open.peek() : null;
    long untilData = next == null ? NO_HURRY : parts.clock().nanosUntil(next.eventTime());
    long deadline = lockstep.nextDeadline();
    boolean runs = recorded ? next != null : true;
    long untilWork =
        deadline == Long.MAX_VALUE || !runs ? NO_HURRY : parts.clock().nanosUntil(deadline);
    return Math.min(untilData, untilWork);
  }

  @Override
  public boolean wantsMarket() {
    return !recorded && mayFeed();
  }

  @Override
  public void subscribe(AccountId account, List<InstrumentId> instruments) {
    parts.venues().all().forEach(link -> instruments.forEach(link::subscribe));
  }

  @Override
  public long now() {
    long now = parts.clock().now();
    return now == Long.MIN_VALUE ? Math.max(0, parts.core().time()) : now;
  }

  @Override
  public Map<String, Long> depths() {
    return market.depths();
  }

  @Override
  public String note() {
    Feed open = feed;
    return open != null && open.hasEnded() ? "the recorded data has ended" : services.note();
  }

  @Override
  public List<String> close() {
    Feed open = feed;
    feed = null;
    if (open != null) {
      open.close();
    }
    List<String> unclosed = parts.venues().close();
    venues.close();
    return unclosed;
  }

  @Override
  public void abandon() {
    parts.venues().abandon();
    venues.abandon();
  }
}
