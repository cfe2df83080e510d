package dev.bourse.core;

import dev.bourse.api.event.Trade;
import dev.bourse.api.model.OrderOutcome;
import dev.bourse.api.strategy.Orders;
import dev.bourse.api.strategy.Strategy;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.function.Consumer;

/** A strategy that does on each trade what the test says, and remembers what it was told. */
public final class OnTrade implements Strategy {
  private final Consumer<Orders> action;
  private final List<OrderOutcome> outcomes = new ArrayList<>();
  private int starts;
  private int asked;

  public OnTrade(Consumer<Orders> action) {
    this.action = action;
  }

  /** Does one wish a trade, the oldest first, and nothing when there is none. */
  public static OnTrade granting(Queue<Consumer<Orders>> wishes) {
    return new OnTrade(
        orders -> {
          Consumer<Orders> wish = wishes.poll();
          if (wish != null) {
            wish.accept(orders);
          }
        });
  }

  @Override
  public void onStart(Orders orders) {
    starts++;
  }

  @Override
  public void onTrade(Trade trade, Orders orders) {
    asked++;
    action.accept(orders);
  }

  @Override
  public void onOrder(OrderOutcome outcome, Orders orders) {
    outcomes.add(outcome);
  }

  public List<OrderOutcome> outcomes() {
    return outcomes;
  }

  public int starts() {
    return starts;
  }

  public int asked() {
    return asked;
  }
}
