package dev.bourse.engine.loop;

import dev.bourse.api.event.AccountEvent;
import dev.bourse.api.event.ConnectionChanged;
import dev.bourse.api.event.Event;
import dev.bourse.api.event.OrderReport;
import dev.bourse.api.model.AccountId;
import dev.bourse.api.model.Order;
import dev.bourse.api.trader.Discrepancy;
import dev.bourse.api.trader.WatcherView;
import dev.bourse.api.trader.WatcherView.Subject;
import dev.bourse.core.TraderCore;
import dev.bourse.core.reconciliation.Reconciliation;
import dev.bourse.engine.config.AccountWatchers;
import dev.bourse.engine.config.WatchKeys;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * When an account's venue is to be asked for a report: at once after a connection, then whenever
 * one of the account's watchers heard nothing for as long as configured. One report answers all of
 * them, for balances, positions, orders and executions can only be judged together. What a report
 * of this kind finds counts only if there is news, and differences of balances and positions only
 * if the next report finds them again: what is on its way explains the first. A venue that does not
 * answer at all is not there. Loop only.
 */
final class AccountWatch {
  /** How far back a report is asked for while everything was well. */
  static final long WINDOW = TimeUnit.HOURS.toNanos(1);

  /** What one report of everything tells of. */
  private static final Set<Subject> BY_REPORT = EnumSet.complementOf(EnumSet.of(Subject.STATUS));

  /** How long an account rests that could not even be asked. */
  private static final Duration REST = Duration.ofSeconds(30);

  /** One account. */
  private static final class Watched {
    private final Map<Subject, Watcher> watchers = new EnumMap<>(Subject.class);
    private @Nullable Watcher asker;
    private long askedAt = Long.MIN_VALUE;
    private long comparedAt = Long.MIN_VALUE;
    private long connectedAt = Long.MIN_VALUE;
    private long upSince = Long.MIN_VALUE;
    private long liveAt = Long.MIN_VALUE;
    private int outdated;
    private int missed;
    private boolean silent;
    private boolean unable;
    private long restsUntil = Long.MIN_VALUE;
    private List<Discrepancy> before = List.of();
    private long reports;

    Watched(AccountWatchers keys) {
      for (Subject each : BY_REPORT) {
        watchers.put(each, new Watcher(each, keys.of(each)));
      }
    }

    boolean waits() {
      return askedAt != Long.MIN_VALUE;
    }

    void heard(Event event, long now) {
      watchers.values().forEach(each -> each.heard(event, now));
    }
  }

  private final TraderCore core;
  private final WatchKeys keys;
  private final Map<AccountId, Watched> accounts = new TreeMap<>();
  private final OrderDifferences differences = new OrderDifferences();

  AccountWatch(TraderCore core, WatchKeys keys) {
    this.core = core;
    this.keys = keys;
  }

  private Watched of(AccountId account) {
    return accounts.computeIfAbsent(account, each -> new Watched(keys.watchers()));
  }

  /** A report was asked for because something happened: it is applied whatever it says. */
  void asked(AccountId account, long now) {
    of(account).asker = null;
    askedAgain(account, now);
  }

  /** What was asked in silence stayed out: what is asked now is applied whatever it says. */
  void askedAgain(AccountId account, long now) {
    Watched watched = of(account);
    watched.askedAt = now;
    watched.comparedAt = now;
    watched.silent = false;
  }

  /** What is asked now counts only if there is news. */
  void askedSilently(AccountId account, long now) {
    Watched watched = of(account);
    watched.asker = null;
    askedAgain(account, now);
    watched.silent = true;
  }

  /** The venue said something. */
  void heard(Event event, long now) {
    if (event instanceof OrderReport report) {
      of(report.account()).heard(event, now);
    } else if (event instanceof AccountEvent account) {
      of(account.account()).heard(event, now);
    }
  }

  /** The connection was lost or given up: nothing is waited for any more. */
  void lost(AccountId account) {
    accounts.remove(account);
    differences.lost(account);
  }

  /** The connection is back: from here on the venue can be asked what it did meanwhile. */
  void connected(ConnectionChanged event, long now) {
    Watched watched = of(event.account());
    watched.connectedAt = event.eventTime();
    watched.upSince = now;
    listen(event.account(), watched, now);
  }

  /**
   * Whether a report was asked for before the connection came up, so that it says nothing of what
   * happened while it was down. An adapter tells both times by its own clock; one whose clock was
   * set back is believed in the end.
   */
  boolean isOutdated(AccountEvent.MassReport report, long now) {
    Watched watched = of(report.account());
    boolean old =
        report.requestedAt() < watched.connectedAt
            && now - watched.upSince < nanos(keys.report()) * keys.retries()
            && !core.state().flags().account(report.account()).reconciled();
    watched.outdated += old ? 1 : 0;
    return old;
  }

  /** Whether to ask at once for a report in the place of an outdated one: once per connection. */
  boolean asksAnew(AccountId account) {
    return of(account).outdated == 1;
  }

  /** Whether a report is on its way. */
  boolean isWaiting(AccountId account) {
    return of(account).waits();
  }

  /** Whether a report has to be asked for again, because none came in time. */
  boolean isOverdue(AccountId account, long now) {
    Watched watched = of(account);
    Watcher asker = watched.asker;
    Duration timeout = asker == null ? keys.report() : asker.timeout();
    return watched.waits() && now - watched.askedAt >= nanos(timeout);
  }

  /** A report did not come; true if that was so as often as is borne. */
  boolean missed(AccountId account) {
    Watched watched = of(account);
    watched.missed++;
    watched.askedAt = Long.MIN_VALUE;
    Watcher asker = watched.asker;
    return watched.missed >= (asker == null ? keys.retries() : asker.retries());
  }

  /** Why an account whose reports stay out is given up, for people. */
  String silence(AccountId account) {
    Watched watched = of(account);
    Watcher asker = watched.asker;
    String times = "it sends no reports, asked " + watched.missed + " times";
    return asker == null ? times : times + " by its " + asker.name();
  }

  /**
   * The account could not be asked, by a fault of its adapter: it rests for a while. True if it was
   * asked before that.
   */
  boolean failed(AccountId account, long now) {
    Watched watched = of(account);
    boolean first = !watched.unable;
    watched.unable = true;
    watched.askedAt = Long.MIN_VALUE;
    watched.restsUntil = now + nanos(REST);
    return first;
  }

  /** Whether the account is not to be asked now, because that failed a moment ago. */
  boolean rests(AccountId account, long now) {
    return now < of(account).restsUntil;
  }

  /**
   * Whether the account was silent for so long that it is to be asked now, or not compared for so
   * long although it was not; notes that it is asked.
   */
  boolean isDue(AccountId account, long now) {
    Watched watched = of(account);
    if (watched.waits()) {
      return false;
    }
    if (watched.comparedAt == Long.MIN_VALUE) {
      watched.comparedAt = now;
    }
    listen(account, watched, now);
    Watcher asker =
        watched.watchers.values().stream().filter(each -> each.isDue(now)).findFirst().orElse(null);
    Duration audit = keys.audit();
    boolean due = asker != null || (audit != null && now - watched.comparedAt >= nanos(audit));
    if (due) {
      watched.asker = asker;
      watched.askedAt = now;
      watched.comparedAt = now;
      watched.silent = true;
    }
    if (asker != null) {
      asker.asked(now);
    }
    return due;
  }

  /** Orders and executions are watched from the first order on until none lived for long. */
  private void listen(AccountId account, Watched watched, long now) {
    if (hasLiveOrders(account)) {
      watched.liveAt = now;
    }
    boolean trades =
        watched.liveAt != Long.MIN_VALUE && now - watched.liveAt <= nanos(keys.watchers().idle());
    boolean margin = core.state().portfolio().terms(account).isPresent();
    watched.watchers.forEach(
        (subject, each) ->
            each.listen(
                switch (subject) {
                  case BALANCE -> true;
                  case POSITION -> margin;
                  case ORDERS, TRADES -> trades;
                  case STATUS -> false;
                },
                now));
  }

  private boolean hasLiveOrders(AccountId account) {
    return core.state().ledger().live().stream().anyMatch(order -> order.account().equals(account));
  }

  /** A report is there; true if it says nothing that the books do not know. */
  boolean isNothingNew(AccountEvent.MassReport report) {
    Watched watched = of(report.account());
    boolean silent = watched.waits() && watched.silent;
    watched.askedAt = Long.MIN_VALUE;
    watched.asker = null;
    watched.missed = 0;
    watched.unable = false;
    watched.reports++;
    if (!core.state().flags().account(report.account()).reconciled()) {
      return false;
    }
    Reconciliation found = core.reconciliation(report, false);
    differences.compared(report, found.discrepancies());
    if (!silent) {
      return false;
    }
    boolean moved = !report.made().isEmpty() || !report.flows().isEmpty();
    boolean same = Differences.isSame(found.discrepancies(), watched.before);
    watched.before = found.discrepancies();
    boolean explained = core.state().flags().shortage(report.account()).isEmpty();
    boolean agrees = found.discrepancies().isEmpty() && found.failure().isEmpty() && explained;
    return !moved && (agrees || (!same && Differences.isOnlyAmounts(found)));
  }

  /** Whether the last report differed: then the venue's history of flows may say why. */
  boolean isDiffering(AccountId account) {
    return !of(account).before.isEmpty() || !core.state().flags().shortage(account).isEmpty();
  }

  /**
   * How many reports came, how many stayed out in a row, and how many orders differed, by account.
   */
  Map<String, Long> depths() {
    Map<String, Long> depths = new TreeMap<>();
    accounts.forEach(
        (id, watched) -> {
          depths.put("reports " + id, watched.reports);
          depths.put("reports.missed " + id, (long) watched.missed);
        });
    depths.putAll(differences.depths());
    return depths;
  }

  /** A question for one order found that it stands otherwise. */
  void differs(Order ours, OrderReport.Status venue) {
    differences.found(ours, venue);
  }

  /** The watchers of these accounts, for people. */
  List<WatcherView> views(Collection<AccountId> ids) {
    List<WatcherView> views = new ArrayList<>();
    for (AccountId id : ids) {
      Watched watched = of(id);
      for (Watcher each : watched.watchers.values()) {
        boolean asks = each == watched.asker && watched.waits();
        views.add(each.view(id, asks ? (Integer) watched.missed : null));
      }
    }
    return List.copyOf(views);
  }

  private static long nanos(Duration time) {
    return TimeUnit.NANOSECONDS.convert(time);
  }
}
