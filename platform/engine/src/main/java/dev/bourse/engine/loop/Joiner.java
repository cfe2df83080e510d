package dev.bourse.engine.loop;

import dev.bourse.api.event.Bar;
import dev.bourse.api.event.LifecycleEvent.HistoryTold;
import dev.bourse.api.model.BarInterval;
import dev.bourse.api.model.InstrumentId;
import dev.bourse.api.model.StrategyId;
import dev.bourse.api.model.TradingMode;
import dev.bourse.core.market.InstrumentMarket;
import dev.bourse.core.status.StatusTable;
import dev.bourse.core.status.TraderFlags;
import dev.bourse.core.strategy.Joining;
import dev.bourse.engine.plan.StrategyPlan;
import dev.bourse.engine.venue.AccountLink;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

  /** Data that does not come for so long is worth a word. */
  private static final long QUIET = TimeUnit.SECONDS.toNanos(10);

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
   * @param since by instrument that does not flow yet: only what comes after this time counts
   */
  private record Stream(long opening, Map<InstrumentId, Long> since) {}

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
    if (question != null) {
      question.hold(!isUp(plan, link), drive.now());
    }
    if (joining == null || joining.owed().isEmpty()) {
      asked.remove(plan.id());
    } else if (question == null) {
      ask(plan, link, joining, null);
    } else if (question.isAnswered(drive.now())) {
      answered(plan, link, joining, question);
    }
  }

  private boolean isUp(StrategyPlan plan, AccountLink link) {
    TraderFlags flags = parts.core().state().flags();
    return link.isOpen()
        && StatusTable.of(flags.status()).strategyAsked()
        && flags.account(plan.definition().account()).connected();
  }

  /** A stream that begins anew brings nothing of what passed in between. */
  private void follow(StrategyPlan plan, AccountLink link) {
    Stream known = streams.get(plan.id());
    Joining joining = parts.core().state().joins().all().get(plan.id());
    if (joining == null) {
      return;
    }
    List<HistoryTold.Stream> changed = new ArrayList<>();
    if (known == null || known.opening() != link.openings()) {
      boolean first = known == null && link.openings() == 1;
      long since = first ? parts.core().state().startedAt() : drive.now();
      Stream stream = new Stream(link.openings(), new TreeMap<>());
      streams.put(plan.id(), stream);
      for (InstrumentId each : plan.definition().instruments()) {
        stream.since().put(each, since);
        if (known != null && joining.whole(each) != Long.MAX_VALUE) {
          changed.add(new HistoryTold.Stream(each, Long.MAX_VALUE));
        }
      }
    } else if (link.isOpen()) {
      for (InstrumentId each : plan.definition().instruments()) {
        follow(each, joining, known).ifPresent(changed::add);
      }
    }
    if (!changed.isEmpty()) {
      tell(new HistoryTold(plan.id(), List.of(), List.of(), changed, ""));
    }
  }

  /** The stream of one instrument, if it begins now: also anew, after a gap. */
  private Optional<HistoryTold.Stream> follow(
      InstrumentId instrument, Joining joining, Stream stream) {
    InstrumentMarket market = parts.core().state().market().find(instrument);
    long last = market == null ? Long.MIN_VALUE : market.lastTime();
    if (joining.whole(instrument) != Long.MAX_VALUE) {
      stream.since().remove(instrument);
      return Optional.empty();
    }
    long newest = Math.max(drive.now(), last);
    Long since = stream.since().putIfAbsent(instrument, newest);
    return since == null || last <= since
        ? Optional.empty()
        : Optional.of(new HistoryTold.Stream(instrument, newest + CLOCKS));
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
      told(plan, joining.isWaiting(), question);
    } else if (question.isGivenUp(drive.now())) {
      asked.remove(plan.id());
      told(plan, joining.isWaiting(), question.answered());
      MissedBars failed = question.failed();
      String sentence = failed.missing(plan, drive.now()) + ": " + problem;
      missing.put(plan.id(), sentence);
      List<HistoryTold.Asked> over = failed.asked(drive.now());
      tell(new HistoryTold(plan.id(), List.of(), over, List.of(), sentence));
    } else if (question.isRetryDue(drive.now())) {
      ask(plan, link, joining, question);
    }
  }

  private void told(StrategyPlan plan, boolean waiting, MissedBars question) {
    List<HistoryTold.Asked> over = question.asked();
    if (!over.isEmpty()) {
      List<Bar> bars = question.bars();
      String sentence = waiting ? question.sentence(plan, bars) : "";
      tell(new HistoryTold(plan.id(), bars, over, List.of(), sentence));
    }
  }

  private void tell(HistoryTold event) {
    drive.input(event, null);
  }

  /** A strategy comes or goes: nothing that was asked for its former binding counts any more. */
  void forget(StrategyId id) {
    asked.remove(id);
    streams.remove(id);
    missing.remove(id);
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
              String note = joining.isWaiting() ? waiting(id) : silent(id, joining);
              if (!note.isEmpty()) {
                notes.merge(id, note, (one, other) -> one + "; " + other);
              }
            });
    return notes.values().stream().collect(Collectors.joining("; "));
  }

  private String waiting(StrategyId id) {
    MissedBars question = asked.get(id);
    String problem = question == null ? "" : question.problem(drive.now());
    String why = problem.isEmpty() ? "" : ": " + problem;
    return "strategy " + id + " waits for bars of the past" + why;
  }

  /** The instruments whose stream has not begun for some time. */
  private String silent(StrategyId id, Joining joining) {
    Stream stream = streams.get(id);
    if (stream == null) {
      return "";
    }
    String names =
        stream.since().entrySet().stream()
            .filter(each -> joining.whole(each.getKey()) == Long.MAX_VALUE)
            .filter(each -> drive.now() - each.getValue() >= QUIET)
            .map(each -> each.getKey().toString())
            .collect(Collectors.joining(", "));
    return names.isEmpty() ? "" : "strategy " + id + " hears nothing of " + names;
  }
}
