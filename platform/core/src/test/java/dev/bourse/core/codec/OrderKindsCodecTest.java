package dev.bourse.core.codec;

import static dev.bourse.core.Fixture.BTCUSD;
import static dev.bourse.core.Fixture.USD;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.api.event.ControlEvent;
import dev.bourse.api.model.ClientOrderId;
import dev.bourse.api.model.Contingency;
import dev.bourse.api.model.Money;
import dev.bourse.api.model.Order;
import dev.bourse.api.model.OrderLeg;
import dev.bourse.api.model.OrderLink;
import dev.bourse.api.model.OrderSpec;
import dev.bourse.api.model.OrderStatus;
import dev.bourse.api.model.PositionId;
import dev.bourse.api.model.Price;
import dev.bourse.api.model.Quantity;
import dev.bourse.api.model.Side;
import dev.bourse.api.model.TrailingOffset;
import dev.bourse.api.model.Trigger;
import dev.bourse.api.model.TriggerType;
import dev.bourse.api.trace.Turn;
import dev.bourse.api.trace.TurnResult;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Orders of every kind, as a turn has them. */
class OrderKindsCodecTest {
  private final TurnCodec codec = new TurnCodec(TurnCodecTest.listed());

  private static Stream<Order> everyKind(Order plain) {
    Quantity one = BTCUSD.quantity("1");
    Price price = BTCUSD.price("90.00");
    TrailingOffset ticks = new TrailingOffset.ByTicks(50);
    OrderSpec stop = OrderSpec.stop(BTCUSD, Side.SELL, one, price);
    OrderLink link =
        new OrderLink(
            TurnCodecTest.ID,
            new ClientOrderId("parent"),
            List.of(TurnCodecTest.ID),
            Contingency.OUO);
    return Stream.of(
            stop,
            stop.until(99).displaying(BTCUSD.quantity("0.1")).reducing(),
            OrderSpec.marketFor(BTCUSD, Side.BUY, Money.of("33.33", USD)).comingTo(one),
            OrderSpec.marketFor(BTCUSD, Side.SELL, Money.of("33.33", USD)).reducing(),
            stop.reducing().forPosition(new PositionId("up")),
            stop.withTrigger(Trigger.at(price).by(TriggerType.DOUBLE_LAST)),
            OrderSpec.stopLimit(BTCUSD, Side.SELL, one, price, price),
            OrderSpec.ifTouched(BTCUSD, Side.BUY, one, price),
            OrderSpec.limitIfTouched(BTCUSD, Side.BUY, one, price, price),
            OrderSpec.trailingStop(BTCUSD, Side.SELL, one, new TrailingOffset.ByPrice(price)),
            OrderSpec.trailingStopLimit(
                BTCUSD, Side.SELL, one, TrailingOffset.basisPoints(25), ticks))
        .map(spec -> plain.withSpec(spec, OrderStatus.ACCEPTED, 3))
        .flatMap(
            order ->
                Stream.of(
                    order,
                    order.withTriggered(OrderStatus.TRIGGERED, 4),
                    order.withLink(link),
                    order.withLink(
                        link.withLeg(new OrderLeg(2, one, one, OrderLeg.Stage.REPLACED))),
                    order.withLink(
                        new OrderLink(TurnCodecTest.ID, null, List.of(), Contingency.OTO)),
                    order.withChange(TurnCodecTest.CHANGE, OrderStatus.PENDING_UPDATE, "x", 5)));
  }

  @Test
  void everyKindOfOrderComesBackEqual() {
    List<TurnResult> results =
        everyKind(TurnCodecTest.ORDER)
            .map(order -> new TurnResult.OrderApproved(order, "", List.of()))
            .collect(Collectors.toList());

    Turn turn = codec.decode(codec.encode(7, 8, new ControlEvent.Pause("op"), results));

    assertThat(turn.results()).isEqualTo(results);
  }
}
