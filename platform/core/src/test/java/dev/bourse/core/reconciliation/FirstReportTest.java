package dev.bourse.core.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.api.event.AccountEvent;
import dev.bourse.api.event.Event;
import dev.bourse.api.model.Balance;
import dev.bourse.api.model.ClientOrderId;
import dev.bourse.api.model.Money;
import dev.bourse.api.model.OrderSpec;
import dev.bourse.api.model.OrderStatus;
import dev.bourse.api.model.PositionSide;
import dev.bourse.api.model.Side;
import dev.bourse.api.model.StrategyId;
import dev.bourse.api.model.TraderId;
import dev.bourse.api.model.TraderStatus;
import dev.bourse.core.Fixture;
import dev.bourse.core.ledger.ClientOrderIds;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * A trader whose store was lost; its venue lists an order of a former start. What the stream tells
 * of the account before the first report must not pass for a record of it.
 */
@Tag("N7")
@Tag("N21")
class FirstReportTest {
  private final ReconcileHouse house = ReconcileHouse.fresh(ReconcileSettings.DEFAULTS);

  private static Balance million() {
    return new Balance(Money.of("1000000", ReconcileHouse.USD), ReconcileHouse.USD.zero());
  }

  private void tells(Event event) {
    house.trader.on(event);
  }

  /** The first report, which lists one of our orders. */
  private void reports() {
    ClientOrderId ours = ClientOrderIds.make(new TraderId("t"), new StrategyId("s1"), 3, 1);
    OrderSpec spec =
        OrderSpec.limit(
            ReconcileHouse.PAIR,
            Side.BUY,
            ReconcileHouse.PAIR.quantity("100"),
            ReconcileHouse.PAIR.price("0.90000"));
    AccountEvent.MassReport report =
        house
            .describes(ours.value(), spec)
            .lists(ours, "V-1", OrderStatus.ACCEPTED, "0", "1")
            .holds(PositionSide.FLAT, "0", "")
            .report();
    tells(
        new AccountEvent.MassReport(
                report.account(),
                report.openOrders(),
                report.fills(),
                List.of(million()),
                report.requestedAt(),
                report.eventTime())
            .describing(report.described())
            .holding(List.of()));
  }

  private TraderStatus status() {
    return house.trader.core().state().flags().status();
  }

  private Money cash() {
    return house
        .trader
        .core()
        .state()
        .portfolio()
        .balance(Fixture.ACCOUNT, ReconcileHouse.USD)
        .orElseThrow()
        .total();
  }

  @Test
  void adoptsOurOrderThoughABalanceWasToldBefore() {
    tells(new AccountEvent.Balances(Fixture.ACCOUNT, List.of(million()), house.trader.now()));

    reports();

    assertThat(status()).isEqualTo(TraderStatus.RUNNING);
    assertThat(house.found()).containsExactly("s1 BUY 100 filled 0 ACCEPTED");
  }

  @Test
  void hasWhatFlowedBeforeItInItsBalances() {
    Money deposit = Money.of("500", ReconcileHouse.USD);
    tells(
        new AccountEvent.CashFlow(Fixture.ACCOUNT, "d-1", deposit, "deposit", house.trader.now()));

    reports();

    assertThat(status()).isEqualTo(TraderStatus.RUNNING);
    assertThat(house.found()).containsExactly("s1 BUY 100 filled 0 ACCEPTED");
    assertThat(cash()).isEqualTo(million().total());
  }
}
