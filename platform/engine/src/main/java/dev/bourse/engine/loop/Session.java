package dev.bourse.engine.loop;

import dev.bourse.api.event.ControlEvent;
import dev.bourse.api.event.Event;
import dev.bourse.api.event.LifecycleEvent;
import dev.bourse.api.model.AccountId;
import dev.bourse.api.model.CancelOutcome;
import dev.bourse.api.model.ClientOrderId;
import dev.bourse.api.model.Instrument;
import dev.bourse.api.model.OrderSpec;
import dev.bourse.api.model.StrategyId;
import dev.bourse.api.model.TradingMode;
import dev.bourse.api.trader.Discrepancy;
import dev.bourse.api.trader.ReconcileMode;
import dev.bourse.api.trader.RefreshedOrder;
import dev.bourse.core.TraderCore;
import dev.bourse.core.ledger.OrderLedger;
import dev.bourse.engine.inbox.Post;
import dev.bourse.engine.journal.EmergencyLog;
import dev.bourse.engine.plan.RiskPlan;
import dev.bourse.engine.plan.StrategyPlan;
import dev.bourse.engine.plugin.Plugin;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** One start of a trader, from its first turn to its last. Loop only. */
final class Session {
  private final LoopParts parts;
  private final Drive drive;
  private final StrategyDesk desk;
  private final Seats seats;
  private final Returns returns;
  private final TraderLoop loop;
  private final Map<String, RiskPlan> risks = new TreeMap<>();
  private boolean ended;
  private final Outcomes outcomes;
  private boolean stopping;
  private long stopAt;

  Session(
      LoopParts parts,
      Drive drive,
      StrategyDesk desk,
      Seats seats,
      Returns returns,
      Outcomes outcomes,
      TraderLoop loop) {
    this.parts = parts;
    this.drive = drive;
    this.desk = desk;
    this.seats = seats;
    this.returns = returns;
    this.outcomes = outcomes;
    this.loop = loop;
  }

  /** The turns of a start, in this order: who we are, what there is, who is there, ready. */
  void begin(String configuration, List<RiskPlan> modules, Absences absences, Recovery recovery) {
    drive.input(new LifecycleEvent.Started(epoch(), configuration), recovery.durable());
    drive.introduce();
    modules.forEach(this::bindRisk);
    absences
        .risks()
        .forEach((name, why) -> input(new LifecycleEvent.RiskModuleChanged(name, false, why)));
    desk.introduce(absences);
    requireInstruments();
    adopt(recovery.emergency());
    drive.input(new LifecycleEvent.Recovered(recovery.sentence()), null);
    if (!recovery.damage().isEmpty()) {
      drive.input(new ControlEvent.Halt(recovery.damage(), "engine"), null);
    }
  }

  /**
   * Orders of an emergency belong to the books from now on; once that is durable, the file rests.
   */
  private void adopt(EmergencyLog log) {
    List<EmergencyLog.Placed> placed = log.read();
    for (EmergencyLog.Placed each : placed) {
      int number = core().instruments().find(each.instrument());
      if (number < 0) {
        throw new IllegalArgumentException(
            "an emergency placed order "
                + each.id()
                + " on "
                + each.instrument()
                + ", which no account of this trader has now");
      }
      Instrument instrument = core().instruments().newest(number);
      OrderSpec spec =
          OrderSpec.market(instrument, each.side(), instrument.quantity(each.quantity()))
              .reducing()
              .forPosition(each.position());
      drive.input(
          new LifecycleEvent.EmergencyOrder(
              each.id(), each.account(), each.strategy(), spec, each.sentAt()),
          null);
    }
    if (!placed.isEmpty()) {
      long epoch = core().epoch();
      CompletableFuture<String> durable = new CompletableFuture<>();
      CompletableFuture<Void> unused = durable.thenRun(() -> log.settled(epoch));
      drive.input(
          new ControlEvent.Pause("engine, after an emergency"), new Post.Answer(durable, null));
    }
  }

  /**
   * What a start finds.
   *
   * @param sentence what was replayed
   * @param damage what the store found, empty for nothing
   * @param emergency what left after the journal failed
   * @param durable told once this start is durable
   */
  record Recovery(String sentence, String damage, EmergencyLog emergency, Post.Answer durable) {}

  /**
   * One more than the last. Without a store the venues may still know orders of a former life, so
   * the number comes from the clock: that of the data where the data moves it, so that equal runs
   * have equal numbers.
   */
  private long epoch() {
    return core().sequence() < 0
        ? Math.max(1, TimeUnit.NANOSECONDS.toSeconds(drive.now()))
        : core().epoch() + 1;
  }

  /** Recorded data lists everything at once: what is not there will never come. */
  private void requireInstruments() {
    List<StrategyPlan> without = seats.unseated();
    if (parts.plan().values().mode() == TradingMode.REPLAY && !without.isEmpty()) {
      StrategyPlan plan = without.get(0);
      throw new IllegalArgumentException(
          "strategy "
              + plan.id()
              + " wants "
              + plan.definition().instruments()
              + ", which the data does not have");
    }
  }

  /** Turns until the end. */
  void run() {
    while (!ended) {
      if (loop.doWork() == 0) {
        loop.idle();
      }
      if (stopping && (!isUnsettled() || System.nanoTime() - stopAt >= 0)) {
        ended = true;
      }
    }
  }

  /**
   * Whether something of a stop has no answer yet: a cancel of an entry, with which what waits for
   * it at the venue ends, or any command; or whether an exit is still to come in place of another.
   */
  private boolean isUnsettled() {
    OrderLedger ledger = core().state().ledger();
    boolean entries = core().state().settings().cancelEntriesOnStop();
    return ledger.live().stream()
            .anyMatch(
                order ->
                    (entries && (order.entry() || order.isPending()))
                        || Remains.isUnanswered(order))
        || ledger.lists(null).stream()
            .flatMap(list -> ledger.list(list).stream())
            .anyMatch(ledger::comesAnew);
  }

  /** Begins an orderly end. */
  void stop(String reason) {
    if (!stopping) {
      stopping = true;
      stopAt = System.nanoTime() + parts.plan().values().watch().patience().postStop().toNanos();
      drive.input(new LifecycleEvent.Stopping(reason), null);
    }
  }

  /** Cancels an order. */
  void cancel(ClientOrderId id, String by, CompletableFuture<CancelOutcome> outcome) {
    input(new ControlEvent.Cancel(id, by));
    outcomes.awaitCancel(id, outcome);
  }

  /** Asks the venue for an order; a simulated one answers before this returns. */
  void refresh(ClientOrderId id, String by, CompletableFuture<RefreshedOrder> outcome) {
    if (outcomes.awaitAnswer(id, outcome)) {
      input(new ControlEvent.Query(id, by));
    }
  }

  /** Somebody waited long enough; the venue is asked, if there is something to be asked for. */
  void giveUp(CompletableFuture<?> outcome, boolean synced) {
    ClientOrderId unseen = outcomes.giveUp(outcome, synced);
    if (unseen != null) {
      input(new ControlEvent.Query(unseen, "engine"));
    }
  }

  /**
   * Compares the books with the venues. What cannot be looked at now is not accepted either: else
   * whatever a report says that comes much later would be.
   */
  void compare(ReconcileMode mode, String by, CompletableFuture<List<Discrepancy>> answer) {
    for (AccountId account : core().state().settings().accounts()) {
      boolean away = !core().state().flags().account(account).connected();
      if (away && mode == ReconcileMode.ACCEPT) {
        answer.completeExceptionally(
            new IllegalStateException(
                "account " + account + " is not connected: nothing can be accepted now"));
        return;
      }
    }
    if (mode != ReconcileMode.LOOK) {
      input(new ControlEvent.Reconcile(mode == ReconcileMode.ACCEPT, by));
    }
    drive.compare(mode, answer);
  }

  /** Ends after this turn, without treating orders: it will go on soon. */
  void suspend() {
    ended = true;
  }

  /** A plug-in leaves. */
  void release(Plugin<?> plugin, String reason) {
    returns.cancel(plugin);
    desk.release(plugin, reason);
    for (RiskPlan risk : new ArrayList<>(risks.values())) {
      if (risk.plugin().isSame(plugin)) {
        risks.remove(risk.name());
        core().unbindRisk(risk.name());
        input(new LifecycleEvent.RiskModuleChanged(risk.name(), false, reason));
      }
    }
  }

  /** One strategy leaves. */
  void release(StrategyId id, String reason) {
    returns.cancel(id);
    desk.release(id, reason);
  }

  /** A strategy is there. */
  void bind(StrategyPlan plan) {
    returns.begin(plan);
  }

  /**
   * A risk module is there again, or with other limits: with the former ones if it refuses them.
   */
  void bindAgain(RiskPlan plan) {
    try {
      bindRisk(plan);
      input(new LifecycleEvent.RiskModuleChanged(plan.name(), true, ""));
    } catch (IllegalArgumentException e) {
      refuse(plan.name(), "risk module " + plan.name() + " is refused: " + e.getMessage());
    }
  }

  /** New limits of a risk module were not taken: no entries until somebody mends them. */
  void refuse(String risk, String reason) {
    String former = risks.containsKey(risk) ? "; its former limits go on watching" : "";
    input(new LifecycleEvent.RiskModuleChanged(risk, false, reason + former));
  }

  private void bindRisk(RiskPlan plan) {
    core().bindRisk(plan.name(), plan.make(parts.gate()));
    risks.put(plan.name(), plan);
  }

  private void input(Event event) {
    drive.input(event, null);
  }

  private TraderCore core() {
    return parts.core();
  }

  /** Publishes the very last state. */
  void publishLast() {
    loop.publishLast();
  }

  /** What stays at the venues, for people. */
  String whatStays() {
    return Remains.of(core().state());
  }
}
