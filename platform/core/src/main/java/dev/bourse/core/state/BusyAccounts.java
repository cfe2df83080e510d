package dev.bourse.core.state;

import dev.bourse.api.event.AccountEvent.MassReport;
import dev.bourse.api.model.AccountId;
import dev.bourse.api.model.ClientOrderId;
import dev.bourse.api.model.Fill;
import dev.bourse.api.model.Money;
import dev.bourse.api.model.Order;
import dev.bourse.api.model.OrderStatus;
import dev.bourse.core.reconciliation.LateBalances;
import dev.bourse.core.reconciliation.Reconciliation;
import dev.bourse.core.reconciliation.Step;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** Accounts that trade while their venue reports: their balances can be compared only later. */
public final class BusyAccounts {
  private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

  private BusyAccounts() {}

  /**
   * Whether balances of a report say nothing yet: while a move or a flow is younger than it, or
   * while executions come that the stream is about to tell of as well.
   *
   * @param found what the report means for the books
   */
  public static boolean isUnderWay(TraderState state, MassReport report, Reconciliation found) {
    AccountId account = report.account();
    boolean counted = found.steps().stream().anyMatch(Step.Count.class::isInstance);
    boolean younger =
        state.ledger.all().stream()
            .anyMatch(
                order ->
                    order.account().equals(account)
                        && order.updatedAt() > report.requestedAt()
                        && mayHaveTraded(order));
    boolean flowed = state.flows.isHeardAfter(account, report.requestedAt());
    return (state.flags.account(account).reconciled() && counted) || younger || flowed;
  }

  /**
   * Whether what became of an order may have moved money. One that ended without an execution, or
   * that no venue ever had, did not; one that rests may have been executed, and the stream is about
   * to tell of it.
   */
  private static boolean mayHaveTraded(Order order) {
    boolean idle = order.status().isClosed() || order.status() == OrderStatus.EMULATED;
    return order.unknown() || order.filled().isPositive() || !idle;
  }

  /**
   * Whether the fold leaves a report's balances for later. It judges after it applied the report,
   * so what the report brings counts as well.
   *
   * @param found what the report means for the books
   */
  public static boolean isLeft(TraderState state, MassReport report, Reconciliation found) {
    boolean changes = found.steps().stream().anyMatch(step -> !(step instanceof Step.Prove));
    boolean moves = changes || !report.flows().isEmpty() || !report.made().isEmpty();
    return state.portfolio.knows(report.account())
        && state.portfolio.terms(report.account()).isEmpty()
        && (moves || isInDoubt(state, report.account()) || isUnderWay(state, report, found));
  }

  /**
   * Whether all is known that was executed until a report was there: no command of that time is
   * without its answer, and no execution is only inferred.
   */
  public static boolean isSettled(TraderState state, MassReport report) {
    AccountId account = report.account();
    boolean doubtful =
        state.doubts.all().stream()
            .filter(each -> isOf(state, each, account))
            .anyMatch(each -> state.doubts.since(each) <= report.eventTime() + SECOND);
    return !doubtful
        && state.provisional.keySet().stream().noneMatch(each -> isOf(state, each, account));
  }

  /** Whether a command for the account has no answer yet, so that nobody knows what moved in it. */
  static boolean isInDoubt(TraderState state, AccountId account) {
    return !state.doubts.isEmpty()
        && state.doubts.all().stream().anyMatch(each -> isOf(state, each, account));
  }

  private static boolean isOf(TraderState state, ClientOrderId id, AccountId account) {
    Order order = state.ledger.find(id);
    return order == null || order.account().equals(account);
  }

  /**
   * What the balances of an earlier report had more or less than our books, now that all is known
   * that was executed while it was made ({@link LateBalances}). Empty if it can never be said:
   * money came or went since, or executions of that time are not kept any more.
   */
  public static Optional<Set<List<Money>>> differences(TraderState state, MassReport report) {
    AccountId account = report.account();
    long young = LateBalances.youngest(report);
    if (state.fills.letGoUntil() >= young
        || state.flows.isHeardAfter(account, report.requestedAt() - SECOND)) {
      return Optional.empty();
    }
    List<Fill> fills =
        state.fills.all().stream()
            .filter(fill -> fill.account().equals(account) && !fill.provisional())
            .filter(fill -> fill.eventTime() >= young)
            .toList();
    return Optional.of(
        new LateBalances(state.portfolio.balances(account), fills, report).differences());
  }
}
