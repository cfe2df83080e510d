package dev.bourse.api.event;

import dev.bourse.api.model.AccountId;
import dev.bourse.api.model.Balance;
import dev.bourse.api.model.Fill;
import dev.bourse.api.model.MarginTerms;
import dev.bourse.api.model.Money;
import java.util.List;

/** What a venue says about an account as a whole. */
public sealed interface AccountEvent extends VenueEvent {
  /** The account. */
  AccountId account();

  /** The venue's time in nanoseconds. */
  long eventTime();

  /**
   * Balances as the venue sees them; currencies that are not listed are unchanged.
   *
   * @param account the account
   * @param balances what the venue reports
   * @param eventTime the venue's time
   */
  record Balances(AccountId account, List<Balance> balances, long eventTime)
      implements AccountEvent {
    /** Keeps its own copy of the list. */
    public Balances {
      balances = List.copyOf(balances);
    }
  }

  /**
   * Money that came or went without a trade.
   *
   * @param account the account
   * @param id the venue's id of the flow; applied once
   * @param amount positive for a deposit
   * @param kind {@code deposit}, {@code withdrawal}, {@code transfer}, {@code rebate}, {@code
   *     funding}, {@code insurance} for a loss that the venue bears
   * @param eventTime the venue's time
   */
  record CashFlow(AccountId account, String id, Money amount, String kind, long eventTime)
      implements AccountEvent {}

  /**
   * The account holds contracts, on these terms. An account that never hears this is a cash
   * account.
   *
   * @param account the account
   * @param terms mode, model and leverage as the venue has them
   * @param eventTime the venue's time
   */
  record Terms(AccountId account, MarginTerms terms, long eventTime) implements AccountEvent {}

  /**
   * A full answer for reconciliation: everything the venue knows since the time asked for.
   *
   * @param account the account
   * @param openOrders every order that works there now
   * @param fills every execution since the time asked for
   * @param balances all balances that are not zero
   * @param requestedAt when the request left, nanoseconds; later local changes are not contradicted
   *     by it
   * @param eventTime the venue's time
   * @param made orders that the venue made itself since the time asked for; their fills are among
   *     {@code fills}
   * @param flows money that came or went without a trade since then
   */
  record MassReport(
      AccountId account,
      List<OrderReport.Status> openOrders,
      List<Fill> fills,
      List<Balance> balances,
      long requestedAt,
      long eventTime,
      List<OrderReport.Made> made,
      List<CashFlow> flows)
      implements AccountEvent {
    /** From a venue that made no orders and moved no money. */
    public MassReport(
        AccountId account,
        List<OrderReport.Status> openOrders,
        List<Fill> fills,
        List<Balance> balances,
        long requestedAt,
        long eventTime) {
      this(account, openOrders, fills, balances, requestedAt, eventTime, List.of(), List.of());
    }

    /** Keeps its own copies of the lists. */
    public MassReport {
      openOrders = List.copyOf(openOrders);
      fills = List.copyOf(fills);
      balances = List.copyOf(balances);
      made = List.copyOf(made);
      flows = List.copyOf(flows);
    }
  }
}
