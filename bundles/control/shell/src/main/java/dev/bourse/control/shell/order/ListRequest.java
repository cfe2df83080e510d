package dev.bourse.control.shell.order;

import dev.bourse.api.model.Instrument;
import dev.bourse.api.model.OrderList;
import dev.bourse.api.model.OrderSpec;
import dev.bourse.api.model.OrderType;
import dev.bourse.control.shell.service.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * What is to happen with a typed order beside itself; nothing if all is null.
 *
 * @param takeProfit the limit at which to get out again with a gain
 * @param stopLoss the trigger at which to get out again with a loss
 * @param orStop the trigger of a stop that shares the quantity of the order
 */
record ListRequest(
    @Nullable String takeProfit, @Nullable String stopLoss, @Nullable String orStop) {
  /** The list that an order becomes, or null if it stands alone; refuses what cannot be meant. */
  @Nullable OrderList around(OrderSpec spec) {
    Instrument instrument = spec.instrument();
    boolean alone = takeProfit == null && stopLoss == null && orStop == null;
    if (spec.amount() != null && !alone) {
      throw new Refusal(
          "--take-profit, --stop-loss and --or-stop need a quantity, not an amount: exits are as"
              + " large as what the order fills.");
    }
    if (orStop != null) {
      if (takeProfit != null || stopLoss != null || spec.type() != OrderType.LIMIT) {
        throw new Refusal(
            "--or-stop needs --price and stands alone: the order is that limit or this stop.");
      }
      OrderSpec stop =
          OrderSpec.stop(instrument, spec.side(), spec.quantity(), instrument.price(orStop));
      return OrderList.oneUpdatesOther(spec, spec.reduceOnly() ? stop.reducing() : stop);
    }
    if (takeProfit == null && stopLoss == null) {
      return null;
    }
    if (takeProfit == null || stopLoss == null) {
      throw new Refusal("--take-profit and --stop-loss belong together: give both.");
    }
    return OrderList.bracket(spec, instrument.price(takeProfit), instrument.price(stopLoss));
  }
}
