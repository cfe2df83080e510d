package dev.bourse.engine.loop;

import dev.bourse.api.event.AccountEvent;
import dev.bourse.api.model.AccountId;
import dev.bourse.api.trader.Discrepancy;
import dev.bourse.api.trader.ReconcileMode;
import dev.bourse.core.TraderCore;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;

/** Who waits to hear what differs between the books and the venues. Loop only, but the futures. */
final class Comparing {
  /**
   * One wish and since when it is there, the accounts whose reports it still waits for, and what
   * was found so far. A report that was asked for before is not meant.
   */
  private record Wish(
      ReconcileMode mode,
      long since,
      CompletableFuture<List<Discrepancy>> answer,
      Set<AccountId> open,
      List<Discrepancy> found) {
    boolean waitsFor(AccountEvent.MassReport report) {
      return !answer.isDone() && open.contains(report.account());
    }

    boolean isServedBy(AccountEvent.MassReport report) {
      return waitsFor(report) && report.requestedAt() >= since;
    }
  }

  private final TraderCore core;
  private final List<Wish> wishes = new ArrayList<>();

  Comparing(TraderCore core) {
    this.core = core;
  }

  /** Somebody waits for the next report of each of these accounts. */
  void await(
      ReconcileMode mode,
      Collection<AccountId> accounts,
      CompletableFuture<List<Discrepancy>> answer) {
    wishes.add(new Wish(mode, core.time(), answer, new TreeSet<>(accounts), new ArrayList<>()));
  }

  /** Whether somebody waits for this report. */
  boolean isAwaited(AccountEvent.MassReport report) {
    return wishes.stream().anyMatch(wish -> wish.isServedBy(report));
  }

  /** Whether somebody waits for a report of this account, and this one was asked for before. */
  boolean isTooOld(AccountEvent.MassReport report) {
    return wishes.stream().anyMatch(wish -> wish.waitsFor(report) && !wish.isServedBy(report));
  }

  /** What is said of an account now holds no more: nothing was compared, nothing accepted. */
  void lost(AccountId account) {
    String reason =
        "account " + account + " lost its connection before it was compared: ask once it is back";
    wishes.stream()
        .filter(wish -> wish.open().contains(account))
        .forEach(wish -> wish.answer().completeExceptionally(new IllegalStateException(reason)));
    wishes.removeIf(wish -> wish.answer().isDone());
  }

  /**
   * A report is there and not applied yet. True if it was asked for only to be looked at: then it
   * must not be applied.
   */
  boolean isOnlyLookedAt(AccountEvent.MassReport report) {
    boolean looks = false;
    boolean applies = false;
    for (Iterator<Wish> each = wishes.iterator(); each.hasNext(); ) {
      Wish wish = each.next();
      if (wish.answer().isDone()) {
        each.remove();
      } else if (wish.isServedBy(report) && wish.open().remove(report.account())) {
        boolean accept = wish.mode() == ReconcileMode.ACCEPT;
        wish.found().addAll(core.reconciliation(report, accept).discrepancies());
        looks |= wish.mode() == ReconcileMode.LOOK;
        applies |= wish.mode() != ReconcileMode.LOOK;
        if (wish.open().isEmpty()) {
          each.remove();
          wish.answer().complete(List.copyOf(wish.found()));
        }
      }
    }
    return looks && !applies;
  }

  /** Nobody will answer any more. */
  void fail(String reason) {
    wishes.forEach(wish -> wish.answer().completeExceptionally(new IllegalStateException(reason)));
    wishes.clear();
  }
}
