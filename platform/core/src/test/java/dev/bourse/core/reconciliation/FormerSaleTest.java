package dev.bourse.core.reconciliation;

import static dev.bourse.core.Fixture.ACCOUNT;
import static dev.bourse.core.Fixture.BTC;
import static dev.bourse.core.Fixture.BTCUSD;
import static dev.bourse.core.Fixture.USD;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.api.event.AccountEvent;
import dev.bourse.api.event.ConnectionChanged;
import dev.bourse.api.event.ControlEvent;
import dev.bourse.api.event.InstrumentListed;
import dev.bourse.api.event.LifecycleEvent;
import dev.bourse.api.event.OrderReport;
import dev.bourse.api.exchange.ExchangeCommand;
import dev.bourse.api.model.Balance;
import dev.bourse.api.model.ClientOrderId;
import dev.bourse.api.model.Fill;
import dev.bourse.api.model.Liquidity;
import dev.bourse.api.model.Money;
import dev.bourse.api.model.OrderSpec;
import dev.bourse.api.model.OrderStatus;
import dev.bourse.api.model.Side;
import dev.bourse.api.model.StrategyId;
import dev.bourse.api.model.TraderId;
import dev.bourse.core.Fixture;
import dev.bourse.core.TraderCore;
import dev.bourse.core.ledger.ClientOrderIds;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * A store was lost, or another process with our name has none: the venue still has the stop of a
 * position that nobody here knows, two coins of the five that the account has.
 */
@Tag("N7")
@Tag("N21")
class FormerSaleTest {
  private static final ClientOrderId STOP =
      ClientOrderIds.make(new TraderId("t"), new StrategyId("ema"), 3, 1);

  private static final ClientOrderId TARGET =
      ClientOrderIds.make(new TraderId("t"), new StrategyId("ema"), 3, 2);
  private static final ClientOrderId ENTRY =
      ClientOrderIds.make(new TraderId("t"), new StrategyId("ema"), 3, 3);

  private final Fixture trader = new Fixture();

  @BeforeEach
  void begins() {
    begins(trader, report());
  }

  private static void begins(Fixture trader, AccountEvent.MassReport first) {
    trader.on(new LifecycleEvent.Started(7, "mode=replay"));
    trader.on(new InstrumentListed(BTCUSD, trader.now()));
    trader.on(new LifecycleEvent.Recovered("empty store"));
    trader.on(new ConnectionChanged(ACCOUNT, true, "", trader.now()));
    trader.on(first);
  }

  private AccountEvent.MassReport report() {
    return report(List.of(STOP), sale("2"));
  }

  private static OrderSpec sale(String quantity) {
    return OrderSpec.limit(BTCUSD, Side.SELL, BTCUSD.quantity(quantity), BTCUSD.price("110.00"));
  }

  /** A report that lists these orders as open, each as it is described. */
  private AccountEvent.MassReport report(List<ClientOrderId> open, OrderSpec... specs) {
    List<OrderReport.Status> listed = new ArrayList<>();
    List<AccountEvent.Described> described = new ArrayList<>();
    for (int i = 0; i < specs.length; i++) {
      described.add(new AccountEvent.Described(open.get(i), specs[i]));
      listed.add(
          new OrderReport.Status(
              ACCOUNT,
              open.get(i),
              "V-" + i,
              OrderStatus.ACCEPTED,
              BTCUSD.quantity("0"),
              USD.zero(),
              "",
              trader.now(),
              null));
    }
    return new AccountEvent.MassReport(
            ACCOUNT,
            listed,
            List.of(),
            List.of(balance(Money.of("1000", USD)), balance(Money.of("5", BTC))),
            trader.now(),
            trader.now())
        .describing(described);
  }

  private static Balance balance(Money total) {
    return new Balance(total, total.currency().zero());
  }

  private Money total(TraderCore core, Money like) {
    return core.state().portfolio().balance(ACCOUNT, like.currency()).orElseThrow().total();
  }

  @Test
  void itIsNoStrategysAndCanBeCancelled() {
    trader.trade("100.00");

    trader.on(new ControlEvent.Cancel(STOP, "op"));

    assertThat(trader.order(STOP).strategy()).isEqualTo(StrategyId.EXTERNAL);
    assertThat(trader.commands()).last().isInstanceOf(ExchangeCommand.Cancel.class);
  }

  @Test
  void whatItSellsChangesTheBalancesAndNoPosition() {
    trader.trade("109.00");

    trader.fill(STOP, "2", "110.00", Money.of("1", USD));

    TraderCore core = trader.core();
    assertThat(core.state().portfolio().open()).isEmpty();
    assertThat(total(core, BTC.zero())).isEqualTo(Money.of("3", BTC));
    assertThat(total(core, USD.zero())).isEqualTo(Money.of("1219", USD));
    assertThat(trader.order(STOP).status()).isEqualTo(OrderStatus.FILLED);
  }

  /** What is found first reserves, so that something of the account is known then. */
  @Test
  void eachOfSeveralOrdersSellsCoinsOfNoPosition() {
    Fixture other = new Fixture();
    OrderSpec entry =
        OrderSpec.limit(BTCUSD, Side.BUY, BTCUSD.quantity("1"), BTCUSD.price("90.00"));
    AccountEvent.MassReport first =
        report(List.of(ENTRY, STOP, TARGET), entry, sale("2"), sale("1"));
    begins(other, first);
    other.trade("109.00");

    other.fill(STOP, "2", "110.00", USD.zero());
    other.fill(TARGET, "1", "110.00", USD.zero());

    assertThat(other.core().state().portfolio().open()).isEmpty();
    assertThat(total(other.core(), BTC.zero())).isEqualTo(Money.of("2", BTC));
    assertThat(total(other.core(), USD.zero())).isEqualTo(Money.of("1330", USD));
  }

  @Test
  void whatItSoldWhileTheFirstReportWasMadeIsInTheBalancesOnce() {
    Fixture other = new Fixture();
    Fill fill =
        new Fill(
            "T-1",
            STOP,
            ACCOUNT,
            BTCUSD,
            Side.SELL,
            BTCUSD.price("110.00"),
            BTCUSD.quantity("2"),
            USD.zero(),
            Liquidity.MAKER,
            other.now(),
            false);
    begins(other, executed(report(), fill));

    other.on(filled("220"));
    other.on(new OrderReport.Filled(fill));

    assertThat(total(other.core(), USD.zero())).isEqualTo(Money.of("1000", USD));
    assertThat(total(other.core(), BTC.zero())).isEqualTo(Money.of("5", BTC));
    assertThat(other.order(STOP).status()).isEqualTo(OrderStatus.FILLED);
  }

  private static AccountEvent.MassReport executed(AccountEvent.MassReport report, Fill fill) {
    return new AccountEvent.MassReport(
            report.account(),
            report.openOrders(),
            List.of(fill),
            report.balances(),
            report.requestedAt(),
            report.eventTime())
        .describing(report.described());
  }

  private OrderReport.Status filled(String notional) {
    return new OrderReport.Status(
        ACCOUNT,
        STOP,
        "V-0",
        OrderStatus.FILLED,
        BTCUSD.quantity("2"),
        Money.of(notional, USD),
        "",
        trader.now(),
        null);
  }

  @Test
  void whatWasReckonedOfItIsCorrectedInTheBalancesAlone() {
    trader.trade("109.00");
    trader.on(filled("220"));

    trader.fill(STOP, "2", "111.00", Money.of("1", USD));

    assertThat(trader.core().state().portfolio().positions()).isEmpty();
    assertThat(total(trader.core(), USD.zero())).isEqualTo(Money.of("1221", USD));
  }

  @Test
  void nobodyBuysBackWhatItSold() {
    trader.trade("109.00");
    trader.fill(STOP, "2", "110.00", USD.zero());
    int before = trader.commands().size();

    trader.on(new ControlEvent.Flatten("op"));
    trader.trade("109.00");

    assertThat(trader.commands()).hasSize(before);
  }

  @Test
  void aRestartStillKnowsThatTheCoinsAreOfNoPosition() {
    TraderCore restored = TraderCore.restore(Fixture.settings(List.of()), trader.core().save());
    String hash = restored.stateHash();
    Fixture after = new Fixture(restored);
    after.now(trader.now());

    after.trade("109.00");
    after.fill(STOP, "2", "110.00", USD.zero());

    assertThat(hash).isEqualTo(trader.core().stateHash());
    assertThat(restored.state().portfolio().open()).isEmpty();
    assertThat(total(restored, BTC.zero())).isEqualTo(Money.of("3", BTC));
  }
}
