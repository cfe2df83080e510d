package dev.bourse.engine.loop;

import dev.bourse.api.event.AccountEvent.BalancesCompared;
import dev.bourse.api.event.AccountEvent.CashFlow;
import dev.bourse.api.event.AccountEvent.MassReport;
import dev.bourse.api.model.AccountId;
import dev.bourse.api.model.Money;
import dev.bourse.core.TraderCore;
import dev.bourse.core.state.BusyAccounts;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Balances of accounts that trade while their venue reports. A report is kept and compared when all
 * is known that was executed while it was made. One that differs is followed by others, and only
 * what all of them had, each compared with all that is known by then, is a difference. Loop only.
 */
final class BusyBalances {
  /** How long the stream may take to tell of an execution that a report's balances have. */
  private static final long SETTLED = Duration.ofSeconds(5).toNanos();

  /** What is executed between two reports that are less apart may be missing in both. */
  private static final long APART = Duration.ofSeconds(2).toNanos();

  /** A report that could not be compared for so long says nothing any more. */
  private static final long OLD = Duration.ofMinutes(10).toNanos();

  /** How many reports may differ in a row before people have to look. */
  private static final int MOST = 4;

  /** What is to be done about an account now. */
  sealed interface Found {
    /** Nothing. */
    record Nothing() implements Found {}

    /**
     * Another report is needed.
     *
     * @param flows whether also the history of flows, which costs the venue much
     */
    record Unsure(boolean flows) implements Found {}

    /** This is put into the books. */
    record Certain(BalancesCompared event) implements Found {}
  }

  private static final Found NOTHING = new Found.Nothing();

  private record Report(MassReport said, long heardAt) {
    boolean isRipe(long now) {
      return now - heardAt >= SETTLED;
    }
  }

  /** One account. */
  private static final class Kept {
    private final List<Report> reports = new ArrayList<>();
    private int compared;
    private long askAt = Long.MIN_VALUE;
    private List<Money> told = List.of();
    private List<CashFlow> explained = List.of();

    void clear() {
      compared = reports.size();
      forgetCompared();
    }

    /** What is not compared yet stays. */
    void forgetCompared() {
      reports.subList(0, compared).clear();
      compared = 0;
      askAt = Long.MIN_VALUE;
    }

    /** Whether the next one can be compared. */
    boolean isDue(long now) {
      return reports.size() > compared && reports.get(compared).isRipe(now);
    }
  }

  private final TraderCore core;
  private final Map<AccountId, Kept> accounts = new TreeMap<>();

  BusyBalances(TraderCore core) {
    this.core = core;
  }

  /** The connection was lost: what is reported then is compared by itself. */
  void lost(AccountId account) {
    accounts.remove(account);
  }

  /**
   * A report is there and is not applied yet.
   *
   * @param applied whether it will be: then the books are compared with it, unless it is left
   */
  void heard(MassReport report, boolean applied, long now) {
    AccountId account = report.account();
    Kept kept = accounts.computeIfAbsent(account, id -> new Kept());
    boolean left = BusyAccounts.isLeft(core.state(), report, core.reconciliation(report, false));
    boolean over =
        core.state().isAccepting(account) || core.state().flags().differing().containsKey(account);
    if (over || (applied && !left)) {
      kept.clear();
    } else if (left || !kept.reports.isEmpty()) {
      keep(kept, report, now);
    }
  }

  private static void keep(Kept kept, MassReport report, long now) {
    int last = kept.reports.size() - 1;
    if (last < 0 || report.requestedAt() - APART > kept.reports.get(last).said().eventTime()) {
      kept.reports.add(new Report(report, now));
    }
  }

  /** Compares what is due. */
  Found look(AccountId account, long now) {
    Kept kept = accounts.get(account);
    if (kept == null || kept.reports.isEmpty()) {
      return NOTHING;
    }
    if (now - kept.reports.get(0).heardAt() > OLD) {
      kept.clear();
      return NOTHING;
    }
    if (kept.isDue(now)) {
      MassReport report = kept.reports.get(kept.compared).said();
      return BusyAccounts.isSettled(core.state(), report) ? compare(kept, report) : NOTHING;
    }
    boolean waits = kept.reports.size() > kept.compared;
    return waits || kept.compared == 0 || now < kept.askAt ? NOTHING : ask(kept, now);
  }

  /** The first question at once, the others more and more seldom. */
  private static Found ask(Kept kept, long now) {
    kept.askAt = now + Duration.ofSeconds(30).multipliedBy(kept.compared).toNanos();
    return new Found.Unsure(kept.compared == 1);
  }

  /**
   * Compares the newest, and those before it anew, back to one that agrees by now or says nothing
   * any more.
   */
  private Found compare(Kept kept, MassReport newest) {
    kept.compared++;
    List<Set<List<Money>>> all = new ArrayList<>();
    for (int each = kept.compared - 1; each >= 0; each--) {
      Optional<Set<List<Money>>> differences =
          BusyAccounts.differences(core.state(), kept.reports.get(each).said());
      boolean agrees = differences.isPresent() && differences.get().contains(List.<Money>of());
      if (agrees && all.isEmpty()) {
        return agrees(kept, newest);
      }
      if (agrees || differences.isEmpty()) {
        break;
      }
      all.add(differences.get());
    }
    return all.isEmpty() ? forget(kept) : judge(kept, newest, all);
  }

  private static Found forget(Kept kept) {
    kept.forgetCompared();
    return NOTHING;
  }

  private Found agrees(Kept kept, MassReport newest) {
    kept.forgetCompared();
    kept.told = List.of();
    boolean missed = !core.state().flags().shortage(newest.account()).isEmpty();
    return missed ? certain(newest, List.of(), "") : NOTHING;
  }

  private Found judge(Kept kept, MassReport newest, List<Set<List<Money>>> all) {
    while (kept.compared > all.size()) {
      kept.reports.remove(0);
      kept.compared--;
    }
    List<Money> common = kept.compared > 1 ? common(all) : List.of();
    if (!common.isEmpty()) {
      return differs(kept, newest, common);
    }
    if (kept.compared < MOST) {
      return NOTHING;
    }
    kept.forgetCompared();
    return certain(
        newest,
        List.of(),
        "balances of account "
            + newest.account()
            + " differ from what our executions explain, in "
            + MOST
            + " reports in a row and each time by another amount: somebody else may trade there");
  }

  private Found differs(Kept kept, MassReport newest, List<Money> common) {
    List<CashFlow> history = newest.history() == null ? List.of() : newest.history();
    boolean known =
        kept.told.equals(common)
            && kept.explained.equals(history)
            && !core.state().flags().shortage(newest.account()).isEmpty();
    kept.forgetCompared();
    kept.told = common;
    kept.explained = history;
    return known ? NOTHING : certain(newest, common, "");
  }

  private static Found certain(MassReport report, List<Money> differences, String unclear) {
    return new Found.Certain(
        new BalancesCompared(
            report.account(), differences, unclear, report.history(), report.eventTime()));
  }

  /**
   * What all reports had; empty for nothing, and if it cannot be said. Of equal executions in all
   * of them each makes a difference too, with two currencies at least: money from elsewhere is the
   * simplest. Nothing is taken for a gift that may be a loss.
   */
  private static List<Money> common(List<Set<List<Money>>> all) {
    Set<List<Money>> common = new LinkedHashSet<>(all.get(0));
    all.forEach(common::retainAll);
    List<List<Money>> simplest =
        common.stream().sorted(Comparator.comparingInt(List::size)).toList();
    boolean vague =
        simplest.size() > 1
            && (simplest.get(0).size() == simplest.get(1).size() || isGain(simplest.get(0)));
    return simplest.isEmpty() || vague ? List.of() : simplest.get(0);
  }

  private static boolean isGain(List<Money> difference) {
    return difference.stream().allMatch(each -> each.signum() > 0);
  }
}
