package dev.bourse.core.state;

import dev.bourse.api.alert.Alert;
import dev.bourse.api.event.OrderReport;
import dev.bourse.core.reconciliation.OtherInstance;

/** What venues tell of orders that the ledger does not hold: somebody else's, or long closed. */
record Strangers(TraderState state, Effects effects) {
  void heard(OrderReport report) {
    if (state.ledger.find(report.orderId()) != null) {
      return;
    }
    alone(report);
    if (report instanceof OrderReport.Filled filled) {
      effects.note(
          Alert.Level.WARNING,
          "account "
              + report.account()
              + ": fill "
              + filled.fill().fillId()
              + " of order "
              + report.orderId()
              + ", which is not ours, was ignored; balances are compared instead");
    }
  }

  /**
   * Another process with our name stops entries at once: reports may be far apart. Until the first
   * report it is not known whether our own store was lost. Its fills are kept in mind: each of them
   * stops entries once.
   */
  private void alone(OrderReport report) {
    if (!state.portfolio.knows(report.account())) {
      return;
    }
    String other =
        OtherInstance.told(state.settings.trader(), state.epoch, state.nextOrder, report);
    boolean known =
        !other.isEmpty()
            && report instanceof OrderReport.Filled filled
            && !state.fills.add(filled.fill());
    if (!other.isEmpty() && !known && !state.flags.isHalted()) {
      state.flags.halted(other);
      effects.note(Alert.Level.CRITICAL, other);
    }
  }
}
