package dev.bourse.core.state;

import dev.bourse.api.alert.Alert;
import dev.bourse.api.event.OrderReport;
import dev.bourse.api.event.TimerEvent;
import dev.bourse.core.reconciliation.OtherInstance;
import dev.bourse.core.reconciliation.OtherInstance.Verdict;
import java.util.concurrent.TimeUnit;

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
   * report it is not known whether our own store was lost.
   */
  private void alone(OrderReport report) {
    if (!state.portfolio.knows(report.account())) {
      return;
    }
    Verdict verdict =
        OtherInstance.told(
            state.settings.trader(), state.epoch, state.nextOrder, state.begin, report);
    switch (verdict.weight()) {
      case NOTHING -> {}
      case FORMER -> effects.note(Alert.Level.INFO, verdict.sentence());
      case PERHAPS -> doubted(verdict.sentence());
      case PROVEN -> proven(report, verdict.sentence());
    }
  }

  /** Its fills are kept in mind: each of them stops entries once. */
  private void proven(OrderReport report, String other) {
    boolean known = report instanceof OrderReport.Filled filled && !state.fills.add(filled.fill());
    if (!known && !state.flags.isHalted()) {
      state.flags.halted(other);
      effects.note(Alert.Level.CRITICAL, other);
    }
  }

  /**
   * Nobody can tell yet: entries stop for as long as a venue may take to show what it knows. Who
   * trades beside us shows himself with an order that is younger; each one that is as old as this
   * makes the wait begin anew.
   */
  private void doubted(String sentence) {
    long wait = state.settings.settle();
    String whole =
        sentence + "; entries stop for " + TimeUnit.NANOSECONDS.toSeconds(wait) + " s until then";
    state.flags.doubted(whole);
    state.engineTimers.set(TimerEvent.ENGINE, EventFold.ALONE, state.time + wait);
    effects.note(Alert.Level.WARNING, whole);
  }
}
