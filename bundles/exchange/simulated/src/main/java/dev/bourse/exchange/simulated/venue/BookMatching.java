package dev.bourse.exchange.simulated.venue;

import dev.bourse.api.model.Liquidity;
import dev.bourse.api.model.Side;
import dev.bourse.api.model.TimeInForce;
import java.util.List;

/**
 * Lets orders trade against the levels of a book.
 *
 * <p>An order that takes walks the levels from the best on, each at its price and up to what our
 * orders left of it. A resting order fills at its own price where a level of the other side reaches
 * it. A book that was lost has no levels: whoever takes waits for the next one.
 */
final class BookMatching {
  private final FillRules rules;
  private final Matching matching;
  private final Settlement settlement;
  private final Executions executions;
  private final Endings endings;
  private final Step step;

  BookMatching(
      FillRules rules,
      Matching matching,
      Settlement settlement,
      Executions executions,
      Endings endings,
      Step step) {
    this.rules = rules;
    this.matching = matching;
    this.settlement = settlement;
    this.executions = executions;
    this.endings = endings;
    this.step = step;
  }

  /** The book changed: what waits takes from it, resting orders fill where it reaches them. */
  void onBook(Book book, Depth depth, long time) {
    if (rules.queue()) {
      Queue.quoted(book, step);
    }
    for (Side side : new Side[] {Side.BUY, Side.SELL}) {
      takers(book, depth, side, time);
      makers(book, depth, side, time);
    }
  }

  private void takers(Book book, Depth depth, Side side, long time) {
    List<VenueOrder> takers = book.takers;
    for (int i = 0; i < takers.size(); ) {
      VenueOrder order = takers.get(i);
      if (order.spec.side() == side) {
        walk(book, depth, order, time);
      }
      if (i < takers.size() && takers.get(i) == order) {
        i++;
      }
    }
  }

  private void makers(Book book, Depth depth, Side side, long time) {
    List<VenueOrder> resting = side == Side.BUY ? book.bids : book.asks;
    Side levels = side.opposite();
    for (int level = 0; level < depth.levels(levels) && !resting.isEmpty(); level++) {
      long price = depth.priceRaw(levels, level);
      if (Matching.beyond(resting.get(0), price) < 0) {
        return;
      }
      long there = depth.leftRaw(levels, level);
      Offer offer = Offer.at(price, there);
      long left = matching.makers(book, resting, offer, Matching.Reach.QUOTE, time);
      depth.take(levels, level, there - left);
    }
  }

  /** An order that arrived takes what it reaches, or queues behind what stands at its price. */
  void onArrival(Book book, Depth depth, VenueOrder order, long time) {
    if (order.taker) {
      walk(book, depth, order, time);
      step.touch(book);
    } else if (rules.queue()) {
      Queue.join(order, book.market);
    }
  }

  private void walk(Book book, Depth depth, VenueOrder order, long time) {
    Side levels = order.spec.side().opposite();
    if (depth.levels(levels) == 0) {
      return;
    }
    boolean whole = order.spec.timeInForce() == TimeInForce.FOK;
    if (whole && !canFillWhole(depth, order, levels)) {
      endings.expired(book, order, time);
      return;
    }
    for (int level = 0; level < depth.levels(levels) && order.isOpen(); level++) {
      long price = matching.takerPrice(order, depth.priceRaw(levels, level));
      if (price == 0) {
        break;
      }
      if (!take(book, depth, order, level, price, time)) {
        return;
      }
    }
    end(book, order, time);
  }

  /** Whether all of an order is there, and can be paid at the last of its prices. */
  private boolean canFillWhole(Depth depth, VenueOrder order, Side levels) {
    long missing = order.remainingRaw();
    for (int level = 0; level < depth.levels(levels); level++) {
      long price = matching.takerPrice(order, depth.priceRaw(levels, level));
      if (price == 0) {
        return false;
      }
      missing -= Matching.executable(order, depth.leftRaw(levels, level));
      if (missing <= 0) {
        long all = order.remainingRaw();
        return settlement.affordable(order, price, all, Liquidity.TAKER) >= all;
      }
    }
    return false;
  }

  /** Takes from one level; false if the order ended because its money or its amount did. */
  private boolean take(Book book, Depth depth, VenueOrder order, int level, long price, long time) {
    Side levels = order.spec.side().opposite();
    long there = depth.leftRaw(levels, level);
    long most = order.wanted(price);
    if (most == 0) {
      endings.used(book, order, price, time);
      return false;
    }
    long wanted = Matching.executable(order, Math.min(there, most));
    long quantity = wanted == 0 ? 0 : settlement.affordable(order, price, wanted, Liquidity.TAKER);
    if (quantity > 0) {
      executions.fill(order, price, quantity, Liquidity.TAKER, time);
      depth.take(levels, level, there - rules.left(there, quantity));
    }
    if (order.isOpen() && quantity < wanted) {
      endings.unaffordable(book, order, price, time);
      return false;
    }
    return true;
  }

  /** What becomes of an order that took all it reaches. */
  private void end(Book book, VenueOrder order, long time) {
    if (!order.isOpen()) {
      endings.filled(book, order, time);
    } else if (order.fillsOnceOnly()) {
      endings.expired(book, order, time);
    } else if (!order.isMarket()) {
      endings.rest(book, order);
    }
  }
}
