package dev.bourse.api.event;

import dev.bourse.api.model.AccountId;
import dev.bourse.api.model.Balance;
import dev.bourse.api.model.Fill;
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
   *     funding}
   * @param eventTime the venue's time
   */
  record CashFlow(AccountId account, String id, Money amount, String kind, long eventTime)
      implements AccountEvent {}

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
   */
  record MassReport(
      AccountId account,
      List<OrderReport.Status> openOrders,
      List<Fill> fills,
      List<Balance> balances,
      long requestedAt,
      long eventTime)
      implements AccountEvent {
    /** Keeps its own copies of the lists. */
    public MassReport {
      openOrders = List.copyOf(openOrders);
      fills = List.copyOf(fills);
      balances = List.copyOf(balances);
    }
  }
}
