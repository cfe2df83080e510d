package dev.bourse.exchange.simulated.venue;

import dev.bourse.api.model.AccountId;
import dev.bourse.api.model.ClientOrderId;
import dev.bourse.api.model.Instrument;
import dev.bourse.api.model.OrderSpec;
import dev.bourse.api.model.OrderStatus;
import dev.bourse.api.state.StateReader;
import dev.bourse.api.state.StateWriter;

/** The bytes of an order as the venue keeps it. */
final class OrderRow {
  private OrderRow() {}

  static void put(StateWriter out, VenueOrder order) {
    out.putLong(order.number).putText(order.account.value()).putText(order.id.value());
    SpecCodec.put(out, order.spec);
    out.putLong(order.decidedAt).putLong(order.arrivedAt);
    Codec.put(out, order.instrument);
    putState(out, order);
    SpecCodec.putLink(out, order.link);
    out.putLong(order.place).putLong(order.triggerRaw).putLong(order.reportedTriggerRaw);
    out.putBoolean(order.triggered).putText(order.activation.name()).putInt(order.hits);
    out.putLong(order.expiresAt).putLong(order.shownRaw).putLong(order.queueRaw);
  }

  private static void putState(StateWriter out, VenueOrder order) {
    out.putLong(order.priceRaw).putLong(order.quantityRaw).putLong(order.filledRaw);
    Codec.put(out, order.filledNotional);
    Codec.put(out, order.reserved);
    out.putText(order.status.name()).putText(order.reason);
    out.putLong(order.closedAt).putBoolean(order.taker);
  }

  static VenueOrder get(StateReader in) {
    VenueOrder order = getState(in, true);
    order.link = SpecCodec.getLink(in);
    order.place = in.getLong();
    order.triggerRaw = in.getLong();
    order.reportedTriggerRaw = in.getLong();
    order.triggered = in.getBoolean();
    order.activation = Activation.valueOf(in.getText());
    order.hits = in.getInt();
    order.expiresAt = in.getLong();
    order.shownRaw = in.getLong();
    order.queueRaw = in.getLong();
    return order;
  }

  /** As layout 1 wrote it: all that was added since is as for a new order. */
  static VenueOrder getOlder(StateReader in) {
    VenueOrder order = getState(in, false);
    order.shownRaw = order.remainingRaw();
    return order;
  }

  private static VenueOrder getState(StateReader in, boolean wholeSpec) {
    long number = in.getLong();
    AccountId account = new AccountId(in.getText());
    ClientOrderId id = new ClientOrderId(in.getText());
    OrderSpec spec = wholeSpec ? SpecCodec.get(in) : SpecCodec.getOlder(in);
    long decidedAt = in.getLong();
    long arrivedAt = in.getLong();
    Instrument instrument = Codec.getInstrument(in);
    VenueOrder order = new VenueOrder(number, account, id, spec, instrument, decidedAt, arrivedAt);
    order.priceRaw = in.getLong();
    order.quantityRaw = in.getLong();
    order.filledRaw = in.getLong();
    order.filledNotional = Codec.getMoney(in);
    order.reserved = Codec.getMoney(in);
    order.status = OrderStatus.valueOf(in.getText());
    order.reason = in.getText();
    order.closedAt = in.getLong();
    order.taker = in.getBoolean();
    return order;
  }
}
