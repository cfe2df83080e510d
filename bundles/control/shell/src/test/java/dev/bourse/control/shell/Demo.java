package dev.bourse.control.shell;

import dev.bourse.api.event.Bar;
import dev.bourse.api.model.AccountId;
import dev.bourse.api.model.AccountRights;
import dev.bourse.api.model.Balance;
import dev.bourse.api.model.BarInterval;
import dev.bourse.api.model.ClientOrderId;
import dev.bourse.api.model.Currency;
import dev.bourse.api.model.Fill;
import dev.bourse.api.model.Instrument;
import dev.bourse.api.model.InstrumentId;
import dev.bourse.api.model.Liquidity;
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
import dev.bourse.api.model.TimeInForce;
import dev.bourse.api.trader.TraderRegistry;
import dev.bourse.api.trader.TraderSnapshot.AccountView;
import dev.bourse.api.trader.TraderSnapshot.FeedView;
import dev.bourse.api.trader.TraderSnapshot.StrategyView;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The values that the screens are about: one trader on recorded Bitcoin trades. */
public final class Demo {
  public static final Currency USD = new Currency("USD", 8);
  public static final Currency BTC = new Currency("BTC", 8);
  public static final AccountId ACCOUNT = new AccountId("sim");
  public static final StrategyId EMA = new StrategyId("ema");
  public static final Instrument BTCUSD =
      new Instrument(
          InstrumentId.of("BTCUSD.BITSTAMP"),
          1,
          BTC,
          USD,
          Price.of("0.01"),
          Quantity.of("0.00000001"),
          Quantity.of("0.001"),
          Quantity.of("1000"),
          Money.of("5", USD),
          Rate.of("0.0015"),
          Rate.of("0.0025"),
          true);

  private Demo() {}

  /** Nanoseconds of {@code 10:05:00} on the day of the demo. */
  public static long time(String clock) {
    Instant instant = Instant.parse("2013-11-25T" + clock + "Z");
    return TimeUnit.SECONDS.toNanos(instant.getEpochSecond()) + instant.getNano();
  }

  public static Money usd(String amount) {
    return Money.of(amount, USD);
  }

  /** A market buy of 0.01, approved at 10:05:00 and changed at 10:05:01. */
  public static Order order(String id, OrderStatus status, String filled, String reason) {
    return order(
        id, status, filled, reason, OrderSpec.market(BTCUSD, Side.BUY, BTCUSD.quantity("0.01")));
  }

  public static Order order(
      String id, OrderStatus status, String filled, String reason, OrderSpec spec) {
    Quantity quantity = BTCUSD.quantity(filled);
    return new Order(
        new ClientOrderId(id),
        ACCOUNT,
        EMA,
        spec,
        status,
        false,
        "V" + id.substring(id.length() - 1),
        quantity,
        BTCUSD.notional(BTCUSD.price("805.12"), quantity),
        spec.side() == Side.BUY,
        BTCUSD.price("805.10"),
        time("10:05:00"),
        time("10:05:01"),
        reason);
  }

  public static OrderSpec limitSell() {
    return new OrderSpec(
        BTCUSD,
        Side.SELL,
        dev.bourse.api.model.OrderType.LIMIT,
        TimeInForce.GTC,
        BTCUSD.quantity("0.01"),
        BTCUSD.price("905.00"),
        true,
        false);
  }

  public static Fill fill(String fillId, String orderId, Side side, String price) {
    return new Fill(
        fillId,
        new ClientOrderId(orderId),
        ACCOUNT,
        BTCUSD,
        side,
        BTCUSD.price(price),
        BTCUSD.quantity("0.01"),
        usd("0.0201"),
        Liquidity.TAKER,
        time("10:05:00.100"),
        false);
  }

  public static Position position(
      PositionSide side, String quantity, String cost, String realized) {
    return new Position(
        ACCOUNT,
        EMA,
        BTCUSD,
        side,
        Quantity.of(quantity).withDecimals(8),
        usd(cost),
        usd(realized),
        usd("0.0402"),
        3);
  }

  public static AccountView account(boolean connected, String detail) {
    return new AccountView(
        ACCOUNT,
        "simulated",
        connected,
        detail,
        List.of(
            new Balance(Money.of("0.01", BTC), BTC.zero()),
            new Balance(usd("9991.9287"), usd("100"))),
        List.of(),
        List.of(),
        Optional.empty(),
        Optional.of(true));
  }

  /** An account at Binance with nothing on it, of which its adapter said so much. */
  static AccountView atBinance(@Nullable Boolean sandbox, @Nullable AccountRights rights) {
    return new AccountView(
        ACCOUNT,
        "binance",
        true,
        "Connected.",
        List.of(),
        List.of(),
        List.of(),
        Optional.empty(),
        Optional.ofNullable(sandbox),
        Optional.ofNullable(rights));
  }

  /** A terminal with one trader, who has that account. */
  static Terminal terminal(AccountView account) {
    FakeTrader trader = new FakeTrader(Snapshots.of("demo").accounts(account).build());
    return new Terminal().offer(TraderRegistry.class, new FakeRegistry(trader));
  }

  public static FeedView feed(String lastEvent) {
    return new FeedView(
        BTCUSD, 1234, time(lastEvent), time("10:05:00"), Optional.of(BTCUSD.price("810.00")), 7);
  }

  public static StrategyView strategy(long asked, long intents, Map<String, Long> denials) {
    return new StrategyView(
        EMA,
        "emacross",
        "0.1.0",
        List.of(BTCUSD.id()),
        "1m",
        true,
        "",
        asked,
        intents,
        denials,
        denials.isEmpty() ? "" : "INSUFFICIENT_BALANCE: needs=8071.10 free=6012.33");
  }

  public static Bar bar(String close, String price) {
    long raw = BTCUSD.price(price).raw();
    return new Bar(
        BTCUSD,
        BarInterval.of("1m"),
        time(close),
        raw - 50,
        raw + 20,
        raw - 60,
        raw,
        150_000_000,
        true);
  }
}
