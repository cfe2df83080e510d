package dev.bourse.exchange.simulated;

import static dev.bourse.testkit.Instruments.BTCUSD;
import static dev.bourse.testkit.Instruments.ETHUSD;

import dev.bourse.api.event.Bar;
import dev.bourse.api.event.BookDifference;
import dev.bourse.api.event.BookLevels;
import dev.bourse.api.event.FullBook;
import dev.bourse.api.event.MarketEvent;
import dev.bourse.api.event.Quote;
import dev.bourse.api.event.Trade;
import dev.bourse.api.model.AggressorSide;
import dev.bourse.api.model.BarInterval;
import dev.bourse.api.model.Contingency;
import dev.bourse.api.model.Currency;
import dev.bourse.api.model.Instrument;
import dev.bourse.api.model.InstrumentId;
import dev.bourse.api.model.Order;
import dev.bourse.api.model.OrderChange;
import dev.bourse.api.model.OrderSpec;
import dev.bourse.api.model.OrderType;
import dev.bourse.api.model.Price;
import dev.bourse.api.model.Quantity;
import dev.bourse.api.model.Rate;
import dev.bourse.api.model.Side;
import dev.bourse.api.model.TimeInForce;
import dev.bourse.api.model.TrailingOffset;
import dev.bourse.api.model.Trigger;
import dev.bourse.api.model.TriggerType;
import dev.bourse.testkit.Instruments;
import dev.bourse.testkit.Market;
import dev.bourse.testkit.TestOrders;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;

/**
 * A day of trading out of a seed: trades on BTC, quotes on ETH and on half of the days its book,
 * bars on SOL; orders of all kinds, amends, cancels and queries on all of them.
 */
final class RandomTrading {
  private static final List<TimeInForce> LIVES =
      List.of(TimeInForce.GTC, TimeInForce.IOC, TimeInForce.FOK, TimeInForce.GTD, TimeInForce.DAY);

  /** Half of the orders are plain ones. */
  private static final List<OrderType> TYPES =
      List.of(
          OrderType.MARKET,
          OrderType.MARKET,
          OrderType.LIMIT,
          OrderType.LIMIT,
          OrderType.LIMIT,
          OrderType.LIMIT,
          OrderType.STOP_MARKET,
          OrderType.STOP_LIMIT,
          OrderType.MARKET_IF_TOUCHED,
          OrderType.LIMIT_IF_TOUCHED,
          OrderType.TRAILING_STOP_MARKET,
          OrderType.TRAILING_STOP_LIMIT);

  private static final List<TriggerType> WATCHED =
      List.of(
          TriggerType.DEFAULT,
          TriggerType.LAST_PRICE,
          TriggerType.BID_ASK,
          TriggerType.DOUBLE_LAST,
          TriggerType.DOUBLE_BID_ASK,
          TriggerType.LAST_OR_BID_ASK,
          TriggerType.MID_POINT);

  /** Known by bars alone. */
  static final Instrument SOLUSD =
      new Instrument(
          InstrumentId.of("SOLUSD.KRAKEN"),
          1,
          new Currency("SOL", 8),
          Instruments.USD,
          Price.of("0.01"),
          Quantity.of("0.001"),
          Quantity.of("0.001"),
          Quantity.of("100000"),
          Instruments.USD.zero(),
          Rate.of("0.001"),
          Rate.of("0.002"),
          true);

  private final Random random;
  private final List<Order> orders = new ArrayList<>();
  private final boolean books;
  private double seconds = 1;
  private long update;

  private RandomTrading(long seed) {
    this.random = new Random(seed);
    this.books = random.nextBoolean();
  }

  /** What happens, one step after the other. */
  static List<Consumer<Desk>> steps(long seed, int count) {
    RandomTrading trading = new RandomTrading(seed);
    List<Consumer<Desk>> steps = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      steps.add(trading.step(i));
    }
    return steps;
  }

  /** Lets it happen; returns all orders that were sent. */
  static List<Order> trade(long seed, int count, Desk desk) {
    RandomTrading trading = new RandomTrading(seed);
    for (int i = 0; i < count; i++) {
      trading.step(i).accept(desk);
    }
    return trading.orders;
  }

  private Consumer<Desk> step(int number) {
    seconds += random.nextInt(3) * 0.05;
    double now = seconds;
    switch (random.nextInt(9)) {
      case 0, 1, 2 -> {
        Trade trade = trade();
        return desk -> desk.feed(trade);
      }
      case 3, 4 -> {
        MarketEvent event = random.nextInt(3) == 0 ? bar() : books ? book() : quote();
        return desk -> desk.feed(event);
      }
      case 5, 6 -> {
        Order order = linked(order("o" + number));
        orders.add(order);
        return desk -> desk.submit(now, order);
      }
      case 7 -> {
        Order order = known();
        OrderChange change = change(order.spec().instrument());
        return desk -> desk.amend(now, order, change);
      }
      default -> {
        Order order = known();
        boolean query = random.nextInt(4) == 0;
        return desk -> {
          if (query) {
            desk.query(now, order);
          } else {
            desk.cancel(now, order);
          }
        };
      }
    }
  }

  private Trade trade() {
    return new Trade(
        BTCUSD,
        Market.seconds(seconds),
        9_000L + random.nextInt(2_000),
        1L + random.nextInt(200_000_000),
        AggressorSide.UNKNOWN,
        null);
  }

  private Quote quote() {
    long bid = 90L + random.nextInt(20);
    return new Quote(
        ETHUSD,
        Market.seconds(seconds),
        bid,
        random.nextInt(3_000),
        bid + 1 + random.nextInt(3),
        random.nextInt(3_000));
  }

  /** Mostly the next difference, at times a full book, one after a hole, or a quote. */
  private MarketEvent book() {
    update++;
    int kind = random.nextInt(12);
    long middle = 90L + random.nextInt(20);
    if (kind < 3) {
      return new FullBook(
          ETHUSD, Market.seconds(seconds), update, levels(middle - 8, 1), levels(middle + 1, 1));
    }
    update += kind == 3 ? 5 : 0;
    return kind == 4
        ? quote()
        : new BookDifference(
            ETHUSD,
            Market.seconds(seconds),
            update,
            update,
            levels(middle - 8, 0),
            levels(middle + 1, 0));
  }

  private BookLevels levels(long from, int least) {
    long[] pairs = new long[2 * (1 + random.nextInt(4))];
    for (int i = 0; i < pairs.length; i += 2) {
      pairs[i] = from + i + random.nextInt(2);
      pairs[i + 1] = least + random.nextInt(2) * (long) random.nextInt(3_000);
    }
    return BookLevels.of(pairs, pairs.length / 2);
  }

  private Bar bar() {
    int low = 900 + random.nextInt(150);
    int height = random.nextInt(60);
    return new Bar(
        SOLUSD,
        BarInterval.of("1s"),
        Market.seconds(seconds),
        low + random.nextInt(height + 1),
        low + height,
        low,
        low + random.nextInt(height + 1),
        random.nextInt(20_000),
        true);
  }

  /** Some orders share a list with those before them. */
  private Order linked(Order order) {
    int list = orders.size() / 3;
    return switch (random.nextInt(6)) {
      case 0 -> LinkedOrders.in("oco" + list, Contingency.OCO, order);
      case 1 -> LinkedOrders.in("ouo" + list, Contingency.OUO, order);
      default -> order;
    };
  }

  private Order known() {
    return orders.isEmpty() ? order("never") : orders.get(random.nextInt(orders.size()));
  }

  private OrderChange change(Instrument instrument) {
    Quantity quantity = random.nextBoolean() ? quantity(instrument) : null;
    Price price = random.nextInt(3) > 0 ? price(instrument) : null;
    boolean trigger = random.nextInt(3) == 0 || (quantity == null && price == null);
    return new OrderChange(quantity, price, trigger ? price(instrument) : null);
  }

  private Quantity quantity(Instrument instrument) {
    return instrument.quantity(
        instrument.equals(BTCUSD) ? 1L + random.nextInt(300_000_000) : 1L + random.nextInt(5_000));
  }

  private Price price(Instrument instrument) {
    if (instrument.equals(SOLUSD)) {
      return instrument.price(900L + random.nextInt(200));
    }
    return instrument.price(
        instrument.equals(BTCUSD) ? 9_000L + random.nextInt(2_000) : 90L + random.nextInt(20));
  }

  private Order order(String id) {
    Instrument instrument = List.of(BTCUSD, ETHUSD, SOLUSD).get(random.nextInt(3));
    OrderType type = TYPES.get(random.nextInt(TYPES.size()));
    TimeInForce life = LIVES.get(random.nextInt(LIVES.size()));
    boolean limited = type.triggered() == OrderType.LIMIT;
    boolean rests = limited && life != TimeInForce.IOC && life != TimeInForce.FOK;
    Quantity quantity = quantity(instrument);
    return TestOrders.order(
        id,
        new OrderSpec(
            instrument,
            random.nextBoolean() ? Side.BUY : Side.SELL,
            type,
            life,
            quantity,
            type.hasPrice() ? price(instrument) : null,
            rests && random.nextInt(5) == 0,
            false,
            type.isConditional() ? trigger(type, instrument) : null,
            life == TimeInForce.GTD ? Market.seconds(seconds + random.nextInt(20)) : 0,
            rests && random.nextInt(4) == 0 ? quantity(instrument) : null));
  }

  private Trigger trigger(OrderType type, Instrument instrument) {
    if (!type.isTrailing()) {
      return Trigger.at(price(instrument)).by(WATCHED.get(random.nextInt(WATCHED.size())));
    }
    TrailingOffset offset = new TrailingOffset.ByTicks(1 + random.nextInt(5));
    Trigger trigger = Trigger.trailing(offset).by(WATCHED.get(random.nextInt(WATCHED.size())));
    trigger = random.nextInt(3) == 0 ? trigger.withPrice(price(instrument)) : trigger;
    return type == OrderType.TRAILING_STOP_LIMIT ? trigger.withLimitOffset(offset) : trigger;
  }
}
