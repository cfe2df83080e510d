package dev.bourse.core;

import static dev.bourse.core.Fixture.ACCOUNT;
import static dev.bourse.core.Fixture.BTCUSD;
import static dev.bourse.core.Fixture.SECOND;
import static dev.bourse.core.Fixture.STRATEGY;
import static dev.bourse.core.Fixture.USD;
import static dev.bourse.core.Hedger.PERP;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.api.event.AccountEvent;
import dev.bourse.api.event.OrderReport;
import dev.bourse.api.model.ClientOrderId;
import dev.bourse.api.model.Fill;
import dev.bourse.api.model.Money;
import dev.bourse.api.model.OmsType;
import dev.bourse.api.model.Order;
import dev.bourse.api.model.OrderStatus;
import dev.bourse.api.model.Position;
import dev.bourse.api.model.PositionId;
import dev.bourse.api.persistence.Snapshot;
import dev.bourse.api.strategy.Orders;
import dev.bourse.core.settings.Purge;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.function.Consumer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What nobody needs any more leaves memory after its time. */
@Tag("N14")
class PurgeTest {
  private static final Purge MINUTES = new Purge(60 * SECOND, 600 * SECOND, 1_200 * SECOND);
  private static final Duration LONG = Duration.ofMinutes(12);

  private final Queue<Consumer<Orders>> wishes = new ArrayDeque<>();

  private static Fixture unstarted() {
    return new Fixture(new TraderCore(Fixture.settings(List.of()).withPurge(MINUTES)));
  }

  private Fixture trader() {
    Fixture trader = unstarted();
    trader.running(OnTrade.granting(wishes));
    trader.trade("100.00");
    return trader;
  }

  private ClientOrderId buys(Fixture trader) {
    wishes.add(orders -> orders.buyLimit(BTCUSD.quantity("2"), BTCUSD.price("99.00")));
    trader.trade("100.00");
    ClientOrderId id = trader.last().id();
    trader.accept(id);
    return id;
  }

  private static List<ClientOrderId> kept(Fixture trader) {
    return trader.core().state().ledger().all().stream().map(Order::id).toList();
  }

  private static Money cash(Fixture trader) {
    return trader.core().state().portfolio().balance(ACCOUNT, USD).orElseThrow().total();
  }

  private static void deposit(Fixture trader, String id, long time) {
    trader.on(new AccountEvent.CashFlow(ACCOUNT, id, Money.of("5", USD), "deposit", time));
  }

  @Test
  void aClosedOrderLeavesWhenItsTimeIsOverAndALiveOneStays() {
    Fixture trader = trader();
    ClientOrderId filled = buys(trader);
    ClientOrderId resting = buys(trader);
    trader.fill(filled, "2", "99.00", USD.zero());

    trader.pass(Duration.ofMinutes(9));
    List<ClientOrderId> before = kept(trader);
    trader.pass(Duration.ofMinutes(2));

    assertThat(before).containsExactly(filled, resting);
    assertThat(kept(trader)).containsExactly(resting);
    assertThat(trader.order(resting).status()).isEqualTo(OrderStatus.ACCEPTED);
  }

  @Test
  void aFillOfAnOrderThatLeftIsNotCountedAgain() {
    Fixture trader = trader();
    ClientOrderId id = buys(trader);
    Fill fill = trader.fillOf(id, "f-1", "2", "99.00", USD.zero());
    trader.on(new OrderReport.Filled(fill));
    Money paid = cash(trader);
    trader.pass(LONG);

    trader.on(new OrderReport.Filled(fill));

    assertThat(kept(trader)).isEmpty();
    assertThat(cash(trader)).isEqualTo(paid);
  }

  @Test
  void aFlowWhoseNameLeftIsNotCountedAgain() {
    Fixture trader = trader();
    Money before = cash(trader);
    long time = trader.now();
    deposit(trader, "d-1", time);
    trader.pass(Duration.ofMinutes(25));

    deposit(trader, "d-1", time);
    deposit(trader, "d-2", trader.now());

    assertThat(cash(trader).minus(before)).isEqualTo(Money.of("10", USD));
  }

  @Test
  void namesOfPositionsAreFreeAgainAndWhatTheyEarnedIsNotForgotten() {
    Hedger desk = new Hedger(unstarted(), PERP, OmsType.HEDGING, false);
    for (int i = 0; i < 3; i++) {
      PositionId id = new PositionId("p" + i);
      desk.buy(id, "3", "100.00");
      desk.sell(id, "3", "105.00");
    }
    Money cash = desk.cash();

    desk.trader.pass(LONG);

    List<Position> left = desk.trader.core().state().portfolio().positions();
    assertThat(left).extracting(Position::id).containsExactly(PositionId.NETTED);
    assertThat(left.get(0).realized()).isEqualTo(Money.of("45", USD));
    assertThat(left.get(0).fees()).isEqualTo(Money.of("0.6", USD));
    assertThat(desk.cash()).isEqualTo(cash);
  }

  @Test
  void aDeskThatAStrategyKeepsKnowsThePositionThatUsesANameAgain() {
    Hedger desk = new Hedger(unstarted(), PERP, OmsType.HEDGING, false);
    List<Orders> kept = new ArrayList<>();
    List<Boolean> flat = new ArrayList<>();
    desk.buy(Hedger.UP, "3", "100.00");
    desk.ask(orders -> kept.add(orders.forPosition(Hedger.UP)));
    desk.ask(orders -> flat.add(kept.get(0).isFlat()));
    desk.sell(Hedger.UP, "3", "105.00");
    desk.ask(orders -> flat.add(kept.get(0).isFlat()));

    desk.trader.pass(LONG);
    desk.ask(orders -> kept.get(0).buyLimit(desk.size("2"), PERP.price("99.00")));
    desk.ask(orders -> flat.add(kept.get(0).isFlat()));

    assertThat(flat).containsExactly(false, true, false);
  }

  @Test
  void anOpenPositionStaysHoweverOldItsOrdersAre() {
    Hedger desk = new Hedger(unstarted(), PERP, OmsType.HEDGING, false);
    desk.buy(Hedger.UP, "3", "100.00");

    desk.trader.pass(LONG);
    desk.sell(Hedger.UP, "3", "105.00");

    assertThat(desk.held(Hedger.UP).realized()).isEqualTo(Money.of("15", USD));
  }

  @Test
  void memoryIsFlatOverALongRun() {
    Hedger desk = new Hedger(unstarted(), PERP, OmsType.HEDGING, false);
    int most = 0;

    for (int i = 0; i < 2_000; i++) {
      PositionId id = new PositionId("p" + i);
      desk.buy(id, "1", "100.00");
      desk.sell(id, "1", "101.00");
      deposit(desk.trader, "d-" + i, desk.trader.now());
      desk.trader.pass(Duration.ofMinutes(1));
      most = Math.max(most, desk.trader.core().save().entries().size());
    }

    // two orders a minute for ten minutes, the fills of both, positions and what is always there
    assertThat(most).isLessThan(5_000 + 100);
    assertThat(kept(desk.trader)).hasSizeLessThan(30);
    assertThat(desk.trader.core().state().portfolio().named()).hasSizeLessThan(15);
    assertThat(desk.trader.core().state().portfolio().position(ACCOUNT, STRATEGY, PERP).realized())
        .isGreaterThan(Money.of("1900", USD));
  }

  @Test
  void aRestartFindsWhatWasLetGoAndWhatWasNot() {
    Fixture trader = trader();
    ClientOrderId resting = buys(trader);
    long time = trader.now();
    deposit(trader, "d-1", time);
    trader.pass(Duration.ofMinutes(25));
    Snapshot snapshot = trader.core().save();

    TraderCore restored =
        TraderCore.restore(Fixture.settings(List.of()).withPurge(MINUTES), snapshot);
    Fixture after = new Fixture(restored);
    after.now(trader.now());
    Money before = cash(after);
    deposit(after, "d-1", time);

    assertThat(cash(after)).isEqualTo(before);
    assertThat(kept(after)).containsExactly(resting);
  }
}
