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
  /** One wish, the accounts whose reports it still waits for, and what was found so far. */
  private record Wish(
      ReconcileMode mode,
      CompletableFuture<List<Discrepancy>> answer,
      Set<AccountId> open,
      List<Discrepancy> found) {}

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
    wishes.add(new Wish(mode, answer, new TreeSet<>(accounts), new ArrayList<>()));
  }

  /** Whether somebody waits for a report of the account. */
  boolean isAwaited(AccountId account) {
    return wishes.stream()
        .anyMatch(wish -> !wish.answer().isDone() && wish.open().contains(account));
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
      } else if (wish.open().remove(report.account())) {
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
