package dev.bourse.core.reconciliation;

import static dev.bourse.core.Fixture.ACCOUNT;
import static dev.bourse.core.Fixture.BTC;
import static dev.bourse.core.Fixture.BTCUSD;
import static dev.bourse.core.Fixture.SECOND;
import static dev.bourse.core.Fixture.USD;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.api.event.AccountEvent;
import dev.bourse.api.event.ConnectionChanged;
import dev.bourse.api.event.ControlEvent;
import dev.bourse.api.event.InstrumentListed;
import dev.bourse.api.event.LifecycleEvent;
import dev.bourse.api.event.OrderReport;
import dev.bourse.api.model.Balance;
import dev.bourse.api.model.ClientOrderId;
import dev.bourse.api.model.Money;
import dev.bourse.api.model.Order;
import dev.bourse.api.model.OrderSpec;
import dev.bourse.api.model.OrderStatus;
import dev.bourse.api.model.Side;
import dev.bourse.api.model.StrategyId;
import dev.bourse.core.Fixture;
import dev.bourse.core.TraderCore;
import dev.bourse.core.reconciliation.ReconcileSettings.Foreign;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * A user sells a bitcoin of his own on the venue's page; the trader takes the order over, because
 * it is to adopt such orders, or because a strategy claims the instrument.
 */
@Tag("N8")
@Tag("N18")
class AdoptedSaleTest {
  private static final ClientOrderId SALE = new ClientOrderId("web-7");
  private static final ReconcileSettings ADOPTING = ReconcileSettings.DEFAULTS.with(Foreign.ADOPT);
  private static final ReconcileSettings CLAIMING =
      ReconcileSettings.DEFAULTS.claimed(Map.of(BTCUSD.id(), StrategyId.MANUAL));

  private static Fixture running(ReconcileSettings settings) {
    Fixture trader =
        new Fixture(new TraderCore(Fixture.settings(List.of()).withReconcile(settings)));
    trader.on(new LifecycleEvent.Started(7, "mode=replay"));
    trader.on(new InstrumentListed(BTCUSD, trader.now()));
    trader.on(new LifecycleEvent.Recovered("empty store"));
    trader.on(new ConnectionChanged(ACCOUNT, true, "", trader.now()));
    trader.on(report(trader, List.of(), "1000", "1"));
    trader.trade("109.00");
    return trader;
  }

  private static AccountEvent.MassReport report(
      Fixture trader, List<OrderReport.Status> open, String usd, String btc) {
    return new AccountEvent.MassReport(
        ACCOUNT,
        open,
        List.of(),
        List.of(
            new Balance(Money.of(usd, USD), USD.zero()),
            new Balance(Money.of(btc, BTC), BTC.zero())),
        trader.now(),
        trader.now());
  }

  private static void finds(Fixture trader, String usd, String btc) {
    trader.now(trader.now() + SECOND);
    OrderSpec spec =
        OrderSpec.limit(BTCUSD, Side.SELL, BTCUSD.quantity("1"), BTCUSD.price("110.00"));
    OrderReport.Status open =
        new OrderReport.Status(
            ACCOUNT,
            SALE,
            "V-7",
            OrderStatus.ACCEPTED,
            BTCUSD.quantity("0"),
            USD.zero(),
            "",
            trader.now(),
            null);
    trader.on(
        report(trader, List.of(open), usd, btc)
            .describing(List.of(new AccountEvent.Described(SALE, spec))));
  }

  private static void holdsByHand(Fixture trader, String quantity) {
    OrderSpec spec = OrderSpec.market(BTCUSD, Side.BUY, BTCUSD.quantity(quantity));
    trader.on(new ControlEvent.Submit(spec, "op"));
    Order order = trader.last();
    trader.accept(order.id());
    trader.fill(order.id(), quantity, "100.00", USD.zero());
  }

  private static Money total(Fixture trader, Money like) {
    return trader
        .core()
        .state()
        .portfolio()
        .balance(ACCOUNT, like.currency())
        .orElseThrow()
        .total();
  }

  @Test
  void makesNobodyShortOfTheCoinsThatItSold() {
    Fixture trader = running(ADOPTING);
    finds(trader, "1000", "1");

    trader.fill(SALE, "1", "110.00", Money.of("1", USD));

    assertThat(trader.core().state().portfolio().open()).isEmpty();
    assertThat(total(trader, BTC.zero())).isEqualTo(BTC.zero());
    assertThat(total(trader, USD.zero())).isEqualTo(Money.of("1109", USD));
  }

  @Test
  void isNotBoughtBackByAFlatten() {
    Fixture trader = running(ADOPTING);
    finds(trader, "1000", "1");
    trader.fill(SALE, "1", "110.00", USD.zero());
    int before = trader.commands().size();

    trader.on(new ControlEvent.Flatten("op"));
    trader.trade("109.00");

    assertThat(trader.commands()).hasSize(before);
  }

  @Test
  void closesWhatItsOwnerHoldsAndNoMore() {
    Fixture trader = running(CLAIMING);
    holdsByHand(trader, "0.4");
    finds(trader, "960", "1.4");

    trader.fill(SALE, "1", "110.00", Money.of("1", USD));

    assertThat(trader.core().state().portfolio().open()).isEmpty();
    assertThat(
            trader
                .core()
                .state()
                .portfolio()
                .position(ACCOUNT, StrategyId.MANUAL, BTCUSD)
                .realized())
        .isEqualTo(Money.of("4", USD));
    assertThat(total(trader, BTC.zero())).isEqualTo(Money.of("0.4", BTC));
    assertThat(total(trader, USD.zero())).isEqualTo(Money.of("1069", USD));
  }

  @Test
  void isTheSameAfterARestart() {
    Fixture trader = running(ADOPTING);
    finds(trader, "1000", "1");
    TraderCore restored =
        TraderCore.restore(
            Fixture.settings(List.of()).withReconcile(ADOPTING), trader.core().save());
    String hash = restored.stateHash();
    Fixture after = new Fixture(restored);
    after.now(trader.now());

    after.fill(SALE, "1", "110.00", USD.zero());

    assertThat(hash).isEqualTo(trader.core().stateHash());
    assertThat(restored.state().portfolio().open()).isEmpty();
  }
}
