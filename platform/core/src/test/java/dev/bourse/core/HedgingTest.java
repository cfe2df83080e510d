package dev.bourse.core;

import static dev.bourse.core.Fixture.ACCOUNT;
import static dev.bourse.core.Fixture.BTCUSD;
import static dev.bourse.core.Fixture.STRATEGY;
import static dev.bourse.core.Fixture.USD;
import static dev.bourse.core.Hedger.DOWN;
import static dev.bourse.core.Hedger.PERP;
import static dev.bourse.core.Hedger.UP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bourse.api.event.ControlEvent;
import dev.bourse.api.event.LifecycleEvent;
import dev.bourse.api.exchange.ExchangeCommand;
import dev.bourse.api.model.Balance;
import dev.bourse.api.model.Money;
import dev.bourse.api.model.OmsType;
import dev.bourse.api.model.Order;
import dev.bourse.api.model.OrderList;
import dev.bourse.api.model.OrderSpec;
import dev.bourse.api.model.OrderStatus;
import dev.bourse.api.model.Position;
import dev.bourse.api.model.PositionId;
import dev.bourse.api.model.PositionSide;
import dev.bourse.api.model.Quantity;
import dev.bourse.api.model.Side;
import dev.bourse.api.model.StrategyId;
import dev.bourse.api.strategy.Orders;
import dev.bourse.api.strategy.SignalStrategy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Several positions of one instrument side by side, each with a name. */
@Tag("N17")
class HedgingTest {
  private static final Quantity SIZE = PERP.quantity("0.01");

  private static Hedger contracts() {
    return new Hedger(PERP, OmsType.HEDGING, false);
  }

  @Test
  void holdsALongAndAShortPositionOfOneInstrument() {
    Hedger desk = contracts();

    desk.buy(UP, "3", "100.00");
    desk.sell(DOWN, "2", "110.00");

    assertThat(desk.held(UP).side()).isEqualTo(PositionSide.LONG);
    assertThat(desk.held(UP).quantity()).isEqualByComparingTo(desk.size("3"));
    assertThat(desk.held(DOWN).side()).isEqualTo(PositionSide.SHORT);
    assertThat(desk.held(DOWN).cost()).isEqualTo(Money.of("220", USD));
    assertThat(desk.held(PositionId.NETTED).fills()).isZero();
  }

  @Test
  void eachPositionRealizesItsOwnProfit() {
    Hedger desk = contracts();
    desk.buy(UP, "3", "100.00");
    desk.sell(DOWN, "2", "110.00");

    desk.sell(UP, "3", "105.00");
    desk.buy(DOWN, "1", "100.00");

    assertThat(desk.held(UP).realized()).isEqualTo(Money.of("15", USD));
    assertThat(desk.held(DOWN).realized()).isEqualTo(Money.of("10", USD));
    assertThat(desk.held(UP).fees()).isEqualTo(Money.of("0.2", USD));
    assertThat(desk.cash()).isEqualTo(Money.of("10029.6", USD));
  }

  @Test
  void aStrategySeesTheDeskOfEachPosition() {
    Hedger desk = contracts();
    desk.buy(UP, "3", "100.00");
    List<String> seen = new ArrayList<>();

    desk.ask(
        orders -> {
          Orders up = orders.forPosition(UP);
          Orders down = orders.forPosition(DOWN);
          seen.add(up.position().id() + " " + up.isLong() + " " + down.isFlat());
          seen.add(orders.positions().stream().map(Position::id).toList().toString());
          down.sellLimit(desk.size("1"), PERP.price("120.00"));
          seen.add(up.live().size() + " " + down.live().size() + " " + down.isFlat());
        });

    assertThat(seen).containsExactly("up true true", "[up]", "0 1 false");
  }

  @Test
  void anEntryThatIsNotNamedIsDenied() {
    Hedger desk = contracts();

    Order order = desk.ask(orders -> orders.buyMarket(desk.size("1")));

    assertThat(order.status()).isEqualTo(OrderStatus.DENIED);
    assertThat(order.reason()).isEqualTo("INVALID_POSITION_ID: position=none oms=hedging");
  }

  @Test
  void aStrategyThatNetsMayNotNameItsPosition() {
    Hedger desk = new Hedger(PERP, OmsType.NETTING, false);

    Order order = desk.ask(orders -> orders.forPosition(UP).buyMarket(desk.size("1")));

    assertThat(order.reason()).isEqualTo("INVALID_POSITION_ID: position=up oms=netting");
  }

  @Test
  void anOrderThroughZeroOfANamedPositionIsDeniedWithItsNumbers() {
    Hedger desk = contracts();
    desk.buy(UP, "3", "100.00");
    desk.ask(orders -> orders.forPosition(UP).sellLimit(desk.size("1"), PERP.price("120.00")));

    Order order = desk.ask(orders -> orders.forPosition(UP).sellMarket(desk.size("2.5")));

    assertThat(order.reason())
        .isEqualTo(
            "EXCEEDS_POSITION: quantity=2.5000 name=up position=LONG 3.00000000"
                + " live_exits=1.0000");
  }

  @Test
  void aFlatNameHasOrdersOnOneSideOnly() {
    Hedger desk = contracts();
    desk.ask(orders -> orders.forPosition(UP).buyLimit(desk.size("1"), PERP.price("90.00")));

    Order order = desk.ask(orders -> orders.forPosition(UP).sellMarket(desk.size("1")));
    Order other = desk.ask(orders -> orders.forPosition(DOWN).sellMarket(desk.size("1")));

    assertThat(order.reason()).startsWith("EXCEEDS_POSITION: ").endsWith(" live_buys=1.0000");
    assertThat(other.status()).isEqualTo(OrderStatus.INITIALIZED);
  }

  @Test
  void whatReducesANamedPositionIsNotMarkedSoAtTheVenueThatNets() {
    Hedger desk = contracts();
    desk.buy(UP, "1", "100.00");
    desk.sell(DOWN, "5", "100.00");

    Order order = desk.ask(orders -> orders.forPosition(UP).close());

    List<ExchangeCommand> commands = desk.trader.commands();
    assertThat(order.entry()).isFalse();
    assertThat(order.spec().reduceOnly()).isTrue();
    assertThat(commands.get(commands.size() - 1).order().spec().reduceOnly()).isFalse();
  }

  @Test
  void theExitsOfABracketAreOfThePositionOfItsEntry() {
    Hedger desk = contracts();
    desk.sell(DOWN, "1", "100.00");
    desk.ask(
        orders -> {
          OrderSpec entry = OrderSpec.market(PERP, Side.BUY, desk.size("2"));
          orders
              .forPosition(UP)
              .submit(OrderList.bracket(entry, PERP.price("120.00"), PERP.price("80.00")));
        });
    List<Order> bracket = desk.trader.core().state().ledger().live();

    desk.fill(bracket.get(0), "100.00");
    desk.fill(desk.trader.order(bracket.get(1).id()), "120.00");

    assertThat(bracket).extracting(order -> order.spec().position()).containsOnly(UP);
    assertThat(desk.held(UP).isFlat()).isTrue();
    assertThat(desk.held(UP).realized()).isEqualTo(Money.of("40", USD));
    assertThat(desk.held(DOWN).quantity()).isEqualByComparingTo(desk.size("1"));
  }

  @Test
  void aFlattenClosesEveryNamedPosition() {
    Hedger desk = contracts();
    desk.buy(UP, "3", "100.00");
    desk.sell(DOWN, "2", "100.00");

    desk.trader.on(new ControlEvent.Flatten("op"));

    assertThat(desk.trader.core().state().ledger().live())
        .extracting(order -> order.spec().side() + " " + order.spec().position())
        .containsExactlyInAnyOrder("SELL up", "BUY down");
  }

  @Test
  void aPersonMayNameAPositionOrNot() {
    Hedger desk = contracts();
    OrderSpec spec = OrderSpec.market(PERP, Side.BUY, desk.size("1"));

    desk.trader.on(new ControlEvent.Submit(spec.forPosition(UP), "op"));
    Order named = desk.trader.last();
    desk.trader.on(new ControlEvent.Submit(spec, "op"));

    assertThat(named.strategy()).isEqualTo(StrategyId.MANUAL);
    assertThat(named.status()).isEqualTo(OrderStatus.INITIALIZED);
    assertThat(desk.trader.last().status()).isEqualTo(OrderStatus.INITIALIZED);
  }

  @Test
  void onSpotSeveralLongPositionsShareOneBalance() {
    Hedger desk = new Hedger(BTCUSD, OmsType.HEDGING, false);
    desk.buy(UP, "3", "100.00");
    desk.buy(DOWN, "2", "100.00");

    Order order = desk.ask(orders -> orders.forPosition(DOWN).sellMarket(desk.size("2.5")));

    assertThat(order.reason())
        .isEqualTo(
            "EXCEEDS_POSITION: quantity=2.5000 name=down position=LONG 2.00000000"
                + " live_exits=0.0000");
    assertThat(desk.trader.core().state().portfolio().balance(ACCOUNT, Fixture.BTC))
        .map(Balance::total)
        .contains(Money.of("5", Fixture.BTC));
  }

  @Test
  void moreNamesThanTheLimitAreDenied() {
    Hedger desk = contracts();
    for (int batch = 0; batch < Orders.MOST_POSITIONS; batch += 50) {
      int first = batch;
      desk.ask(orders -> first50(orders, first));
    }

    Order known = desk.ask(orders -> orders.forPosition(new PositionId("n7")).buyMarket(SIZE));
    Order next =
        desk.ask(
            orders -> {
              if (orders.forPosition(UP).isFlat()) {
                orders.forPosition(UP).buyMarket(SIZE);
              }
            });

    assertThat(known.status()).isEqualTo(OrderStatus.INITIALIZED);
    assertThat(next.reason()).isEqualTo("INVALID_POSITION_ID: position=up limit=1000");
  }

  private static void first50(Orders orders, int first) {
    for (int i = first; i < first + 50; i++) {
      Orders desk = orders.forPosition(new PositionId("n" + i));
      if (desk.isFlat()) {
        desk.buyLimit(SIZE, PERP.price("100.00"));
      }
    }
  }

  @Test
  void aSignalStrategyHasOnePosition() {
    Fixture trader = new Fixture().running(new Hedger.Told());
    SignalStrategy signals = view -> Optional.empty();
    LifecycleEvent.StrategyBound bound =
        new LifecycleEvent.StrategyBound(
                STRATEGY, "test", "v1", "p", ACCOUNT, List.of(BTCUSD.id()), "1m", "")
            .with(OmsType.HEDGING);

    assertThatThrownBy(() -> trader.core().bind(bound, context -> signals))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "strategy s1 gives signals, one at a time, and so has one position: oms=netting");
  }
}
