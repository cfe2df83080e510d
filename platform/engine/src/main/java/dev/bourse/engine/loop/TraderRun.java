package dev.bourse.engine.loop;

import dev.bourse.api.model.AccountId;
import dev.bourse.api.model.CancelOutcome;
import dev.bourse.api.model.ClientOrderId;
import dev.bourse.api.model.StrategyId;
import dev.bourse.api.model.TraderId;
import dev.bourse.api.model.TradingMode;
import dev.bourse.api.persistence.Store;
import dev.bourse.api.persistence.StoreException;
import dev.bourse.api.trace.TraceReader;
import dev.bourse.api.trader.Discrepancy;
import dev.bourse.api.trader.ReconcileMode;
import dev.bourse.api.trader.RefreshedOrder;
import dev.bourse.api.trader.WatcherView;
import dev.bourse.core.TraderCore;
import dev.bourse.engine.clock.TraderClock;
import dev.bourse.engine.config.TraderValues;
import dev.bourse.engine.inbox.Inbox;
import dev.bourse.engine.inbox.Post;
import dev.bourse.engine.journal.EmergencyLog;
import dev.bourse.engine.journal.Generation;
import dev.bourse.engine.journal.JournalWriter;
import dev.bourse.engine.journal.WriterLimits;
import dev.bourse.engine.plan.RiskPlan;
import dev.bourse.engine.plan.StrategyPlan;
import dev.bourse.engine.plan.TraderPlan;
import dev.bourse.engine.plugin.Plugin;
import dev.bourse.engine.trace.ArchiveTraceReader;
import dev.bourse.engine.trace.SharedInstruments;
import dev.bourse.engine.venue.Venues;
import dev.bourse.engine.watch.Door;
import dev.bourse.engine.watch.Gatekeeper;
import dev.bourse.engine.watch.GuardedCode;
import dev.bourse.engine.watch.ShutOutException;
import dev.bourse.engine.watch.Watchdog;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One life of a trader, on a thread of its own: opens the store, recovers, trades, and ends. What
 * other threads may call says so; all of it goes through the inbox.
 */
public final class TraderRun {
  private static final Logger LOG = LoggerFactory.getLogger(TraderRun.class);
  private static final Duration LET_GO = Duration.ofSeconds(1);
  private static final int MAX_TURNS_WAITING = 65_536;
  private static final long MAX_BYTES_WAITING = 1L << 20; // a full disk takes all of it

  private final TraderPlan frame;
  private final RunServices services;
  private final RunListener listener;
  private final Absences absences;
  private final Generation generation = new Generation();
  private final Gatekeeper gate = new Gatekeeper();
  private final Inbox inbox;
  private final Resources resources = new Resources();
  private final Promises promises = new Promises();
  private final Thread thread;
  private final CountDownLatch over = new CountDownLatch(1);
  private final CompletableFuture<String> farewell = new CompletableFuture<>();
  private volatile @Nullable TraceReader trace;
  private @Nullable TraderPlan initial;
  private @Nullable Session session;

  /**
   * A run that is not started.
   *
   * @param absences who is configured and not in the plan
   */
  public TraderRun(TraderPlan plan, Absences absences, RunServices services, RunListener listener) {
    this.initial = plan;
    this.frame = plan.frame();
    this.absences = absences;
    this.services = services;
    this.listener = listener;
    this.inbox = new Inbox(plan.values().inboxExecution(), plan.values().inboxMarket());
    this.thread = new Thread(this::run, "bourse-" + id());
    this.thread.setContextClassLoader(getClass().getClassLoader());
  }

  /** The trader. */
  public TraderId id() {
    return frame.definition().id();
  }

  /** Starts the thread. Once. */
  public void start() {
    thread.start();
  }

  /** The trace, while the store is open. Any thread. */
  public Optional<TraceReader> trace() {
    return Optional.ofNullable(trace);
  }

  /** What watches its accounts, as it was a moment ago. Any thread. */
  public List<WatcherView> watchers() {
    return over.getCount() == 0
        ? List.of()
        : resources.drive().map(Drive::watchers).orElse(List.of());
  }

  /** Puts a person's wish into the inbox; false if there is no room. Any thread. */
  public boolean offer(Post.Input input) {
    boolean taken = over.getCount() > 0 && inbox.offer(input);
    Post.Answer answer = input.answer();
    if (taken && answer != null) {
      promises.add(answer.sentence());
      if (answer.outcome() != null) {
        promises.add(answer.outcome());
      }
    }
    return taken;
  }

  /**
   * Somebody waited long enough: tells them what is known; synced, the venue is asked first if
   * nothing was seen. Any thread.
   */
  public void giveUp(CompletableFuture<?> outcome, boolean synced) {
    inbox.add(() -> require(session).giveUp(outcome, synced));
  }

  /** Cancels an order; false if the run is over. Any thread. */
  public boolean cancel(ClientOrderId id, String by, CompletableFuture<CancelOutcome> outcome) {
    return soon(outcome, each -> each.cancel(id, by, outcome));
  }

  /** Asks the venue for an order; false if the run is over. Any thread. */
  public boolean refresh(ClientOrderId id, String by, CompletableFuture<RefreshedOrder> outcome) {
    return soon(outcome, each -> each.refresh(id, by, outcome));
  }

  /** Compares the books with the venues; false if the run is over. Any thread. */
  public boolean compare(
      ReconcileMode mode, String by, CompletableFuture<List<Discrepancy>> answer) {
    return soon(answer, each -> each.compare(mode, by, answer));
  }

  private boolean soon(CompletableFuture<?> answer, Consumer<Session> task) {
    boolean taken = over.getCount() > 0;
    if (taken) {
      promises.add(answer);
      inbox.add(() -> task.accept(require(session)));
    }
    return taken;
  }

  /** Begins an orderly end; completes with what stays at the venues. Any thread. */
  public CompletableFuture<String> stop(String reason) {
    inbox.add(() -> require(session).stop(reason));
    return farewell;
  }

  /** Ends soon without treating orders. Any thread. */
  public void suspend() {
    inbox.add(() -> require(session).suspend());
  }

  /** Lets everything of a plug-in go; counts down when no reference is left. Any thread. */
  public CountDownLatch release(Plugin<?> plugin, String reason) {
    CountDownLatch done = new CountDownLatch(1);
    inbox.add(() -> require(session).release(plugin, reason));
    inbox.add(done::countDown);
    return done;
  }

  /** Lets one strategy go. Any thread. */
  public void release(StrategyId strategy, String reason) {
    inbox.add(() -> require(session).release(strategy, reason));
  }

  /** A strategy is there, new or again. Any thread. */
  public void bind(StrategyPlan plan) {
    inbox.add(() -> require(session).bind(plan));
  }

  /** A risk module is there again. Any thread. */
  public void bind(RiskPlan plan) {
    inbox.add(() -> require(session).bindAgain(plan));
  }

  /** New limits of a risk module were not taken. Any thread. */
  public void refuse(String risk, String reason) {
    inbox.add(() -> require(session).refuse(risk, reason));
  }

  /** Waits for the end, up to the given time; false if it is not over then. Any thread. */
  public boolean awaitEnd(Duration patience) throws InterruptedException {
    return over.await(patience.toMillis(), TimeUnit.MILLISECONDS);
  }

  /**
   * Takes the loop's right and closes what it had open, while its thread may still be stuck in a
   * plug-in. Not the loop's thread. Waits a moment for a loop that is not stuck to notice.
   */
  public void abandon() {
    generation.revoke();
    inbox.wake();
    forgetTrace();
    awaitThread();
    resources.abandon();
    dismiss("the trader was restarted");
    over.countDown();
  }

  private void awaitThread() {
    try {
      thread.join(gate.isShut() ? 1 : LET_GO.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void run() {
    TraderValues values = frame.values();
    Watchdog.Guarded guarded =
        services.watchdog().watch(gate, values.warn(), values.deadline(), overseer());
    try {
      Session opened = open();
      opened.run();
      end(opened);
      listener.ended(this);
    } catch (ShutOutException e) {
      LOG.info("Trader {}: the thread of a replaced loop ended", id());
    } catch (StartRefusedException | StoreException e) {
      fail(() -> listener.refused(this, String.valueOf(e.getMessage())));
    } catch (RuntimeException | Error e) {
      fail(() -> listener.broke(this, e));
    } finally {
      services.watchdog().forget(guarded);
      over.countDown();
    }
  }

  /** A loop that hangs loses its right and is woken. */
  private Watchdog.Owner overseer() {
    Runnable shutOut =
        () -> {
          generation.revoke();
          thread.interrupt();
        };
    return new Overseer(this, frame.values().deadline(), shutOut, listener);
  }

  private void fail(Runnable tell) {
    generation.revoke();
    forgetTrace();
    resources.close();
    dismiss("the trader ended");
    tell.run();
  }

  /** Everything up to the first turn of this start. */
  private Session open() {
    TraderPlan plan = takeInitial();
    Store store =
        GuardedCode.call(
            plan.persistence().loader(),
            () ->
                plan.persistence()
                    .service()
                    .open(services.folders().trader(id(), plan.values().retention())));
    resources.store(store);
    try {
      Replay replay = recover(plan, store);
      Session made = assemble(replay, store);
      String recovered =
          "replayed " + replay.turns() + " turns through " + replay.core().sequence();
      LOG.info(
          "Trader {} recovered: {}, state hash {}", id(), recovered, replay.core().stateHash());
      made.begin(
          plan.describe(),
          plan.risks(),
          absences,
          new Session.Recovery(
              recovered,
              RunParts.damage(store),
              new EmergencyLog(services.folders().emergency(id())),
              new Post.Answer(whenDurable(replay.core().sequence()), null)));
      return made;
    } catch (IllegalArgumentException e) {
      throw new StartRefusedException(String.valueOf(e.getMessage()), e);
    }
  }

  /** Once this start is durable, so is everything before it, and channels may be told of it. */
  private CompletableFuture<String> whenDurable(long before) {
    CompletableFuture<String> durable = new CompletableFuture<>();
    CompletableFuture<Void> unused =
        durable.thenRun(
            () -> trace().ifPresent(reader -> services.alerts().opened(id(), reader, before)));
    return durable;
  }

  private TraderPlan takeInitial() {
    TraderPlan plan = initial;
    initial = null;
    if (plan == null) {
      throw new IllegalStateException("a run starts once");
    }
    return plan;
  }

  private Replay recover(TraderPlan plan, Store store) {
    Replay replay = Replay.begin(plan.settings(), store, new Door(gate), plan.strategies());
    replay.read(store, Long.MAX_VALUE);
    replay.differences().forEach(each -> LOG.warn("Trader {} rehearsal: {}", id(), each));
    return replay;
  }

  private Session assemble(Replay replay, Store store) {
    TraderCore core = replay.core();
    TraderValues values = frame.values();
    TraderClock clock = services.clocks().of(values.mode(), values.speed());
    Consumer<AccountId> lost =
        account -> inbox.add(() -> resources.drive().ifPresent(drive -> drive.lost(account)));
    Venues venues = RunParts.venues(frame, core.instruments(), inbox, gate, lost);
    WriterLimits limits =
        new WriterLimits(
            values.flushInterval(), values.commandMaxAge(), MAX_TURNS_WAITING, MAX_BYTES_WAITING);
    JournalWriter writer =
        new JournalWriter(
            store.journal(),
            limits,
            generation,
            venues,
            services.announcer(),
            Threads.named("bourse-" + id() + "-journal"));
    resources.writer(writer);
    writer.start();
    Outcomes waiting = new Outcomes(core);
    SharedInstruments instruments = new SharedInstruments(core.instruments());
    Recorder recorder = new Recorder(core, writer, waiting, services.alerts(), instruments);
    LoopParts parts =
        new LoopParts(frame, core, clock, inbox, store, writer, recorder, generation, gate, venues);
    trace = new ArchiveTraceReader(store, instruments);
    return session(parts, replay.seats(), waiting);
  }

  private Session session(LoopParts parts, Seats seats, Outcomes waiting) {
    Listings listings = new Listings(parts.core());
    Refusals refusals = new Refusals(parts.core());
    Drive drive = RunParts.drive(parts, listings, refusals, services.folders());
    resources.drive(drive);
    drive.open();
    Joiner joiner = new Joiner(parts, drive, seats);
    PastBars past = new PastBars(services.plugins());
    StrategyDesk desk = new StrategyDesk(parts.core(), seats, drive, listings, past, joiner);
    Publisher publisher =
        new Publisher(
            frame,
            parts.core(),
            inbox,
            parts.writer(),
            drive,
            joiner::note,
            snapshot -> listener.published(this, snapshot));
    StateSaver saver =
        new StateSaver(
            parts.core(),
            parts.store(),
            parts.writer(),
            resources.background("bourse-" + id() + "-saver"),
            frame.values());
    resources.saver(saver, desk::isSomebodyAway);
    boolean hashes = frame.values().mode() != TradingMode.LIVE;
    TraderLoop loop = new TraderLoop(parts, drive, desk, joiner, publisher, saver, hashes);
    Returns returns =
        new Returns(
            parts,
            parts.core().state().settings(),
            desk,
            services.watchdog(),
            (refused, why) -> listener.strategyRefused(this, refused, why));
    Session made = new Session(parts, drive, desk, seats, returns, waiting, loop);
    session = made;
    return made;
  }

  private void end(Session ending) {
    String stays = ending.whatStays();
    ending.publishLast();
    forgetTrace();
    resources.closeOrderly();
    String sentence = resources.farewell(stays);
    LOG.info("Trader {} ended: {}", id(), sentence);
    farewell.complete(sentence);
    dismiss("the trader stopped");
  }

  /** Tells everybody who still waits for an answer, after those who get one. */
  private void dismiss(String reason) {
    farewell.complete("the trader was not running");
    String told =
        reason
            + " before there was an answer: what became of orders is in order:pending once it runs";
    try {
      services.announcer().execute(() -> promises.end(told));
    } catch (RejectedExecutionException e) {
      promises.end(told); // nobody is told anything else any more either
    }
  }

  private void forgetTrace() {
    trace = null;
    services.alerts().closed(id());
  }

  private static <T> T require(@Nullable T part) {
    if (part == null) {
      throw new IllegalStateException("the loop has not begun");
    }
    return part;
  }
}
