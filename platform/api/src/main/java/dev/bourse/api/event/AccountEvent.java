package dev.bourse.api.event;

import dev.bourse.api.model.AccountId;
import dev.bourse.api.model.AccountRights;
import dev.bourse.api.model.Balance;
import dev.bourse.api.model.ClientOrderId;
import dev.bourse.api.model.Fill;
import dev.bourse.api.model.Instrument;
import dev.bourse.api.model.MarginTerms;
import dev.bourse.api.model.Money;
import dev.bourse.api.model.OrderSpec;
import dev.bourse.api.model.PositionSide;
import dev.bourse.api.model.Price;
import dev.bourse.api.model.Quantity;
import java.util.List;
import org.jspecify.annotations.Nullable;

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
   * What the key of the account may do; told whenever the account connects.
   *
   * @param account the account
   * @param rights its rights
   * @param eventTime the adapter's time
   */
  record Rights(AccountId account, AccountRights rights, long eventTime) implements AccountEvent {}

  /**
   * Balances of an account that trades all the time, compared with the books when everything was
   * known that was executed while its venue reported them. Several reports had this difference, so
   * that no execution explains it. The engine makes it, no adapter does.
   *
   * @param account the account
   * @param differences what the venue has more than the books, by currency, negative for less;
   *     empty if it has what they have
   * @param unclear a sentence if reports differ again and again, each time by something else: then
   *     entries stop until a person accepts what the venue has; else empty
   * @param history the venue's history of flows, as of {@link MassReport}; null if it was not asked
   *     for, or did not answer
   * @param eventTime the venue's time of the balances
   */
  record BalancesCompared(
      AccountId account,
      List<Money> differences,
      String unclear,
      @Nullable List<CashFlow> history,
      long eventTime)
      implements AccountEvent {
    /** Keeps its own copies of the lists. */
    public BalancesCompared {
      differences = List.copyOf(differences);
      history = history == null ? null : List.copyOf(history);
    }
  }

  /**
   * What an account holds of one contract, as its venue counts it.
   *
   * @param instrument the contract
   * @param side long, short, or flat for one that is known to be closed
   * @param quantity the size, zero when flat
   * @param averagePrice what it was opened at on average, with any decimals; null if the venue does
   *     not say
   */
  record PositionReport(
      Instrument instrument, PositionSide side, Quantity quantity, @Nullable Price averagePrice) {
    /** Checks that the side fits the size. */
    public PositionReport {
      if ((side == PositionSide.FLAT) != quantity.isZero()) {
        throw new IllegalArgumentException(
            "position of " + instrument.id() + ": side=" + side + " does not fit size " + quantity);
      }
    }
  }

  /**
   * What a listed order does; without it an order that is not ours cannot be adopted.
   *
   * @param orderId the order
   * @param spec what it does
   * @param takenAt when the venue took it, the venue's time in nanoseconds; 0 if it does not say
   */
  record Described(ClientOrderId orderId, OrderSpec spec, long takenAt) {
    /** Of a venue that does not say when it took the order. */
    public Described(ClientOrderId orderId, OrderSpec spec) {
      this(orderId, spec, 0);
    }
  }

  /**
   * A full answer for reconciliation: everything the venue knows since the time asked for.
   *
   * @param account the account
   * @param openOrders every order that works there now; orders that ended since the time asked for
   *     may stand among them
   * @param fills every execution since the time asked for
   * @param balances all balances that are not zero
   * @param requestedAt when the request left, nanoseconds of the adapter's clock, which {@link
   *     ConnectionChanged} tells as well; later local changes are not contradicted by it, and what
   *     was asked for before the connection came up says nothing of what happened while it was down
   * @param eventTime the venue's time
   * @param made orders that the venue made itself since the time asked for; their fills are among
   *     {@code fills}
   * @param flows money that came or went without a trade since then
   * @param described what the listed orders do, as far as the venue says
   * @param positions what the account holds of contracts: one that is not listed is flat; null if
   *     the venue does not say
   * @param history flows as the venue's own history tells them, by other ids than its events have:
   *     they explain differences of balances and count for nothing else. Asked for before the
   *     balances; null if it was not asked for, or did not answer
   */
  record MassReport(
      AccountId account,
      List<OrderReport.Status> openOrders,
      List<Fill> fills,
      List<Balance> balances,
      long requestedAt,
      long eventTime,
      List<OrderReport.Made> made,
      List<CashFlow> flows,
      List<Described> described,
      @Nullable List<PositionReport> positions,
      @Nullable List<CashFlow> history)
      implements AccountEvent {
    /** From a venue whose history of flows was not asked for. */
    public MassReport(
        AccountId account,
        List<OrderReport.Status> openOrders,
        List<Fill> fills,
        List<Balance> balances,
        long requestedAt,
        long eventTime,
        List<OrderReport.Made> made,
        List<CashFlow> flows,
        List<Described> described,
        @Nullable List<PositionReport> positions) {
      this(
          account,
          openOrders,
          fills,
          balances,
          requestedAt,
          eventTime,
          made,
          flows,
          described,
          positions,
          null);
    }

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

    /** From a venue that says nothing of positions. */
    public MassReport(
        AccountId account,
        List<OrderReport.Status> openOrders,
        List<Fill> fills,
        List<Balance> balances,
        long requestedAt,
        long eventTime,
        List<OrderReport.Made> made,
        List<CashFlow> flows) {
      this(
          account,
          openOrders,
          fills,
          balances,
          requestedAt,
          eventTime,
          made,
          flows,
          List.of(),
          null);
    }

    /** Keeps its own copies of the lists. */
    public MassReport {
      openOrders = List.copyOf(openOrders);
      fills = List.copyOf(fills);
      balances = List.copyOf(balances);
      made = List.copyOf(made);
      flows = List.copyOf(flows);
      described = List.copyOf(described);
      positions = positions == null ? null : List.copyOf(positions);
      history = history == null ? null : List.copyOf(history);
    }

    /** The same, saying what the account holds of contracts. */
    public MassReport holding(@Nullable List<PositionReport> held) {
      return new MassReport(
          account,
          openOrders,
          fills,
          balances,
          requestedAt,
          eventTime,
          made,
          flows,
          described,
          held,
          history);
    }

    /** The same, with the venue's history of flows. */
    public MassReport remembering(@Nullable List<CashFlow> told) {
      return new MassReport(
          account,
          openOrders,
          fills,
          balances,
          requestedAt,
          eventTime,
          made,
          flows,
          described,
          positions,
          told);
    }

    /** The same, saying what the listed orders do. */
    public MassReport describing(List<Described> orders) {
      return new MassReport(
          account,
          openOrders,
          fills,
          balances,
          requestedAt,
          eventTime,
          made,
          flows,
          orders,
          positions,
          history);
    }
  }
}
