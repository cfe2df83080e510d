package dev.bourse.strategy.emacross;

import static dev.bourse.testkit.Instruments.BTCUSD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bourse.api.event.Bar;
import dev.bourse.api.indicator.Ema;
import dev.bourse.api.model.AccountId;
import dev.bourse.api.model.BarInterval;
import dev.bourse.api.model.ClientOrderId;
import dev.bourse.api.model.Instrument;
import dev.bourse.api.model.Money;
import dev.bourse.api.model.Order;
import dev.bourse.api.model.OrderChange;
import dev.bourse.api.model.OrderList;
import dev.bourse.api.model.OrderSpec;
import dev.bourse.api.model.Position;
import dev.bourse.api.model.Price;
import dev.bourse.api.model.Side;
import dev.bourse.api.model.StrategyId;
import dev.bourse.api.state.Kept;
import dev.bourse.api.strategy.Orders;
import dev.bourse.api.strategy.Strategy;
import dev.bourse.api.strategy.StrategyContext;
import dev.bourse.testkit.ConfigFixtures;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("N1")
class EmaCrossTest {
  /** Fills every order at once. */
  private static final class InstantDesk implements Orders {
    private final List<String> placed = new ArrayList<>();
    private boolean holding;

    @Override
    public Instrument instrument() {
      return BTCUSD;
    }

    @Override
    public long time() {
      return 0;
    }

    @Override
    public Position position() {
      return Position.flat(new AccountId("a"), new StrategyId("s"), BTCUSD);
    }

    @Override
    public boolean isFlat() {
      return !holding;
    }

    @Override
    public boolean isLong() {
      return holding;
    }

    @Override
    public List<ClientOrderId> submit(OrderList list) {
      return list.orders().stream().map(this::submit).toList();
    }

    @Override
    public List<Order> live() {
      return List.of();
    }

    @Override
    public Optional<Money> equity() {
      return Optional.empty();
    }

    @Override
    public Optional<Price> lastPrice() {
      return Optional.empty();
    }

    @Override
    public ClientOrderId submit(OrderSpec spec) {
      placed.add(spec.side() + " " + spec.quantity());
      holding = spec.side() == Side.BUY;
      return new ClientOrderId("o" + placed.size());
    }

    @Override
    public void cancel(ClientOrderId orderId) {}

    @Override
    public void amend(ClientOrderId orderId, OrderChange change) {}

    @Override
    public void cancelAll() {}

    @Override
    public Optional<ClientOrderId> close() {
      return Optional.of(submit(OrderSpec.market(BTCUSD, Side.SELL, BTCUSD.quantity("0.01"))));
    }

    @Override
    public void setTimer(String name, long deadline) {}

    @Override
    public void cancelTimer(String name) {}
  }

  private final Map<String, Kept> kept = new TreeMap<>();
  private final InstantDesk desk = new InstantDesk();

  private Strategy strategy(String fast, String slow) {
    EmaCross.Config config = ConfigFixtures.of(EmaCross.Config.class, "fast", fast, "slow", slow);
    StrategyContext context =
        new StrategyContext() {
          @Override
          public StrategyId id() {
            return new StrategyId("s");
          }

          @Override
          public Instrument instrument() {
            return BTCUSD;
          }

          @Override
          public <T extends Kept> T keep(String name, T state) {
            kept.put(name, state);
            return state;
          }
        };
    return new EmaCross().create(config, context);
  }

  private void closes(Strategy strategy, long... cents) {
    for (long close : cents) {
      strategy.onBar(
          new Bar(BTCUSD, BarInterval.of("1m"), 0, close, close, close, close, 1, true), desk);
    }
  }

  @Test
  void waitsForTheSlowAverageThenFollowsTheCross() {
    Strategy strategy = strategy("2", "4");

    closes(strategy, 100, 110, 120);
    List<String> beforeReady = List.copyOf(desk.placed);
    closes(strategy, 130, 140, 60, 50);

    assertThat(beforeReady).isEmpty();
    assertThat(desk.placed).containsExactly("BUY 0.01000000", "SELL 0.01000000");
  }

  @Test
  void keepsBothAveragesForARestart() {
    closes(strategy("2", "4"), 100, 110);

    assertThat(kept.keySet()).containsExactly("fast", "slow");
    assertThat(((Ema) kept.get("fast")).value()).isEqualTo(1.05);
  }

  @Test
  void refusesAFastPeriodThatIsNotBelowTheSlowOne() {
    assertThatThrownBy(() -> strategy("20", "20"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("fast=20 must be below slow=20");
  }
}
