package dev.bourse.exchange.simulated;

import static dev.bourse.testkit.Market.trade;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.api.event.AccountEvent;
import dev.bourse.api.event.OrderReport;
import dev.bourse.api.model.ClientOrderId;
import dev.bourse.api.model.Contract;
import dev.bourse.api.model.Fill;
import dev.bourse.api.model.Instrument;
import dev.bourse.api.model.Money;
import dev.bourse.api.model.Order;
import dev.bourse.api.model.OrderSpec;
import dev.bourse.api.model.Position;
import dev.bourse.api.model.PositionSide;
import dev.bourse.api.model.Rate;
import dev.bourse.api.model.Side;
import dev.bourse.testkit.Instruments;
import dev.bourse.testkit.RecordingSink;
import dev.bourse.testkit.TestContext;
import dev.bourse.testkit.TestOrders;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;
import net.jqwik.api.constraints.IntRange;

/** What an account of contracts comes to, with one position of each or with both sides. */
@Tag("N17")
class SidesProperties {
  private static final Instrument PERP =
      Instruments.BTCUSD.as(Contract.linear(Rate.of("0.01")), Instruments.USD.zero(), null);

  /** What is ordered, and for which side. */
  private static final class World {
    private final Random random;
    private final boolean hedged;
    private final Desk desk;
    private final Map<ClientOrderId, PositionSide> sides = new TreeMap<>();

    World(long seed, boolean hedged) {
      this.random = new Random(seed);
      this.hedged = hedged;
      this.desk =
          Desk.open(
              TestContext.of(new RecordingSink()).with(List.of(PERP)),
              "balances",
              "1000 USD",
              "margin.mode",
              random.nextBoolean() ? "cross" : "isolated",
              "position.mode",
              hedged ? "hedged" : "one-way",
              "leverage",
              "20",
              "funding.rate",
              "0.001",
              "fee.taker",
              "0.001");
    }

    void go(int steps) {
      for (int i = 1; i <= steps; i++) {
        String price = 80 + random.nextInt(40) + "." + (10 + random.nextInt(90));
        desk.feed(trade(PERP, i * 3600, price, "1000"));
        OrderSpec spec =
            OrderSpec.market(
                PERP,
                random.nextBoolean() ? Side.BUY : Side.SELL,
                PERP.quantity(1 + random.nextInt(300) * 10_000_000L));
        Order order = TestOrders.order("o" + i, spec, random.nextBoolean());
        sides.put(order.id(), hedged ? order.positionSide() : PositionSide.FLAT);
        desk.submit(i * 3600 + 1, order);
      }
    }

    private PositionSide side(Fill fill) {
      PositionSide closes = fill.side() == Side.SELL ? PositionSide.LONG : PositionSide.SHORT;
      return sides.getOrDefault(fill.orderId(), hedged ? closes : PositionSide.FLAT);
    }

    /** 1000, what each side realized less its fees, and what flowed. */
    Money expected() {
      Map<PositionSide, Position> positions = new TreeMap<>();
      Money sum = Money.of("1000", Instruments.USD);
      for (OrderReport.Filled each : desk.sink.events(OrderReport.Filled.class)) {
        Fill fill = each.fill();
        Position flat = Position.flat(fill.account(), TestOrders.STRATEGY, PERP);
        positions.put(side(fill), positions.getOrDefault(side(fill), flat).after(fill));
      }
      for (Position each : positions.values()) {
        sum = sum.plus(each.realized()).minus(each.fees());
      }
      for (AccountEvent.CashFlow flow : desk.sink.events(AccountEvent.CashFlow.class)) {
        sum = sum.plus(flow.amount());
      }
      return sum;
    }
  }

  @Property(tries = 100)
  void theWalletIsWhatItsPositionsEarnedLessFeesWithFundingAndFlows(
      @ForAll long seed, @ForAll @IntRange(min = 2, max = 40) int steps, @ForAll boolean hedged) {
    World world = new World(seed, hedged);

    world.go(steps);

    Money expected = world.expected();
    assertThat(world.desk.massReport().balances().stream().map(each -> each.total()).toList())
        .isEqualTo(expected.signum() == 0 ? List.of() : List.of(expected));
  }
}
