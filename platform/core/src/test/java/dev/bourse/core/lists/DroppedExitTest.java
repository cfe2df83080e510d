package dev.bourse.core.lists;

import static dev.bourse.core.Fixture.ACCOUNT;
import static dev.bourse.core.Fixture.BTCUSD;
import static dev.bourse.core.Fixture.USD;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.api.event.CommandEvent;
import dev.bourse.api.event.ControlEvent;
import dev.bourse.api.exchange.Capabilities;
import dev.bourse.api.exchange.ExchangeCommand;
import dev.bourse.api.model.ClientOrderId;
import dev.bourse.api.model.Order;
import dev.bourse.api.model.OrderList;
import dev.bourse.api.model.OrderSpec;
import dev.bourse.api.model.OrderStatus;
import dev.bourse.api.model.OrderType;
import dev.bourse.api.model.Side;
import dev.bourse.api.model.TimeInForce;
import dev.bourse.api.model.TrailingUnit;
import dev.bourse.api.strategy.Strategy;
import dev.bourse.core.Fixture;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * A bracket around 1 BTC at a venue that links its orders; the entry filled and the target works,
 * but the stop provably never left.
 */
@Tag("N25")
class DroppedExitTest {
  private static final String BUSY = "VENUE_BUSY: account=acct";

  private final Fixture trader = new Fixture();
  private ClientOrderId target = new ClientOrderId("none");

  @BeforeEach
  void dropsTheStop() {
    trader.running(new Strategy() {});
    trader.core().bindAccount(ACCOUNT, linking());
    trader.trade("100.00");
    OrderSpec entry =
        OrderSpec.limit(BTCUSD, Side.BUY, BTCUSD.quantity("1"), BTCUSD.price("100.00"));
    OrderList bracket = OrderList.bracket(entry, BTCUSD.price("110.00"), BTCUSD.price("90.00"));
    trader.on(new ControlEvent.SubmitList(bracket, "op"));
    List<Order> orders = trader.core().state().ledger().all();
    target = orders.get(1).id();
    trader.accept(orders.get(0).id());
    trader.fill(orders.get(0).id(), "1", "100.00", USD.zero());
    trader.accept(target);
    trader.commands().clear();
    drop(orders.get(2).id());
  }

  private static Capabilities linking() {
    return Capabilities.builder(Duration.ofDays(1), true)
        .orderTypes(EnumSet.allOf(OrderType.class))
        .timesInForce(EnumSet.allOf(TimeInForce.class))
        .postOnly(true)
        .amend(true)
        .trailingUnits(EnumSet.allOf(TrailingUnit.class))
        .linkedOrders(true)
        .build();
  }

  private void drop(ClientOrderId id) {
    trader.on(new CommandEvent.Dropped(id, BUSY));
  }

  private List<Order> placed() {
    return trader.commands().stream()
        .filter(ExchangeCommand.Submit.class::isInstance)
        .map(ExchangeCommand::order)
        .toList();
  }

  @Test
  void isPlacedAgainAMomentLaterWhateverHappensOrDoesNot() {
    trader.pass(Duration.ofSeconds(1));
    List<Order> atOnce = placed();

    trader.pass(Duration.ofSeconds(4));

    assertThat(atOnce).isEmpty();
    assertThat(placed())
        .extracting(order -> order.spec().type() + " " + order.spec().quantity())
        .containsExactly("STOP_MARKET 1.0000");
    assertThat(trader.order(target).status()).isEqualTo(OrderStatus.ACCEPTED);
  }

  @Test
  void isPlacedAgainEverMoreSeldom() {
    for (int second = 0; second < 3600; second++) {
      trader.pass(Duration.ofSeconds(1));
      if (trader.last().status() == OrderStatus.INITIALIZED) {
        drop(trader.last().id());
      }
    }

    assertThat(placed()).hasSizeBetween(55, 90);
    assertThat(trader.order(target).status()).isEqualTo(OrderStatus.ACCEPTED);
  }

  @Test
  void isNotPlacedAgainOnceTheTargetHasSold() {
    trader.fill(target, "1", "110.00", USD.zero());

    trader.pass(Duration.ofMinutes(1));

    assertThat(placed()).isEmpty();
    assertThat(trader.last().status()).isEqualTo(OrderStatus.DENIED);
    assertThat(trader.last().reason()).isEqualTo(BUSY);
  }

  @Test
  void isPlacedForWhatTheTargetHasLeft() {
    trader.fill(target, "0.4", "110.00", USD.zero());

    trader.pass(Duration.ofMinutes(1));

    assertThat(placed())
        .extracting(order -> order.spec().type() + " " + order.spec().quantity())
        .containsExactly("STOP_MARKET 0.6000");
  }
}
