package dev.bourse.backtest.run;

import dev.bourse.api.book.BookView;
import dev.bourse.api.event.Bar;
import dev.bourse.api.event.Quote;
import dev.bourse.api.event.Trade;
import dev.bourse.api.model.Fill;
import dev.bourse.api.model.OrderOutcome;
import dev.bourse.api.strategy.Orders;
import dev.bourse.api.strategy.Strategy;

/** A strategy whose class loader is the context class loader in each callback. */
final class LoadedStrategy implements Strategy {
  private final Strategy strategy;
  private final ClassLoader loader;

  LoadedStrategy(Strategy strategy, ClassLoader loader) {
    this.strategy = strategy;
    this.loader = loader;
  }

  private ClassLoader enter() {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    thread.setContextClassLoader(loader);
    return before;
  }

  private static void leave(ClassLoader before) {
    Thread.currentThread().setContextClassLoader(before);
  }

  @Override
  public void onStart(Orders orders) {
    ClassLoader before = enter();
    try {
      strategy.onStart(orders);
    } finally {
      leave(before);
    }
  }

  @Override
  public void onHistory(Bar bar) {
    ClassLoader before = enter();
    try {
      strategy.onHistory(bar);
    } finally {
      leave(before);
    }
  }

  @Override
  public void onQuote(Quote quote, Orders orders) {
    ClassLoader before = enter();
    try {
      strategy.onQuote(quote, orders);
    } finally {
      leave(before);
    }
  }

  @Override
  public void onBook(BookView book, Orders orders) {
    ClassLoader before = enter();
    try {
      strategy.onBook(book, orders);
    } finally {
      leave(before);
    }
  }

  @Override
  public void onTrade(Trade trade, Orders orders) {
    ClassLoader before = enter();
    try {
      strategy.onTrade(trade, orders);
    } finally {
      leave(before);
    }
  }

  @Override
  public void onBar(Bar bar, Orders orders) {
    ClassLoader before = enter();
    try {
      strategy.onBar(bar, orders);
    } finally {
      leave(before);
    }
  }

  @Override
  public void onOrder(OrderOutcome outcome, Orders orders) {
    ClassLoader before = enter();
    try {
      strategy.onOrder(outcome, orders);
    } finally {
      leave(before);
    }
  }

  @Override
  public void onFill(Fill fill, Orders orders) {
    ClassLoader before = enter();
    try {
      strategy.onFill(fill, orders);
    } finally {
      leave(before);
    }
  }

  @Override
  public void onTimer(String name, Orders orders) {
    ClassLoader before = enter();
    try {
      strategy.onTimer(name, orders);
    } finally {
      leave(before);
    }
  }
}
