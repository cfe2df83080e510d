package dev.bourse.core.state;

import dev.bourse.api.alert.Alert;
import dev.bourse.api.event.AccountEvent;
import dev.bourse.api.event.AccountEvent.CashFlow;
import dev.bourse.api.model.AccountId;
import dev.bourse.api.model.Balance;
import dev.bourse.api.model.Money;
import dev.bourse.core.reconciliation.Reconciliation;
import dev.bourse.core.reconciliation.Reconciliation.BalanceDifference;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Compares balances with a venue's. More than ours is unallocated: taken into the balance, never a
 * position. Less than ours stops entries until it is explained, or accepted. What the venue's
 * history of flows explains to the last digit is neither: it is booked as the flows that it was.
 */
final class BalanceFold {
  private final TraderState state;
  private final Effects effects;
  private final AccountFold accounts;

  BalanceFold(TraderState state, Effects effects, AccountFold accounts) {
    this.state = state;
    this.effects = effects;
    this.accounts = accounts;
  }

  /** The first report of an account is what everything later is compared with. */
  void begin(AccountEvent.MassReport report) {
    AccountId account = report.account();
    report.balances().forEach(each -> state.portfolio.total(account, each.total()));
    List<CashFlow> history = report.history();
    Set<String> listed = new TreeSet<>();
    if (history != null) {
      history.forEach(row -> listed.add(row.amount().currency().code()));
    }
    state.flows.agreed(account, report.eventTime());
    settled(Compared.of(report), listed, true);
  }

  void compare(AccountEvent.MassReport report, boolean accept) {
    if (BusyAccounts.isInDoubt(state, report.account()) && !accept) {
      return;
    }
    List<Balance> ours = state.portfolio.balances(report.account());
    apply(Compared.of(report), Reconciliation.balances(ours, report.balances()), accept);
  }

  /** What was found when all was known that was executed while the report was made. */
  void compared(AccountEvent.BalancesCompared event) {
    if (!event.unclear().isEmpty()) {
      state.flags.differing(event.account(), event.unclear());
      effects.note(Alert.Level.CRITICAL, event.unclear());
      return;
    }
    List<BalanceDifference> differences = new ArrayList<>();
    for (Balance each : state.portfolio.balances(event.account())) {
      event.differences().stream()
          .filter(more -> more.currency().code().equals(each.currency().code()))
          .forEach(
              more ->
                  differences.add(new BalanceDifference(each.total(), each.total().plus(more))));
    }
    apply(Compared.of(event), differences, false);
  }

  /**
   * What balances were compared with.
   *
   * @param history the venue's history of flows, null if it was not asked for
   * @param until the venue's time of the balances
   */
  private record Compared(AccountId account, @Nullable List<CashFlow> history, long until) {
    static Compared of(AccountEvent.MassReport report) {
      return new Compared(report.account(), report.history(), report.eventTime());
    }

    static Compared of(AccountEvent.BalancesCompared event) {
      return new Compared(event.account(), event.history(), event.eventTime());
    }
  }

  private void apply(Compared with, List<BalanceDifference> differences, boolean accept) {
    AccountId account = with.account();
    String shortage = "";
    Set<String> settled = new TreeSet<>();
    state.portfolio.balances(account).forEach(each -> settled.add(each.currency().code()));
    for (BalanceDifference each : differences) {
      List<CashFlow> history = with.history();
      List<CashFlow> flows =
          history == null ? List.of() : explaining(account, history, each.change());
      if (!flows.isEmpty()) {
        flows.forEach(flow -> book(flow, with.until()));
      } else if (each.isShort() && !accept) {
        shortage = shortage(account, each);
        settled.remove(each.ours().currency().code());
      } else {
        take(account, each, with.until());
      }
    }
    settled(with, settled, shortage.isEmpty());
    tell(account, shortage);
  }

  /** The flows that make a difference: of those that did not count yet. */
  List<CashFlow> explaining(AccountId account, List<CashFlow> history, Money difference) {
    List<CashFlow> fresh = history.stream().filter(row -> !state.cashFlows.has(row)).toList();
    return state.flows.explaining(account, fresh, difference);
  }

  private void book(CashFlow flow, long until) {
    if (accounts.book(flow)) {
      state.flows.booked(flow, until);
      boolean out = flow.amount().signum() < 0;
      effects.note(
          out ? Alert.Level.WARNING : Alert.Level.INFO,
          "account "
              + flow.account()
              + ": the venue's history tells of a "
              + flow.kind()
              + " of "
              + flow.amount()
              + ", "
              + flow.id()
              + ", that nobody here heard of; it makes the difference and is booked");
    }
  }

  private void take(AccountId account, BalanceDifference each, long until) {
    state.portfolio.total(account, each.theirs());
    state.flows.taken(account, each.change(), until);
    accounts.moved(account, each.change());
    effects.note(Alert.Level.WARNING, each.isShort() ? taken(account, each) : rest(account, each));
  }

  /** What the history lists of the currencies that agree now is in the books. */
  private void settled(Compared with, Set<String> settled, boolean all) {
    List<CashFlow> history = with.history();
    if (history != null) {
      settled.forEach(each -> state.flows.settled(with.account(), each, history));
    }
    if (all) {
      state.flows.agreed(with.account(), with.until());
    }
  }

  private void tell(AccountId account, String shortage) {
    if (!shortage.equals(state.flags.shortage(account))) {
      state.flags.shortage(account, shortage);
      if (!shortage.isEmpty()) {
        effects.note(Alert.Level.CRITICAL, shortage);
      }
    }
  }

  private static String shortage(AccountId account, BalanceDifference each) {
    return "account "
        + account
        + " holds "
        + each.theirs()
        + " but our fills explain "
        + each.ours()
        + ": entries stop until this is explained";
  }

  private static String taken(AccountId account, BalanceDifference each) {
    return "account "
        + account
        + " holds "
        + each.theirs()
        + ", less than the "
        + each.ours()
        + " that our fills explain: accepted by a person";
  }

  private static String rest(AccountId account, BalanceDifference each) {
    return "account "
        + account
        + " holds "
        + each.theirs()
        + ", more than the "
        + each.ours()
        + " that our fills explain: the rest is unallocated and never sold";
  }
}
