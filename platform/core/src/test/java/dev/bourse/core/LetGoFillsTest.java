package dev.bourse.core;

import static dev.bourse.core.Fixture.ACCOUNT;
import static dev.bourse.core.Fixture.BTCUSD;
import static dev.bourse.core.Fixture.SECOND;
import static dev.bourse.core.Fixture.USD;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.api.event.AccountEvent;
import dev.bourse.api.event.OrderReport;
import dev.bourse.api.model.Fill;
import dev.bourse.api.model.Order;
import dev.bourse.api.model.OrderStatus;
import dev.bourse.api.model.Quantity;
import dev.bourse.api.strategy.Orders;
import dev.bourse.api.trader.Discrepancy;
import dev.bourse.core.settings.TraderSettings;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Two fills are kept; a resting order had an earlier one, which the venue tells of again. */
@Tag("B5")
@Tag("N14")
class LetGoFillsTest {
  private final Queue<Consumer<Orders>> wishes = new ArrayDeque<>();
  private final Fixture trader = new Fixture(new TraderCore(keepingTwo()));
  private Order resting;
  private Fill old;

  private static TraderSettings keepingTwo() {
    TraderSettings usual = Fixture.settings(List.of());
    return new TraderSettings(
        usual.trader(),
        usual.mode(),
        usual.accounts(),
        usual.riskModules(),
        usual.barGrace(),
        usual.inFlightInterval(),
        usual.inFlightThreshold(),
        usual.settle(),
        2,
        usual.cancelEntriesOnStop(),
        usual.holdsConditional(),
        usual.orderRate(),
        usual.amendRate());
  }

  @BeforeEach
  void letsTheFirstFillGo() {
    trader.running(OnTrade.granting(wishes));
    resting = ordered(orders -> orders.buyLimit(BTCUSD.quantity("0.3"), BTCUSD.price("99.00")));
    old = trader.fillOf(resting.id(), "old", "0.1", "99.00", USD.zero());
    trader.on(new OrderReport.Filled(old));
    for (int i = 0; i < 3; i++) {
      Order other = ordered(orders -> orders.buyMarket(BTCUSD.quantity("0.1")));
      trader.fill(other.id(), "0.1", "100.00", USD.zero());
    }
  }

  private Order ordered(Consumer<Orders> wish) {
    trader.now(trader.now() + SECOND);
    wishes.add(wish);
    trader.trade("100.00");
    Order order = trader.last();
    trader.accept(order.id());
    return order;
  }

  private Quantity filled() {
    return trader.order(resting.id()).filled();
  }

  /** A fill of the time of the one that was let go. */
  private Fill early(String id, String quantity, String price) {
    Fill fill = trader.fillOf(resting.id(), id, quantity, price, USD.zero());
    return new Fill(
        id,
        fill.orderId(),
        ACCOUNT,
        BTCUSD,
        fill.side(),
        fill.price(),
        fill.quantity(),
        fill.fee(),
        fill.liquidity(),
        old.eventTime(),
        false);
  }

  private AccountEvent.MassReport report(String filled, Fill... fills) {
    OrderReport.Status status =
        new OrderReport.Status(
            ACCOUNT,
            resting.id(),
            "v-" + resting.id(),
            OrderStatus.PARTIALLY_FILLED,
            BTCUSD.quantity(filled),
            BTCUSD.notional(BTCUSD.price("99.00"), BTCUSD.quantity(filled)),
            "",
            trader.now());
    return new AccountEvent.MassReport(
        ACCOUNT,
        List.of(status),
        List.of(fills),
        trader.core().state().portfolio().balances(ACCOUNT),
        trader.now(),
        trader.now());
  }

  @Test
  void isNotCountedAgainWhenItComesByItself() {
    trader.on(new OrderReport.Filled(old));

    assertThat(filled()).isEqualTo(BTCUSD.quantity("0.1"));
  }

  @Test
  void isNoDifferenceInAReport() {
    List<Discrepancy> found =
        trader.core().reconciliation(report("0.1", old), false).discrepancies();

    assertThat(found).isEmpty();
  }

  /** A stream or a report may tell an older fill behind a newer one. */
  private Fill letGoBehindAnOlderOne() {
    trader.now(trader.now() + SECOND);
    Fill newer = trader.fillOf(resting.id(), "newer", "0.1", "99.00", USD.zero());
    trader.on(new OrderReport.Filled(newer));
    Order late = ordered(orders -> orders.buyMarket(BTCUSD.quantity("0.1")));
    Fill older = trader.fillOf(late.id(), "older", "0.1", "100.00", USD.zero());
    trader.on(
        new OrderReport.Filled(
            new Fill(
                older.fillId(),
                older.orderId(),
                ACCOUNT,
                BTCUSD,
                older.side(),
                older.price(),
                older.quantity(),
                older.fee(),
                older.liquidity(),
                newer.eventTime() - 1,
                false)));
    Order other = ordered(orders -> orders.buyMarket(BTCUSD.quantity("0.1")));
    trader.fill(other.id(), "0.1", "100.00", USD.zero());
    return newer;
  }

  @Test
  void isNotCountedAgainThoughAnOlderFillCameBehindIt() {
    Fill newer = letGoBehindAnOlderOne();

    trader.on(new OrderReport.Filled(newer));

    assertThat(filled()).isEqualTo(BTCUSD.quantity("0.2"));
  }

  @Test
  void isNotCountedAgainAfterARestartEither() {
    Fill newer = letGoBehindAnOlderOne();
    TraderCore restored = TraderCore.restore(keepingTwo(), trader.core().save());
    Fixture after = new Fixture(restored);
    after.now(trader.now());

    after.on(new OrderReport.Filled(newer));

    assertThat(after.order(resting.id()).filled()).isEqualTo(BTCUSD.quantity("0.2"));
  }

  @Test
  void isToldFromANewFillOfTheSameOrder() {
    trader.now(trader.now() + SECOND);
    Fill fresh = trader.fillOf(resting.id(), "fresh", "0.1", "99.00", USD.zero());

    List<Discrepancy> found =
        trader.core().reconciliation(report("0.2", old, fresh), false).discrepancies();
    trader.on(new OrderReport.Filled(fresh));

    assertThat(found).extracting(Discrepancy::subject).containsExactly("fill fresh");
    assertThat(filled()).isEqualTo(BTCUSD.quantity("0.2"));
  }

  @Test
  void takesTheRealFillForWhatWasInferredAndLetGo() {
    trader.on(report("0.2").openOrders().get(0));
    for (int i = 0; i < 3; i++) {
      Order other = ordered(orders -> orders.buyMarket(BTCUSD.quantity("0.1")));
      trader.fill(other.id(), "0.1", "100.00", USD.zero());
    }
    Fill real = early("real", "0.1", "98.00");

    trader.on(new OrderReport.Filled(old));
    trader.on(new OrderReport.Filled(real));

    assertThat(filled()).isEqualTo(BTCUSD.quantity("0.2"));
    assertThat(trader.order(resting.id()).filledNotional()).hasToString("19.70000000 USD");
  }

  @Test
  void anUnheardFillAsOldAsThatIsNew() {
    Fill early = early("unheard", "0.2", "99.00");

    trader.on(new OrderReport.Filled(early));

    assertThat(filled()).isEqualTo(BTCUSD.quantity("0.3"));
  }

  @Test
  void isToldFromAMissedFillInAReportThatDoesNotListTheOrderAnyMore() {
    trader.on(new OrderReport.Canceled(ACCOUNT, resting.id(), "asked", trader.now()));
    trader.now(trader.now() + SECOND);
    AccountEvent.MassReport listed = report("0.2", old, early("missed", "0.1", "99.00"));
    AccountEvent.MassReport ended =
        new AccountEvent.MassReport(
            ACCOUNT, List.of(), listed.fills(), listed.balances(), trader.now(), trader.now());

    List<Discrepancy> found = trader.core().reconciliation(ended, false).discrepancies();
    trader.on(ended);

    assertThat(found).extracting(Discrepancy::subject).contains("fill missed");
    assertThat(filled()).isEqualTo(BTCUSD.quantity("0.2"));
  }
}
