package dev.bourse.engine.manager;

import dev.bourse.api.event.ControlEvent;
import dev.bourse.api.exchange.AccountFinding;
import dev.bourse.api.model.AccountId;
import dev.bourse.api.model.CancelOutcome;
import dev.bourse.api.model.ClientOrderId;
import dev.bourse.api.model.OrderList;
import dev.bourse.api.model.OrderOutcome;
import dev.bourse.api.model.OrderSpec;
import dev.bourse.api.model.TraderId;
import dev.bourse.api.model.TraderStatus;
import dev.bourse.api.model.TradingMode;
import dev.bourse.api.trace.TraceReader;
import dev.bourse.api.trader.Discrepancy;
import dev.bourse.api.trader.ReconcileMode;
import dev.bourse.api.trader.RefreshedOrder;
import dev.bourse.api.trader.Trader;
import dev.bourse.api.trader.TraderSnapshot;
import dev.bourse.api.trader.WatcherView;
import dev.bourse.engine.config.TraderDefinition;
import dev.bourse.engine.inbox.Post;
import dev.bourse.engine.loop.RunServices;
import dev.bourse.engine.loop.Threads;
import dev.bourse.engine.loop.TraderRun;
import dev.bourse.engine.plugin.Plugin;
import dev.bourse.engine.plugin.Plugins;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One configured trader as people and plug-ins meet it, running or not. Any thread. */
final class TraderHost implements Trader, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(TraderHost.class);
  private static final Duration RELEASE_PATIENCE = Duration.ofSeconds(2);
  private static final Duration SYNC_PATIENCE = Duration.ofSeconds(5);
  private static final Duration COMPARE_PATIENCE = Duration.ofSeconds(30);

  private final TraderId id;
  private final RunServices services;
  private final Keeper keeper;
  private volatile TradingMode mode = TradingMode.PAPER;

  TraderHost(TraderId id, Plugins plugins, RunServices services) {
    this.id = id;
    this.services = services;
    this.keeper = new Keeper(id, plugins, services);
  }

  @Override
  public TraderId id() {
    return id;
  }

  @Override
  public TraderSnapshot snapshot() {
    Life life = keeper.life();
    TraderSnapshot last = keeper.last();
    if (life == null) {
      return Views.of(id, mode, last, keeper.rest().status(), keeper.rest().detail());
    }
    return last != null && life.isSeen()
        ? withWhatIsMissing(last)
        : Views.of(id, mode, last, TraderStatus.RECOVERING, "the store is being read");
  }

  /** What was configured while it runs and is not there is in no turn, but people must see it. */
  private TraderSnapshot withWhatIsMissing(TraderSnapshot running) {
    String missing =
        keeper.missing().stream()
            .filter(sentence -> !running.detail().contains(sentence))
            .collect(Collectors.joining("; "));
    if (missing.isEmpty()) {
      return running;
    }
    String detail = running.detail().isEmpty() ? missing : running.detail() + "; " + missing;
    return running.withDetail(detail);
  }

  @Override
  public TraceReader trace() {
    Life life = keeper.life();
    return life == null ? new NoTrace() : life.run().trace().orElseGet(NoTrace::new);
  }

  @Override
  public SortedMap<String, String> configuration() {
    return Collections.unmodifiableSortedMap(keeper.configuration());
  }

  @Override
  public List<WatcherView> watchers() {
    Life life = keeper.life();
    return life == null ? List.of() : life.run().watchers();
  }

  @Override
  public void start() {
    keeper.start();
  }

  @Override
  public CompletableFuture<String> stop() {
    return keeper.stop("stopped by an operator");
  }

  @Override
  public CompletableFuture<String> control(ControlEvent event) {
    CompletableFuture<String> sentence = new CompletableFuture<>();
    offer(new Post.Input(event, new Post.Answer(sentence, null)), sentence);
    return sentence;
  }

  @Override
  public CompletableFuture<List<AccountFinding>> check(AccountId account) {
    return CompletableFuture.supplyAsync(
        () -> AccountLook.at(id, keeper.definition(), services.plugins(), account),
        task -> Threads.named("bourse-" + id + "-check").newThread(task).start());
  }

  @Override
  public CompletableFuture<OrderOutcome> submit(
      OrderSpec spec, String by, Duration waitFor, boolean synced) {
    return submit(new ControlEvent.Submit(spec, by), waitFor, synced);
  }

  @Override
  public CompletableFuture<OrderOutcome> submit(OrderList list, String by, Duration waitFor) {
    return submit(new ControlEvent.SubmitList(list, by), waitFor, true);
  }

  private CompletableFuture<OrderOutcome> submit(
      ControlEvent wish, Duration waitFor, boolean synced) {
    CompletableFuture<OrderOutcome> outcome = new CompletableFuture<>();
    CompletableFuture<String> sentence = new CompletableFuture<>();
    Post.Input input = new Post.Input(wish, new Post.Answer(sentence, outcome));
    TraderRun run = offer(input, outcome);
    if (run != null && waitFor.compareTo(Duration.ZERO) <= 0) {
      CompletableFuture<Void> unused = sentence.thenRun(() -> run.giveUp(outcome, false));
    } else if (run != null) {
      giveUp(run, outcome, waitFor, synced);
    }
    return outcome;
  }

  @Override
  public CompletableFuture<CancelOutcome> cancel(
      ClientOrderId orderId, String by, Duration waitFor, boolean synced) {
    CompletableFuture<CancelOutcome> outcome = new CompletableFuture<>();
    Life life = keeper.life();
    if (life == null || !life.run().cancel(orderId, by, outcome)) {
      outcome.completeExceptionally(
          new IllegalStateException("trader " + id + " is not running: nothing can be cancelled"));
    } else {
      boolean waits = waitFor.compareTo(Duration.ZERO) > 0;
      giveUp(life.run(), outcome, waits ? waitFor : Duration.ofMillis(1), synced && waits);
    }
    return outcome;
  }

  @Override
  public CompletableFuture<RefreshedOrder> refresh(
      ClientOrderId orderId, String by, Duration waitFor) {
    CompletableFuture<RefreshedOrder> outcome = new CompletableFuture<>();
    Life life = keeper.life();
    if (life == null || !life.run().refresh(orderId, by, outcome)) {
      outcome.completeExceptionally(
          new IllegalStateException("trader " + id + " is not running: no venue can be asked"));
    } else {
      giveUp(life.run(), outcome, waitFor, false);
    }
    return outcome;
  }

  /** When the time is up; synced, once more when the venue had time to answer a question. */
  private void giveUp(
      TraderRun run, CompletableFuture<?> outcome, Duration waitFor, boolean synced) {
    later(() -> run.giveUp(outcome, synced), waitFor);
    if (synced) {
      later(() -> run.giveUp(outcome, false), waitFor.plus(SYNC_PATIENCE));
    }
  }

  private void later(Runnable task, Duration time) {
    Future<?> unused =
        services.timer().schedule(task, TimeUnit.NANOSECONDS.convert(time), TimeUnit.NANOSECONDS);
  }

  @Override
  public CompletableFuture<List<Discrepancy>> reconcile(ReconcileMode mode, String by) {
    CompletableFuture<List<Discrepancy>> answer = new CompletableFuture<>();
    Life life = keeper.life();
    if (life == null || !life.run().compare(mode, by, answer)) {
      answer.completeExceptionally(
          new IllegalStateException(
              "trader " + id + " is not running: there is nothing to compare"));
      return answer;
    }
    String late =
        "no report of all accounts came within "
            + COMPARE_PATIENCE.toSeconds()
            + " s: see trader:info "
            + id;
    later(() -> answer.completeExceptionally(new IllegalStateException(late)), COMPARE_PATIENCE);
    return answer;
  }

  private @Nullable TraderRun offer(Post.Input input, CompletableFuture<?> answer) {
    Life life = keeper.life();
    if (life == null) {
      Keeper.Rest rest = keeper.rest();
      answer.completeExceptionally(
          new IllegalStateException(
              "trader "
                  + id
                  + " is "
                  + rest.status()
                  + " and takes nothing now: "
                  + rest.detail()));
      return null;
    }
    if (!life.run().offer(input)) {
      answer.completeExceptionally(
          new IllegalStateException("trader " + id + " has no room for more wishes: try again"));
      return null;
    }
    return life.run();
  }

  void configure(@Nullable TraderDefinition definition, List<String> problems) {
    if (definition != null) {
      mode = definition.values().mode();
    }
    keeper.configure(definition, problems);
  }

  void reconsiderSoon() {
    keeper.reconsiderSoon();
  }

  /**
   * A plug-in leaves: returns when nobody here refers to it any more, at most after two seconds;
   * then a loop that is stuck in it has lost its right.
   */
  void release(Plugin<?> plugin) {
    keeper.forgive(plugin);
    Life life = keeper.life();
    if (life == null) {
      return;
    }
    boolean gone = true;
    if (life.present().isFramedBy(plugin)) {
      life.run().suspend();
      gone = awaitEnd(life.run());
    } else if (life.present().forget(plugin)) {
      gone = await(life.run().release(plugin, plugin + " is not installed"));
    }
    if (!gone) {
      LOG.error("Trader {} did not let go of {} in time and is restarted without it", id, plugin);
      life.run().abandon();
      keeper.abandoned(life.run());
    }
  }

  private static boolean awaitEnd(TraderRun run) {
    try {
      return run.awaitEnd(RELEASE_PATIENCE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static boolean await(CountDownLatch latch) {
    try {
      return latch.await(RELEASE_PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** How long an orderly stop may take by its configuration, the disk not counted. */
  Duration stopPatience() {
    TraderDefinition configured = keeper.definition();
    return configured == null ? Duration.ZERO : configured.values().watch().patience().stop();
  }

  /** Stops in order; {@link #close} follows. */
  CompletableFuture<String> shutDown(String reason) {
    return keeper.stop(reason);
  }

  @Override
  public void close() {
    keeper.close();
  }
}
