package dev.bourse.core.reconciliation;

import dev.bourse.api.event.AccountEvent;
import dev.bourse.api.trader.Discrepancy;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What differs between our balances and those of a report, and what becomes of each difference: the
 * venue's history of flows explains it, or too little stops entries and the rest is unallocated.
 */
record BalanceCheck(LocalBooks local, AccountEvent.MassReport report, boolean accept) {
  List<Discrepancy> discrepancies() {
    return Reconciliation.balances(local.balances(), report.balances()).stream()
        .map(this::discrepancy)
        .toList();
  }

  private Discrepancy discrepancy(Reconciliation.BalanceDifference each) {
    return new Discrepancy(
        report.account(),
        "balance " + each.ours().currency(),
        each.ours().toString(),
        each.theirs().toString(),
        action(each));
  }

  private String action(Reconciliation.BalanceDifference difference) {
    List<AccountEvent.CashFlow> history = report.history();
    List<AccountEvent.CashFlow> flows =
        history == null ? List.of() : local.flows().apply(history, difference.change());
    if (!flows.isEmpty()) {
      return flows.stream()
          .map(flow -> flow.kind() + " of " + flow.amount())
          .collect(Collectors.joining(", ", "booked: ", ""));
    }
    String refused = accept ? "taken over" : "not explained: entries stop";
    return difference.isShort() ? refused : "the rest is unallocated";
  }
}
