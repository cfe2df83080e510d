package dev.bourse.engine.loop;

import dev.bourse.api.event.AccountEvent;
import dev.bourse.api.event.ConnectionChanged;
import dev.bourse.api.event.Event;
import dev.bourse.api.event.OrderReport;
import dev.bourse.api.model.AccountId;
import dev.bourse.api.trader.Discrepancy;
import dev.bourse.core.TraderCore;
import dev.bourse.core.reconciliation.Reconciliation;
import dev.bourse.core.reconciliation.Step;
import dev.bourse.engine.config.WatchKeys;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * When an account's venue is to be asked for a report: at once after a connection, then whenever
 * its stream was silent for as long as configured. What a report of this kind finds counts only if
 * there is news, and differences of balances and positions only if the next report finds them
 * again: what is on its way explains the first. A venue that does not answer at all is not there.
 * Loop only.
 */
final class AccountWatch {
  private static final String BALANCE = "balance ";

  /** How far back a report is asked for while everything was well. */
  static final long WINDOW = TimeUnit.HOURS.toNanos(1);

  /** How long an account rests that could not even be asked. */
  private static final Duration REST = Duration.ofSeconds(30);

  /** One account. */
  private static final class Watched {
    private long heardAt = Long.MIN_VALUE;
    private long askedAt = Long.MIN_VALUE;
    private long comparedAt = Long.MIN_VALUE;
    private long connectedAt = Long.MIN_VALUE;
    private long upSince = Long.MIN_VALUE;
    private int outdated;
    private int missed;
    private boolean silent;
    private boolean unable;
    private long restsUntil = Long.MIN_VALUE;
    private List<Discrepancy> before = List.of();
    private long reports;

    boolean waits() {
      return askedAt != Long.MIN_VALUE;
    }
  }

  private final TraderCore core;
  private final WatchKeys keys;
  private final Map<AccountId, Watched> accounts = new TreeMap<>();

  AccountWatch(TraderCore core, WatchKeys keys) {
    this.core = core;
    this.keys = keys;
  }

  private Watched of(AccountId account) {
    return accounts.computeIfAbsent(account, each -> new Watched());
  }

  /** A report was asked for because something happened: it is applied whatever it says. */
  void asked(AccountId account, long now) {
    Watched watched = of(account);
    watched.askedAt = now;
    watched.comparedAt = now;
    watched.silent = false;
  }

  /** The venue said something. */
  void heard(Event event, long now) {
    if (event instanceof OrderReport report) {
      of(report.account()).heardAt = now;
    } else if (event instanceof AccountEvent account) {
      of(account.account()).heardAt = now;
    }
  }

  /** The connection was lost or given up: nothing is waited for any more. */
  void lost(AccountId account) {
    accounts.remove(account);
  }

  /** The connection is back: from here on the venue can be asked what it did meanwhile. */
  void connected(ConnectionChanged event, long now) {
    Watched watched = of(event.account());
    watched.connectedAt = event.eventTime();
    watched.upSince = now;
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
    return watched.waits() && now - watched.askedAt >= nanos(keys.report());
  }

  /** A report did not come; true if that was so as often as is borne. */
  boolean missed(AccountId account) {
    Watched watched = of(account);
    watched.missed++;
    watched.askedAt = Long.MIN_VALUE;
    return watched.missed >= keys.retries();
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
    if (watched.heardAt == Long.MIN_VALUE) {
      watched.heardAt = now;
    }
    if (watched.comparedAt == Long.MIN_VALUE) {
      watched.comparedAt = now;
    }
    Duration interval = interval(account);
    Duration audit = keys.audit();
    boolean due =
        (interval != null && now - watched.heardAt >= nanos(interval))
            || (audit != null && now - watched.comparedAt >= nanos(audit));
    if (due) {
      watched.askedAt = now;
      watched.comparedAt = now;
      watched.silent = true;
    }
    return due;
  }

  private @Nullable Duration interval(AccountId account) {
    boolean margin = core.state().portfolio().terms(account).isPresent();
    Duration interval = margin ? keys.position() : keys.balance();
    Duration orders = keys.orders();
    if (orders == null || !hasLiveOrders(account)) {
      return interval;
    }
    return interval == null || orders.compareTo(interval) < 0 ? orders : interval;
  }

  private boolean hasLiveOrders(AccountId account) {
    return core.state().ledger().live().stream().anyMatch(order -> order.account().equals(account));
  }

  /** A report is there; true if it says nothing that the books do not know. */
  boolean isNothingNew(AccountEvent.MassReport report) {
    Watched watched = of(report.account());
    boolean silent = watched.waits() && watched.silent;
    watched.askedAt = Long.MIN_VALUE;
    watched.missed = 0;
    watched.unable = false;
    watched.reports++;
    if (!silent || !core.state().flags().account(report.account()).reconciled()) {
      return false;
    }
    Reconciliation found = core.reconciliation(report, false);
    boolean moved = !report.made().isEmpty() || !report.flows().isEmpty();
    boolean same = differences(found.discrepancies()).equals(differences(watched.before));
    watched.before = found.discrepancies();
    boolean agrees = found.discrepancies().isEmpty() && found.failure().isEmpty();
    return !moved && (agrees || (!same && isOnlyAmounts(found)));
  }

  /**
   * What differs, whatever would be done about it; of a balance by how much, for both sides of it
   * move while the account trades.
   */
  private static List<List<String>> differences(List<Discrepancy> found) {
    return found.stream().map(AccountWatch::difference).toList();
  }

  private static List<String> difference(Discrepancy each) {
    return each.subject().startsWith(BALANCE)
        ? List.of(each.subject(), amount(each.venue()).subtract(amount(each.ours())).toString())
        : List.of(each.subject(), each.ours(), each.venue());
  }

  private static BigDecimal amount(String money) {
    return new BigDecimal(money.substring(0, money.indexOf(' ')));
  }

  /** Whether the last report differed: then the venue's history of flows may say why. */
  boolean isDiffering(AccountId account) {
    return !of(account).before.isEmpty() || !core.state().flags().shortage(account).isEmpty();
  }

  /** Whether only balances and positions differ: what was just executed may be the reason. */
  private static boolean isOnlyAmounts(Reconciliation found) {
    return found.failure().isEmpty()
        && found.steps().stream().allMatch(AccountWatch::isAmount)
        && found.discrepancies().stream()
            .allMatch(
                each ->
                    each.subject().startsWith(BALANCE) || each.subject().startsWith("position "));
  }

  private static boolean isAmount(Step step) {
    return step instanceof Step.Prove
        || (step instanceof Step.Adopt adopt && isGenerated(adopt.order().id().value()))
        || (step instanceof Step.Count count && isGenerated(count.fill().orderId().value()));
  }

  private static boolean isGenerated(String id) {
    return id.startsWith("R-");
  }

  /** How many reports came, and how many stayed out in a row, by account. */
  Map<String, Long> depths() {
    Map<String, Long> depths = new TreeMap<>();
    accounts.forEach(
        (id, watched) -> {
          depths.put("reports " + id, watched.reports);
          depths.put("reports.missed " + id, (long) watched.missed);
        });
    return depths;
  }

  private static long nanos(Duration time) {
    return TimeUnit.NANOSECONDS.convert(time);
  }
}
