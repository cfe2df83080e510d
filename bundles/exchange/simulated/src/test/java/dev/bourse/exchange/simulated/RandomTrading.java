package dev.bourse.exchange.simulated;

import static dev.bourse.testkit.Instruments.BTCUSD;
import static dev.bourse.testkit.Instruments.ETHUSD;

import dev.bourse.api.event.Quote;
import dev.bourse.api.event.Trade;
import dev.bourse.api.model.AggressorSide;
import dev.bourse.api.model.Instrument;
import dev.bourse.api.model.Order;
import dev.bourse.api.model.OrderSpec;
import dev.bourse.api.model.OrderType;
import dev.bourse.api.model.Side;
import dev.bourse.api.model.TimeInForce;
import dev.bourse.testkit.Market;
import dev.bourse.testkit.TestOrders;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;

/**
 * A day of trading out of a seed: trades on BTC, quotes on ETH, orders, cancels and queries on
 * both.
 */
final class RandomTrading {
  private static final List<TimeInForce> LIVES =
      List.of(TimeInForce.GTC, TimeInForce.IOC, TimeInForce.FOK);

  private final Random random;
  private final List<Order> orders = new ArrayList<>();
  private double seconds = 1;

  private RandomTrading(long seed) {
    this.random = new Random(seed);
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

  private Consumer<Desk> step(int number) {
    seconds += random.nextInt(3) * 0.05;
    double now = seconds;
    switch (random.nextInt(8)) {
      case 0, 1, 2 -> {
        Trade trade = trade();
        return desk -> desk.feed(trade);
      }
      case 3, 4 -> {
        Quote quote = quote();
        return desk -> desk.feed(quote);
      }
      case 5, 6 -> {
        Order order = order("o" + number);
        orders.add(order);
        return desk -> desk.submit(now, order);
      }
      default -> {
        Order order = orders.isEmpty() ? order("never") : orders.get(random.nextInt(orders.size()));
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

  private Order order(String id) {
    Instrument instrument = random.nextBoolean() ? BTCUSD : ETHUSD;
    boolean bitcoin = instrument.equals(BTCUSD);
    boolean market = random.nextInt(3) == 0;
    TimeInForce life = LIVES.get(random.nextInt(3));
    long quantity = bitcoin ? 1L + random.nextInt(300_000_000) : 1L + random.nextInt(5_000);
    long price = bitcoin ? 9_000L + random.nextInt(2_000) : 90L + random.nextInt(20);
    return TestOrders.order(
        id,
        new OrderSpec(
            instrument,
            random.nextBoolean() ? Side.BUY : Side.SELL,
            market ? OrderType.MARKET : OrderType.LIMIT,
            life,
            instrument.quantity(quantity),
            market ? null : instrument.price(price),
            !market && life == TimeInForce.GTC && random.nextInt(5) == 0,
            false));
  }
}
