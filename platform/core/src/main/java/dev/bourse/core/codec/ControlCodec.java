package dev.bourse.core.codec;

import dev.bourse.api.event.ControlEvent;
import dev.bourse.api.event.Event;
import dev.bourse.api.model.ClientOrderId;
import dev.bourse.api.model.Contingency;
import dev.bourse.api.model.OrderList;
import dev.bourse.api.model.OrderSpec;
import dev.bourse.api.model.StrategyId;
import dev.bourse.api.state.StateReader;
import dev.bourse.api.state.StateWriter;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What people ask as bytes; tags 40 to 59, 95 and 97. */
final class ControlCodec {
  /** The tag of a wish to compare the books. */
  static final int RECONCILE = 95;

  /** The tag of a wish to ask for an order. */
  static final int QUERY = 97;

  /** The cancel of some orders; that of all has a tag of its own. */
  static final int CANCEL_SOME = 104;

  private final ValueCodec values;

  ControlCodec(ValueCodec values) {
    this.values = values;
  }

  void write(StateWriter out, ControlEvent event) {
    out.putByte(tag(event)).putText(event.by());
    if (event instanceof ControlEvent.Halt halt) {
      out.putText(halt.reason());
    } else if (event instanceof ControlEvent.Cancel cancel) {
      out.putText(cancel.orderId().value());
    } else if (event instanceof ControlEvent.Submit submit) {
      values.spec(out, submit.spec());
    } else if (event instanceof ControlEvent.CloseSignal close) {
      out.putText(close.signal());
    } else if (event instanceof ControlEvent.SubmitList submit) {
      list(out, submit.list());
    } else if (event instanceof ControlEvent.Reconcile wish) {
      out.putBoolean(wish.accept());
    } else if (event instanceof ControlEvent.Query query) {
      out.putText(query.orderId().value());
    } else if (event instanceof ControlEvent.CancelAll all && !isWhole(all)) {
      StrategyId strategy = all.strategy();
      out.putText(strategy == null ? "" : strategy.value()).putBoolean(all.entriesOnly());
    }
  }

  private void list(StateWriter out, OrderList list) {
    OrderSpec first = list.first();
    out.putText(list.contingency().name()).putBoolean(first != null);
    if (first != null) {
      values.spec(out, first);
    }
    out.putInt(list.legs().size());
    list.legs().forEach(leg -> values.spec(out, leg));
  }

  private OrderList list(StateReader in) {
    Contingency contingency = Contingency.valueOf(in.getText());
    OrderSpec first = in.getBoolean() ? values.spec(in) : null;
    List<OrderSpec> legs = new ArrayList<>();
    for (int left = in.getInt(); left > 0; left--) {
      legs.add(values.spec(in));
    }
    return new OrderList(first, legs, contingency);
  }

  Event read(int tag, StateReader in) {
    String by = in.getText();
    return switch (tag) {
      case 40 -> new ControlEvent.Pause(by);
      case 41 -> new ControlEvent.Resume(by);
      case 42 -> new ControlEvent.Reduce(by);
      case 43 -> new ControlEvent.Halt(in.getText(), by);
      case 44 -> new ControlEvent.Reset(by);
      case 45 -> new ControlEvent.Flatten(by);
      case 46 -> new ControlEvent.CancelAll(by);
      case CANCEL_SOME -> new ControlEvent.CancelAll(by, strategy(in), in.getBoolean());
      case 47 -> new ControlEvent.Cancel(new ClientOrderId(in.getText()), by);
      case 48 -> new ControlEvent.Submit(values.spec(in), by);
      case 49 -> new ControlEvent.Emergency(by);
      case 50 -> new ControlEvent.CloseSignal(in.getText(), by);
      case 51 -> new ControlEvent.SubmitList(list(in), by);
      case RECONCILE -> new ControlEvent.Reconcile(in.getBoolean(), by);
      case QUERY -> new ControlEvent.Query(new ClientOrderId(in.getText()), by);
      default -> throw new IllegalArgumentException("unknown event tag " + tag);
    };
  }

  private static boolean isWhole(ControlEvent.CancelAll all) {
    return all.strategy() == null && !all.entriesOnly();
  }

  private static @Nullable StrategyId strategy(StateReader in) {
    String name = in.getText();
    return name.isEmpty() ? null : new StrategyId(name);
  }

  private static int tag(ControlEvent event) {
    if (event instanceof ControlEvent.Pause) {
      return 40;
    } else if (event instanceof ControlEvent.Resume) {
      return 41;
    } else if (event instanceof ControlEvent.Reduce) {
      return 42;
    } else if (event instanceof ControlEvent.Halt) {
      return 43;
    } else if (event instanceof ControlEvent.Reset) {
      return 44;
    } else if (event instanceof ControlEvent.Flatten) {
      return 45;
    } else if (event instanceof ControlEvent.CancelAll all) {
      return isWhole(all) ? 46 : CANCEL_SOME;
    } else if (event instanceof ControlEvent.Emergency) {
      return 49;
    } else if (event instanceof ControlEvent.CloseSignal) {
      return 50;
    } else if (event instanceof ControlEvent.SubmitList) {
      return 51;
    } else if (event instanceof ControlEvent.Reconcile) {
      return RECONCILE;
    } else if (event instanceof ControlEvent.Query) {
      return QUERY;
    }
    return event instanceof ControlEvent.Cancel ? 47 : 48;
  }
}
