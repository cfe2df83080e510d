package dev.bourse.core.codec;

import dev.bourse.api.model.ClientOrderId;
import dev.bourse.api.model.Contingency;
import dev.bourse.api.model.Money;
import dev.bourse.api.model.Order;
import dev.bourse.api.model.OrderChange;
import dev.bourse.api.model.OrderLeg;
import dev.bourse.api.model.OrderLink;
import dev.bourse.api.model.OrderSpec;
import dev.bourse.api.model.PositionId;
import dev.bourse.api.model.Price;
import dev.bourse.api.model.Quantity;
import dev.bourse.api.model.Rate;
import dev.bourse.api.model.TrailingOffset;
import dev.bourse.api.model.Trigger;
import dev.bourse.api.model.TriggerType;
import dev.bourse.api.state.StateReader;
import dev.bourse.api.state.StateWriter;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What most orders do not have: triggers, expiry, lists, amends on their way. A flag says what
 * follows, in the place where layout 1 had a boolean, so that what it wrote reads the same.
 */
final class OrderDetails {
  private static final int REDUCE_ONLY = 1;
  private static final int TRIGGER = 2;
  private static final int EXPIRES = 4;
  private static final int DISPLAY = 8;
  private static final int AMOUNT = 16;
  private static final int POSITION = 32;

  private static final int ENTRY = 1;
  private static final int TRIGGERED = 2;
  private static final int LINK = 4;
  private static final int CHANGE = 8;

  private final ValueCodec values;

  OrderDetails(ValueCodec values) {
    this.values = values;
  }

  void spec(StateWriter out, OrderSpec spec) {
    Trigger trigger = spec.trigger();
    Quantity display = spec.displayQuantity();
    Money amount = spec.amount();
    out.putByte(
        flag(spec.reduceOnly(), REDUCE_ONLY)
            | flag(trigger != null, TRIGGER)
            | flag(spec.expiresAt() != 0, EXPIRES)
            | flag(display != null, DISPLAY)
            | flag(amount != null, AMOUNT)
            | flag(spec.position().isNamed(), POSITION));
    if (trigger != null) {
      values.optionalPrice(out, trigger.price());
      out.putText(trigger.type().name());
      offset(out, trigger.trailing());
      offset(out, trigger.limitOffset());
    }
    if (spec.expiresAt() != 0) {
      out.putLong(spec.expiresAt());
    }
    if (display != null) {
      values.quantity(out, display);
    }
    if (amount != null) {
      values.money(out, amount);
    }
    if (spec.position().isNamed()) {
      out.putText(spec.position().value());
    }
  }

  static boolean isReduceOnly(int flags) {
    return (flags & REDUCE_ONLY) != 0;
  }

  @Nullable Trigger trigger(int flags, StateReader in) {
    if ((flags & TRIGGER) == 0) {
      return null;
    }
    Price price = values.optionalPrice(in);
    return new Trigger(price, TriggerType.valueOf(in.getText()), offset(in), offset(in));
  }

  long expiresAt(int flags, StateReader in) {
    return (flags & EXPIRES) == 0 ? 0 : in.getLong();
  }

  @Nullable Quantity displayQuantity(int flags, StateReader in) {
    return (flags & DISPLAY) == 0 ? null : values.quantity(in);
  }

  @Nullable Money amount(int flags, StateReader in) {
    return (flags & AMOUNT) == 0 ? null : values.money(in);
  }

  static PositionId position(int flags, StateReader in) {
    return (flags & POSITION) == 0 ? PositionId.NETTED : new PositionId(in.getText());
  }

  private void offset(StateWriter out, @Nullable TrailingOffset offset) {
    if (offset == null) {
      out.putByte(0);
    } else if (offset instanceof TrailingOffset.ByPrice price) {
      values.price(out.putByte(1), price.distance());
    } else if (offset instanceof TrailingOffset.ByTicks ticks) {
      out.putByte(2).putInt(ticks.ticks());
    } else if (offset instanceof TrailingOffset.ByShare share) {
      out.putByte(3).putLong(share.share().raw());
    }
  }

  private @Nullable TrailingOffset offset(StateReader in) {
    int tag = in.getByte();
    return switch (tag) {
      case 0 -> null;
      case 1 -> new TrailingOffset.ByPrice(values.price(in));
      case 2 -> new TrailingOffset.ByTicks(in.getInt());
      case 3 -> new TrailingOffset.ByShare(new Rate(in.getLong()));
      default -> throw new IllegalArgumentException("unknown trailing offset tag " + tag);
    };
  }

  void orderFlags(StateWriter out, Order order) {
    out.putByte(
        flag(order.entry(), ENTRY)
            | flag(order.triggered(), TRIGGERED)
            | flag(order.link() != null, LINK)
            | flag(order.change() != null, CHANGE));
  }

  /** What the flags announce, at the end. */
  void orderRest(StateWriter out, Order order) {
    OrderLink link = order.link();
    if (link != null) {
      out.putText(link.list().value());
      ClientOrderId parent = link.parent();
      values.optionalText(out, parent == null ? null : parent.value());
      out.putText(link.contingency().name()).putInt(link.siblings().size());
      link.siblings().forEach(each -> out.putText(each.value()));
      leg(out, link.leg());
    }
    if (order.change() != null) {
      change(out, order.change());
    }
  }

  static boolean isEntry(int flags) {
    return (flags & ENTRY) != 0;
  }

  static boolean isTriggered(int flags) {
    return (flags & TRIGGERED) != 0;
  }

  @Nullable OrderLink link(int flags, StateReader in) {
    if ((flags & LINK) == 0) {
      return null;
    }
    ClientOrderId list = new ClientOrderId(in.getText());
    String parent = values.optionalText(in);
    Contingency contingency = Contingency.valueOf(in.getText());
    List<ClientOrderId> siblings = new ArrayList<>();
    for (int left = in.getInt(); left > 0; left--) {
      siblings.add(new ClientOrderId(in.getText()));
    }
    return new OrderLink(
        list, parent == null ? null : new ClientOrderId(parent), siblings, contingency, leg(in));
  }

  private void leg(StateWriter out, @Nullable OrderLeg leg) {
    out.putBoolean(leg != null);
    if (leg != null) {
      values.quantity(out.putInt(leg.number()), leg.wanted());
      values.quantity(out, leg.taken());
      out.putText(leg.stage().name());
    }
  }

  private @Nullable OrderLeg leg(StateReader in) {
    return in.getBoolean()
        ? new OrderLeg(
            in.getInt(),
            values.quantity(in),
            values.quantity(in),
            OrderLeg.Stage.valueOf(in.getText()))
        : null;
  }

  @Nullable OrderChange change(int flags, StateReader in) {
    return (flags & CHANGE) == 0 ? null : change(in);
  }

  void change(StateWriter out, OrderChange change) {
    Quantity quantity = change.quantity();
    out.putBoolean(quantity != null);
    if (quantity != null) {
      values.quantity(out, quantity);
    }
    values.optionalPrice(out, change.price());
    values.optionalPrice(out, change.triggerPrice());
  }

  OrderChange change(StateReader in) {
    Quantity quantity = in.getBoolean() ? values.quantity(in) : null;
    return new OrderChange(quantity, values.optionalPrice(in), values.optionalPrice(in));
  }

  private static int flag(boolean set, int bit) {
    return set ? bit : 0;
  }
}
