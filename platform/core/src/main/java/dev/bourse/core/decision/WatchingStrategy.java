package dev.bourse.core.decision;

import dev.bourse.api.book.BookView;
import dev.bourse.api.event.Bar;
import dev.bourse.api.event.Quote;
import dev.bourse.api.event.Trade;
import dev.bourse.api.model.Fill;
import dev.bourse.api.model.OrderOutcome;
import dev.bourse.api.strategy.Orders;
import dev.bourse.api.strategy.Strategy;

/**
 * A strategy and what looks beside it.
 *
 * @param strategy the strategy
 * @param watchers its watchers
 */
record WatchingStrategy(Strategy strategy, Watchers watchers) implements Strategy {
  @Override
  public void onStart(Orders orders) {
    watchers.start(orders);
    strategy.onStart(orders);
  }

  @Override
  public void onTimer(String name, Orders orders) {
    if (!watchers.timer(name, orders)) {
      strategy.onTimer(name, orders);
    }
  }

  @Override
  public void onHistory(Bar bar) {
    strategy.onHistory(bar);
  }

  @Override
  public void onQuote(Quote quote, Orders orders) {
    strategy.onQuote(quote, orders);
  }

  @Override
  public void onBook(BookView book, Orders orders) {
    strategy.onBook(book, orders);
  }

  @Override
  public void onTrade(Trade trade, Orders orders) {
    strategy.onTrade(trade, orders);
  }

  @Override
  public void onBar(Bar bar, Orders orders) {
    strategy.onBar(bar, orders);
  }

  @Override
  public void onOrder(OrderOutcome outcome, Orders orders) {
    strategy.onOrder(outcome, orders);
  }

  @Override
  public void onFill(Fill fill, Orders orders) {
    strategy.onFill(fill, orders);
  }
}
