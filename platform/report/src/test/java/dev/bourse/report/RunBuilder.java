package dev.bourse.report;

import dev.bourse.api.backtest.BacktestResult;
import dev.bourse.api.backtest.BacktestResult.EquityPoint;
import dev.bourse.api.backtest.BacktestSpec;
import dev.bourse.api.backtest.DayPrices;
import dev.bourse.api.backtest.PriceRange;
import dev.bourse.api.data.DataCounts;
import dev.bourse.api.event.Bar;
import dev.bourse.api.model.AccountId;
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
import dev.bourse.api.model.Price;
import dev.bourse.api.model.Quantity;
import dev.bourse.api.model.Rate;
import dev.bourse.api.model.Side;
import dev.bourse.api.model.StrategyId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Makes results by hand: orders with their fills, bars and equity, at times like {@code 10:05}. */
public final class RunBuilder {
  public static final Currency BTC = new Currency("BTC", 8);
  public static final Currency USD = new Currency("USD", 8);
  public static final AccountId ACCOUNT = new AccountId("backtest");
  public static final StrategyId STRATEGY = new StrategyId("emacross");
  public static final Instrument BTCUSD = instrument("BTCUSD.BITSTAMP", BTC, USD);

  private static final String DAY = "2013-11-25T";

  private final Map<String, String> assumptions = new LinkedHashMap<>();
  private final List<Order> orders = new ArrayList<>();
  private final List<Fill> fills = new ArrayList<>();
  private final List<EquityPoint> equity = new ArrayList<>();
  private final List<Bar> bars = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();
  private final List<DayPrices> days = new ArrayList<>();
  private final List<PriceRange> ranges = new ArrayList<>();
  private Instrument instrument = BTCUSD;
  private @Nullable Price expected;
  private String first = "00:00";
  private String last = "10:00";

  /** A spot instrument with steps of 0.01 and 0.0001 and a least quantity of 0.001. */
  public static Instrument instrument(String id, Currency base, Currency quote) {
    return new Instrument(
        InstrumentId.of(id),
        1,
        base,
        quote,
        Price.of("0.01"),
        Quantity.of("0.0001"),
        Quantity.of("0.001"),
        Quantity.of("1000"),
        Money.of("1", quote),
        Rate.of("0.001"),
        Rate.of("0.0025"),
        true);
  }

  /** Nanoseconds of {@code HH:mm} on the day of the run, or of a whole ISO time. */
  public static long time(String text) {
    String whole = text.length() == 5 ? DAY + text + ":00Z" : text;
    return TimeUnit.SECONDS.toNanos(Instant.parse(whole).getEpochSecond());
  }

  public RunBuilder period(String newFirst, String newLast) {
    first = newFirst;
    last = newLast;
    return this;
  }

  public RunBuilder trading(Instrument newInstrument) {
    instrument = newInstrument;
    return this;
  }

  public RunBuilder assuming(String name, String value) {
    assumptions.put(name, value);
    return this;
  }

  public RunBuilder note(String sentence) {
    notes.add(sentence);
    return this;
  }

  /** The next order expects this price. */
  public RunBuilder expecting(String price) {
    expected = instrument.price(price);
    return this;
  }

  /** A market order filled whole by one fill, with a fee such as {@code 1.00 USD}. */
  public RunBuilder filled(String time, Side side, String quantity, String price, String fee) {
    String id = "bt-emacross-1-" + (orders.size() + 1);
    return fill(time, id, side, quantity, price, fee)
        .order(id, side, quantity, OrderStatus.FILLED, price);
  }

  /** One fill of an order that is added by {@link #order}. */
  public RunBuilder fill(
      String time, String orderId, Side side, String quantity, String price, String fee) {
    fills.add(
        new Fill(
            "f" + (fills.size() + 1),
            new ClientOrderId(orderId),
            ACCOUNT,
            instrument,
            side,
            instrument.price(price),
            instrument.quantity(quantity),
            money(fee),
            Liquidity.TAKER,
            time(time),
            false));
    return this;
  }

  /** A market order; one that is filled was filled at the given price. */
  public RunBuilder order(String id, Side side, String quantity, OrderStatus status, String price) {
    Quantity whole = instrument.quantity(quantity);
    Quantity filled = status == OrderStatus.FILLED ? whole : Quantity.zero(whole.decimals());
    orders.add(
        new Order(
            new ClientOrderId(id),
            ACCOUNT,
            STRATEGY,
            OrderSpec.market(instrument, side, whole),
            status,
            false,
            null,
            filled,
            instrument.notional(instrument.price(price), filled),
            side == Side.BUY,
            expected,
            time(first),
            time(first),
            ""));
    expected = null;
    return this;
  }

  public RunBuilder equity(String time, String amount) {
    equity.add(new EquityPoint(time(time), Money.of(amount, USD)));
    return this;
  }

  public RunBuilder bar(String time, String open, String high, String low, String close) {
    bars.add(
        new Bar(
            instrument,
            BarInterval.of("1m"),
            time(time),
            instrument.price(open).raw(),
            instrument.price(high).raw(),
            instrument.price(low).raw(),
            instrument.price(close).raw(),
            10_000,
            true));
    return this;
  }

  /** The prices since the fill before, of the next fill or, after the last one, of the rest. */
  public RunBuilder range(String low, String high) {
    ranges.add(new PriceRange(instrument.id(), instrument.price(low), instrument.price(high)));
    return this;
  }

  /** First and last price of a day such as {@code 2013-11-25}. */
  public RunBuilder day(String day, String opened, String closed) {
    long epochDay = LocalDate.parse(day).toEpochDay();
    days.add(
        new DayPrices(
            instrument.id(), epochDay, instrument.price(opened), instrument.price(closed)));
    return this;
  }

  public BacktestResult build() {
    BacktestSpec spec =
        new BacktestSpec(
            "emacross",
            Map.of("fast", "10", "slow", "20"),
            "bitstamp",
            List.of(instrument.id()),
            "1m",
            time(first),
            time(last),
            List.of("10000 USD"),
            Map.of(),
            Map.of("limits", Map.of("max.notional", "5000")));
    return new BacktestResult(
        "3f2a9c41d07be865",
        spec,
        assumptions,
        "9b74c9897bac770ffc029102a200c5de",
        new DataCounts(99_982, 18, 0, 0),
        time(first),
        time(last),
        orders,
        fills,
        equity,
        bars,
        Map.of(),
        notes,
        List.of(),
        days,
        ranges,
        Map.of());
  }

  private static Money money(String text) {
    int space = text.indexOf(' ');
    return Money.of(text.substring(0, space), new Currency(text.substring(space + 1), 8));
  }
}
