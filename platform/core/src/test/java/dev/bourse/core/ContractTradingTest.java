package dev.bourse.core;

import static dev.bourse.core.Fixture.ACCOUNT;
import static dev.bourse.core.Fixture.USD;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.api.alert.Alert;
import dev.bourse.api.event.AccountEvent;
import dev.bourse.api.event.ConnectionChanged;
import dev.bourse.api.event.ControlEvent;
import dev.bourse.api.event.InstrumentListed;
import dev.bourse.api.event.LifecycleEvent;
import dev.bourse.api.event.MarkPrice;
import dev.bourse.api.event.OrderReport;
import dev.bourse.api.event.Trade;
import dev.bourse.api.model.AggressorSide;
import dev.bourse.api.model.Balance;
import dev.bourse.api.model.ClientOrderId;
import dev.bourse.api.model.Contract;
import dev.bourse.api.model.Fill;
import dev.bourse.api.model.Instrument;
import dev.bourse.api.model.Liquidity;
import dev.bourse.api.model.MarginBracket;
import dev.bourse.api.model.MarginMode;
import dev.bourse.api.model.MarginModel;
import dev.bourse.api.model.MarginTerms;
import dev.bourse.api.model.Money;
import dev.bourse.api.model.Order;
import dev.bourse.api.model.OrderSpec;
import dev.bourse.api.model.OrderStatus;
import dev.bourse.api.model.Position;
import dev.bourse.api.model.PositionSide;
import dev.bourse.api.model.Price;
import dev.bourse.api.model.Quantity;
import dev.bourse.api.model.Rate;
import dev.bourse.api.model.Side;
import dev.bourse.api.model.StrategyId;
import dev.bourse.api.model.TraderStatus;
import dev.bourse.api.model.VenueCause;
import dev.bourse.api.persistence.Snapshot;
import dev.bourse.api.strategy.Strategy;
import dev.bourse.api.trace.Turn;
import dev.bourse.api.trace.TurnResult;
import dev.bourse.core.codec.StateHash;
import dev.bourse.core.portfolio.Equity;
import dev.bourse.core.state.SnapshotCodec;
import dev.bourse.core.state.TraderState;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Contracts on a margin account, as the core counts them. */
@Tag("N17")
@Tag("N28")
class ContractTradingTest {
  private static final Instrument PERP = perp();
  private static final MarginTerms TENFOLD =
      new MarginTerms(MarginMode.CROSS, MarginModel.LEVERAGED, 10, new TreeMap<>());
  private static final ClientOrderId LIQUIDATION = new ClientOrderId("liquidation-1");

  private final Fixture trader = new Fixture();

  private static Instrument perp() {
    Instrument spot = Fixture.instrument("BTCUSDPERP.TEST");
    return spot.as(Contract.linear(Rate.of("0.01")), Money.of("1", USD), Money.of("50000", USD));
  }

  private Fixture begin(boolean margin) {
    trader.running(new Strategy() {});
    trader.on(new InstrumentListed(PERP, trader.now()));
    price("100.00");
    if (margin) {
      trader.on(new AccountEvent.Terms(ACCOUNT, TENFOLD, trader.now()));
    }
    return trader;
  }

  private void price(String price) {
    trader.on(
        new Trade(
            PERP,
            trader.now(),
            PERP.price(price).raw(),
            PERP.quantity("1").raw(),
            AggressorSide.UNKNOWN,
            null));
  }

  private Order order(Side side, String quantity) {
    trader.on(new ControlEvent.Submit(OrderSpec.market(PERP, side, PERP.quantity(quantity)), "op"));
    return trader.last();
  }

  private void fill(Order order, String price, String fee) {
    trader.accept(order.id());
    trader.on(new OrderReport.Filled(fillOf(order.id(), order.spec(), price, fee)));
  }

  private Fill fillOf(ClientOrderId id, OrderSpec spec, String price, String fee) {
    return new Fill(
        "f-" + id,
        id,
        ACCOUNT,
        PERP,
        spec.side(),
        PERP.price(price),
        spec.quantity(),
        Money.of(fee, USD),
        Liquidity.TAKER,
        trader.now(),
        false);
  }

  private Position held() {
    return trader.core().state().portfolio().position(ACCOUNT, StrategyId.MANUAL, PERP);
  }

  private Money cash() {
    return trader.core().state().portfolio().balance(ACCOUNT, USD).orElseThrow().total();
  }

  @Test
  void aCashAccountHoldsNoContracts() {
    begin(false);

    Order order = order(Side.BUY, "1");

    assertThat(order.reason())
        .isEqualTo("NO_MARGIN_ACCOUNT: account=acct instrument=BTCUSDPERP.TEST");
  }

  @Test
  void aShortIsOpenedAndClosedForWhatItEarned() {
    begin(true);

    fill(order(Side.SELL, "10"), "100.00", "1");
    fill(order(Side.BUY, "10"), "90.00", "0.9");

    assertThat(held().isFlat()).isTrue();
    assertThat(held().realized()).isEqualTo(Money.of("100", USD));
    assertThat(cash()).isEqualTo(Money.of("10098.1", USD));
  }

  @Test
  void anOrderBeyondTheMarginIsDeniedWithItsNumbers() {
    begin(true);
    fill(order(Side.BUY, "400"), "100.00", "0");

    order(Side.BUY, "400");
    price("84.00");
    Order order = order(Side.BUY, "400");

    assertThat(order.status()).isEqualTo(OrderStatus.DENIED);
    assertThat(order.reason()).startsWith("INSUFFICIENT_MARGIN: needed=");
    assertThat(order.reason()).endsWith("leverage=10 mode=CROSS");
  }

  @Test
  void anOrderBeyondTheLargestNotionalIsDenied() {
    begin(true);

    Order order = order(Side.BUY, "600");

    assertThat(order.reason())
        .isEqualTo("ABOVE_MAX_NOTIONAL: notional=60000.00000000 USD maximum=50000.00000000 USD");
  }

  @Test
  void anOrderThroughZeroIsAnEntryForThePartBeyond() {
    begin(true);
    fill(order(Side.BUY, "400"), "100.00", "0");

    Order flip = order(Side.SELL, "500");
    fill(flip, "100.00", "0");

    assertThat(flip.entry()).isTrue();
    assertThat(held().side()).isEqualTo(PositionSide.SHORT);
    assertThat(held().quantity()).isEqualByComparingTo(Quantity.of("100"));
  }

  @Test
  void fundingCountsOnceHoweverOftenItIsTold() {
    begin(true);
    AccountEvent.CashFlow funding =
        new AccountEvent.CashFlow(ACCOUNT, "n1", Money.of("-3", USD), "funding", 5);

    trader.on(funding);
    trader.on(funding);
    trader.on(report(List.of(), List.of(), List.of(funding), "9997"));

    assertThat(cash()).isEqualTo(Money.of("9997", USD));
    assertThat(trader.core().state().portfolio().flows().all())
        .extracting(flowed -> flowed.kind() + " " + flowed.amount())
        .containsExactly("funding -3.00000000 USD");
  }

  private AccountEvent.MassReport report(
      List<OrderReport.Made> made,
      List<Fill> fills,
      List<AccountEvent.CashFlow> flows,
      String usd) {
    Balance cash = new Balance(Money.of(usd, USD), USD.zero());
    return new AccountEvent.MassReport(
        ACCOUNT, List.of(), fills, List.of(cash), trader.now(), trader.now(), made, flows);
  }

  private OrderReport.Made liquidation(String quantity) {
    OrderSpec spec = OrderSpec.market(PERP, Side.SELL, PERP.quantity(quantity)).reducing();
    return new OrderReport.Made(
        ACCOUNT, LIQUIDATION, spec, VenueCause.LIQUIDATION, "equity=1", trader.now());
  }

  @Test
  void aLiquidationBelongsToTheHolderAndCountsOnceAlsoWhenOnlyTheReportTellsOfIt() {
    begin(true);
    fill(order(Side.BUY, "10"), "100.00", "0");
    OrderReport.Made made = liquidation("10");
    Fill fill = fillOf(LIQUIDATION, made.spec(), "95.00", "1");

    trader.on(report(List.of(made), List.of(fill), List.of(), "9949"));
    trader.on(made);
    trader.on(new OrderReport.Filled(fill));
    trader.on(report(List.of(made), List.of(fill), List.of(), "9949"));

    assertThat(held().isFlat()).isTrue();
    assertThat(held().realized()).isEqualTo(Money.of("-50", USD));
    assertThat(cash()).isEqualTo(Money.of("9949", USD));
    assertThat(trader.order(LIQUIDATION).strategy()).isEqualTo(StrategyId.MANUAL);
    assertThat(trader.order(LIQUIDATION).status()).isEqualTo(OrderStatus.FILLED);
  }

  @Test
  void aLiquidationIsSharedByAllWhoHoldTheContractByWhatTheyHold() {
    begin(true);
    fill(order(Side.BUY, "10"), "100.00", "0");
    ClientOrderId others = new ClientOrderId("t-s1-1-77");
    OrderSpec three = OrderSpec.market(PERP, Side.BUY, PERP.quantity("3"));
    trader.on(
        new LifecycleEvent.EmergencyOrder(others, ACCOUNT, Fixture.STRATEGY, three, trader.now()));
    trader.on(new OrderReport.Filled(fillOf(others, three, "90.00", "0")));
    OrderReport.Made made = liquidation("13");

    trader.on(made);
    trader.on(new OrderReport.Filled(fillOf(LIQUIDATION, made.spec(), "80.00", "1.3")));

    Position other = trader.core().state().portfolio().position(ACCOUNT, Fixture.STRATEGY, PERP);
    assertThat(held().isFlat()).isTrue();
    assertThat(other.isFlat()).isTrue();
    assertThat(held().realized()).isEqualTo(Money.of("-200", USD));
    assertThat(other.realized()).isEqualTo(Money.of("-30", USD));
    assertThat(held().fees()).isEqualTo(Money.of("1", USD));
    assertThat(other.fees()).isEqualTo(Money.of("0.3", USD));
    assertThat(cash()).isEqualTo(Money.of("9768.7", USD));
  }

  @Test
  void whatIsHeldIsJudgedByTheMarkPriceAlsoAfterARestart() {
    begin(true);
    fill(order(Side.BUY, "10"), "100.00", "0");
    price("120.00");

    trader.on(new MarkPrice(PERP, trader.now(), Price.of("109.12345678"), Price.of("110")));
    Snapshot saved = trader.core().save();
    TraderState loaded = SnapshotCodec.load(Fixture.settings(List.of()), saved);

    assertThat(Equity.of(ACCOUNT, loaded.portfolio(), loaded.market()))
        .contains(Money.of("10091.2345678", USD));
    assertThat(loaded.market().find(PERP.id()).index()).contains(Price.of("110"));
    assertThat(loaded.market().referencePrice(PERP.id())).contains(PERP.price("120.00"));
    assertThat(trader.core().view(Map.of(), Map.of(), "").feeds())
        .extracting(feed -> feed.mark().map(Price::toString).orElse("none"))
        .containsExactly("none", "109.12345678");
  }

  @Test
  void theBracketsOfAContractAreSavedWithIt() {
    Contract bracketed =
        PERP.contract()
            .bracketed(
                List.of(
                    new MarginBracket(
                        Money.of("50000", USD), Rate.of("0.02"), Money.of("500", USD))));
    Instrument newer = PERP.as(bracketed, PERP.minNotional(), PERP.maxNotional());
    trader.running(new Strategy() {});
    trader.on(new InstrumentListed(newer, trader.now()));

    TraderState loaded = SnapshotCodec.load(Fixture.settings(List.of()), trader.core().save());

    assertThat(loaded.market().find(PERP.id()).instrument()).isEqualTo(newer);
  }

  @Test
  void afterALiquidationEntriesStopUntilSomebodyResumes() {
    begin(true);
    fill(order(Side.BUY, "10"), "100.00", "0");

    trader.on(liquidation("10"));
    Order entry = order(Side.BUY, "1");
    trader.on(new ControlEvent.Resume("op"));

    assertThat(entry.reason())
        .startsWith("TRADER_NOT_RUNNING: status=REDUCING because=LIQUIDATION on account acct");
    assertThat(trader.core().state().flags().status()).isEqualTo(TraderStatus.RUNNING);
  }

  @Test
  void theStateOfContractsIsSavedWhole() {
    begin(true);
    fill(order(Side.BUY, "10"), "100.00", "0");
    order(Side.BUY, "20");
    trader.on(new AccountEvent.CashFlow(ACCOUNT, "n1", Money.of("-3", USD), "funding", 5));
    trader.on(liquidation("10"));
    TraderState state = trader.core().state();

    Snapshot saved = SnapshotCodec.save(state, List.of());
    TraderState loaded = SnapshotCodec.load(Fixture.settings(List.of()), saved);

    assertThat(StateHash.of(SnapshotCodec.save(loaded, List.of()))).isEqualTo(StateHash.of(saved));
    assertThat(loaded.portfolio().exposures(ACCOUNT, USD, loaded.market()::referencePrice))
        .isEqualTo(state.portfolio().exposures(ACCOUNT, USD, state.market()::referencePrice));
  }

  /** The trader's own store is gone, the venue remembers. */
  @Test
  void saysThatAPositionFromBeforeItsRecordsMayBeThereUnwatched() {
    trader.on(new LifecycleEvent.Started(1, "mode=live"));
    trader.on(new InstrumentListed(PERP, trader.now()));
    trader.on(new ConnectionChanged(ACCOUNT, true, "", trader.now()));
    ClientOrderId former = new ClientOrderId("other-1");
    Fill fill =
        fillOf(former, OrderSpec.market(PERP, Side.BUY, PERP.quantity("1")), "100.00", "0.1");
    Balance cash = new Balance(Money.of("9999.9", USD), USD.zero());

    Turn turn =
        trader.on(
            new AccountEvent.MassReport(
                ACCOUNT, List.of(), List.of(fill), List.of(cash), trader.now(), trader.now()));

    assertThat(turn.results())
        .contains(
            new TurnResult.Noted(
                Alert.Level.CRITICAL,
                "account "
                    + ACCOUNT
                    + " traded BTCUSDPERP.TEST before this trader's records begin: a position that"
                    + " is left of it is not known here and nobody watches it; look at the venue"
                    + " and close it there"));
    assertThat(held().isFlat()).isTrue();
  }
}
