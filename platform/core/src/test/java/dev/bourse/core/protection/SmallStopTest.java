package dev.bourse.core.protection;

import static dev.bourse.core.Fixture.ACCOUNT;
import static dev.bourse.core.Fixture.BTCUSD;
import static dev.bourse.core.Fixture.USD;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.api.alert.Alert;
import dev.bourse.api.event.ControlEvent;
import dev.bourse.api.event.OrderReport;
import dev.bourse.api.exchange.Capabilities;
import dev.bourse.api.model.ClientOrderId;
import dev.bourse.api.model.Order;
import dev.bourse.api.model.OrderList;
import dev.bourse.api.model.OrderSpec;
import dev.bourse.api.model.OrderStatus;
import dev.bourse.api.model.OrderType;
import dev.bourse.api.model.Side;
import dev.bourse.api.model.TimeInForce;
import dev.bourse.api.strategy.Strategy;
import dev.bourse.api.trace.Turn;
import dev.bourse.api.trace.TurnResult;
import dev.bourse.core.Fixture;
import dev.bourse.core.TraderCore;
import dev.bourse.core.settings.Guards;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What is left of a bracket is enough for the venue at the market's price, not at the stop's. */
@Tag("P23")
class SmallStopTest {
  private static final Duration WITHIN = Duration.ofSeconds(10);

  private final Fixture trader = watched();

  private static Fixture watched() {
    Fixture fixture =
        new Fixture(
            new TraderCore(
                Fixture.settings(List.of())
                    .withGuards(new Guards(List.of(), WITHIN.toNanos(), true))));
    fixture.running(new Strategy() {});
    fixture
        .core()
        .bindAccount(
            ACCOUNT,
            Capabilities.builder(Duration.ofDays(1), true)
                .orderTypes(EnumSet.of(OrderType.MARKET, OrderType.LIMIT, OrderType.STOP_MARKET))
                .timesInForce(EnumSet.allOf(TimeInForce.class))
                .linkedOrders(true)
                .build());
    fixture.trade("100.00");
    return fixture;
  }

  /** Buys 0.0150 of 1 at 100, with a stop at the given price, and ends the rest of the entry. */
  private Order stopOfAPart(String price) {
    OrderSpec entry =
        OrderSpec.limit(BTCUSD, Side.BUY, BTCUSD.quantity("1"), BTCUSD.price("100.00"));
    OrderSpec target =
        OrderSpec.limit(BTCUSD, Side.SELL, BTCUSD.quantity("1"), BTCUSD.price("150.00"));
    OrderSpec stop = OrderSpec.stop(BTCUSD, Side.SELL, BTCUSD.quantity("1"), BTCUSD.price(price));
    trader.on(new ControlEvent.SubmitList(OrderList.bracket(entry, target, stop), "op"));
    List<Order> all = trader.core().state().ledger().all();
    List<Order> placed = all.subList(all.size() - 3, all.size());
    trader.accept(placed.get(0).id());
    trader.fill(placed.get(0).id(), "0.0150", "100.00", USD.zero());
    trader.on(new OrderReport.Canceled(ACCOUNT, placed.get(0).id(), "asked", trader.now()));
    return trader.order(placed.get(2).id());
  }

  private List<String> critical() {
    return trader.turns().stream()
        .map(Turn::results)
        .flatMap(List::stream)
        .filter(TurnResult.Noted.class::isInstance)
        .map(TurnResult.Noted.class::cast)
        .filter(each -> each.level() == Alert.Level.CRITICAL)
        .map(TurnResult.Noted::text)
        .toList();
  }

  @Test
  void aPositionWhoseStopTheVenueWouldNotTakeIsUnprotectedAndClosed() {
    Order stop = stopOfAPart("50.00");

    ClientOrderId target = trader.core().state().ledger().all().get(1).id();
    trader.accept(target);
    trader.pass(WITHIN);
    trader.on(new OrderReport.Canceled(ACCOUNT, target, "asked", trader.now()));

    assertThat(stop.status()).isEqualTo(OrderStatus.CANCELED);
    assertThat(critical())
        .containsExactly(
            "UNPROTECTED: LONG 0.0150 of BTCUSD.TEST, strategy manual, account acct, has had no"
                + " working stop for 10 s: stop "
                + stop.id()
                + " is CANCELED: DUST: left=0.0150 min_quantity=0.0001 min_notional=1.00000000 USD."
                + " It is being closed at the market");
    assertThat(trader.last().spec().type()).isEqualTo(OrderType.MARKET);
    assertThat(trader.last().spec().quantity()).isEqualTo(BTCUSD.quantity("0.0150"));
  }

  /**
   * Nobody declared a stop for the rest, and nothing of that is closed for a part that has none.
   */
  @Test
  void whatIsHeldBesidesIsLeftAloneThoughAPartOfItLostASmallStop() {
    trader.on(
        new ControlEvent.Submit(OrderSpec.market(BTCUSD, Side.BUY, BTCUSD.quantity("1")), "op"));
    trader.accept(trader.last().id());
    trader.fill(trader.last().id(), "1", "100.00", USD.zero());
    Order stop = stopOfAPart("50.00");

    trader.pass(WITHIN);

    assertThat(stop.status()).isEqualTo(OrderStatus.CANCELED);
    assertThat(critical()).isEmpty();
  }

  @Test
  void aPositionWhoseStopIsLargeEnoughIsLeftToIt() {
    Order stop = stopOfAPart("90.00");
    trader.accept(stop.id());

    trader.pass(WITHIN);

    assertThat(trader.order(stop.id()).status()).isEqualTo(OrderStatus.ACCEPTED);
    assertThat(critical()).isEmpty();
  }
}
