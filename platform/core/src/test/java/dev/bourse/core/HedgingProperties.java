package dev.bourse.core;

import static dev.bourse.core.Fixture.ACCOUNT;
import static dev.bourse.core.Fixture.USD;
import static dev.bourse.core.Hedger.PERP;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.api.event.AccountEvent;
import dev.bourse.api.event.InstrumentListed;
import dev.bourse.api.event.OrderReport;
import dev.bourse.api.event.Trade;
import dev.bourse.api.model.AggressorSide;
import dev.bourse.api.model.Fill;
import dev.bourse.api.model.Int128;
import dev.bourse.api.model.Liquidity;
import dev.bourse.api.model.Money;
import dev.bourse.api.model.OmsType;
import dev.bourse.api.model.Order;
import dev.bourse.api.model.OrderList;
import dev.bourse.api.model.OrderSpec;
import dev.bourse.api.model.OrderStatus;
import dev.bourse.api.model.Position;
import dev.bourse.api.model.PositionId;
import dev.bourse.api.model.PositionSide;
import dev.bourse.api.model.Price;
import dev.bourse.api.model.Quantity;
import dev.bourse.api.model.Side;
import dev.bourse.api.strategy.Orders;
import dev.bourse.api.strategy.Strategy;
import dev.bourse.api.trace.Turn;
import dev.bourse.core.portfolio.Equity;
import dev.bourse.core.portfolio.FlowBook;
import dev.bourse.core.settings.Purge;
import dev.bourse.core.settings.TraderSettings;
import dev.bourse.core.state.TraderState;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;
import net.jqwik.api.constraints.IntRange;

/** What holds of named positions whatever a strategy wants and a venue does. */
@Tag("N17")
class HedgingProperties {
  /** What is over is let go while the rest trades on. */
  private static final TraderSettings SETTINGS =
      Fixture.settings(List.of())
          .withPurge(new Purge(5 * Fixture.SECOND, 3 * Fixture.SECOND, 10 * Fixture.SECOND));

  private static final List<PositionId> NAMES =
      List.of(new PositionId("a"), new PositionId("b"), new PositionId("c"));

  /** Wants something at each trade that follows from its price alone. */
  private static final class Busy implements Strategy {
    @Override
    public void onTrade(Trade trade, Orders orders) {
      long seed = trade.priceRaw();
      Orders desk = orders.forPosition(NAMES.get((int) (seed % 3)));
      Quantity size = PERP.quantity(1_000 + seed % 7 * 2_500);
      Side side = seed / 3 % 2 == 0 ? Side.BUY : Side.SELL;
      switch ((int) (seed / 6 % 7)) {
        case 0 -> desk.close();
        case 1 -> desk.cancelAll();
        case 2 -> desk.submit(OrderSpec.limit(PERP, side, size, PERP.price(seed)));
        case 3 -> desk.submit(OrderSpec.stop(PERP, side, size, PERP.price(seed)).reducing());
        case 4 -> desk.submit(bracket(side, size, seed));
        default -> desk.submit(OrderSpec.market(PERP, side, size));
      }
    }

    private static OrderList bracket(Side side, Quantity size, long price) {
      long away = side == Side.BUY ? 500 : -500;
      return OrderList.bracket(
          OrderSpec.market(PERP, side, size), PERP.price(price + away), PERP.price(price - away));
    }
  }

  /** Makes inputs from a seed and looks at the positions after each. */
  private static final class World {
    private final Random random;
    private final Fixture trader = new Fixture(new TraderCore(SETTINGS));
    private final Map<PositionId, PositionSide> sides = new TreeMap<>();
    private final List<String> crossings = new ArrayList<>();
    private final Map<PositionSide, Position> venue = new TreeMap<>();
    private final boolean hedged;
    private int fills;

    World(long seed, boolean hedged) {
      this.hedged = hedged;
      random = new Random(seed);
      trader.running(new Strategy() {});
      trader.on(new InstrumentListed(PERP, trader.now()));
      trader.on(new AccountEvent.Terms(ACCOUNT, Hedger.terms(hedged), trader.now()));
      trader.core().bind(Hedger.bound(PERP, OmsType.HEDGING), context -> new Busy());
      trader.on(Hedger.bound(PERP, OmsType.HEDGING));
    }

    void step() {
      List<Order> live =
          state().ledger().live().stream().filter(order -> !order.isWaiting()).toList();
      if (live.isEmpty() || random.nextInt(3) == 0) {
        trader.pass(Duration.ofSeconds(1));
        long price = 9_000L + random.nextInt(2_000);
        trader.on(new Trade(PERP, trader.now(), price, 10_000, AggressorSide.UNKNOWN, null));
      } else if (random.nextInt(20) == 0) {
        Money paid = new Money(Int128.of(random.nextInt(2_000_001) - 1_000_000), USD);
        String id = "f" + fills++;
        trader.on(new AccountEvent.CashFlow(ACCOUNT, id, paid, "funding", trader.now()));
      } else {
        answer(live.get(random.nextInt(live.size())));
      }
      look();
    }

    private void answer(Order order) {
      boolean here = order.status() == OrderStatus.EMULATED;
      switch (here ? 0 : 1 + random.nextInt(7)) {
        case 0 -> trader.now(trader.now() + 1);
        case 1 -> trader.accept(order.id());
        case 2 -> trader.on(new OrderReport.Canceled(ACCOUNT, order.id(), "gone", 0));
        case 3 -> trader.on(new OrderReport.Rejected(ACCOUNT, order.id(), "no", 0));
        case 4 -> trader.on(new OrderReport.Denied(ACCOUNT, order.id(), "never left", 0));
        default -> fill(order);
      }
    }

    private void fill(Order order) {
      long left = order.unfilled().raw();
      if (left == 0) {
        return;
      }
      long quantity = random.nextBoolean() ? left : Math.max(1, left / 2);
      Fill fill =
          new Fill(
              "h" + fills++,
              order.id(),
              ACCOUNT,
              PERP,
              order.spec().side(),
              PERP.price(9_000L + random.nextInt(2_000)),
              PERP.quantity(quantity),
              new Money(Int128.of(random.nextInt(1_000) - 100), USD),
              Liquidity.TAKER,
              trader.now(),
              false);
      PositionSide side = hedged ? order.positionSide() : PositionSide.FLAT;
      Position flat = Position.flat(ACCOUNT, order.strategy(), PERP);
      venue.put(side, venue.getOrDefault(side, flat).after(fill));
      trader.on(new OrderReport.Filled(fill));
    }

    private void look() {
      for (Position each : state().portfolio().positions()) {
        PositionSide before = sides.put(each.id(), each.side());
        boolean flat = before == null || before == PositionSide.FLAT || each.isFlat();
        if (!flat && before != each.side()) {
          crossings.add(each + " was " + before);
        }
      }
    }

    TraderState state() {
      return trader.core().state();
    }

    private Optional<Price> last() {
      return state().market().valuationPrice(PERP.id());
    }

    /** What all positions earned and would earn, less fees, with flows. */
    Money earned() {
      Money sum = flows();
      for (Position each : state().portfolio().positions()) {
        Money open = last().map(each::unrealized).orElse(USD.zero());
        sum = sum.plus(each.realized()).plus(open).minus(each.fees());
      }
      return sum;
    }

    private Money flows() {
      return state().portfolio().flows().all().stream()
          .map(FlowBook.Flowed::amount)
          .reduce(USD.zero(), Money::plus);
    }

    /** What a venue has that knows its own positions only. */
    Money wallet() {
      Money sum = Money.of("10000", USD).plus(flows());
      for (Position each : venue.values()) {
        sum = sum.plus(each.realized()).minus(each.fees());
      }
      return sum;
    }
  }

  private static World world(long seed, int steps, boolean hedged) {
    World world = new World(seed, hedged);
    for (int i = 0; i < steps; i++) {
      world.step();
    }
    return world;
  }

  @Property(tries = 150)
  void aNamedPositionIsNeverCrossedThroughZero(
      @ForAll long seed, @ForAll @IntRange(min = 20, max = 200) int steps, @ForAll boolean hedged) {
    World world = world(seed, steps, hedged);

    List<Position> positions = world.state().portfolio().positions();

    assertThat(world.crossings).isEmpty();
    assertThat(positions).allMatch(each -> each.id().isNamed() || each.isFlat());
  }

  @Property(tries = 150)
  void profitsFeesAndFlowsOfAllPositionsAreTheChangeOfTheAccount(
      @ForAll long seed, @ForAll @IntRange(min = 20, max = 200) int steps, @ForAll boolean hedged) {
    World world = world(seed, steps, hedged);

    List<Money> equity = Equity.of(ACCOUNT, world.state().portfolio(), world.state().market());

    assertThat(equity).containsExactly(Money.of("10000", USD).plus(world.earned()));
  }

  @Property(tries = 150)
  void theCashIsTheVenuesHoweverManyPositionsAreOneThere(
      @ForAll long seed, @ForAll @IntRange(min = 20, max = 200) int steps, @ForAll boolean hedged) {
    World world = world(seed, steps, hedged);

    Money cash = world.state().portfolio().balance(ACCOUNT, USD).orElseThrow().total();

    assertThat(cash).isEqualTo(world.wallet());
  }

  @Property(tries = 60)
  void aRestartFindsEveryNamedPositionAgain(
      @ForAll long seed, @ForAll @IntRange(min = 20, max = 150) int steps, @ForAll boolean hedged) {
    World world = world(seed, steps, hedged);
    TraderCore before = world.trader.core();

    TraderCore loaded = TraderCore.restore(SETTINGS, before.save());
    TraderCore folded = new TraderCore(SETTINGS);
    for (Turn turn : world.trader.turns()) {
      folded.replay(turn);
    }

    assertThat(loaded.stateHash()).isEqualTo(before.stateHash());
    assertThat(loaded.state().portfolio().positions())
        .isEqualTo(before.state().portfolio().positions());
    assertThat(folded.stateHash()).isEqualTo(before.stateHash());
  }
}
