package dev.bourse.itests.campaign;

import dev.bourse.api.event.Quote;
import dev.bourse.api.model.Instrument;
import dev.bourse.api.model.Order;
import dev.bourse.api.model.OrderChange;
import dev.bourse.api.model.OrderList;
import dev.bourse.api.model.OrderSpec;
import dev.bourse.api.model.OrderStatus;
import dev.bourse.api.model.Price;
import dev.bourse.api.model.Quantity;
import dev.bourse.api.model.Side;
import dev.bourse.api.strategy.Orders;
import dev.bourse.api.strategy.Strategy;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Buys, sells and cancels at every second quote or so, out of a seed; in every second run it also
 * changes orders and places brackets, whose exits grow with their entry, in half of those as pairs
 * of the venue.
 */
final class Restless implements Strategy {
  private final SplittableRandom random;
  private final boolean changes;
  private final boolean pairs;

  Restless(long seed) {
    this.random = new SplittableRandom(seed);
    this.changes = changes(seed / 1_000);
    this.pairs = pairs(seed / 1_000);
  }

  /**
   * Whether orders are changed in a run: at the venue another of the same name takes their place.
   */
  static boolean changes(long run) {
    return run % 2 == 0;
  }

  /** Whether the exits of a run's brackets rest at the venue, as its pairs, or are kept here. */
  static boolean pairs(long run) {
    return run % 4 == 0;
  }

  @Override
  public void onQuote(Quote quote, Orders orders) {
    Instrument instrument = orders.instrument();
    long tick = instrument.tickSize().raw();
    Quantity size = Quantity.of("0.0" + (1 + random.nextInt(4)) + "000");
    Price below = instrument.price(quote.bidRaw() - tick * random.nextInt(2_000));
    switch (random.nextInt(12)) {
      case 0 -> orders.buyMarket(size);
      case 1, 2 -> orders.buyLimit(size, below);
      case 3 -> bracket(orders, quote, size);
      case 4, 7 -> orders.close();
      case 5 -> amend(orders, below);
      case 6 -> cancelOne(orders);
      case 8, 9 -> {
        if (pairs) {
          bracket(orders, quote, size);
        }
      }
      default -> {}
    }
  }

  private void bracket(Orders orders, Quote quote, Quantity size) {
    if (!changes) {
      return;
    }
    Instrument instrument = orders.instrument();
    long tick = instrument.tickSize().raw();
    orders.submit(
        OrderList.bracket(
            OrderSpec.limit(instrument, Side.BUY, size, quote.ask()),
            instrument.price(quote.askRaw() + tick * (200 + random.nextInt(2_000))),
            instrument.price(quote.bidRaw() - tick * (200 + random.nextInt(2_000)))));
  }

  private void amend(Orders orders, Price price) {
    if (!changes) {
      return;
    }
    working(orders).stream()
        .filter(order -> order.spec().side() == Side.BUY && order.spec().price() != null)
        .findFirst()
        .ifPresent(order -> orders.amend(order.id(), OrderChange.price(price)));
  }

  private void cancelOne(Orders orders) {
    List<Order> working = working(orders);
    if (!working.isEmpty()) {
      orders.cancel(working.get(random.nextInt(working.size())).id());
    }
  }

  private static List<Order> working(Orders orders) {
    return orders.live().stream().filter(order -> order.status() == OrderStatus.ACCEPTED).toList();
  }
}
