package dev.bourse.exchange.simulated.venue;

import dev.bourse.api.event.Bar;
import dev.bourse.api.event.Trade;
import dev.bourse.api.model.Liquidity;
import dev.bourse.api.model.Side;
import dev.bourse.api.model.TimeInForce;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Lets orders trade against market data.
 *
 * <p>An order that takes liquidity trades at the market's price and pays slippage; a resting order
 * trades at its own price once the market goes through it. Whatever trades uses up the size that
 * the data showed, shared by all orders: takers by arrival, then resting bids, then resting offers,
 * each by price and arrival.
 */
final class Matching {
  private static final long NO_BAR = Long.MIN_VALUE;

  private final VenueRules rules;
  private final Settlement settlement;
  private final Endings endings;
  private final Step step;

  Matching(VenueRules rules, Settlement settlement, Endings endings, Step step) {
    this.rules = rules;
    this.settlement = settlement;
    this.endings = endings;
    this.step = step;
  }

  /**
   * A public trade: takers get its price, or that of the trade before if that is worse for them,
   * where no quotes are known; resting orders fill only if it went through them.
   */
  void onTrade(Book book, Trade trade, long time) {
    long left = trade.sizeRaw();
    if (!book.market.quotesSeen) {
      left = takers(book, null, offer(book.market, trade), time);
    }
    left = makers(book, book.bids, Offer.at(trade.priceRaw() + 1, left), time);
    makers(book, book.asks, Offer.at(trade.priceRaw() - 1, left), time);
  }

  private Offer offer(MarketState market, Trade trade) {
    long price = trade.priceRaw();
    long before = rules.worseOfTwoTrades() && market.tradesSeen ? market.lastRaw : price;
    return new Offer(Math.max(price, before), Math.min(price, before), trade.sizeRaw(), NO_BAR, 0);
  }

  /** A new quote: what waits takes from it, resting orders fill where it reaches their price. */
  void onQuote(Book book, long time) {
    atQuote(book, Side.BUY, time);
    atQuote(book, Side.SELL, time);
  }

  private void atQuote(Book book, Side side, long time) {
    MarketState market = book.market;
    long size = market.quotedSize(side);
    long price = market.oppositeRaw(side);
    if (price != 0 && size > 0) {
      long left = takers(book, side, Offer.at(price, size), time);
      left = makers(book, side == Side.BUY ? book.bids : book.asks, Offer.at(price, left), time);
      market.taken(side, size - left);
    }
  }

  /** A finished bar: takers get its open, resting orders fill if its range went through them. */
  void onBar(Book book, Bar bar, long time) {
    long volume = bar.volumeRaw();
    long size = volume / 100 * rules.barPercent() + volume % 100 * rules.barPercent() / 100;
    long open = bar.eventTime() - bar.interval().nanos();
    long length = bar.interval().nanos();
    long left = takers(book, null, Offer.of(bar.openRaw(), size, open, length), time);
    left = makers(book, book.bids, Offer.of(bar.lowRaw() + 1, left, open, length), time);
    makers(book, book.asks, Offer.of(bar.highRaw() - 1, left, open, length), time);
  }

  /** An order that arrived trades against the quote that stands there, if there is one. */
  void onArrival(Book book, VenueOrder order, long time) {
    MarketState market = book.market;
    Side side = order.spec.side();
    if (order.taker && market.quotesSeen && market.oppositeRaw(side) != 0) {
      long size = Math.max(0, market.quotedSize(side));
      long left = take(book, order, Offer.at(market.oppositeRaw(side), size), time);
      market.taken(side, size - left);
      step.touch(book);
    }
  }

  private long takers(Book book, @Nullable Side side, Offer offer, long time) {
    Offer left = offer;
    List<VenueOrder> takers = book.takers;
    for (int i = 0; i < takers.size(); ) {
      VenueOrder order = takers.get(i);
      if ((side == null || side == order.spec.side()) && offer.isFor(order, book)) {
        left = left.withSize(take(book, order, left, time));
      }
      if (i < takers.size() && takers.get(i) == order) {
        i++;
      }
    }
    return left.size();
  }

  /** Lets one order take from an offer; returns what is left of the offer. */
  private long take(Book book, VenueOrder order, Offer offer, long time) {
    long price = takerPrice(order, offer.price(order));
    if (price == 0) {
      endOrRest(book, order, time);
      return offer.size();
    }
    long wanted = executable(order, offer.size());
    long quantity = settlement.affordable(order, price, wanted, Liquidity.TAKER);
    boolean allOrNothing = order.spec.timeInForce() == TimeInForce.FOK;
    if (allOrNothing && quantity < order.remainingRaw()) {
      quantity = 0;
    }
    if (quantity > 0) {
      settlement.fill(order, price, quantity, Liquidity.TAKER, time);
    }
    if (!order.isOpen()) {
      endings.filled(book, order, time);
    } else if (order.fillsOnceOnly()) {
      endings.expired(book, order, time);
    } else if (quantity < wanted) {
      endings.unaffordable(book, order, price, time);
    }
    return offer.size() - quantity;
  }

  private void endOrRest(Book book, VenueOrder order, long time) {
    if (order.fillsOnceOnly()) {
      endings.expired(book, order, time);
    } else {
      endings.rest(book, order);
    }
  }

  /**
   * The market's price plus slippage, capped by the order's limit; 0 where the limit does not reach
   * the market.
   */
  private long takerPrice(VenueOrder order, long marketRaw) {
    long tick = order.instrument.tickSize().raw();
    long slip = Math.multiplyExact(tick, (long) rules.slippageTicks());
    if (order.isMarket()) {
      return order.isBuy() ? Math.addExact(marketRaw, slip) : Math.max(tick, marketRaw - slip);
    }
    long limit = order.priceRaw;
    if (order.isBuy()) {
      return marketRaw > limit ? 0 : Math.min(limit, Math.addExact(marketRaw, slip));
    }
    return marketRaw < limit ? 0 : Math.max(limit, marketRaw - slip);
  }

  /**
   * Lets resting orders trade at their own price where the offer's price reaches it; returns what
   * is left of the size.
   */
  private long makers(Book book, List<VenueOrder> side, Offer offer, long time) {
    long left = offer.size();
    for (int i = 0; i < side.size() && left > 0; ) {
      VenueOrder order = side.get(i);
      boolean reached =
          order.isBuy()
              ? order.priceRaw >= offer.price(order)
              : order.priceRaw <= offer.price(order);
      if (!reached) {
        break;
      }
      if (offer.isFor(order, book)) {
        left -= make(book, order, left, time);
      }
      if (i < side.size() && side.get(i) == order) {
        i++;
      }
    }
    return left;
  }

  private long make(Book book, VenueOrder order, long size, long time) {
    long wanted = executable(order, size);
    long quantity = settlement.affordable(order, order.priceRaw, wanted, Liquidity.MAKER);
    if (quantity > 0) {
      settlement.fill(order, order.priceRaw, quantity, Liquidity.MAKER, time);
    }
    if (!order.isOpen()) {
      endings.filled(book, order, time);
    } else if (quantity < wanted) {
      endings.unaffordable(book, order, order.priceRaw, time);
    }
    return quantity;
  }

  private static long executable(VenueOrder order, long size) {
    long quantity = Math.min(order.remainingRaw(), size);
    return quantity - quantity % order.instrument.stepSize().raw();
  }

  /**
   * A size at a price.
   *
   * @param buyPrice what who buys pays, scaled
   * @param sellPrice what who sells gets, scaled
   * @param size scaled
   * @param barOpen when the bar that shows it opened, nanoseconds; {@link #NO_BAR} for none
   * @param barLength the bar's length
   */
  private record Offer(long buyPrice, long sellPrice, long size, long barOpen, long barLength) {
    static Offer at(long price, long size) {
      return of(price, size, NO_BAR, 0);
    }

    static Offer of(long price, long size, long barOpen, long barLength) {
      return new Offer(price, price, size, barOpen, barLength);
    }

    long price(VenueOrder order) {
      return order.isBuy() ? buyPrice : sellPrice;
    }

    /**
     * Whether an order was there in time. On bars the decision counts, not the arrival, as long as
     * the way is shorter than the bar: an order decided on a close may fill at the next open.
     */
    boolean isFor(VenueOrder order, Book book) {
      if (barOpen == NO_BAR) {
        return true;
      }
      boolean shortWay = order.arrivedAt - order.decidedAt < barLength;
      long since = (shortWay ? order.decidedAt : order.arrivedAt) - book.market.barLag;
      return since <= barOpen;
    }

    Offer withSize(long left) {
      return new Offer(buyPrice, sellPrice, left, barOpen, barLength);
    }
  }
}
