package dev.bourse.engine.loop;

import dev.bourse.api.event.Bar;
import dev.bourse.api.event.LifecycleEvent.HistoryTold;
import dev.bourse.api.model.Instrument;
import dev.bourse.api.model.WarmUp;
import dev.bourse.core.market.Instruments;
import dev.bourse.core.strategy.Joining;
import dev.bourse.engine.plan.StrategyPlan;
import dev.bourse.engine.venue.AccountLink;
import dev.bourse.engine.watch.ShutOutException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** One question to a venue for the bars that a strategy missed. Loop only. */
final class MissedBars {
  private static final long FIRST_PAUSE = TimeUnit.SECONDS.toNanos(1);
  private static final long LAST_PAUSE = TimeUnit.SECONDS.toNanos(10);
  private static final long PATIENCE = TimeUnit.MINUTES.toNanos(1);
  private static final long ANSWER = TimeUnit.SECONDS.toNanos(30);

  /**
   * What is asked of one line.
   *
   * @param instrument the version that scales the answer
   * @param after the end of the last bar that was told
   * @param through the end of the last bar that is asked for
   * @param told through which end bars were told, {@link Long#MIN_VALUE} for none
   */
  private record Part(
      Instrument instrument, Joining.Line line, long after, long through, long told) {
    boolean isFirst() {
      return told == Long.MIN_VALUE;
    }

    HistoryTold.Asked asked(long until) {
      return new HistoryTold.Asked(line.instrument(), line.interval(), until);
    }

    /** The end of the last bar that is over at a time. */
    long until(long time) {
      long length = line.interval().nanos();
      return Math.max(through, Math.floorDiv(time, length) * length);
    }

    /** Whether bars were missed that are too long ago. */
    boolean isCut() {
      return !isFirst() && after > told;
    }
  }

  private final List<Part> wanted;
  private final List<CompletableFuture<List<Bar>>> answers = new ArrayList<>();
  private final long askedAt;
  private long began;
  private boolean held;
  private long pause = FIRST_PAUSE;

  private MissedBars(List<Part> wanted, long now) {
    this.wanted = wanted;
    this.askedAt = now;
    this.began = now;
  }

  /**
   * What is owed to a strategy; null for nothing.
   *
   * @param through bars that end later are not asked for yet
   */
  static @Nullable MissedBars of(
      StrategyPlan plan, Joining joining, Instruments known, long through, long now) {
    List<Part> wanted = new ArrayList<>();
    for (Map.Entry<Joining.Line, Long> each : joining.owed().entrySet()) {
      Joining.Line line = each.getKey();
      long length = line.interval().nanos();
      long end = Math.min(each.getValue(), Math.floorDiv(through, length) * length);
      int number = known.find(line.instrument());
      long told = joining.toldThrough(line);
      if (told == Long.MIN_VALUE && end < each.getValue() && each.getValue() <= now) {
        return null; // the last bar of the past is over, and told with the others in a moment
      }
      if (end > told && number >= 0) {
        long after = Math.max(told, end - span(plan, told, length));
        wanted.add(new Part(known.newest(number), line, after, end, told));
      }
    }
    return wanted.isEmpty() ? null : new MissedBars(wanted, now);
  }

  /** The first time as much as was asked for; later everything, within reason. */
  private static long span(StrategyPlan plan, long told, long length) {
    WarmUp warmUp = plan.definition().warmUp();
    long most = WarmUp.MAX_BARS * length;
    if (told != Long.MIN_VALUE) {
      return most;
    }
    return Math.min(most, warmUp.bars() > 0 ? warmUp.bars() * length : warmUp.nanos());
  }

  /**
   * Asks; another question of the same strategy may have failed before. An adapter that throws must
   * not end the trader.
   */
  void ask(AccountLink link, @Nullable MissedBars before) {
    if (before != null) {
      began = before.began;
      held = before.held;
      pause = Math.min(LAST_PAUSE, before.pause * 2);
    }
    for (Part each : wanted) {
      CompletableFuture<List<Bar>> answer;
      try {
        answer = link.bars(each.instrument(), each.line().interval(), each.after(), each.through());
      } catch (ShutOutException e) {
        throw e;
      } catch (RuntimeException | LinkageError e) {
        answer = CompletableFuture.failedFuture(e);
      }
      answers.add(answer);
    }
  }

  /** Whether all answers are there, or will not come. */
  boolean isAnswered(long now) {
    return now - askedAt >= ANSWER || answers.stream().allMatch(CompletableFuture::isDone);
  }

  /** What went wrong, empty for nothing; nothing either before there is an answer. */
  String problem(long now) {
    for (CompletableFuture<List<Bar>> each : answers) {
      boolean done = each.isDone();
      if (!done && now - askedAt >= ANSWER) {
        return "its venue does not answer";
      }
      String problem = done ? problem(each) : "";
      if (!problem.isEmpty()) {
        return problem;
      }
    }
    return "";
  }

  private static String problem(CompletableFuture<List<Bar>> answer) {
    try {
      answer.join();
      return "";
    } catch (CompletionException e) {
      return String.valueOf((e.getCause() == null ? e : e.getCause()).getMessage());
    }
  }

  /** The answer, by the ends of bars, small to large. */
  List<Bar> bars() {
    List<Bar> all = new ArrayList<>();
    for (int i = 0; i < wanted.size(); i++) {
      Part part = wanted.get(i);
      answers.get(i).join().stream()
          .filter(bar -> bar.eventTime() > part.after() && bar.eventTime() <= part.through())
          .forEach(all::add);
    }
    all.sort(Comparator.comparingLong(Bar::eventTime).thenComparing(Bar::interval));
    return all;
  }

  /** What the venue was asked for. */
  List<HistoryTold.Asked> asked() {
    return wanted.stream().map(each -> each.asked(each.through())).toList();
  }

  /** The same when no more is asked for than what begins after a time. */
  List<HistoryTold.Asked> asked(long over) {
    return wanted.stream().map(each -> each.asked(each.until(over))).toList();
  }

  /** The part of it that the venue answered. */
  MissedBars answered() {
    return only(true);
  }

  /** The part of it that the venue did not answer. */
  MissedBars failed() {
    return only(false);
  }

  private MissedBars only(boolean good) {
    MissedBars some = new MissedBars(new ArrayList<>(), askedAt);
    for (int i = 0; i < wanted.size(); i++) {
      boolean told = answers.get(i).isDone() && !answers.get(i).isCompletedExceptionally();
      if (told == good) {
        some.wanted.add(wanted.get(i));
        some.answers.add(answers.get(i));
      }
    }
    return some;
  }

  /**
   * Patience begins when somebody could answer: an outage is no answer, and who is not asked misses
   * nothing by waiting.
   */
  void hold(boolean away, long now) {
    if (away || held) {
      began = now;
    }
    held = away;
  }

  boolean isGivenUp(long now) {
    return now - began >= PATIENCE;
  }

  boolean isRetryDue(long now) {
    return now - askedAt >= pause;
  }

  /** What people are told of a strategy that is told so much. */
  String sentence(StrategyPlan plan, List<Bar> bars) {
    boolean first = wanted.stream().anyMatch(Part::isFirst);
    int bound = plan.definition().warmUp().bars() * wanted.size();
    String begin = "strategy " + plan.id() + (first ? " was warmed up with " : " missed ");
    String of = first && bars.size() < bound ? " of " + bound : "";
    return bars.isEmpty()
        ? first ? begin + "0" + of + " bars: its venue has none" : ""
        : begin + bars.size() + of + " bars that its venue told, " + range(bars) + leftOut();
  }

  private String leftOut() {
    return wanted.stream().anyMatch(Part::isCut)
        ? "; those before the last " + WarmUp.MAX_BARS + " are left out"
        : "";
  }

  private static String range(List<Bar> bars) {
    return text(bars.get(0).eventTime()) + " to " + text(bars.get(bars.size() - 1).eventTime());
  }

  private static String text(long nanos) {
    return Instant.ofEpochSecond(0, nanos).toString();
  }

  /** Which bars are missing if nothing is asked for any more, a sentence without its end. */
  String missing(StrategyPlan plan, long now) {
    Map<String, String> lines = new TreeMap<>();
    for (Part each : wanted) {
      lines.put(
          each.line().interval() + " of " + each.line().instrument(),
          " after " + text(each.after()) + " through " + text(each.until(now)));
    }
    StringBuilder text = new StringBuilder("strategy " + plan.id() + " never got its bars");
    lines.forEach((line, range) -> text.append(' ').append(line).append(range).append(','));
    return text.substring(0, text.length() - 1);
  }
}
