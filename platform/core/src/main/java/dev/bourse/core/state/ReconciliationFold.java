package dev.bourse.core.state;

import dev.bourse.api.alert.Alert;
import dev.bourse.api.event.AccountEvent;
import dev.bourse.api.event.OrderReport;
import dev.bourse.api.model.AccountId;
import dev.bourse.api.model.Balance;
import dev.bourse.api.model.ClientOrderId;
import dev.bourse.api.model.Fill;
import dev.bourse.api.model.Order;
import dev.bourse.core.reconciliation.LocalBooks;
import dev.bourse.core.reconciliation.Reconciliation;
import dev.bourse.core.reconciliation.Reconciliation.BalanceDifference;
import dev.bourse.core.status.TraderFlags;
import java.util.List;
import java.util.Optional;

/** Applies what {@link Reconciliation} finds. */
final class ReconciliationFold {
  private final TraderState state;
  private final Effects effects;
  private final OrderFold orders;
  private final AccountFold accounts;

  ReconciliationFold(TraderState state, Effects effects, OrderFold orders, AccountFold accounts) {
    this.state = state;
    this.effects = effects;
    this.orders = orders;
    this.accounts = accounts;
  }

  void apply(AccountEvent.MassReport report) {
    boolean known = state.portfolio.knows(report.account());
    Reconciliation found = Reconciliation.of(local(report.account()), report);
    found.notes().forEach(note -> effects.note(Alert.Level.INFO, note));
    if (!known) {
      accounts.begin(report);
    }
    for (Fill fill : found.fills()) {
      report.made().stream()
          .filter(made -> made.orderId().equals(fill.orderId()))
          .forEach(accounts::made);
      Order order = state.ledger.find(fill.orderId());
      if (order != null) {
        orders.fill(order, fill);
      }
    }
    report.made().forEach(accounts::made);
    report.flows().forEach(accounts::flow);
    for (OrderReport.Status status : found.statuses()) {
      Order order = state.ledger.find(status.orderId());
      if (order != null) {
        orders.status(order, status);
      }
    }
    for (ClientOrderId id : found.missing()) {
      Order order = state.ledger.find(id);
      if (order != null && order.isLive()) {
        orders.doubt(order, "the venue does not list it as open");
      }
    }
    if (!found.otherInstance().isEmpty()) {
      state.flags.halted(found.otherInstance());
      effects.note(Alert.Level.CRITICAL, found.otherInstance());
    }
    compare(report.account(), report.balances(), true);
    TraderFlags.AccountFlags before = state.flags.account(report.account());
    state.flags.account(
        report.account(), new TraderFlags.AccountFlags(before.connected(), true, ""));
  }

  private LocalBooks local(AccountId account) {
    return new LocalBooks(
        state.settings.trader(),
        state.epoch,
        state.nextOrder,
        state.ledger.live().stream().filter(order -> order.account().equals(account)).toList(),
        id -> Optional.ofNullable(state.ledger.find(id)),
        state.portfolio.balances(account));
  }

  /**
   * Compares balances; the first report is the baseline. More than ours is unallocated: taken into
   * the balance, never a position. Less than ours stops entries until it is explained.
   */
  void compare(AccountId account, List<Balance> venue, boolean complete) {
    if (!state.portfolio.knows(account)) {
      venue.forEach(each -> state.portfolio.total(account, each.total()));
      return;
    }
    boolean settled = state.doubts.isEmpty();
    if (!complete || !settled) {
      return;
    }
    String shortage = "";
    for (BalanceDifference each : Reconciliation.balances(local(account), venue)) {
      if (each.isShort()) {
        shortage =
            "account "
                + account
                + " holds "
                + each.theirs()
                + " but our fills explain "
                + each.ours()
                + ": entries stop until this is explained";
      } else {
        state.portfolio.total(account, each.theirs());
        effects.note(
            Alert.Level.WARNING,
            "account "
                + account
                + " holds "
                + each.theirs()
                + ", more than the "
                + each.ours()
                + " that our fills explain: the rest is unallocated and never sold");
      }
    }
    if (!shortage.equals(state.flags.unexplained())) {
      state.flags.unexplained(shortage);
      if (!shortage.isEmpty()) {
        effects.note(Alert.Level.CRITICAL, shortage);
      }
    }
  }
}
