package dev.bourse.exchange.simulated.venue;

import dev.bourse.api.event.Trade;
import dev.bourse.api.model.AggressorSide;
import dev.bourse.api.model.Liquidity;
import dev.bourse.api.model.Side;
import dev.bourse.api.model.TimeInForce;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Lets orders trade against trades and quotes.
 *
 * <p>An order that takes liquidity trades at the market's price and pays slippage; a resting order
 * trades at its own price once the market goes through it. Whatever trades uses up the size that
 * the data showed, shared by all orders: takers by arrival, then resting bids, then resting offers,
 * each by price and place.
 */
final class Matching {
  private final FillRules rules;
  private final VenueState state;
  private final Settlement settlement;
  private final Executions executions;
  private final Endings endings;
  private final Step step;

  Matching(
      FillRules rules,
      VenueState state,
      Settlement settlement,
      Executions executions,
      Endings endings,
      Step step) {
    this.rules = rules;
    this.state = state;
    this.settlement = settlement;
    this.executions = executions;
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
    boolean bids = trade.aggressor() != AggressorSide.BUYER;
    boolean asks = trade.aggressor() != AggressorSide.SELLER;
    Offer rest = Offer.at(trade.priceRaw(), left);
    left = makers(book, book.bids, rest, bids ? Reach.TRADE : Reach.THROUGH, time);
    makers(book, book.asks, rest.withSize(left), asks ? Reach.TRADE : Reach.THROUGH, time);
  }

  private Offer offer(MarketState market, Trade trade) {
    long price = trade.priceRaw();
    long before = rules.worseOfTwoTrades() && market.tradesSeen ? market.lastRaw : price;
    return Offer.between(Math.max(price, before), Math.min(price, before), trade.sizeRaw());
  }

  /** A new quote: what waits takes from it, resting orders fill where it reaches their price. */
  void onQuote(Book book, long time) {
    if (rules.queue()) {
      Queue.quoted(book, step);
    }
    atQuote(book, Side.BUY, time);
    atQuote(book, Side.SELL, time);
  }

  private void atQuote(Book book, Side side, long time) {
    MarketState market = book.market;
    long size = market.quotedSize(side);
    long price = market.oppositeRaw(side);
    if (price != 0 && size > 0) {
      long left = takers(book, side, Offer.at(price, size), time);
      List<VenueOrder> resting = side == Side.BUY ? book.bids : book.asks;
      left = makers(book, resting, Offer.at(price, left), Reach.QUOTE, time);
      market.taken(side, size - left);
    }
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
    } else if (rules.queue() && !order.taker && market.quotesSeen) {
      Queue.join(order, market);
    }
  }

  /** Lets all that look for liquidity take from an offer; returns what is left of it. */
  long takers(Book book, @Nullable Side side, Offer offer, long time) {
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
  long take(Book book, VenueOrder order, Offer offer, long time) {
    long price = takerPrice(order, offer.price(order));
    if (price == 0) {
      endOrRest(book, order, time);
      return offer.size();
    }
    long most = order.wanted(price);
    if (most == 0) {
      endings.used(book, order, price, time);
      return offer.size();
    }
    long wanted = executable(order, Math.min(offer.size(), most));
    long quantity = settlement.affordable(order, price, wanted, Liquidity.TAKER);
    boolean allOrNothing = order.spec.timeInForce() == TimeInForce.FOK;
    if (allOrNothing && quantity < order.remainingRaw()) {
      quantity = 0;
    }
    if (quantity > 0) {
      executions.fill(order, price, quantity, Liquidity.TAKER, time);
    }
    if (!order.isOpen()) {
      endings.filled(book, order, time);
    } else if (order.fillsOnceOnly()) {
      endings.expired(book, order, time);
    } else if (quantity < wanted) {
      endings.unaffordable(book, order, price, time);
    }
    return rules.left(offer.size(), quantity);
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
  long takerPrice(VenueOrder order, long marketRaw) {
    long tick = order.instrument.tickSize().raw();
    boolean free = rules.slippage().entriesOnly() && !settlement.enters(order);
    long slip = free ? 0 : rules.slippage().of(marketRaw, tick);
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
   * Lets resting orders of one side trade where an offer's price reaches them; returns what is left
   * of the size.
   */
  long makers(Book book, List<VenueOrder> side, Offer offer, Reach reach, long time) {
    long left = offer.size();
    for (int i = 0; i < side.size() && left > 0; ) {
      VenueOrder order = side.get(i);
      long place = order.place;
      long beyond = beyond(order, offer.price(order));
      if (beyond < 0) {
        break;
      }
      if (offer.isFor(order, book)) {
        long had = beyond > 0 || reach == Reach.QUOTE ? left : touched(order, left, reach, time);
        left = rules.left(left, make(book, order, order.priceRaw, had, time));
      }
      if (i < side.size() && side.get(i) == order && order.place == place) {
        i++;
      }
    }
    return left;
  }

  /** How far a price goes beyond a resting order's, in its favour of being filled. */
  static long beyond(VenueOrder order, long priceRaw) {
    return order.isBuy() ? order.priceRaw - priceRaw : priceRaw - order.priceRaw;
  }

  /** How much of a size that only touched an order's price is for it. */
  long touched(VenueOrder order, long size, Reach reach, long time) {
    if (reach == Reach.THROUGH) {
      return 0;
    }
    if (reach == Reach.TRADE && rules.queue() && order.queueRaw >= 0) {
      return Queue.traded(order, size, step);
    }
    return rules.touchFills(order, time) ? size : 0;
  }

  /** Lets a resting order trade; returns how much it did. */
  long make(Book book, VenueOrder order, long priceRaw, long size, long time) {
    long wanted = executable(order, Math.min(size, order.fillable()));
    if (wanted == 0) {
      return 0;
    }
    long quantity = settlement.affordable(order, priceRaw, wanted, Liquidity.MAKER);
    if (quantity > 0) {
      executions.fill(order, priceRaw, quantity, Liquidity.MAKER, time);
    }
    if (!order.isOpen()) {
      endings.filled(book, order, time);
    } else if (quantity < wanted) {
      endings.unaffordable(book, order, priceRaw, time);
    } else {
      show(book, order, quantity);
    }
    return quantity;
  }

  /** A visible part that is used up is shown anew, behind all others of its price. */
  void show(Book book, VenueOrder order, long filled) {
    if (order.spec.displayQuantity() == null) {
      return;
    }
    order.shownRaw -= filled;
    if (order.shownRaw <= 0) {
      book.remove(order);
      order.place = state.nextOrder++;
      order.shownRaw = Working.visible(order);
      order.queueRaw = -1;
      book.add(order);
    }
    step.touch(order);
  }

  /** What of a quantity an order can trade: whole steps. */
  static long executable(VenueOrder order, long quantity) {
    return quantity - quantity % order.instrument.stepSize().raw();
  }

  /** What it means for a resting order that a price is just its own. */
  enum Reach {
    /** A quote of the other side stands at its price: it trades. */
    QUOTE,
    /** Somebody traded at its price: with luck, or in its turn. */
    TRADE,
    /** Others were the first at its price. */
    THROUGH
  }
}
