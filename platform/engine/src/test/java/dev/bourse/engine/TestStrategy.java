package dev.bourse.engine;

import dev.bourse.api.event.Bar;
import dev.bourse.api.event.Trade;
import dev.bourse.api.model.OrderOutcome;
import dev.bourse.api.model.Quantity;
import dev.bourse.api.state.Kept;
import dev.bourse.api.state.StateReader;
import dev.bourse.api.state.StateWriter;
import dev.bourse.api.strategy.Orders;
import dev.bourse.api.strategy.Strategy;
import dev.bourse.api.strategy.StrategyContext;
import dev.bourse.api.strategy.StrategyFactory;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;

/** Counts trades and bars in kept state and does what the test says on each. */
public final class TestStrategy implements StrategyFactory<NoParameters> {
  /** What to do on a trade. */
  @FunctionalInterface
  public interface Habit {
    void on(Trade trade, long count, Orders orders);
  }

  /** A number that survives. */
  public static final class Count implements Kept {
    private final AtomicLong value = new AtomicLong();

    @Override
    public void save(StateWriter out) {
      out.putLong(value.get());
    }

    @Override
    public void load(int version, StateReader in) {
      value.set(in.getLong());
    }
  }

  /** What to do on a bar. */
  @FunctionalInterface
  public interface BarHabit {
    void on(Bar bar, long count, Orders orders);
  }

  private volatile Habit habit = (trade, count, orders) -> {};
  private volatile BarHabit barHabit = (bar, count, orders) -> {};
  private final List<OrderOutcome> outcomes = new CopyOnWriteArrayList<>();
  private final List<Bar> history = new CopyOnWriteArrayList<>();
  private final List<Count> counts = new CopyOnWriteArrayList<>();
  private final List<ClassLoader> loaders = new CopyOnWriteArrayList<>();

  /** Buys a tenth when flat. */
  public static TestStrategy buyer() {
    return new TestStrategy()
        .habit(
            (trade, count, orders) -> {
              if (orders.isFlat()) {
                orders.buyMarket(Quantity.of("0.1000"));
              }
            });
  }

  public TestStrategy habit(Habit next) {
    habit = next;
    return this;
  }

  public TestStrategy barHabit(BarHabit next) {
    barHabit = next;
    return this;
  }

  /** What it was told of its orders. */
  public List<OrderOutcome> outcomes() {
    return outcomes;
  }

  /** What it was told of the past. */
  public List<Bar> history() {
    return history;
  }

  /** How many trades the newest object has seen, in its life and in those before. */
  public long count() {
    return counts.isEmpty() ? -1 : counts.get(counts.size() - 1).value.get();
  }

  /** How many objects were made. */
  public int made() {
    return counts.size();
  }

  /** The context class loaders seen in callbacks. */
  public List<ClassLoader> loaders() {
    return loaders;
  }

  @Override
  public Class<NoParameters> configType() {
    return NoParameters.class;
  }

  @Override
  public Strategy create(NoParameters config, StrategyContext context) {
    Count count = context.keep("count", new Count());
    Count bars = context.keep("bars", new Count());
    counts.add(count);
    return new Strategy() {
      @Override
      public void onHistory(Bar bar) {
        history.add(bar);
      }

      @Override
      public void onTrade(Trade trade, Orders orders) {
        long seen = count.value.incrementAndGet();
        loaders.add(Thread.currentThread().getContextClassLoader());
        habit.on(trade, seen, orders);
      }

      @Override
      public void onBar(Bar bar, Orders orders) {
        barHabit.on(bar, bars.value.incrementAndGet(), orders);
      }

      @Override
      public void onOrder(OrderOutcome outcome, Orders orders) {
        outcomes.add(outcome);
      }
    };
  }
}
