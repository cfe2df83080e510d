package dev.bourse.engine.manager;

import dev.bourse.api.model.TraderId;
import dev.bourse.api.model.TraderStatus;
import dev.bourse.api.trader.TraderSnapshot;
import dev.bourse.engine.config.TraderDefinition;
import dev.bourse.engine.loop.RunListener;
import dev.bourse.engine.loop.RunServices;
import dev.bourse.engine.loop.Threads;
import dev.bourse.engine.loop.TraderRun;
import dev.bourse.engine.plan.EffectiveConfiguration;
import dev.bourse.engine.plan.Planner;
import dev.bourse.engine.plan.StrategyPlan;
import dev.bourse.engine.plan.TraderPlan;
import dev.bourse.engine.plugin.Plugin;
import dev.bourse.engine.plugin.Plugins;
import java.time.Duration;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps one trader running: starts a run when everything is there, changes it when configuration or
 * plug-ins change, begins another when one breaks or a plug-in in it hangs.
 *
 * <p>All of that happens on a thread of its own, one thing after the other; whoever calls from
 * another thread hands in. What others read is volatile and immutable.
 */
final class Keeper implements RunListener {
  private static final Logger LOG = LoggerFactory.getLogger(Keeper.class);
  private static final Duration RESTART_PATIENCE = Duration.ofSeconds(15);
  private static final Duration RETRY = Duration.ofSeconds(10);

  private final TraderId id;
  private final Plugins plugins;
  private final RunServices services;
  private final ScheduledExecutorService executor;
  private final Blames blames = new Blames();
  private volatile @Nullable TraderDefinition definition;
  private List<String> refusals = List.of();
  private boolean stopped;
  private boolean ranBefore;
  private volatile @Nullable Life life;
  private volatile @Nullable TraderSnapshot last;
  private volatile Rest rest = new Rest(TraderStatus.WAITING, "not started yet");
  private volatile SortedMap<String, String> configuration = new TreeMap<>();
  private volatile List<String> missing = List.of();
  private volatile boolean closed;

  /** Why there is no run. */
  record Rest(TraderStatus status, String detail) {}

  Keeper(TraderId id, Plugins plugins, RunServices services) {
    this.id = id;
    this.plugins = plugins;
    this.services = services;
    this.executor =
        Executors.newSingleThreadScheduledExecutor(Threads.named("bourse-" + id + "-keeper"));
  }

  // Any thread.

  @Nullable Life life() {
    return life;
  }

  @Nullable TraderSnapshot last() {
    return last;
  }

  Rest rest() {
    return rest;
  }

  /** What was configured last and not refused, or null. */
  @Nullable TraderDefinition definition() {
    return definition;
  }

  /** What is configured and not there, one sentence each. */
  List<String> missing() {
    return missing;
  }

  /** What counts at present, as far as it is readable with the plug-ins that are there. */
  SortedMap<String, String> configuration() {
    return configuration;
  }

  /** Another configuration counts from now on; a refused one leaves a running trader as it is. */
  void configure(@Nullable TraderDefinition next, List<String> problems) {
    submit(
        () -> {
          refusals = problems;
          definition = next == null ? definition : next;
          if (next == null && life != null) {
            LOG.warn("Trader {} keeps its former configuration: {}", id, refused());
          }
          reconsider();
        });
  }

  void start() {
    submit(
        () -> {
          stopped = false;
          blames.forgive();
          reconsider();
        });
  }

  CompletableFuture<String> stop(String reason) {
    CompletableFuture<String> sentence = new CompletableFuture<>();
    submit(() -> stop(reason, sentence));
    return sentence;
  }

  /** Plug-ins changed. */
  void reconsiderSoon() {
    submit(this::reconsider);
  }

  /** The run was abandoned by whoever calls. */
  void abandoned(TraderRun run) {
    submit(() -> over(run));
  }

  /** Forgets who was blamed because of a plug-in that leaves. */
  void forgive(Plugin<?> plugin) {
    blames.forget(plugin);
  }

  /** Nothing is kept running any more. */
  void close() {
    closed = true;
    executor.shutdown();
    Life running = life;
    if (running != null) {
      running.run().abandon();
    }
  }

  private void submit(Runnable task) {
    try {
      executor.execute(() -> guarded(task));
    } catch (RejectedExecutionException e) {
      LOG.debug("Trader {} is not kept any more", id);
    }
  }

  private void later(Duration pause) {
    try {
      Future<?> unused =
          executor.schedule(
              () -> guarded(this::reconsider), pause.toMillis(), TimeUnit.MILLISECONDS);
    } catch (RejectedExecutionException e) {
      LOG.debug("Trader {} is not kept any more", id);
    }
  }

  // The keeper's own thread.

  private void guarded(Runnable task) {
    try {
      task.run();
    } catch (RuntimeException | LinkageError e) {
      LOG.error("Trader {} could not be managed", id, e);
    }
  }

  private void stop(String reason, CompletableFuture<String> sentence) {
    stopped = true;
    Life running = life;
    if (running == null) {
      rest = new Rest(TraderStatus.STOPPED, reason);
      sentence.complete("trader " + id + " was not running");
    } else {
      CompletableFuture<Void> unused = running.run().stop(reason).thenAccept(sentence::complete);
    }
  }

  private String refused() {
    return "its configuration is refused: " + String.join("; ", refusals);
  }

  private void reconsider() {
    TraderDefinition wanted = definition;
    if (closed || stopped) {
      return;
    }
    Life running = life;
    if (running != null && wanted != null) {
      adjust(running, plan(wanted), wanted);
    } else if (running == null && wanted != null && refusals.isEmpty()) {
      if (!blames.isHopeless()) {
        startWith(plan(wanted));
      }
    } else if (running == null) {
      rest = new Rest(TraderStatus.WAITING, refused());
    }
    letGoOfWhatLeft();
  }

  /**
   * A plug-in can leave between the plan and its use. Its leaving found nothing here then, so what
   * came in after it goes now.
   */
  private void letGoOfWhatLeft() {
    Life running = life;
    if (running == null) {
      return;
    }
    List<Plugin<?>> left =
        running.present().plugins().stream().filter(each -> !plugins.has(each)).toList();
    if (left.stream().anyMatch(running.present()::isFramedBy)) {
      LOG.info("Trader {} restarts without {}", id, left);
      restart(running.run());
    } else {
      left.forEach(running::letGoOf);
    }
  }

  private Planner plan(TraderDefinition wanted) {
    Planner planner = Planner.of(wanted, plugins);
    missing = planner.missing();
    configuration =
        planner
            .plan()
            .map(EffectiveConfiguration::of)
            .orElseGet(() -> EffectiveConfiguration.of(wanted));
    return planner;
  }

  /**
   * The first start waits for everything; a trader that ran before comes back without what is
   * missing.
   */
  private void startWith(Planner planner) {
    TraderPlan plan = planner.plan().orElse(null);
    if (plan == null || !(planner.isComplete() || ranBefore)) {
      rest = new Rest(TraderStatus.WAITING, String.join("; ", planner.missing()));
      LOG.info("Trader {} waits: {}", id, rest.detail());
      return;
    }
    ranBefore = true;
    TraderPlan able = plan.without(blames.strategies().keySet(), blames.risks().keySet());
    TraderRun run = new TraderRun(able, blames.absences(planner), services, this);
    life = new Life(run, new Present(able));
    LOG.info("Trader {} starts", id);
    run.start();
  }

  private void adjust(Life running, Planner planner, TraderDefinition wanted) {
    TraderPlan plan = planner.plan().orElse(null);
    boolean sameFrame = running.present().definition().sameFrame(wanted);
    if (!sameFrame || (plan != null && !running.present().fits(plan))) {
      LOG.info("Trader {} restarts with what changed", id);
      restart(running.run());
    } else {
      running.adjust(planner, blames);
    }
  }

  /** Ends a run without treating orders and begins another as soon as everything is there. */
  private void restart(TraderRun run) {
    run.suspend();
    boolean ended;
    try {
      ended = run.awaitEnd(RESTART_PATIENCE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      ended = false;
    }
    if (!ended) {
      run.abandon();
    }
    over(run);
  }

  private void over(TraderRun run) {
    if (isCurrent(run)) {
      rest =
          stopped
              ? new Rest(TraderStatus.STOPPED, "stopped by an operator")
              : new Rest(TraderStatus.WAITING, whatItWaitsFor());
      life = null;
      reconsider();
    }
  }

  /** The reason is there before the run is gone, so that nobody sees a trader without one. */
  private String whatItWaitsFor() {
    TraderDefinition wanted = definition;
    if (!refusals.isEmpty() || wanted == null) {
      return refused();
    }
    List<String> missing = Planner.of(wanted, plugins).missing();
    return missing.isEmpty() ? "it begins anew with what changed" : String.join("; ", missing);
  }

  private boolean isCurrent(TraderRun run) {
    Life running = life;
    return running != null && running.run() == run;
  }

  // What runs say, on their threads.

  @Override
  public void published(TraderRun run, TraderSnapshot snapshot) {
    Life running = life;
    if (running != null && running.run() == run) {
      running.seen();
      last = snapshot;
    }
  }

  @Override
  public void ended(TraderRun run) {
    submit(() -> over(run));
  }

  @Override
  public void refused(TraderRun run, String sentence) {
    submit(
        () -> {
          if (isCurrent(run)) {
            if (!sentence.equals(rest.detail())) {
              LOG.warn("Trader {} waits: {}", id, sentence);
            }
            rest = new Rest(TraderStatus.WAITING, sentence);
            life = null;
            later(RETRY);
          }
        });
  }

  @Override
  public void broke(TraderRun run, Throwable cause) {
    LOG.error("Trader {} broke off", id, cause);
    submit(
        () -> {
          if (isCurrent(run)) {
            String sentence = blames.broke(cause);
            TraderStatus status = blames.isHopeless() ? TraderStatus.FAULTED : TraderStatus.WAITING;
            rest = new Rest(status, sentence);
            life = null;
            later(Duration.ofSeconds(1));
          }
        });
  }

  @Override
  public void hung(TraderRun run, String visitor, String sentence) {
    submit(
        () -> {
          if (isCurrent(run)) {
            run.abandon();
            rest = new Rest(TraderStatus.WAITING, sentence);
            life = null;
            if (blames.hung(visitor, sentence)) {
              reconsider();
            } else {
              later(RETRY);
            }
          }
        });
  }

  @Override
  public void strategyRefused(TraderRun run, StrategyPlan plan, String sentence) {
    LOG.warn("Trader {}: strategy {} cannot come back: {}", id, plan.id(), sentence);
    submit(
        () -> {
          Life running = life;
          if (running != null
              && running.run() == run
              && running.present().strategies().remove(plan.id(), plan)) {
            blames.refused(plan);
          }
        });
  }
}
