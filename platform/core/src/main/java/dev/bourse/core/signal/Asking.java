package dev.bourse.core.signal;

import dev.bourse.api.event.Bar;
import dev.bourse.api.model.Instrument;
import dev.bourse.api.model.Position;
import dev.bourse.api.model.Price;
import dev.bourse.api.strategy.SignalView;
import java.util.Optional;

/**
 * What a strategy sees when it is asked: values, so nothing later can show through.
 *
 * @param instrument the instrument
 * @param time our time
 * @param bar the bar that just closed
 * @param price the price by the rule
 * @param lastPrice the last known price
 * @param position what is held
 */
record Asking(
    Instrument instrument,
    long time,
    Bar bar,
    Price price,
    Optional<Price> lastPrice,
    Position position)
    implements SignalView {

  static Asking of(Bar bar, Price price, SignalOrders orders) {
    return new Asking(
        orders.instrument(), orders.time(), bar, price, orders.lastPrice(), orders.position());
  }
}
