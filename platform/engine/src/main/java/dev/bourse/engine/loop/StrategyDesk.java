package dev.bourse.engine.loop;

import dev.bourse.api.event.LifecycleEvent;
import dev.bourse.api.model.Instrument;
import dev.bourse.api.model.InstrumentId;
import dev.bourse.api.model.StrategyId;
import dev.bourse.core.TraderCore;
import dev.bourse.engine.plan.StrategyPlan;
import dev.bourse.engine.plugin.Plugin;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

/** Strategies come and go while the trader trades. Loop only. */
final class StrategyDesk {
  private final TraderCore core;
  private final Seats seats;
  private final Drive drive;
  private final Listings listings;
  private final PastBars past;
  private final Joiner joiner;
  private final Map<StrategyId, String> away = new TreeMap<>();

  StrategyDesk(
      TraderCore core, Seats seats, Drive drive, Listings listings, PastBars past, Joiner joiner) {
    this.past = past;
    this.joiner = joiner;
    this.core = core;
    this.seats = seats;
    this.drive = drive;
    this.listings = listings;
  }

  /**
   * After a start: everybody who is there is told to the core, and of its strategies who is not.
   */
  void introduce(Absences absences) {
    for (StrategyPlan plan : seats.wanted()) {
      if (seats.isSeated(plan.id()) || seat(plan)) {
        bound(plan, past(plan));
      }
    }
    for (StrategyId known : List.copyOf(core.state().strategies().keySet())) {
      if (seats.find(known) == null) {
        String reason = absences.reason(known);
        if (reason != null || isHolding(known)) {
          String why = reason == null ? "strategy " + known + " is not configured" : reason;
          away.put(known, why);
          drive.input(new LifecycleEvent.StrategyUnbound(known, why), null);
        }
      }
    }
    absences
        .failed()
        .forEach((id, why) -> drive.input(new LifecycleEvent.StrategyFailed(id, why), null));
  }

  /** A strategy that is gone from the configuration matters only while it holds something. */
  private boolean isHolding(StrategyId id) {
    return core.state().portfolio().open().stream().anyMatch(each -> each.strategy().equals(id))
        || core.state().ledger().live().stream().anyMatch(each -> each.strategy().equals(id));
  }

  /** Seats whoever waited for an instrument that is listed now. */
  void retry() {
    if (listings.takeChanged()) {
      for (StrategyPlan plan : seats.unseated()) {
        if (!away.containsKey(plan.id()) && seat(plan)) {
          bound(plan, past(plan));
        }
      }
    }
  }

  /** False if an instrument is not listed yet; throws what its factory throws. */
  private boolean seat(StrategyPlan plan) {
    for (InstrumentId instrument : plan.definition().instruments()) {
      if (core.instruments().find(instrument) < 0) {
        drive.subscribe(plan.definition().account(), plan.definition().instruments());
        return false;
      }
    }
    seats.seat(plan);
    return true;
  }

  /** What it is told of the past; nothing if it goes on from a past of its own. */
  private PastBars.Past past(StrategyPlan plan) {
    return hasPast(plan) ? PastBars.Past.NONE : reading(plan).get();
  }

  /** The instruments of a strategy that are listed. */
  private List<Instrument> instruments(StrategyPlan plan) {
    return plan.definition().instruments().stream()
        .map(core.instruments()::find)
        .filter(number -> number >= 0)
        .map(core.instruments()::newest)
        .toList();
  }

  /** Reads the past of a strategy that is to begin, on whatever thread calls the result. */
  Supplier<PastBars.Past> reading(StrategyPlan plan) {
    List<Instrument> instruments = instruments(plan);
    long now = drive.now();
    boolean joins = joiner.joins(plan);
    return () -> past.read(plan.definition(), instruments, now, joins);
  }

  private void bound(StrategyPlan plan, PastBars.Past told) {
    away.remove(plan.id());
    joiner.forget(plan.id());
    drive.input(
        plan.bound().warmedUp(told.bars(), told.sentence()).joining(joiner.joins(plan)), null);
    drive.subscribe(plan.definition().account(), plan.definition().instruments());
  }

  /** Lets every strategy of a plug-in go; its state is saved with the turn. */
  void release(Plugin<?> plugin, String reason) {
    for (StrategyPlan plan : seats.wanted()) {
      if (plan.plugin().isSame(plugin)) {
        release(plan.id(), reason);
      }
    }
  }

  /** Lets one strategy go. */
  void release(StrategyId id, String reason) {
    if (seats.find(id) != null) {
      drive.input(new LifecycleEvent.StrategyUnbound(id, reason), null);
      core.unbind(id);
      joiner.forget(id);
      seats.forget(id);
      away.put(id, reason);
    }
  }

  /** A strategy is there that needs no past: it is new here, or its parameters changed. */
  void begin(StrategyPlan plan, PastBars.Past told) {
    seats.want(plan);
    away.remove(plan.id());
    if (seat(plan)) {
      bound(plan, told);
    }
  }

  /** A strategy is back and has caught up. */
  void adopt(StrategyPlan plan) {
    seats.want(plan);
    seats.adopted(plan.id());
    bound(plan, PastBars.Past.NONE);
  }

  /** Whether it must catch up: the core knows it with the same parameters. */
  boolean hasPast(StrategyPlan plan) {
    var entry = core.state().strategies().get(plan.id());
    return entry != null && entry.parametersHash().equals(plan.hash());
  }

  /** Whether a strategy is away whose missed turns must stay readable. */
  boolean isSomebodyAway() {
    return !away.isEmpty();
  }

  /** Whether the strategy has its objects. */
  boolean isSeated(StrategyId id) {
    return seats.isSeated(id);
  }
}
