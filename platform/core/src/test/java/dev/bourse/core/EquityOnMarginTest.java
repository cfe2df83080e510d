package dev.bourse.core;

import static dev.bourse.core.Fixture.ACCOUNT;
import static dev.bourse.core.Fixture.BTC;
import static dev.bourse.core.Fixture.SECOND;
import static dev.bourse.core.Fixture.USD;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.api.event.AccountEvent;
import dev.bourse.api.event.InstrumentListed;
import dev.bourse.api.event.LifecycleEvent;
import dev.bourse.api.event.OrderReport;
import dev.bourse.api.event.Trade;
import dev.bourse.api.model.AggressorSide;
import dev.bourse.api.model.Balance;
import dev.bourse.api.model.Contract;
import dev.bourse.api.model.Fill;
import dev.bourse.api.model.Instrument;
import dev.bourse.api.model.Liquidity;
import dev.bourse.api.model.MarginMode;
import dev.bourse.api.model.MarginModel;
import dev.bourse.api.model.MarginTerms;
import dev.bourse.api.model.Money;
import dev.bourse.api.model.Order;
import dev.bourse.api.model.Quantity;
import dev.bourse.api.model.Rate;
import dev.bourse.api.strategy.Orders;
import dev.bourse.api.strategy.Strategy;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a strategy of contracts can size its orders by: the wallet and what it has not realized. */
@Tag("S21")
@Tag("N28")
class EquityOnMarginTest {
  private static final Instrument LINEAR =
      Fixture.instrument("BTCUSDPERP.TEST")
          .as(Contract.linear(Rate.of("0.01")), Money.of("1", USD), null);
  private static final Instrument INVERSE = inverse();

  private final Queue<Consumer<Orders>> wishes = new ArrayDeque<>();
  private final OnTrade strategy = OnTrade.granting(wishes);
  private final Fixture trader = new Fixture();

  private static Instrument inverse() {
    Instrument spot = Fixture.instrument("BTCUSDCOIN.TEST");
    return new Instrument(
            spot.id(),
            1,
            BTC,
            USD,
            spot.tickSize(),
            Quantity.of("1"),
            Quantity.of("1"),
            Quantity.of("100000"),
            USD.zero(),
            spot.makerFee(),
            spot.takerFee(),
            true)
        .as(Contract.inverse(Quantity.of("100"), Rate.of("0.01")), BTC.zero(), null);
  }

  private void begin(Instrument contract, MarginMode mode) {
    trader.running(new Strategy() {});
    trader.on(new InstrumentListed(contract, trader.now()));
    MarginTerms terms = new MarginTerms(mode, MarginModel.LEVERAGED, 10, new TreeMap<>());
    trader.on(new AccountEvent.Terms(ACCOUNT, terms, trader.now()));
    LifecycleEvent.StrategyBound bound =
        new LifecycleEvent.StrategyBound(
            Fixture.STRATEGY, "test", "v2", "p", ACCOUNT, List.of(contract.id()), "1m", "");
    trader.core().bind(bound, context -> strategy);
    trader.on(bound);
  }

  private void price(Instrument contract, String price) {
    trader.at(
        trader.now() + SECOND,
        new Trade(
            contract, trader.now(), contract.price(price).raw(), 1, AggressorSide.UNKNOWN, null));
  }

  private void does(Instrument contract, String price, Consumer<Orders> wish) {
    wishes.add(wish);
    price(contract, price);
  }

  private void fill(Instrument contract, String price, Money fee) {
    Order order = trader.last();
    trader.accept(order.id());
    trader.on(
        new OrderReport.Filled(
            new Fill(
                "f-" + order.id(),
                order.id(),
                ACCOUNT,
                contract,
                order.spec().side(),
                contract.price(price),
                order.spec().quantity(),
                fee,
                Liquidity.TAKER,
                trader.now(),
                false)));
  }

  private Money equity(Instrument contract, String price) {
    List<Money> seen = new java.util.ArrayList<>();
    does(contract, price, orders -> orders.equity().ifPresent(seen::add));
    return seen.get(0);
  }

  @ParameterizedTest
  @EnumSource(MarginMode.class)
  void isTheWalletAndWhatIsNotRealizedAndCountsSetAsideMarginOnce(MarginMode mode) {
    begin(LINEAR, mode);
    does(LINEAR, "100.00", orders -> orders.buyMarket(LINEAR.quantity("100")));
    fill(LINEAR, "100.00", Money.of("2", USD));

    Money even = equity(LINEAR, "100.00");
    Money gained = equity(LINEAR, "110.00");
    Money lost = equity(LINEAR, "95.00");

    assertThat(even).isEqualTo(Money.of("9998", USD));
    assertThat(gained).isEqualTo(Money.of("10998", USD));
    assertThat(lost).isEqualTo(Money.of("9498", USD));
  }

  @Test
  void ofAShortGainsAsThePriceFalls() {
    begin(LINEAR, MarginMode.CROSS);
    does(LINEAR, "100.00", orders -> orders.sellMarket(LINEAR.quantity("100")));
    fill(LINEAR, "100.00", USD.zero());

    Money gained = equity(LINEAR, "90.00");

    assertThat(gained).isEqualTo(Money.of("11000", USD));
  }

  @Test
  void isTheSameOnceTheGainIsRealized() {
    begin(LINEAR, MarginMode.ISOLATED);
    does(LINEAR, "100.00", orders -> orders.buyMarket(LINEAR.quantity("100")));
    fill(LINEAR, "100.00", USD.zero());
    Money before = equity(LINEAR, "110.00");

    does(LINEAR, "110.00", Orders::close);
    fill(LINEAR, "110.00", USD.zero());

    assertThat(before).isEqualTo(Money.of("11000", USD));
    assertThat(equity(LINEAR, "150.00")).isEqualTo(Money.of("11000", USD));
  }

  /** 10 contracts of 100 USD, from 100 to 125: 1,000 * (1/100 - 1/125) = 2 BTC, at 125 each. */
  @Test
  void ofCoinsIsWorthWhatTheyCostNow() {
    begin(INVERSE, MarginMode.CROSS);
    Balance coins = new Balance(Money.of("20", BTC), BTC.zero());
    Balance cash = new Balance(Money.of("10000", USD), USD.zero());
    trader.on(
        new AccountEvent.MassReport(
            ACCOUNT, List.of(), List.of(), List.of(cash, coins), trader.now(), trader.now()));
    does(INVERSE, "100.00", orders -> orders.buyMarket(INVERSE.quantity("10")));
    fill(INVERSE, "100.00", BTC.zero());
    trader.trade("125.00");

    Money worth = equity(INVERSE, "125.00");

    assertThat(worth).isEqualTo(Money.of("12750", USD)); // 10,000 + (20 + 2) * 125
  }
}
