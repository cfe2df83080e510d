package dev.bourse.exchange.simulated.venue;

import dev.bourse.api.model.ClientOrderId;
import dev.bourse.api.model.Contingency;
import dev.bourse.api.model.Instrument;
import dev.bourse.api.model.Money;
import dev.bourse.api.model.OrderChange;
import dev.bourse.api.model.OrderLink;
import dev.bourse.api.model.OrderSpec;
import dev.bourse.api.model.OrderType;
import dev.bourse.api.model.PositionId;
import dev.bourse.api.model.Price;
import dev.bourse.api.model.Quantity;
import dev.bourse.api.model.Rate;
import dev.bourse.api.model.Side;
import dev.bourse.api.model.TimeInForce;
import dev.bourse.api.model.TrailingOffset;
import dev.bourse.api.model.Trigger;
import dev.bourse.api.model.TriggerType;
import dev.bourse.api.state.StateReader;
import dev.bourse.api.state.StateWriter;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The bytes of what is wanted from the venue. */
final class SpecCodec {
  private static final int BY_PRICE = 1;
  private static final int BY_TICKS = 2;
  private static final int BY_SHARE = 3;

  /** In the place where there was a boolean before orders for an amount. */
  private static final int REDUCE_ONLY = 1;

  private static final int AMOUNT = 2;
  private static final int POSITION = 4;

  private SpecCodec() {}

  static void put(StateWriter out, OrderSpec spec) {
    Codec.put(out, spec.instrument());
    out.putText(spec.side().name()).putText(spec.type().name()).putText(spec.timeInForce().name());
    Codec.put(out, spec.quantity());
    putPrice(out, spec.price());
    Money amount = spec.amount();
    out.putBoolean(spec.postOnly());
    PositionId position = spec.position();
    out.putByte(
        (spec.reduceOnly() ? REDUCE_ONLY : 0)
            | (amount != null ? AMOUNT : 0)
            | (position.isNamed() ? POSITION : 0));
    putTrigger(out, spec.trigger());
    out.putLong(spec.expiresAt());
    putQuantity(out, spec.displayQuantity());
    if (amount != null) {
      Codec.put(out, amount);
    }
    if (position.isNamed()) {
      out.putText(position.value());
    }
  }

  static OrderSpec get(StateReader in) {
    Instrument instrument = Codec.getInstrument(in);
    Side side = Side.valueOf(in.getText());
    OrderType type = OrderType.valueOf(in.getText());
    TimeInForce life = TimeInForce.valueOf(in.getText());
    Quantity quantity = Codec.getQuantity(in);
    @Nullable Price price = getPrice(in);
    boolean postOnly = in.getBoolean();
    int flags = in.getByte();
    return new OrderSpec(
        instrument,
        side,
        type,
        life,
        quantity,
        price,
        postOnly,
        (flags & REDUCE_ONLY) != 0,
        getTrigger(in),
        in.getLong(),
        getQuantity(in),
        (flags & AMOUNT) == 0 ? null : Codec.getMoney(in),
        (flags & POSITION) == 0 ? PositionId.NETTED : new PositionId(in.getText()));
  }

  /**
   * As layout 1 wrote it. Conditional orders had no trigger then and were refused, so their type
   * does not matter any more.
   */
  static OrderSpec getOlder(StateReader in) {
    Instrument instrument = Codec.getInstrument(in);
    Side side = Side.valueOf(in.getText());
    OrderType type = OrderType.valueOf(in.getText()).triggered();
    TimeInForce life = TimeInForce.valueOf(in.getText());
    Quantity quantity = Codec.getQuantity(in);
    @Nullable Price price = getPrice(in);
    OrderType known = type.hasPrice() == (price != null) ? type : OrderType.MARKET;
    return new OrderSpec(
        instrument,
        side,
        known,
        life,
        quantity,
        known.hasPrice() ? price : null,
        in.getBoolean(),
        in.getBoolean());
  }

  static void putChange(StateWriter out, @Nullable OrderChange change) {
    out.putBoolean(change != null);
    if (change != null) {
      putQuantity(out, change.quantity());
      putPrice(out, change.price());
      putPrice(out, change.triggerPrice());
    }
  }

  static @Nullable OrderChange getChange(StateReader in) {
    return in.getBoolean() ? new OrderChange(getQuantity(in), getPrice(in), getPrice(in)) : null;
  }

  static void putLink(StateWriter out, @Nullable OrderLink link) {
    out.putBoolean(link != null);
    if (link == null) {
      return;
    }
    ClientOrderId parent = link.parent();
    out.putText(link.list().value()).putBoolean(parent != null);
    if (parent != null) {
      out.putText(parent.value());
    }
    out.putInt(link.siblings().size());
    link.siblings().forEach(sibling -> out.putText(sibling.value()));
    out.putText(link.contingency().name());
  }

  static @Nullable OrderLink getLink(StateReader in) {
    if (!in.getBoolean()) {
      return null;
    }
    ClientOrderId list = new ClientOrderId(in.getText());
    @Nullable ClientOrderId parent = in.getBoolean() ? new ClientOrderId(in.getText()) : null;
    int count = in.getInt();
    List<ClientOrderId> siblings = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      siblings.add(new ClientOrderId(in.getText()));
    }
    return new OrderLink(list, parent, siblings, Contingency.valueOf(in.getText()));
  }

  private static void putTrigger(StateWriter out, @Nullable Trigger trigger) {
    out.putBoolean(trigger != null);
    if (trigger != null) {
      putPrice(out, trigger.price());
      out.putText(trigger.type().name());
      putOffset(out, trigger.trailing());
      putOffset(out, trigger.limitOffset());
    }
  }

  private static @Nullable Trigger getTrigger(StateReader in) {
    return in.getBoolean()
        ? new Trigger(getPrice(in), TriggerType.valueOf(in.getText()), getOffset(in), getOffset(in))
        : null;
  }

  private static void putOffset(StateWriter out, @Nullable TrailingOffset offset) {
    if (offset instanceof TrailingOffset.ByPrice byPrice) {
      Codec.put(out.putByte(BY_PRICE), byPrice.distance());
    } else if (offset instanceof TrailingOffset.ByTicks byTicks) {
      out.putByte(BY_TICKS).putInt(byTicks.ticks());
    } else if (offset instanceof TrailingOffset.ByShare byShare) {
      out.putByte(BY_SHARE).putLong(byShare.share().raw());
    } else {
      out.putByte(0);
    }
  }

  private static @Nullable TrailingOffset getOffset(StateReader in) {
    int kind = in.getByte();
    return switch (kind) {
      case 0 -> null;
      case BY_PRICE -> new TrailingOffset.ByPrice(Codec.getPrice(in));
      case BY_TICKS -> new TrailingOffset.ByTicks(in.getInt());
      case BY_SHARE -> new TrailingOffset.ByShare(new Rate(in.getLong()));
      default ->
          throw new IllegalArgumentException("damaged state: no offset has the kind " + kind);
    };
  }

  private static void putPrice(StateWriter out, @Nullable Price price) {
    out.putBoolean(price != null);
    if (price != null) {
      Codec.put(out, price);
    }
  }

  private static @Nullable Price getPrice(StateReader in) {
    return in.getBoolean() ? Codec.getPrice(in) : null;
  }

  private static void putQuantity(StateWriter out, @Nullable Quantity quantity) {
    out.putBoolean(quantity != null);
    if (quantity != null) {
      Codec.put(out, quantity);
    }
  }

  private static @Nullable Quantity getQuantity(StateReader in) {
    return in.getBoolean() ? Codec.getQuantity(in) : null;
  }
}
