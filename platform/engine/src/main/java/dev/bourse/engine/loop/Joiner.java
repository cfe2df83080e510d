package dev.bourse.engine.loop;

import dev.bourse.api.event.Bar;
import dev.bourse.api.event.LifecycleEvent;
import dev.bourse.api.model.BarInterval;
import dev.bourse.api.model.InstrumentId;
import dev.bourse.api.model.StrategyId;
import dev.bourse.api.model.TradingMode;
import dev.bourse.core.market.InstrumentMarket;
import dev.bourse.core.strategy.Joining;
import dev.bourse.engine.plan.StrategyPlan;
import dev.bourse.engine.venue.AccountLink;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Asks venues for the bars that strategies missed, see {@link Joining}, so that history joins the
 * stream without gap or overlap. What they tell enters as an event like any other. Loop only; the
 * adapters wait on threads of their own.
 */
final class Joiner {
  /** A venue may still count trades into a bar that has just ended. */
  private static final long SETTLED = TimeUnit.SECONDS.toNanos(2);

  /** The venue's clock and ours are never quite the same. */
  private static final long CLOCKS = TimeUnit.SECONDS.toNanos(1);

  private static final long LOOK_EVERY = TimeUnit.MILLISECONDS.toNanos(50);

  private final LoopParts parts;
  private final Drive drive;
  private final Seats seats;
  private final Map<StrategyId, MissedBars> asked = new TreeMap<>();
  private final Map<StrategyId, Stream> streams = new TreeMap<>();
  private final Map<StrategyId, String> missing = new TreeMap<>();
  private long lookedAt = System.nanoTime() - LOOK_EVERY;

  /**
   * The stream that a strategy listens to.
   *
   * @param opening which one of its account it is
   * @param since what came after this time came by it
   */
  private record Stream(long opening, long since) {}

  Joiner(LoopParts parts, Drive drive, Seats seats) {
    this.parts = parts;
    this.drive = drive;
    this.seats = seats;
  }

  /** Whether the venue of a strategy can fill what is missing of its past. */
  boolean joins(StrategyPlan plan) {
    AccountLink link = link(plan);
    return link != null
        && link.tellsBars()
        && !plan.definition().warmUp().isNone()
        && BarInterval.all(plan.definition().bar()).stream().anyMatch(Joining::isFilled);
  }

  private @Nullable AccountLink link(StrategyPlan plan) {
    if (parts.plan().values().mode() == TradingMode.PAPER) {
      return parts.venues().all().stream().findFirst().orElse(null);
    }
    return parts.venues().find(plan.definition().account());
  }

  /** Looks who is owed bars; a bounded part of it. */
  void work() {
    if (parts.core().state().joins().all().isEmpty() || System.nanoTime() - lookedAt < LOOK_EVERY) {
      return;
    }
    lookedAt = System.nanoTime();
    for (StrategyId id : List.copyOf(parts.core().state().joins().all().keySet())) {
      StrategyPlan plan = seats.find(id);
      AccountLink link = plan == null ? null : link(plan);
      if (plan == null || link == null || !parts.core().state().isThere(id)) {
        asked.remove(id);
        streams.remove(id);
      } else {
        look(plan, link);
      }
    }
  }

  private void look(StrategyPlan plan, AccountLink link) {
    follow(plan, link);
    Joining joining = parts.core().state().joins().all().get(plan.id());
    MissedBars question = asked.get(plan.id());
    if (joining == null || joining.owed().isEmpty()) {
      asked.remove(plan.id());
    } else if (question == null) {
      ask(plan, link, joining, null);
    } else if (question.isAnswered(drive.now())) {
      answered(plan, link, joining, question);
    }
  }

  /** A stream that begins anew brings nothing of what passed in between. */
  private void follow(StrategyPlan plan, AccountLink link) {
    StrategyId id = plan.id();
    Stream known = streams.get(id);
    Joining joining = parts.core().state().joins().all().get(id);
    if (joining == null) {
      return;
    }
    boolean whole = joining.whole() != Long.MAX_VALUE;
    if (known == null || known.opening() != link.openings()) {
      boolean first = known == null && link.openings() == 1;
      long since = first ? parts.core().state().startedAt() : drive.now();
      streams.put(id, new Stream(link.openings(), since));
      if (whole && known != null) {
        tell(id, List.of(), Long.MIN_VALUE, Long.MAX_VALUE, "");
      }
    } else if (!whole && link.isOpen() && isFlowing(plan, known.since())) {
      tell(id, List.of(), Long.MIN_VALUE, drive.now() + CLOCKS, "");
    }
  }

  private boolean isFlowing(StrategyPlan plan, long since) {
    for (InstrumentId each : plan.definition().instruments()) {
      InstrumentMarket market = parts.core().state().market().find(each);
      if (market == null || market.lastTime() <= since) {
        return false;
      }
    }
    return true;
  }

  private void ask(
      StrategyPlan plan, AccountLink link, Joining joining, @Nullable MissedBars before) {
    MissedBars question =
        MissedBars.of(
            plan, joining, parts.core().instruments(), drive.now() - SETTLED, drive.now());
    if (question != null) {
      question.ask(link, before);
      asked.put(plan.id(), question);
    }
  }

  private void answered(StrategyPlan plan, AccountLink link, Joining joining, MissedBars question) {
    String problem = question.problem(drive.now());
    if (problem.isEmpty()) {
      asked.remove(plan.id());
      List<Bar> bars = question.bars();
      String sentence = joining.isWaiting() ? question.sentence(plan, bars) : "";
      tell(plan.id(), bars, question.through(), joining.whole(), sentence);
    } else if (question.isGivenUp(drive.now())) {
      asked.remove(plan.id());
      String sentence = question.missing(plan) + ": " + problem;
      missing.put(plan.id(), sentence);
      tell(plan.id(), List.of(), question.through(), joining.whole(), sentence);
    } else if (question.isRetryDue(drive.now())) {
      ask(plan, link, joining, question);
    }
  }

  private void tell(StrategyId id, List<Bar> bars, long through, long whole, String sentence) {
    drive.input(new LifecycleEvent.HistoryTold(id, bars, through, whole, sentence), null);
  }

  /** What strategies wait for or never got, for people; empty for nothing. */
  String note() {
    Map<StrategyId, String> notes = new TreeMap<>(missing);
    parts
        .core()
        .state()
        .joins()
        .all()
        .forEach(
            (id, joining) -> {
              if (joining.isWaiting()) {
                MissedBars question = asked.get(id);
                String problem = question == null ? "" : question.problem(drive.now());
                String why = problem.isEmpty() ? "" : ": " + problem;
                notes.put(id, "strategy " + id + " waits for bars of the past" + why);
              }
            });
    return notes.values().stream().collect(Collectors.joining("; "));
  }
}
