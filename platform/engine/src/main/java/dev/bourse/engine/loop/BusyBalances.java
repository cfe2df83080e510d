package dev.bourse.engine.loop;

import dev.bourse.api.event.AccountEvent.BalancesCompared;
import dev.bourse.api.event.AccountEvent.MassReport;
import dev.bourse.api.model.AccountId;
import dev.bourse.api.model.Money;
import dev.bourse.core.TraderCore;
import dev.bourse.core.reconciliation.LateBalances;
import dev.bourse.core.state.BusyAccounts;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Balances of accounts that trade while their venue reports. A report is kept and compared when all
 * is known that was executed while it was made. One that differs is followed by a second, and only
 * what both had, each compared with all that is known by then, is a difference. Loop only.
 */
final class BusyBalances {
  /** How long the stream may take to tell of an execution that a report's balances have. */
  static final Duration SETTLED = Duration.ofSeconds(5);

  /** How long an account rests whose reports differ, but not twice by the same. */
  static final Duration REST = Duration.ofSeconds(30);

  /** What is to be done about an account now. */
  sealed interface Found {
    /** Nothing. */
    record Nothing() implements Found {}

    /** Another report is needed. */
    record Unsure() implements Found {}

    /** This is put into the books. */
    record Certain(BalancesCompared event) implements Found {}
  }

  private static final Found NOTHING = new Found.Nothing();
  private static final Found UNSURE = new Found.Unsure();

  /** One account. */
  private static final class Kept {
    private final List<MassReport> reports = new ArrayList<>();
    private List<Money> told = List.of();
    private long dueAt;

    MassReport newest() {
      return reports.get(reports.size() - 1);
    }
  }

  private final TraderCore core;
  private final Map<AccountId, Kept> accounts = new TreeMap<>();

  BusyBalances(TraderCore core) {
    this.core = core;
  }

  /** A report is there and is not applied yet. */
  void heard(MassReport report, long now) {
    Kept kept = accounts.computeIfAbsent(report.account(), id -> new Kept());
    boolean accepting = core.state().isAccepting(report.account());
    boolean busy =
        BusyAccounts.isUnderWay(core.state(), report, core.reconciliation(report, false));
    if (accepting || !busy) {
      kept.reports.clear();
    } else if (kept.reports.isEmpty() || isApart(kept.newest(), report)) {
      kept.reports.add(report);
      if (kept.reports.size() > 2) {
        kept.reports.remove(0);
      }
      kept.dueAt = now + SETTLED.toNanos();
    }
  }

  /** Of two reports that were made at once, both may miss the same execution. */
  private static boolean isApart(MassReport before, MassReport report) {
    return report.requestedAt() - LateBalances.CLOCKS > before.eventTime() + LateBalances.CLOCKS;
  }

  /** Compares what is due. */
  Found look(AccountId account, long now) {
    Kept kept = accounts.get(account);
    if (kept == null || kept.reports.isEmpty() || now < kept.dueAt) {
      return NOTHING;
    }
    MassReport newest = kept.newest();
    Optional<Set<List<Money>>> differences = BusyAccounts.differences(core.state(), newest);
    if (differences.isEmpty()) {
      kept.reports.clear();
      return NOTHING;
    }
    if (differences.get().contains(List.<Money>of())) {
      return agrees(kept, newest);
    }
    if (kept.reports.size() > 1) {
      List<Money> both = common(kept.reports.remove(0), differences.get());
      if (!both.isEmpty()) {
        return differs(kept, newest, both);
      }
    }
    kept.dueAt = now + REST.toNanos();
    return UNSURE;
  }

  private Found agrees(Kept kept, MassReport newest) {
    kept.reports.clear();
    kept.told = List.of();
    boolean missed = !core.state().flags().shortage(newest.account()).isEmpty();
    return missed ? certain(newest, List.of()) : NOTHING;
  }

  private Found differs(Kept kept, MassReport newest, List<Money> both) {
    kept.reports.clear();
    boolean known =
        kept.told.equals(both) && !core.state().flags().shortage(newest.account()).isEmpty();
    kept.told = both;
    return known ? NOTHING : certain(newest, both);
  }

  private static Found certain(MassReport report, List<Money> differences) {
    return new Found.Certain(
        new BalancesCompared(report.account(), differences, report.history(), report.eventTime()));
  }

  /**
   * What an earlier report had as well; empty for nothing, and if it cannot be said. Of equal
   * executions in both reports each makes a pair of differences too: money from elsewhere is the
   * simplest.
   */
  private List<Money> common(MassReport before, Set<List<Money>> differences) {
    Set<List<Money>> earlier = BusyAccounts.differences(core.state(), before).orElseGet(Set::of);
    if (earlier.contains(List.<Money>of())) {
      return List.of();
    }
    List<List<Money>> both =
        differences.stream()
            .filter(earlier::contains)
            .sorted(Comparator.comparingInt(List::size))
            .limit(2)
            .toList();
    boolean vague = both.size() == 2 && both.get(0).size() == both.get(1).size();
    return both.isEmpty() || vague ? List.of() : both.get(0);
  }
}
