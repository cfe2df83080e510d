package dev.bourse.testkit.kit;

import dev.bourse.api.event.Bar;
import dev.bourse.api.model.Instrument;
import dev.bourse.api.model.OrderSpec;
import dev.bourse.api.model.Price;
import dev.bourse.api.model.Side;
import dev.bourse.api.model.Signal;
import dev.bourse.api.state.Kept;
import dev.bourse.api.state.StateReader;
import dev.bourse.api.state.StateWriter;
import dev.bourse.api.strategy.Orders;
import dev.bourse.api.strategy.SignalInterval;
import dev.bourse.api.strategy.SignalStrategy;
import dev.bourse.api.strategy.SignalView;
import dev.bourse.api.strategy.StrategyContext;
import dev.bourse.api.strategy.StrategyFactory;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/** Signals after closes that rose in a row; right, or wrong in one way. */
final class Rises implements StrategyFactory<Rises.Config> {
  private final @Nullable SignalFault fault;
  private final CountDownLatch over;
  private final Memory shared = new Memory();
  private int made;

  /** The parameters; their metatype file stands in the test resources. */
  @interface Config {
    int closes() default 3;

    String quantity() default "0.01";
  }

  /** How many closes rose in a row. */
  private static final class Memory implements Kept {
    private double last = Double.NaN;
    private int rises;

    void add(double close) {
      rises = close > last ? rises + 1 : 0;
      last = close;
    }

    @Override
    public void save(StateWriter out) {
      out.putDouble(last).putInt(rises);
    }

    @Override
    public void load(int version, StateReader in) {
      last = in.getDouble();
      rises = in.getInt();
    }
  }

  /**
   * A factory.
   *
   * @param fault what is wrong; null for nothing
   * @param over ends the threads that were left
   */
  Rises(@Nullable SignalFault fault, CountDownLatch over) {
    this.fault = fault;
    this.over = over;
  }

  @Override
  public Class<Config> configType() {
    return Config.class;
  }

  @Override
  public SignalStrategy create(Config config, StrategyContext context) {
    made++;
    if (config.closes() == 1
        && config.quantity().equals("9")
        && fault != SignalFault.TAKES_WHAT_DOES_NOT_FIT) {
      throw new IllegalArgumentException("closes=1 is too few for quantity=9");
    }
    if (fault == SignalFault.BREAKS_ON_A_TEXT && !Character.isDigit(config.quantity().charAt(0))) {
      throw new IllegalStateException("no");
    }
    context.instrument().quantity(config.quantity());
    if (fault == SignalFault.BUYS_WHILE_IT_WATCHES) {
      context.watch("greed", Duration.ofMinutes(1), orders -> buy(config, orders));
    }
    if (fault == SignalFault.THREAD_LEFT) {
      Thread left = new Thread(this::linger, "left-behind");
      left.setDaemon(true);
      left.start();
    }
    return new Signals(config, context, memory(context));
  }

  private Memory memory(StrategyContext context) {
    if (fault == SignalFault.ONE_MEMORY) {
      return shared;
    }
    return fault == SignalFault.FORGETS ? new Memory() : context.keep("rises", new Memory());
  }

  private static void buy(Config config, Orders orders) {
    Instrument instrument = orders.instrument();
    orders.submit(OrderSpec.market(instrument, Side.BUY, instrument.quantity(config.quantity())));
  }

  private void linger() {
    try {
      over.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** What one factory made. */
  private final class Signals implements SignalStrategy {
    private final Config config;
    private final StrategyContext context;
    private final Memory memory;
    private final int number = made;
    private int asked;

    Signals(Config config, StrategyContext context, Memory memory) {
      this.config = config;
      this.context = context;
      this.memory = memory;
    }

    @Override
    public SignalInterval interval() {
      boolean other = fault == SignalFault.ANOTHER_INTERVAL_EACH_TIME && ++asked % 2 == 0;
      return other ? SignalInterval.ONE_HOUR : SignalInterval.ONE_MINUTE;
    }

    @Override
    public void onBar(Bar bar) {
      memory.add(bar.closeAsDouble());
    }

    @Override
    public Optional<Signal> signal(SignalView view) {
      if (memory.rises < config.closes() || fault == SignalFault.SILENT) {
        return Optional.empty();
      }
      if (fault == SignalFault.BUYS_BY_ITSELF) {
        buy(config, (Orders) context);
      }
      boolean chance = fault == SignalFault.ANSWERS_BY_CHANCE;
      double stop = fault == SignalFault.STOPS_FAR_AWAY ? 0.5 : 0.97;
      double take = chance ? 1.03 + number / 100.0 : 1.03;
      return Optional.of(
          Signal.buy(
              view.instrument().quantity(config.quantity()), price(view, take), price(view, stop)));
    }

    private static Price price(SignalView view, double share) {
      double price = view.bar().closeAsDouble() * share;
      return view.instrument().price(String.format(Locale.ROOT, "%.1f", price));
    }
  }
}
