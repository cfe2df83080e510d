package dev.bourse.engine.loop;

import dev.bourse.api.event.AccountEvent;
import dev.bourse.api.event.ConnectionChanged;
import dev.bourse.api.event.Event;
import dev.bourse.api.event.LifecycleEvent.Overdue;
import dev.bourse.api.event.LifecycleEvent.Overdue.Phase;
import dev.bourse.api.model.AccountId;
import dev.bourse.api.model.Position;
import dev.bourse.core.TraderCore;
import dev.bourse.core.portfolio.Valuation;
import dev.bourse.core.status.TraderFlags.AccountFlags;
import dev.bourse.engine.config.Durations;
import dev.bourse.engine.config.WatchKeys;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How far each account has come: connected, then reconciled, then of known worth; and which takes
 * too long for its next step. That is told once, for nothing is given up: the account goes on
 * trying. Loop only.
 */
final class Progress {
  /** One account on its way; a phase of null has arrived. */
  private static final class Way {
    private @Nullable Phase phase = Phase.CONNECTION;
    private long since;
    private boolean told;
    private boolean exhausted;
    private long openedAt;
    private boolean silent = true;
    private boolean reported;
  }

  private final TraderCore core;
  private final WatchKeys keys;
  private final Map<AccountId, Way> ways = new TreeMap<>();

  Progress(TraderCore core, WatchKeys keys) {
    this.core = core;
    this.keys = keys;
  }

  private Way of(AccountId account) {
    return ways.computeIfAbsent(account, each -> new Way());
  }

  /** A connection is being opened. */
  void opened(AccountId account, long now) {
    Way way = ways.get(account);
    if (way == null) {
      way = of(account);
      way.since = now;
    }
    way.openedAt = now;
    way.silent = true;
  }

  /** An account heard something, and its books have it by now. */
  void heard(Event event, long now) {
    if (event instanceof ConnectionChanged changed) {
      Way way = of(changed.account());
      way.silent = false;
      way.reported = false;
      move(changed.account(), way, now);
      if (changed.connected()) {
        way.since = now; // also told again without a loss between: then a report is awaited anew
        way.told = false;
      }
    } else if (event instanceof AccountEvent.MassReport report) {
      Way way = of(report.account());
      way.reported = true;
      move(report.account(), way, now);
    }
  }

  private void move(AccountId account, Way way, long now) {
    Phase phase = phase(account, way);
    if (phase != way.phase) {
      way.phase = phase;
      way.since = now;
      way.told = false;
      way.exhausted = false;
    }
  }

  /** Why the trader is to be halted for an account that nothing connects, once; empty for no. */
  String exhausted(AccountId account, long now) {
    Way way = of(account);
    Duration most = keys.patience().reconnection();
    boolean waits = way.phase == Phase.CONNECTION && !way.exhausted;
    if (most == null || !waits || now - way.since < most.toNanos()) {
      return "";
    }
    way.exhausted = true;
    return "account "
        + account
        + " has no connection for "
        + Durations.text(most)
        + ", see reconnect.exhausted=halt: "
        + core.state().flags().account(account).detail();
  }

  /**
   * Whether an adapter has not said a word about its connection for so long that it cannot be
   * believed to work on it. One that tries and fails says so, and is left to its own pauses: a
   * venue may have asked it for patience.
   */
  boolean isDumb(AccountId account, long now) {
    Way way = of(account);
    return way.silent && now - way.openedAt >= keys.patience().connection().toNanos();
  }

  /** What takes too long, once; null for nothing. */
  @Nullable Overdue look(AccountId account, long now) {
    Way way = of(account);
    move(account, way, now);
    Phase phase = way.phase;
    if (phase == null || way.told || now - way.since < patience(phase).toNanos()) {
      return null;
    }
    way.told = true;
    boolean known = phase == Phase.RECONCILIATION && way.reported;
    return known ? null : new Overdue(account, phase, reason(account, phase));
  }

  private @Nullable Phase phase(AccountId account, Way way) {
    AccountFlags flags = core.state().flags().account(account);
    if (!flags.connected()) {
      return Phase.CONNECTION;
    }
    if (!flags.reconciled()) {
      return Phase.RECONCILIATION;
    }
    return way.phase == null || unvalued(account).isEmpty() ? null : Phase.PORTFOLIO;
  }

  private Duration patience(Phase phase) {
    return switch (phase) {
      case CONNECTION -> keys.patience().connection();
      case RECONCILIATION -> keys.patience().reconciliation();
      case PORTFOLIO -> keys.patience().portfolio();
      case DISCONNECTION, CHECK -> keys.patience().disconnection();
    };
  }

  private String reason(AccountId account, Phase phase) {
    String time = Durations.text(patience(phase));
    String detail = core.state().flags().account(account).detail();
    return switch (phase) {
      case CONNECTION ->
          "no connection for " + time + ", see timeout.connection: " + detail + "; it is tried on";
      case RECONCILIATION ->
          "no report came within "
              + time
              + ", see timeout.reconciliation; it is asked again every "
              + Durations.text(keys.report());
      case PORTFOLIO ->
          "its worth is not known within " + time + ", see timeout.portfolio: " + unvalued(account);
      case DISCONNECTION, CHECK -> throw new IllegalStateException(phase + " is told by others");
    };
  }

  /** What of an account has no worth, empty for nothing. */
  private String unvalued(AccountId account) {
    Valuation valuation = core.state().valuation(account).orElse(null);
    if (valuation != null && valuation.equity().isEmpty()) {
      return "no instrument has its currency " + valuation.currency();
    }
    if (valuation != null) {
      return prices(
          valuation.unpriced().stream()
              .map(each -> each.held().currency().code())
              .collect(Collectors.joining(", ")));
    }
    return prices(
        core.state().portfolio().open().stream()
            .filter(each -> each.account().equals(account) && hasNoPrice(each))
            .map(each -> each.instrument().id().toString())
            .distinct()
            .collect(Collectors.joining(", ")));
  }

  private boolean hasNoPrice(Position position) {
    return core.state().market().valuationPrice(position.instrument().id()).isEmpty();
  }

  private static String prices(String missing) {
    return missing.isEmpty() ? "" : "there is no price of " + missing;
  }

  /** Why an account that is not worth anything known is so, for people; empty for nothing. */
  String note() {
    return ways.entrySet().stream()
        .filter(each -> each.getValue().phase == Phase.PORTFOLIO && each.getValue().told)
        .map(
            each ->
                "the worth of account "
                    + each.getKey()
                    + " is not known: "
                    + unvalued(each.getKey()))
        .collect(Collectors.joining("; "));
  }
}
