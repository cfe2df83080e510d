package dev.bourse.itests.campaign;

import dev.bourse.api.event.Quote;
import dev.bourse.api.model.Instrument;
import dev.bourse.api.model.Quantity;
import dev.bourse.api.strategy.Orders;
import dev.bourse.api.strategy.Strategy;

/**
 * What a second process with the same key does: an order far below the market that stays, one at
 * the market that is filled, and then more of the first kind for as long as it may.
 */
final class Second implements Strategy {
  private static final Quantity SIZE = Quantity.of("0.00500");
  private static final int BETWEEN = 8;
  private static final int FAR = 300_000;
  private static final int MOST = 6;

  private int quotes;

  @Override
  public void onQuote(Quote quote, Orders orders) {
    int turn = quotes++ / BETWEEN;
    if (quotes % BETWEEN != 1 || turn >= MOST) {
      return;
    }
    if (turn == 1) {
      orders.buyMarket(SIZE);
    } else {
      Instrument instrument = orders.instrument();
      long below = instrument.tickSize().raw() * (FAR + turn);
      orders.buyLimit(SIZE, instrument.price(quote.bidRaw() - below));
    }
  }
}
