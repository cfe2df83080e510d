package dev.bourse.core.breaker;

import static dev.bourse.core.Fixture.ACCOUNT;
import static dev.bourse.core.breaker.BreakerHouse.day;
import static dev.bourse.core.breaker.BreakerHouse.drawdown;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.api.event.ControlEvent;
import dev.bourse.api.model.Order;
import dev.bourse.api.model.OrderSpec;
import dev.bourse.api.model.Position;
import dev.bourse.api.model.Side;
import dev.bourse.api.persistence.JournalEntry;
import dev.bourse.api.persistence.Snapshot;
import dev.bourse.api.risk.Breaker;
import dev.bourse.api.trace.Turn;
import dev.bourse.core.Fixture;
import dev.bourse.core.TraderCore;
import dev.bourse.core.codec.TurnCodec;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;
import net.jqwik.api.constraints.IntRange;

/** Peak, baseline and latch come back equal from any snapshot and the journal after it. */
class BreakerRestartProperties {
  private static final List<Breaker> BREAKERS = List.of(day("3%", false), drawdown("6%"));

  /** Days of prices, orders, flows and resets: the same for the same seed and state. */
  private static final class World {
    private final Random random;
    private final BreakerHouse house;
    private int flows;

    World(long seed, BreakerHouse house) {
      this.random = new Random(seed);
      this.house = house;
    }

    void step() {
      Fixture trader = house.trader();
      switch (random.nextInt(8)) {
        case 0 -> house.pass(Duration.ofSeconds(random.nextInt(200)));
        case 1 -> house.pass(Duration.ofHours(random.nextInt(10)));
        case 2 -> house.flow(trader.now() + "-" + flows++, amount(), "deposit");
        case 3 -> house.flow(trader.now() + "-" + flows++, "-" + amount(), "withdrawal");
        case 4 -> trade();
        case 5 -> reset();
        default -> trader.trade(80 + random.nextInt(40) + ".00");
      }
    }

    private String amount() {
      return String.valueOf(1 + random.nextInt(900));
    }

    private void reset() {
      if (random.nextInt(3) == 0) {
        house.trader().on(new ControlEvent.Reset("op"));
        house.trader().on(new ControlEvent.Resume("op"));
      }
    }

    /** Buys ten and sells them again, by hand. */
    private void trade() {
      Fixture trader = house.trader();
      Position held = trader.core().state().portfolio().open().stream().findFirst().orElse(null);
      Side side = held == null ? Side.BUY : Side.SELL;
      OrderSpec spec = OrderSpec.market(Fixture.BTCUSD, side, Fixture.BTCUSD.quantity("10"));
      trader.on(new ControlEvent.Submit(spec, "op"));
      Order order = trader.last();
      if (order.isLive()) {
        trader.accept(order.id());
        trader.fill(order.id(), "10", "100.00", Fixture.USD.zero());
      }
    }
  }

  @Property(tries = 60)
  @Tag("F4")
  @Tag("F5")
  @Tag("K11")
  void aRestartFindsPeakBaselineAndLatchAsTheyWere(
      @ForAll long seed,
      @ForAll @IntRange(min = 10, max = 120) int cut,
      @ForAll @IntRange(max = 9) int age) {
    BreakerHouse house = BreakerHouse.with(BREAKERS.toArray(Breaker[]::new));
    World world = new World(seed, house);
    TraderCore core = house.trader().core();
    TurnCodec codec = new TurnCodec(core.instruments());
    Snapshot snapshot = core.save();
    List<JournalEntry> journal = new ArrayList<>();
    for (int i = 0; i < cut; i++) {
      int from = house.trader().turns().size();
      world.step();
      for (Turn turn : house.trader().turns().subList(from, house.trader().turns().size())) {
        journal.add(codec.encode(turn.sequence(), turn.time(), turn.event(), turn.results()));
      }
      if (i == cut * age / 10) {
        snapshot = core.save();
        journal.clear();
      }
    }

    TraderCore restored =
        TraderCore.restore(Fixture.settings(List.of(BreakerHouse.MODULE)), snapshot);
    TurnCodec reader = new TurnCodec(restored.instruments());
    journal.forEach(entry -> restored.replay(reader.decode(entry)));
    BreakerHouse after = new BreakerHouse(new Fixture(restored));

    assertThat(restored.stateHash()).isEqualTo(core.stateHash());
    assertThat(restored.state().breakers().marks(ACCOUNT))
        .isEqualTo(core.state().breakers().marks(ACCOUNT));
    assertThat(latches(restored)).isEqualTo(latches(core));
    assertThat(next(after, house.trader().now(), seed))
        .isEqualTo(next(house, house.trader().now(), seed));
  }

  /** A bar that data ended had a timer left, which the restarted one did not have. */
  @Example
  @Tag("K11")
  void aRestartHasTheSameTimersWhereDataEndedABar() {
    aRestartFindsPeakBaselineAndLatchAsTheyWere(0, 25, 9);
  }

  private static List<String> latches(TraderCore core) {
    List<String> all = new ArrayList<>();
    for (Breaker breaker : BREAKERS) {
      all.add(core.state().breakers().tripped("guard." + breaker.name(), ACCOUNT));
    }
    all.add(core.state().flags().detail());
    return all;
  }

  private static List<Turn> next(BreakerHouse house, long now, long seed) {
    house.trader().core().bindRisk(BreakerHouse.MODULE, new BreakerHouse.Declared(BREAKERS));
    house.trader().now(now);
    int from = house.trader().turns().size();
    World world = new World(seed + 1, house);
    for (int i = 0; i < 40; i++) {
      world.step();
    }
    return List.copyOf(house.trader().turns().subList(from, house.trader().turns().size()));
  }
}
