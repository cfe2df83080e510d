package dev.bourse.core.state;

import dev.bourse.api.event.AccountEvent.MassReport;
import dev.bourse.api.model.AccountId;
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

/** Accounts that trade while their venue reports: their balances can be compared only later. */
public final class BusyAccounts {
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
   * What the balances of an earlier report had more or less than our books, now that everything is
   * known that was executed while it was made ({@link LateBalances}). Empty if it cannot be said:
   * an order is of unknown fate, an execution is only inferred, money came or went since, or the
   * account holds contracts, whose executions move balances by what they realize.
   */
  public static Optional<Set<List<Money>>> differences(TraderState state, MassReport report) {
    AccountId account = report.account();
    boolean unsure =
        !state.doubts.isEmpty()
            || !state.provisional.isEmpty()
            || state.fills.letGoUntil() >= report.requestedAt() - LateBalances.CLOCKS
            || state.flows.isHeardAfter(account, report.requestedAt() - LateBalances.CLOCKS)
            || state.portfolio.terms(account).isPresent();
    if (unsure) {
      return Optional.empty();
    }
    List<Fill> young =
        state.fills.all().stream()
            .filter(fill -> fill.account().equals(account) && !fill.provisional())
            .filter(fill -> LateBalances.isYoung(fill, report))
            .filter(fill -> state.ledger.find(fill.orderId()) != null)
            .toList();
    return Optional.of(
        new LateBalances(state.portfolio.balances(account), young, report).differences());
  }
}
