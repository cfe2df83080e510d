package dev.bourse.core;

import static dev.bourse.core.Fixture.BTCUSD;
import static dev.bourse.core.OneBitcoin.stopAt;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.api.event.ControlEvent;
import dev.bourse.api.model.ClientOrderId;
import dev.bourse.api.model.OrderChange;
import dev.bourse.api.model.OrderOutcome;
import dev.bourse.api.model.OrderStatus;
import dev.bourse.core.decision.TurnRecord;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A stop that waits here is changed, or taken back by a person; the venue hears of neither. */
@Tag("N25")
class HeldAmendTest {
  private final OneBitcoin house = new OneBitcoin();
  private final Fixture trader = house.trader;

  private OrderOutcome told() {
    return house.strategy.outcomes().get(house.strategy.outcomes().size() - 1);
  }

  @Test
  void watchesTheNewTriggerAndSendsNothing() {
    ClientOrderId id = house.holds(stopAt("95.00"));

    TurnRecord turn =
        house.asks(orders -> orders.amend(id, OrderChange.triggerPrice(BTCUSD.price("90.00"))));
    int commands = turn.commands().size();
    trader.trade("94.00");
    OrderStatus above = trader.order(id).status();
    trader.trade("89.00");

    assertThat(commands).isZero();
    assertThat(above).isEqualTo(OrderStatus.EMULATED);
    assertThat(trader.order(id).status()).isEqualTo(OrderStatus.RELEASED);
  }

  @Test
  void tellsTheStrategyThatItIsChanged() {
    ClientOrderId id = house.holds(stopAt("95.00"));
    int before = house.strategy.outcomes().size();

    house.does(orders -> orders.amend(id, OrderChange.quantity(BTCUSD.quantity("0.5"))));

    assertThat(trader.order(id).spec().quantity()).isEqualTo(BTCUSD.quantity("0.5"));
    assertThat(house.strategy.outcomes()).hasSize(before + 1);
    assertThat(told()).isEqualTo(new OrderOutcome.Sent(id));
  }

  @Test
  void theGateIsAskedAgain() {
    ClientOrderId id = house.holds(stopAt("95.00"));

    house.does(orders -> orders.amend(id, OrderChange.quantity(BTCUSD.quantity("2"))));

    assertThat(trader.order(id).spec().quantity()).isEqualTo(BTCUSD.quantity("1"));
    assertThat(told()).isEqualTo(new OrderOutcome.Sent(id));
  }

  @Test
  void aStrategyHearsThatAPersonTookItBack() {
    ClientOrderId id = house.holds(stopAt("95.00"));

    trader.on(new ControlEvent.Cancel(id, "op"));

    assertThat(trader.order(id).reason()).isEqualTo("by op");
    assertThat(told()).isEqualTo(new OrderOutcome.Ended(trader.order(id)));
  }

  @Test
  @Tag("N4")
  void theRecordFoldsToTheSameState() {
    ClientOrderId id = house.holds(stopAt("95.00"));
    house.does(orders -> orders.amend(id, OrderChange.triggerPrice(BTCUSD.price("90.00"))));
    trader.on(new ControlEvent.Cancel(id, "op"));

    TraderCore folded = new TraderCore(Fixture.settings(List.of()));
    trader.turns().forEach(folded::replay);

    assertThat(folded.stateHash()).isEqualTo(trader.core().stateHash());
  }
}
