package dev.bourse.exchange.simulated.venue;

import dev.bourse.api.model.Price;
import dev.bourse.api.model.Quantity;
import org.jspecify.annotations.Nullable;

/** How an order comes into its book: new, changed, or set off. */
final class Working {
  private final FillRules rules;
  private final Matching matching;
  private final BookMatching levels;
  private final SelfTrades own;
  private final Endings endings;
  private final Step step;

  Working(
      FillRules rules,
      Matching matching,
      BookMatching levels,
      SelfTrades own,
      Endings endings,
      Step step) {
    this.rules = rules;
    this.matching = matching;
    this.levels = levels;
    this.own = own;
    this.endings = endings;
    this.step = step;
  }

  /** Puts an order that is in no list into its own, and lets it take what it finds. */
  void enter(Book book, VenueOrder order, long time) {
    order.shownRaw = visible(order);
    order.queueRaw = -1;
    step.touch(order);
    if (order.waits()) {
      book.add(order);
      return;
    }
    order.taker = takes(order, book);
    book.add(order);
    if (order.spec.postOnly()) {
      if (own.wouldTake(book, order) || (order.triggered && wouldTake(order, book))) {
        endings.wouldTake(book, order, time);
        return;
      }
    } else {
      own.meet(book, order, time);
    }
    if (order.isOpen()) {
      Depth depth = book.market.depth();
      if (depth == null) {
        matching.onArrival(book, order, time);
      } else {
        levels.onArrival(book, depth, order, time);
      }
    }
  }

  /** What others may see of an order now. */
  static long visible(VenueOrder order) {
    @Nullable Quantity display = order.spec.displayQuantity();
    long all = order.remainingRaw();
    return display == null
        ? all
        : Math.min(all, display.withDecimals(order.instrument.quantityDecimals()).raw());
  }

  /**
   * The price at which an order's money is reserved: the limit, or what it would pay at its trigger
   * or now; 0 as long as nobody knows.
   */
  long reservedPrice(Book book, VenueOrder order, long priceRaw, long triggerRaw) {
    if (priceRaw != 0) {
      return priceRaw;
    }
    long market = book.market.oppositeRaw(order.spec.side());
    long price = order.waits() && triggerRaw != 0 ? triggerRaw : market;
    if (price == 0) {
      return 0;
    }
    long tick = book.instrument.tickSize().raw();
    return Math.addExact(price, rules.slippage().of(price, tick));
  }

  /** Whether an order looks for liquidity: at a price that only touches the last trade it waits. */
  private static boolean takes(VenueOrder order, Book book) {
    if (order.isMarket() || order.fillsOnceOnly()) {
      return true;
    }
    long market = book.market.oppositeRaw(order.spec.side());
    if (market == 0 || order.spec.postOnly()) {
      return false;
    }
    long beyond = order.isBuy() ? order.priceRaw - market : market - order.priceRaw;
    return book.market.quotesSeen ? beyond >= 0 : beyond > 0;
  }

  private static boolean wouldTake(VenueOrder order, Book book) {
    @Nullable Price best = OrderChecks.expected(order.spec.side(), book);
    return best != null
        && OrderChecks.crosses(order.spec.side(), order.instrument.price(order.priceRaw), best);
  }
}
