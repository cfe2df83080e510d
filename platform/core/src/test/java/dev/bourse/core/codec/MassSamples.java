package dev.bourse.core.codec;

import static dev.bourse.core.Fixture.ACCOUNT;
import static dev.bourse.core.Fixture.BTCUSD;
import static dev.bourse.core.Fixture.USD;

import dev.bourse.api.event.AccountEvent;
import dev.bourse.api.event.OrderReport;
import dev.bourse.api.model.ClientOrderId;
import dev.bourse.api.model.Fill;
import dev.bourse.api.model.Money;
import dev.bourse.api.model.OrderSpec;
import dev.bourse.api.model.PositionSide;
import dev.bourse.api.model.Price;
import dev.bourse.api.model.Quantity;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reports of venues that say what is held of contracts. */
final class MassSamples {
  private MassSamples() {}

  /** Nothing is held, which is not the same as nothing said. */
  static AccountEvent.MassReport flat() {
    return new AccountEvent.MassReport(ACCOUNT, List.of(), List.of(), List.of(), 3, 4)
        .holding(List.of());
  }

  /** All that can be said. */
  static AccountEvent.MassReport whole(OrderReport.Status status, Fill fill, OrderSpec spec) {
    return new AccountEvent.MassReport(ACCOUNT, List.of(status), List.of(fill), List.of(), 3, 4)
        .describing(List.of(new AccountEvent.Described(status.orderId(), spec)))
        .holding(
            List.of(
                new AccountEvent.PositionReport(
                    BTCUSD, PositionSide.SHORT, Quantity.of("5"), Price.of("100.123456")),
                new AccountEvent.PositionReport(
                    BTCUSD, PositionSide.FLAT, Quantity.of("0"), null)));
  }

  /** It says when it took one of the orders. */
  static AccountEvent.MassReport dated(OrderReport.Status status, OrderSpec spec) {
    return new AccountEvent.MassReport(ACCOUNT, List.of(status), List.of(), List.of(), 3, 4)
        .describing(
            List.of(
                new AccountEvent.Described(status.orderId(), spec, 2),
                new AccountEvent.Described(new ClientOrderId("x"), spec)));
  }

  /** With the venue's history of flows. */
  static AccountEvent.MassReport remembering() {
    AccountEvent.CashFlow flow =
        new AccountEvent.CashFlow(ACCOUNT, "d-1", Money.of("5", USD), "deposit", 2);
    return flat().remembering(List.of(flow));
  }

  /** Balances that were compared later. */
  static AccountEvent.BalancesCompared compared(@Nullable List<AccountEvent.CashFlow> history) {
    return new AccountEvent.BalancesCompared(
        ACCOUNT, List.of(Money.of("-5", USD)), "unclear", history, 4);
  }
}
