package dev.bourse.engine.loop;

import dev.bourse.api.event.AccountEvent;
import dev.bourse.api.event.Event;
import dev.bourse.api.event.OrderReport;
import dev.bourse.api.model.AccountId;
import dev.bourse.api.trader.WatcherView;
import dev.bourse.api.trader.WatcherView.State;
import dev.bourse.api.trader.WatcherView.Subject;
import dev.bourse.engine.config.Durations;
import dev.bourse.engine.config.WatcherKeys;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Listens to what the stream of an account tells of one subject, and asks when that is silent. Loop
 * only.
 */
final class Watcher {
  private static final long NEVER = Long.MIN_VALUE;

  private final Subject subject;
  private final WatcherKeys keys;
  private long heardAt = NEVER;
  private long askedAt = NEVER;
  private long listensSince = NEVER;
  private long questions;

  Watcher(Subject subject, WatcherKeys keys) {
    this.subject = subject;
    this.keys = keys;
  }

  /** Whether an event tells something of its subject. Executions are what moves positions. */
  private boolean concerns(Event event) {
    if (event instanceof AccountEvent.MassReport) {
      return true;
    }
    return switch (subject) {
      case BALANCE ->
          event instanceof AccountEvent.Balances || event instanceof AccountEvent.CashFlow;
      case POSITION -> event instanceof OrderReport.Filled;
      case ORDERS -> event instanceof OrderReport report && isOfVenue(report);
      case TRADES -> event instanceof OrderReport.Filled;
      case STATUS -> false;
    };
  }

  /** What an adapter says while its venue is silent. */
  static boolean isOfVenue(OrderReport report) {
    return !(report instanceof OrderReport.Denied) && !(report instanceof OrderReport.AnswerLost);
  }

  void heard(Event event, long now) {
    if (concerns(event)) {
      heardAt = now;
    }
  }

  /** Begins to listen if there is something to hear, or ends; its patience begins with it. */
  void listen(boolean wanted, long now) {
    if (!wanted) {
      listensSince = NEVER;
    } else if (listensSince == NEVER) {
      listensSince = now;
    }
  }

  /** Whether nothing was heard for so long that the venue is to be asked. */
  boolean isDue(long now) {
    Duration interval = keys.interval();
    return interval != null
        && listensSince != NEVER
        && now - Math.max(heardAt, listensSince) >= interval.toNanos();
  }

  void asked(long now) {
    askedAt = now;
    questions++;
  }

  Duration timeout() {
    return keys.timeout();
  }

  int retries() {
    return keys.retries();
  }

  /** Who asked in vain, for people. */
  String name() {
    return subject.name().toLowerCase(Locale.ROOT)
        + " watcher, "
        + Durations.text(keys.timeout())
        + " each";
  }

  /**
   * For people.
   *
   * @param missed how many answers stayed out in a row; null if it waits for none
   */
  WatcherView view(AccountId account, @Nullable Integer missed) {
    return new WatcherView(
        account,
        subject,
        missed == null ? state() : State.ASKING,
        Optional.ofNullable(keys.interval()),
        keys.timeout(),
        keys.retries(),
        heardAt,
        askedAt,
        questions,
        missed == null ? 0 : missed);
  }

  private State state() {
    if (keys.interval() == null) {
      return State.OFF;
    }
    return listensSince == NEVER ? State.IDLE : State.LISTENING;
  }
}
