package dev.bourse.exchange.binance.trade;

import dev.bourse.api.model.ClientOrderId;
import dev.bourse.exchange.binance.call.Limits;
import dev.bourse.exchange.binance.net.Worker;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

/**
 * Lets commands leave as the venue's limits have room for them, so that a list of hundreds meets no
 * 429 and no ban: cancels first, then what reduces a position, then entries, each in the order in
 * which they came. What has no room in its time is told so, one by one, and did not leave.
 *
 * <p>Each order is placed and cancelled by a call of its own, for spot has no call for a list of
 * orders (pairs go as one). Its {@code openOrders.cancelAll} is never used: it cannot be told which
 * orders are meant, and takes those of the user, those of other programs, and every stop of the
 * symbol with it; and cancels that succeed cost no weight.
 *
 * <p>Any thread. Nothing is told while its lock is held.
 */
final class Throttle {
  /** More of a rank do not wait. */
  private static final int MOST = 1_000;

  /** A cancel waits for the next minute at most, which is what weight is counted for. */
  private static final Duration CANCELS = Duration.ofSeconds(65);

  /** Two windows in which new orders are counted, and what is not known of when they begin. */
  private static final Duration EXITS = Duration.ofSeconds(25);

  /** Too many calls wait for an answer: looks again so soon. */
  private static final Duration AGAIN = Duration.ofMillis(20);

  private static final long NEVER = Long.MAX_VALUE;

  private final Limits limits;
  private final Worker worker;
  private final Lateness lateness;
  private final BooleanSupplier connected;
  private final Map<Rank, Duration> patience = new EnumMap<>(Rank.class);
  private final Map<Rank, Deque<Waiting>> waiting = new EnumMap<>(Rank.class);
  private long plannedAt = NEVER;

  /**
   * A command that waits.
   *
   * @param takenAt our time, nanoseconds
   */
  private record Waiting(Departure departure, long takenAt) {
    boolean isAbout(ClientOrderId id) {
      return departure.orders().contains(id);
    }
  }

  /**
   * Nothing waits.
   *
   * @param entries how long an entry waits
   * @param worker looks after what waits
   * @param connected whether commands can leave at all
   */
  Throttle(
      Limits limits,
      Duration entries,
      Worker worker,
      Lateness lateness,
      BooleanSupplier connected) {
    this.limits = limits;
    this.worker = worker;
    this.lateness = lateness;
    this.connected = connected;
    patience.put(Rank.CANCEL, CANCELS);
    patience.put(Rank.EXIT, EXITS);
    patience.put(Rank.ENTRY, entries);
    for (Rank rank : Rank.values()) {
      waiting.put(rank, new ArrayDeque<>());
    }
  }

  /** What the venue allows. */
  Limits limits() {
    return limits;
  }

  /** Takes a command; false if it did not leave and there is no room for it to wait either. */
  boolean take(Departure departure) {
    String reason;
    synchronized (this) {
      boolean first = !isBehind(departure.rank());
      Duration wait = limits.room(departure.cost());
      if (first && wait.isZero() && departure.leave()) {
        return true;
      }
      if (!connected.getAsBoolean()) {
        return false;
      }
      if (wait.compareTo(patience(departure)) <= 0) {
        return queue(departure);
      }
      reason = shortage(departure);
    }
    departure.stay(reason);
    return true;
  }

  private String shortage(Departure departure) {
    String shortage = limits.shortage(departure.cost());
    return shortage.isEmpty() ? "RATE_LIMIT: it had no room in its time" : shortage;
  }

  private Duration patience(Departure departure) {
    return patience.getOrDefault(departure.rank(), Duration.ZERO);
  }

  private Deque<Waiting> line(Rank rank) {
    return waiting.getOrDefault(rank, new ArrayDeque<>());
  }

  /** Whether something of its rank or a higher one waits already. */
  private boolean isBehind(Rank rank) {
    for (Rank each : Rank.values()) {
      if (each.compareTo(rank) <= 0 && !line(each).isEmpty()) {
        return true;
      }
    }
    return false;
  }

  private boolean queue(Departure departure) {
    Deque<Waiting> line = line(departure.rank());
    if (line.size() >= MOST) {
      return false;
    }
    line.addLast(new Waiting(departure, worker.now()));
    plan(limits.room(departure.cost()));
    return true;
  }

  private void plan(Duration pause) {
    long at = worker.now() + pause.toNanos();
    if (at < plannedAt) {
      plannedAt = at;
      worker.later(pause, () -> look(at));
    }
  }

  /** The connection was lost: nothing of what waits can leave. */
  synchronized void lost() {
    plan(Duration.ZERO);
  }

  /**
   * Lets go what has room now, and tells what will have none in its time: also what is behind a
   * rank that has to wait longer than it may itself.
   */
  private void look(long at) {
    List<Runnable> news = new ArrayList<>();
    synchronized (this) {
      if (at != plannedAt) {
        return;
      }
      plannedAt = NEVER;
      Duration pause = Duration.ZERO;
      for (Rank rank : Rank.values()) {
        if (pause.isZero()) {
          pause = release(line(rank), news);
        } else {
          Duration behind = pause;
          line(rank).removeIf(each -> isInVain(each, behind, news));
        }
      }
      if (!pause.isZero()) {
        plan(pause);
      }
    }
    news.forEach(Runnable::run);
  }

  /** Empties a line as far as it can; how long its first has to wait on, zero if it is empty. */
  private Duration release(Deque<Waiting> line, List<Runnable> news) {
    for (Waiting next = line.pollFirst(); next != null; next = line.pollFirst()) {
      Duration wait = release(next, news);
      if (!wait.isZero()) {
        line.addFirst(next);
        return wait;
      }
    }
    return Duration.ZERO;
  }

  /** Zero if it left, or never will. */
  private Duration release(Waiting next, List<Runnable> news) {
    Departure departure = next.departure();
    Duration wait = limits.room(departure.cost());
    if (!connected.getAsBoolean()) {
      news.add(() -> departure.stay("NOT_SENT: the connection was lost before it left"));
      return Duration.ZERO;
    }
    if (isInVain(next, wait, news)) {
      return Duration.ZERO;
    }
    if (!wait.isZero()) {
      return wait;
    }
    long age = age(next);
    departure.orders().forEach(id -> lateness.left(id, age));
    return departure.leave() ? Duration.ZERO : AGAIN;
  }

  private long age(Waiting one) {
    return worker.now() - one.takenAt();
  }

  /** Whether its time is over before a wait is, so that it never leaves; then that is told. */
  private boolean isInVain(Waiting one, Duration wait, List<Runnable> news) {
    Departure departure = one.departure();
    boolean inVain = wait.plusNanos(age(one)).compareTo(patience(departure)) > 0;
    if (inVain) {
      String reason = shortage(departure);
      news.add(() -> departure.stay(reason));
    }
    return inVain;
  }

  /** Whether a new order waits here, so that the venue cannot know it yet. */
  synchronized boolean holds(ClientOrderId id) {
    return isIn(Rank.EXIT, id) || isIn(Rank.ENTRY, id);
  }

  /** Whether a cancel of an order waits here. */
  synchronized boolean isCancelling(ClientOrderId id) {
    return isIn(Rank.CANCEL, id);
  }

  private boolean isIn(Rank rank, ClientOrderId id) {
    return line(rank).stream().anyMatch(each -> each.isAbout(id));
  }

  /**
   * Takes back a new order that waits, with the other one of its pair; whoever wanted it is told.
   * False if none does.
   */
  boolean withdraw(ClientOrderId id) {
    Departure found = null;
    synchronized (this) {
      for (Rank rank : List.of(Rank.EXIT, Rank.ENTRY)) {
        for (Iterator<Waiting> each = line(rank).iterator(); each.hasNext(); ) {
          Waiting next = each.next();
          if (next.isAbout(id)) {
            each.remove();
            found = next.departure();
          }
        }
      }
    }
    if (found != null) {
      found.withdrawn(id);
    }
    return found != null;
  }
}
