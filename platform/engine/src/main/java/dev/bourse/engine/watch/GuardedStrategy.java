package dev.bourse.engine.watch;

import dev.bourse.api.book.BookView;
import dev.bourse.api.event.Bar;
import dev.bourse.api.event.Quote;
import dev.bourse.api.event.Trade;
import dev.bourse.api.model.Fill;
import dev.bourse.api.model.OrderOutcome;
import dev.bourse.api.strategy.Orders;
import dev.bourse.api.strategy.Strategy;

/** A strategy behind the gatekeeper. */
public final class GuardedStrategy implements Strategy {
  private final Strategy strategy;
  private final String name;
  private final ClassLoader loader;
  private final Door door;

  /** Guards a strategy that was made by a plug-in with the given class loader. */
  public GuardedStrategy(Strategy strategy, String name, ClassLoader loader, Door door) {
    this.strategy = strategy;
    this.name = name;
    this.loader = loader;
    this.door = door;
  }

  @Override
  public void onStart(Orders orders) {
    Gatekeeper gate = door.gate();
    Gatekeeper.Visit visit = gate.enter(name, loader);
    try {
      strategy.onStart(orders);
    } finally {
      gate.leave(visit);
    }
  }

  @Override
  public void onHistory(Bar bar) {
    Gatekeeper gate = door.gate();
    Gatekeeper.Visit visit = gate.enter(name, loader);
    try {
      strategy.onHistory(bar);
    } finally {
      gate.leave(visit);
    }
  }

  @Override
  public void onQuote(Quote quote, Orders orders) {
    Gatekeeper gate = door.gate();
    Gatekeeper.Visit visit = gate.enter(name, loader);
    try {
      strategy.onQuote(quote, orders);
    } finally {
      gate.leave(visit);
    }
  }

  @Override
  public void onBook(BookView book, Orders orders) {
    Gatekeeper gate = door.gate();
    Gatekeeper.Visit visit = gate.enter(name, loader);
    try {
      strategy.onBook(book, orders);
    } finally {
      gate.leave(visit);
    }
  }

  @Override
  public void onTrade(Trade trade, Orders orders) {
    Gatekeeper gate = door.gate();
    Gatekeeper.Visit visit = gate.enter(name, loader);
    try {
      strategy.onTrade(trade, orders);
    } finally {
      gate.leave(visit);
    }
  }

  @Override
  public void onBar(Bar bar, Orders orders) {
    Gatekeeper gate = door.gate();
    Gatekeeper.Visit visit = gate.enter(name, loader);
    try {
      strategy.onBar(bar, orders);
    } finally {
      gate.leave(visit);
    }
  }

  @Override
  public void onOrder(OrderOutcome outcome, Orders orders) {
    Gatekeeper gate = door.gate();
    Gatekeeper.Visit visit = gate.enter(name, loader);
    try {
      strategy.onOrder(outcome, orders);
    } finally {
      gate.leave(visit);
    }
  }

  @Override
  public void onFill(Fill fill, Orders orders) {
    Gatekeeper gate = door.gate();
    Gatekeeper.Visit visit = gate.enter(name, loader);
    try {
      strategy.onFill(fill, orders);
    } finally {
      gate.leave(visit);
    }
  }

  @Override
  public void onTimer(String timer, Orders orders) {
    Gatekeeper gate = door.gate();
    Gatekeeper.Visit visit = gate.enter(name, loader);
    try {
      strategy.onTimer(timer, orders);
    } finally {
      gate.leave(visit);
    }
  }
}
