package dev.bourse.core;

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
import dev.bourse.api.event.Trade;
import dev.bourse.api.model.AggressorSide;
import dev.bourse.api.model.Balance;
import dev.bourse.api.model.Currency;
import dev.bourse.api.model.Instrument;
import dev.bourse.api.model.InstrumentId;
import dev.bourse.api.model.Money;
import dev.bourse.api.model.Order;
import dev.bourse.api.model.OrderSpec;
import dev.bourse.api.model.OrderStatus;
import dev.bourse.api.model.Side;
import dev.bourse.api.strategy.Strategy;
import dev.bourse.api.trader.TraderSnapshot.AssetView;
import dev.bourse.api.trader.TraderSnapshot.WorthView;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** An account that is valued in one currency, by named prices. */
@Tag("N28")
class AccountCurrencyTest {
  private static final Currency BNB = new Currency("BNB", 8);
  private static final Currency JUNK = new Currency("JUNK", 8);
  private static final Currency EUR = new Currency("EUR", 8);
  private static final Instrument EURUSD = like("EURUSD.TEST", EUR);
  private static final Instrument BNBUSD = like("BNBUSD.TEST", BNB);

  private static Instrument like(String id, Currency base) {
    return new Instrument(
        InstrumentId.of(id),
        1,
        base,
        USD,
        BTCUSD.tickSize(),
        BTCUSD.stepSize(),
        BTCUSD.minQuantity(),
        BTCUSD.maxQuantity(),
        BTCUSD.minNotional(),
        BTCUSD.makerFee(),
        BTCUSD.takerFee(),
        true);
  }

  private static Fixture valuedIn(String currency, Money... balances) {
    Fixture trader =
        new Fixture(
            new TraderCore(
                Fixture.settings(List.of())
                    .withCurrencies(new TreeMap<>(Map.of(ACCOUNT, currency)))));
    trader.on(new LifecycleEvent.Started(1, "mode=replay"));
    for (Instrument each : List.of(BTCUSD, EURUSD, BNBUSD)) {
      trader.on(new InstrumentListed(each, trader.now()));
    }
    trader.bind(new Strategy() {});
    trader.on(new LifecycleEvent.Recovered("empty store"));
    trader.on(new ConnectionChanged(ACCOUNT, true, "", trader.now()));
    List<Balance> all =
        Arrays.stream(balances).map(each -> new Balance(each, each.currency().zero())).toList();
    trader.on(
        new AccountEvent.MassReport(
            ACCOUNT, List.of(), List.of(), all, trader.now(), trader.now()));
    return trader;
  }

  private static void price(Fixture trader, Instrument instrument, String price) {
    long raw = instrument.price(price).raw();
    trader.on(new Trade(instrument, trader.now(), raw, 1, AggressorSide.UNKNOWN, null));
  }

  private static Order buy(Fixture trader) {
    OrderSpec spec = OrderSpec.market(BTCUSD, Side.BUY, BTCUSD.quantity("1"));
    trader.on(new ControlEvent.Submit(spec, "op"));
    return trader.last();
  }

  private static WorthView worth(Fixture trader) {
    return trader.core().view(Map.of(), Map.of(), "").accounts().get(0).worth().orElseThrow();
  }

  @Test
  void valuesWhatIsTradedByNamedPathsAndNoJunk() {
    Fixture trader =
        valuedIn(
            "EUR",
            Money.of("1100", USD),
            Money.of("2", BTC),
            Money.of("5", EUR),
            Money.of("9", JUNK));
    price(trader, BTCUSD, "220.00");

    price(trader, EURUSD, "1.10");

    assertThat(worth(trader).equity()).contains(Money.of("1405", EUR));
    assertThat(worth(trader).assets())
        .extracting(asset -> asset.held().currency() + " " + asset.path())
        .containsExactly("BTC BTCUSD.TEST then 1/EURUSD.TEST", "EUR ", "USD 1/EURUSD.TEST");
    assertThat(trader.core().view(Map.of(), Map.of(), "").equity())
        .containsExactly(Money.of("1405", EUR));
  }

  @Test
  void anAssetWithoutAPriceStopsEntriesWithACodeUntilItHasOne() {
    Fixture trader = valuedIn("EUR", Money.of("1000", USD), Money.of("5", EUR));
    price(trader, BTCUSD, "100.00");

    Order denied = buy(trader);
    List<Money> equity = trader.core().view(Map.of(), Map.of(), "").equity();
    List<AssetView> unpriced = worth(trader).unpriced();
    price(trader, EURUSD, "1.10");
    Order approved = buy(trader);

    assertThat(denied.reason())
        .isEqualTo(
            "UNPRICED: account=acct currency=EUR asset=USD held=1000.00000000 path=1/EURUSD.TEST");
    assertThat(equity).containsExactly(Money.of("5", EUR), Money.of("1000", USD));
    assertThat(unpriced)
        .extracting(asset -> asset.held().toString())
        .containsExactly("1000.00000000 USD");
    assertThat(approved.status()).isNotEqualTo(OrderStatus.DENIED);
  }

  @Test
  void whatReducesGoesOutThoughNobodyKnowsTheEquity() {
    Fixture trader = valuedIn("USD", Money.of("1000", USD), Money.of("1", BNB));
    price(trader, BTCUSD, "100.00");
    Order bought = buy(trader);
    trader.accept(bought.id());
    trader.fill(bought.id(), "1", "100.00", Money.of("0.1", BNB));

    Order entry = buy(trader);
    OrderSpec exit = OrderSpec.market(BTCUSD, Side.SELL, BTCUSD.quantity("1"));
    trader.on(new ControlEvent.Submit(exit, "op"));

    assertThat(entry.reason())
        .isEqualTo(
            "UNPRICED: account=acct currency=USD asset=BNB held=0.90000000 path=BNBUSD.TEST");
    assertThat(trader.last().entry()).isFalse();
    assertThat(trader.last().status()).isNotEqualTo(OrderStatus.DENIED);
  }

  @Test
  void aCurrencyThatNothingHasStopsEntries() {
    Fixture trader = valuedIn("CHF", Money.of("1000", USD));
    price(trader, BTCUSD, "100.00");

    Order denied = buy(trader);

    assertThat(denied.reason())
        .isEqualTo("UNPRICED: account=acct currency=CHF asset=USD held=1000.00000000 path=none");
    assertThat(worth(trader).equity()).isEmpty();
  }
}
