package dev.bourse.itests.live;

import dev.bourse.api.event.Trade;
import dev.bourse.api.model.Fill;
import dev.bourse.api.model.OrderOutcome;
import dev.bourse.api.model.OrderSpec;
import dev.bourse.api.model.StrategyId;
import dev.bourse.api.strategy.Orders;
import dev.bourse.api.strategy.Strategy;
import dev.bourse.api.strategy.StrategyContext;
import dev.bourse.api.strategy.StrategyFactory;
import dev.bourse.strategy.emacross.EmaCross;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Strategies that order what a test sends them for, with the next trade that they hear of, and keep
 * what they are told of orders. Any thread may send; strategies work on their trader's.
 */
final class Errands implements StrategyFactory<EmaCross.Config> {
  private final Map<StrategyId, Queue<OrderSpec>> waiting = new ConcurrentHashMap<>();
  private final Map<StrategyId, List<String>> told = new ConcurrentHashMap<>();

  /** Sends a strategy for an order. */
  void send(String strategy, OrderSpec spec) {
    waiting(new StrategyId(strategy)).add(spec);
  }

  private Queue<OrderSpec> waiting(StrategyId strategy) {
    return waiting.computeIfAbsent(strategy, any -> new ConcurrentLinkedQueue<>());
  }

  /** The names of the orders and executions that a strategy was told of, as often as it was. */
  List<String> told(String strategy) {
    return told.computeIfAbsent(new StrategyId(strategy), any -> new CopyOnWriteArrayList<>());
  }

  @Override
  public Class<EmaCross.Config> configType() {
    return EmaCross.Config.class;
  }

  @Override
  public Strategy create(EmaCross.Config config, StrategyContext context) {
    Queue<OrderSpec> mine = waiting(context.id());
    List<String> heard = told(context.id().value());
    return new Strategy() {
      @Override
      public void onTrade(Trade trade, Orders orders) {
        for (OrderSpec spec = mine.poll(); spec != null; spec = mine.poll()) {
          orders.submit(spec);
        }
      }

      @Override
      public void onOrder(OrderOutcome outcome, Orders orders) {
        heard.add(outcome.orderId().value());
      }

      @Override
      public void onFill(Fill fill, Orders orders) {
        heard.add(fill.orderId().value());
      }
    };
  }
}
