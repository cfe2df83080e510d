package dev.bourse.exchange.simulated.venue;

import dev.bourse.api.model.Liquidity;
import dev.bourse.api.model.TimeInForce;
import java.util.ArrayList;
import java.util.List;

/** Lets an order that comes into the book trade with orders that rest there, if that is wanted. */
final class SelfTrades {
  private final SelfTrade mode;
  private final Settlement settlement;
  private final Executions executions;
  private final Matching matching;
  private final Endings endings;

  SelfTrades(
      SelfTrade mode,
      Settlement settlement,
      Executions executions,
      Matching matching,
      Endings endings) {
    this.mode = mode;
    this.settlement = settlement;
    this.executions = executions;
    this.matching = matching;
    this.endings = endings;
  }

  /** Whether an order that must not take would. */
  boolean wouldTake(Book book, VenueOrder order) {
    return mode != SelfTrade.APART && !crossed(book, order).isEmpty();
  }

  /** Lets an order of the book meet the others; it may be closed afterwards. */
  void meet(Book book, VenueOrder taker, long time) {
    if (mode == SelfTrade.APART || !canFillWhole(book, taker)) {
      return;
    }
    while (taker.isOpen()) {
      List<VenueOrder> crossed = crossed(book, taker);
      if (crossed.isEmpty()) {
        return;
      }
      VenueOrder maker = crossed.get(0);
      boolean own = maker.account.equals(taker.account);
      if (own && mode != SelfTrade.NONE) {
        prevent(book, maker, taker, time);
      } else {
        trade(book, maker, taker, time);
      }
    }
  }

  private void prevent(Book book, VenueOrder maker, VenueOrder taker, long time) {
    if (mode != SelfTrade.EXPIRE_TAKER) {
      endings.prevented(book, maker, mode, time);
    }
    if (mode != SelfTrade.EXPIRE_MAKER) {
      endings.prevented(book, taker, mode, time);
    }
  }

  private void trade(Book book, VenueOrder maker, VenueOrder taker, long time) {
    long price = maker.priceRaw;
    long most = taker.wanted(price);
    if (most == 0) {
      endings.used(book, taker, price, time);
      return;
    }
    long wanted = Math.min(maker.fillable(), most);
    long taken = settlement.affordable(taker, price, wanted, Liquidity.TAKER);
    long made = settlement.affordable(maker, price, taken, Liquidity.MAKER);
    if (made > 0) {
      executions.fill(maker, price, made, Liquidity.MAKER, time);
      executions.fill(taker, price, made, Liquidity.TAKER, time);
    }
    end(book, maker, made < taken, price, time);
    end(book, taker, taken < wanted, price, time);
    if (maker.isOpen() && made > 0) {
      matching.show(book, maker, made);
    }
  }

  private void end(Book book, VenueOrder order, boolean lacksMoney, long price, long time) {
    if (!order.isOpen()) {
      endings.filled(book, order, time);
    } else if (lacksMoney) {
      endings.unaffordable(book, order, price, time);
    }
  }

  private boolean canFillWhole(Book book, VenueOrder taker) {
    if (taker.spec.timeInForce() != TimeInForce.FOK) {
      return true;
    }
    long there = 0;
    for (VenueOrder maker : crossed(book, taker)) {
      there += maker.remainingRaw();
    }
    return there >= taker.remainingRaw();
  }

  /** The resting orders that are at least as good as the market, best first. */
  private static List<VenueOrder> crossed(Book book, VenueOrder taker) {
    List<VenueOrder> crossed = new ArrayList<>();
    long market = book.market.oppositeRaw(taker.spec.side());
    for (VenueOrder maker : taker.isBuy() ? book.asks : book.bids) {
      boolean within =
          taker.isMarket()
              || (taker.isBuy()
                  ? maker.priceRaw <= taker.priceRaw
                  : maker.priceRaw >= taker.priceRaw);
      boolean asGood =
          market == 0 || (taker.isBuy() ? maker.priceRaw <= market : maker.priceRaw >= market);
      if (!within || !asGood) {
        break;
      }
      crossed.add(maker);
    }
    return crossed;
  }
}
