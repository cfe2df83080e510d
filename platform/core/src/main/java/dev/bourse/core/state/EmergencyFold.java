package dev.bourse.core.state;

import dev.bourse.api.alert.Alert;
import dev.bourse.api.event.LifecycleEvent;
import dev.bourse.api.model.Instrument;
import dev.bourse.api.model.Order;
import dev.bourse.api.model.OrderStatus;
import dev.bourse.api.model.Quantity;
import dev.bourse.api.trace.TurnResult;
import dev.bourse.core.risk.RiskGate;
import java.util.List;

/** An order of a former process that no journal knows: perhaps sent, so its fate is unknown. */
record EmergencyFold(TraderState state, Effects effects) {
  void adopt(LifecycleEvent.EmergencyOrder event) {
    if (state.ledger.find(event.orderId()) != null) {
      return;
    }
    state.ledger.add(RiskGate.recorded(new TurnResult.OrderApproved(order(event), "", List.of())));
    state.doubts.begin(event.orderId(), state.time);
    effects.note(
        Alert.Level.WARNING,
        "order " + event.orderId() + " was placed by an emergency: its fate is queried");
  }

  private Order order(LifecycleEvent.EmergencyOrder event) {
    Instrument instrument = event.spec().instrument();
    return new Order(
        event.orderId(),
        event.account(),
        event.strategy(),
        event.spec(),
        OrderStatus.SUBMITTED,
        true,
        null,
        Quantity.zero(instrument.quantityDecimals()),
        instrument.settlement().zero(),
        false,
        null,
        event.sentAt(),
        state.time,
        "placed by an emergency");
  }
}
