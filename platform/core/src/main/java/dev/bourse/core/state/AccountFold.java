package dev.bourse.core.state;

import dev.bourse.api.alert.Alert;
import dev.bourse.api.event.AccountEvent;
import dev.bourse.api.event.OrderReport;
import dev.bourse.api.model.AccountId;
import dev.bourse.api.model.AccountRights;
import dev.bourse.api.model.Fill;
import dev.bourse.api.model.Instrument;
import dev.bourse.api.model.Money;
import dev.bourse.api.model.Order;
import dev.bourse.api.model.OrderSpec;
import dev.bourse.api.model.OrderStatus;
import dev.bourse.api.model.Position;
import dev.bourse.api.model.PositionId;
import dev.bourse.api.model.PositionSide;
import dev.bourse.api.model.Quantity;
import dev.bourse.api.model.Side;
import dev.bourse.api.model.StrategyId;
import dev.bourse.api.trace.TurnResult;
import dev.bourse.core.portfolio.FlowBook;
import dev.bourse.core.risk.RiskGate;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How a venue changes an account by itself. Each flow and each order counts once. */
final class AccountFold {
  private final TraderState state;
  private final Effects effects;

  AccountFold(TraderState state, Effects effects) {
    this.state = state;
    this.effects = effects;
  }

  /**
   * What an account's first report tells is in its balances already, which are the baseline. A
   * position of a contract is in no balance, so nobody may believe that there is none where the
   * venue does not say what it holds.
   */
  void begin(AccountEvent.MassReport report) {
    report.made().forEach(made -> state.venueOrders.add(key(made.account(), made.orderId())));
    report.flows().forEach(flow -> state.cashFlows.add(flow));
    if (report.positions() != null) {
      return;
    }
    String contracts =
        report.fills().stream()
            .map(Fill::instrument)
            .filter(instrument -> !instrument.isSpot())
            .map(instrument -> instrument.id().toString())
            .distinct()
            .sorted()
            .collect(Collectors.joining(", "));
    if (!contracts.isEmpty()) {
      effects.note(
          Alert.Level.CRITICAL,
          "account "
              + report.account()
              + " traded "
              + contracts
              + " before this trader's records begin: a position that is left of it is not known"
              + " here and nobody watches it; look at the venue and close it there");
    }
  }

  static String key(AccountId account, Object id) {
    return account + "\n" + id;
  }

  void terms(AccountEvent.Terms event) {
    state.portfolio.terms(event.account(), event.terms());
  }

  /** A connection that comes and goes says the same again: people hear of it once in a start. */
  void rights(AccountEvent.Rights event) {
    AccountRights before = state.rights.put(event.account(), event.rights());
    if (event.rights().mayWithdraw() && !event.rights().equals(before)) {
      effects.note(
          Alert.Level.WARNING,
          "the key of account "
              + event.account()
              + " MAY WITHDRAW MONEY, which trading does not need: make a key without that right");
    }
  }

  /** An event tells of a flow; a report may have brought it before. */
  void flow(AccountEvent.CashFlow flow) {
    boolean fresh = !state.cashFlows.has(flow);
    if (fresh && isOutside(flow) && !state.flows.told(flow, state.time)) {
      state.cashFlows.add(flow);
      effects.note(
          Alert.Level.INFO,
          "the "
              + flow.kind()
              + " of "
              + flow.amount()
              + " on account "
              + flow.account()
              + " is in its balance since a report: it is not counted again");
    } else {
      book(flow);
    }
  }

  /**
   * A flow counts, though not before its account's first report, which has it in its balances;
   * false if it did already.
   */
  boolean book(AccountEvent.CashFlow flow) {
    boolean fresh = state.cashFlows.add(flow);
    if (fresh && state.portfolio.knows(flow.account())) {
      state.portfolio.flow(new FlowBook.Flowed(flow.account(), flow.kind(), flow.amount()));
      if (isOutside(flow)) {
        moved(flow.account(), flow.amount());
      }
    }
    return fresh;
  }

  /** What trading brings and costs is gain and loss, all else is not. */
  private static boolean isOutside(AccountEvent.CashFlow flow) {
    return switch (flow.kind()) {
      case "deposit", "withdrawal", "transfer" -> true;
      default -> false;
    };
  }

  /** Money from outside, or to it, is neither gain nor loss. */
  void moved(AccountId account, Money amount) {
    state.breakers.flowed(
        account, amount, wanted -> AccountEquity.worth(state, account, amount, wanted));
  }

  /**
   * An order of the venue stands with whoever holds most of what it closes; what it executes is
   * shared by all who hold it ({@link LiquidationShares}). It is never foreign: it counts, people
   * hear of it, and entries stop until somebody says otherwise.
   */
  void made(OrderReport.Made made) {
    if (!state.venueOrders.add(key(made.account(), made.orderId()))) {
      return;
    }
    Order order = order(made);
    state.ledger.add(RiskGate.recorded(new TurnResult.OrderApproved(order, "", List.of())));
    effects.changed(order);
    stop(made);
  }

  private Order order(OrderReport.Made made) {
    Position most = most(made.account(), made.spec());
    OrderSpec spec = made.spec().forPosition(most == null ? PositionId.NETTED : most.id());
    Instrument instrument = spec.instrument();
    return new Order(
        made.orderId(),
        made.account(),
        most == null ? StrategyId.MANUAL : most.strategy(),
        spec,
        OrderStatus.ACCEPTED,
        false,
        made.orderId().value(),
        Quantity.zero(instrument.quantityDecimals()),
        instrument.settlement().zero(),
        false,
        state.market.referencePrice(instrument.id()).orElse(null),
        state.time,
        state.time,
        made.cause() + ": " + made.reason());
  }

  private void stop(OrderReport.Made made) {
    OrderSpec spec = made.spec();
    String what =
        made.cause()
            + " on account "
            + made.account()
            + ": the venue made order "
            + made.orderId()
            + ", "
            + spec.side()
            + " "
            + spec.quantity()
            + " "
            + spec.instrument().id()
            + ": "
            + made.reason();
    state.flags.liquidated(what);
    effects.note(Alert.Level.CRITICAL, what + "; entries stop until trader:resume");
  }

  /** The greatest position that the order closes; null for none. */
  private @Nullable Position most(AccountId account, OrderSpec spec) {
    PositionSide closes = spec.side() == Side.SELL ? PositionSide.LONG : PositionSide.SHORT;
    Position most = null;
    for (Position each : state.portfolio.open()) {
      boolean closed =
          each.account().equals(account)
              && each.instrument().id().equals(spec.instrument().id())
              && each.side() == closes;
      if (closed && (most == null || each.quantity().compareTo(most.quantity()) > 0)) {
        most = each;
      }
    }
    return most;
  }
}
