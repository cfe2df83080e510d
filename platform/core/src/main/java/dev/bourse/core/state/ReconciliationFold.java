package dev.bourse.core.state;

import dev.bourse.api.alert.Alert;
import dev.bourse.api.event.AccountEvent;
import dev.bourse.api.event.OrderReport;
import dev.bourse.api.model.AccountId;
import dev.bourse.api.model.Fill;
import dev.bourse.api.model.InstrumentId;
import dev.bourse.api.model.MarginTerms;
import dev.bourse.api.model.Order;
import dev.bourse.api.model.OrderChange;
import dev.bourse.api.model.OrderStatus;
import dev.bourse.api.model.Side;
import dev.bourse.api.trace.TurnResult;
import dev.bourse.core.ledger.LetGoFills;
import dev.bourse.core.ledger.Provisional;
import dev.bourse.core.reconciliation.LocalBooks;
import dev.bourse.core.reconciliation.Reconciliation;
import dev.bourse.core.reconciliation.Step;
import dev.bourse.core.risk.RiskGate;
import dev.bourse.core.status.TraderFlags;
import java.util.List;
import java.util.Optional;

/** Applies what {@link Reconciliation} finds. */
final class ReconciliationFold {
  private final TraderState state;
  private final Effects effects;
  private final OrderFold orders;
  private final AccountFold accounts;
  private final BalanceFold balances;

  ReconciliationFold(TraderState state, Effects effects, OrderFold orders, AccountFold accounts) {
    this.state = state;
    this.effects = effects;
    this.orders = orders;
    this.accounts = accounts;
    this.balances = new BalanceFold(state, effects, accounts);
  }

  void apply(AccountEvent.MassReport report) {
    AccountId account = report.account();
    boolean known = state.portfolio.knows(account);
    Long accepted = state.accepting.get(account);
    boolean accept = accepted != null && accepted <= report.requestedAt();
    if (accept) {
      state.accepting.remove(account);
    }
    Reconciliation found = found(report, accept);
    found.notes().forEach(note -> effects.note(note.level(), note.text()));
    alone(found.otherInstance());
    if (!found.failure().isEmpty()) {
      refused(account, found.failure());
      return;
    }
    state.compared.add(account);
    if (!known) {
      accounts.begin(report);
    }
    report.made().forEach(accounts::made);
    found.steps().forEach(this::step);
    report.flows().forEach(accounts::flow);
    if (!found.differing().isEmpty() || accept) {
      state.flags.differing(account, accept ? "" : found.differing());
    }
    if (!known) {
      balances.begin(report);
    } else if (accept || !BusyAccounts.isUnderWay(state, report, found)) {
      balances.compare(report, accept);
    }
    TraderFlags.AccountFlags before = state.flags.account(account);
    state.flags.account(account, new TraderFlags.AccountFlags(before.connected(), true, ""));
  }

  /** Whoever else trades with our name is told of, also by a report that cannot be taken. */
  private void alone(String otherInstance) {
    if (!otherInstance.isEmpty() && !state.flags.isHalted()) {
      state.flags.halted(otherInstance);
      effects.note(Alert.Level.CRITICAL, otherInstance);
    }
  }

  void compared(AccountEvent.BalancesCompared event) {
    balances.compared(event);
  }

  /** A report that cannot be taken changes nothing: the account waits for a better one. */
  private void refused(AccountId account, String failure) {
    TraderFlags.AccountFlags before = state.flags.account(account);
    if (before.reconciled() || !before.detail().equals(failure)) {
      effects.note(
          Alert.Level.CRITICAL,
          "account "
              + account
              + " could not be reconciled: "
              + failure
              + "; trader:reconcile shows all differences");
    }
    state.flags.account(account, new TraderFlags.AccountFlags(before.connected(), false, failure));
  }

  /** What the report would do now. */
  Reconciliation found(AccountEvent.MassReport report, boolean accept) {
    boolean start = !state.compared.contains(report.account());
    if (start && !accept && !state.settings.reconcile().atStart()) {
      return Reconciliation.none(
          new TurnResult.Noted(
              Alert.Level.INFO,
              "account "
                  + report.account()
                  + ": orders, fills and positions were not compared at the start, as configured"));
    }
    return Reconciliation.of(local(report), report, state.settings.reconcile(), accept);
  }

  private void step(Step step) {
    if (step instanceof Step.Adopt adopt) {
      adopt(adopt.order(), adopt.shared());
    } else if (step instanceof Step.Remember remember) {
      state.fills.add(remember.fill());
    } else if (step instanceof Step.Count count) {
      Order order = state.ledger.find(count.fill().orderId());
      if (order != null) {
        orders.fill(order, count.fill());
      }
    } else if (step instanceof Step.Change change) {
      changed(change.status());
    } else if (step instanceof Step.Prove prove) {
      Order order = state.ledger.find(prove.status().orderId());
      if (order != null) {
        orders.status(order, prove.status());
      }
    } else if (step instanceof Step.Ask ask) {
      Order order = state.ledger.find(ask.order());
      if (order != null && order.isLive() && !isUnsent(order)) {
        orders.unlisted(order);
      }
    }
  }

  private void changed(OrderReport.Status status) {
    OrderChange terms = status.terms();
    String number = status.venueOrderId();
    if (terms != null && number != null) {
      orders.report(
          new OrderReport.Updated(
              status.account(), status.orderId(), number, terms, status.eventTime()));
    }
  }

  /** No venue lists what waits here for it. */
  private static boolean isUnsent(Order order) {
    boolean decided =
        order.status() == OrderStatus.INITIALIZED || order.status() == OrderStatus.RELEASED;
    return decided && !order.unknown();
  }

  private void adopt(Order order, boolean shared) {
    if (isFormerSale(order)) {
      state.formerSales.add(AccountFold.key(order.account(), order.id()));
    }
    if (state.ledger.find(order.id()) == null) {
      state.ledger.add(RiskGate.recorded(new TurnResult.OrderApproved(order, "", List.of())));
      effects.changed(order);
    }
    if (shared) {
      state.venueOrders.add(AccountFold.key(order.account(), order.id()));
    }
  }

  private LocalBooks local(AccountEvent.MassReport report) {
    AccountId account = report.account();
    LetGoFills letGo = new LetGoFills(state.fills, state.provisional::get);
    return new LocalBooks(
        state.settings.trader(),
        state.epoch,
        state.nextOrder,
        state.begin,
        state.time,
        !state.portfolio.knows(account),
        state.ledger.live().stream().filter(order -> order.account().equals(account)).toList(),
        id -> Optional.ofNullable(state.ledger.find(id)),
        fill -> counted(fill, letGo),
        id -> Optional.ofNullable(state.provisional.get(id)).map(Provisional::quantity),
        state.portfolio.balances(account),
        state.portfolio.open().stream().filter(each -> each.account().equals(account)).toList(),
        instrument -> changedAt(account, instrument),
        state.portfolio.terms(account).map(MarginTerms::hedged).orElse(false),
        state.market::referencePrice,
        state.market::quoted,
        (history, difference) -> balances.explaining(account, history, difference));
  }

  /**
   * Whether an order that was found sells coins: those of a store that was lost, or of the user,
   * are in no position.
   */
  private static boolean isFormerSale(Order order) {
    return order.spec().instrument().isSpot() && order.spec().side() == Side.SELL;
  }

  /** A report may tell of what was counted so long ago that it is not kept any more. */
  private Optional<Fill> counted(Fill fill, LetGoFills letGo) {
    Fill kept = state.fills.find(fill);
    Order order = kept == null ? state.ledger.find(fill.orderId()) : null;
    boolean old = order != null && letGo.has(order, fill);
    return Optional.ofNullable(old ? fill : kept);
  }

  /** A position is not compared while what is under way may be the reason. */
  private long changedAt(AccountId account, InstrumentId instrument) {
    long last = Long.MIN_VALUE;
    for (Order order : state.ledger.all()) {
      if (order.account().equals(account) && order.spec().instrument().id().equals(instrument)) {
        boolean unproven = order.unknown() || order.status() == OrderStatus.SUBMITTED;
        last = unproven ? Long.MAX_VALUE : Math.max(last, order.updatedAt());
      }
    }
    return last;
  }
}
