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
 * changes orders and places brackets, whose exits grow with their entry. In half of those it enters
 * by brackets alone, whose exits rest at the venue as pairs, and never takes an exit back but to
 * close.
 */
final class Restless implements Strategy {
  private final SplittableRandom random;
  private final Plan plan;

  Restless(Plan plan, long seed) {
    this.plan = plan;
    this.random = new SplittableRandom(seed);
  }

  @Override
  public void onQuote(Quote quote, Orders orders) {
    Instrument instrument = orders.instrument();
    long tick = instrument.tickSize().raw();
    Quantity size = Quantity.of("0.0" + (1 + random.nextInt(4)) + "000");
    Price below = instrument.price(quote.bidRaw() - tick * random.nextInt(2_000));
    switch (random.nextInt(12)) {
      case 0 -> enter(orders, quote, OrderSpec.market(instrument, Side.BUY, size));
      case 1, 2 -> enter(orders, quote, OrderSpec.limit(instrument, Side.BUY, size, below));
      case 3 -> bracket(orders, quote, OrderSpec.limit(instrument, Side.BUY, size, quote.ask()));
      case 4, 7 -> orders.close();
      case 5 -> amend(orders, below);
      case 6 -> cancelOne(orders);
      default -> {}
    }
  }

  private void enter(Orders orders, Quote quote, OrderSpec entry) {
    if (plan.pairs()) {
      bracket(orders, quote, entry);
    } else {
      orders.submit(entry);
    }
  }

  private void bracket(Orders orders, Quote quote, OrderSpec entry) {
    if (!plan.changes()) {
      return;
    }
    Instrument instrument = orders.instrument();
    long tick = instrument.tickSize().raw();
    Price limit = entry.price();
    long above = limit == null ? quote.askRaw() : limit.raw();
    long below = limit == null ? quote.bidRaw() : limit.raw();
    orders.submit(
        OrderList.bracket(
            entry,
            instrument.price(above + tick * (200 + random.nextInt(2_000))),
            instrument.price(below - tick * (200 + random.nextInt(2_000)))));
  }

  private void amend(Orders orders, Price price) {
    if (!plan.changes()) {
      return;
    }
    working(orders).stream()
        .filter(order -> order.spec().side() == Side.BUY && order.spec().price() != null)
        .findFirst()
        .ifPresent(order -> orders.amend(order.id(), OrderChange.price(price)));
  }

  private void cancelOne(Orders orders) {
    List<Order> working =
        working(orders).stream()
            .filter(order -> !plan.pairs() || order.spec().side() == Side.BUY)
            .toList();
    if (!working.isEmpty()) {
      orders.cancel(working.get(random.nextInt(working.size())).id());
    }
  }

  private static List<Order> working(Orders orders) {
    return orders.live().stream().filter(order -> order.status() == OrderStatus.ACCEPTED).toList();
  }
}
