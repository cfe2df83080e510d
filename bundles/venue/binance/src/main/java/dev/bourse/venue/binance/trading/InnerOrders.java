package dev.bourse.venue.binance.trading;

import dev.bourse.api.model.AccountId;
import dev.bourse.api.model.Contingency;
import dev.bourse.api.model.Instrument;
import dev.bourse.api.model.Order;
import dev.bourse.api.model.OrderLink;
import dev.bourse.api.model.OrderSpec;
import dev.bourse.api.model.OrderStatus;
import dev.bourse.api.model.OrderType;
import dev.bourse.api.model.Price;
import dev.bourse.api.model.Quantity;
import dev.bourse.api.model.Side;
import dev.bourse.api.model.StrategyId;
import dev.bourse.api.model.TimeInForce;
import dev.bourse.api.model.TrailingOffset;
import dev.bourse.api.model.Trigger;
import dev.bourse.api.model.TriggerType;
import dev.bourse.venue.binance.protocol.Refusals;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Orders of the protocol as the exchange takes them. */
final class InnerOrders {
  private static final StrategyId NOBODY = new StrategyId("venue");

  private InnerOrders() {}

  static Order of(PlacedOrder order, AccountId account, long time) {
    OrderSpec spec = spec(order.ticket(), order.quantity());
    return new Order(
        order.innerId(),
        account,
        NOBODY,
        spec,
        OrderStatus.INITIALIZED,
        false,
        null,
        Quantity.zero(spec.instrument().quantityDecimals()),
        spec.instrument().settlement().zero(),
        spec.side() == Side.BUY,
        null,
        time,
        time,
        "",
        false,
        link(order),
        null);
  }

  private static OrderSpec spec(Ticket ticket, BigDecimal quantity) {
    Instrument instrument = ticket.market().instrument();
    @Nullable BigDecimal shown = ticket.icebergQuantity();
    return new OrderSpec(
        instrument,
        ticket.side(),
        type(ticket),
        ticket.kind() == Kind.MARKET ? TimeInForce.IOC : ticket.life(),
        instrument.quantity(quantity.toPlainString()),
        price(ticket.price(), instrument),
        ticket.kind() == Kind.LIMIT_MAKER,
        false,
        trigger(ticket, instrument),
        0,
        shown == null ? null : instrument.quantity(shown.toPlainString()));
  }

  private static OrderType type(Ticket ticket) {
    if (ticket.trailingDelta() == null) {
      return ticket.kind().type();
    }
    if (ticket.kind() != Kind.STOP_LOSS) {
      throw Refusals.order("Trailing stop orders are not supported for this symbol.");
    }
    return OrderType.TRAILING_STOP_MARKET;
  }

  private static @Nullable Trigger trigger(Ticket ticket, Instrument instrument) {
    if (!ticket.kind().isConditional()) {
      return null;
    }
    @Nullable Price price = price(ticket.stopPrice(), instrument);
    @Nullable Long delta = ticket.trailingDelta();
    @Nullable TrailingOffset offset =
        delta == null ? null : TrailingOffset.basisPoints(Math.toIntExact(delta));
    return new Trigger(price, TriggerType.LAST_PRICE, offset, null);
  }

  private static @Nullable Price price(@Nullable BigDecimal price, Instrument instrument) {
    return price == null ? null : instrument.price(price.toPlainString());
  }

  /** Orders of which one ends the other share a reservation at the exchange. */
  private static @Nullable OrderLink link(PlacedOrder order) {
    OrderGroup group = order.group();
    if (group == null) {
      return null;
    }
    List<PlacedOrder> pair = Groups.pairOf(order, group);
    if (pair.size() < 2) {
      return null;
    }
    return new OrderLink(
        pair.get(0).innerId(),
        null,
        pair.stream().filter(each -> each != order).map(PlacedOrder::innerId).toList(),
        Contingency.OCO);
  }
}
