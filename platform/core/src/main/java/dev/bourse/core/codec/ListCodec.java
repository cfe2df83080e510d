package dev.bourse.core.codec;

import dev.bourse.api.model.ClientOrderId;
import dev.bourse.api.state.StateReader;
import dev.bourse.api.state.StateWriter;
import dev.bourse.api.trace.Explanation;
import dev.bourse.api.trace.TurnResult;

/** What was decided about orders of lists and orders held here, as bytes; tags from 16 on. */
final class ListCodec {
  private final ValueCodec values;

  ListCodec(ValueCodec values) {
    this.values = values;
  }

  void write(StateWriter out, TurnResult result) {
    if (result instanceof TurnResult.LegActivated activated) {
      values.quantity(out.putByte(16).putText(activated.orderId().value()), activated.quantity());
      values.quantity(out, activated.taken());
      ResultCodec.why(out.putBoolean(activated.held()), activated.why());
    } else if (result instanceof TurnResult.HeldOrderChanged changed) {
      values.details().change(out.putByte(17).putText(changed.orderId().value()), changed.change());
      ResultCodec.why(out, changed.why());
    } else if (result instanceof TurnResult.LegReduced reduced) {
      values.quantity(out.putByte(18).putText(reduced.orderId().value()), reduced.quantity());
      values.quantity(out, reduced.taken());
    } else if (result instanceof TurnResult.ReplaceRequested replaced) {
      out.putByte(19).putText(replaced.orderId().value()).putText(replaced.reason());
    } else if (result instanceof TurnResult.ListsSettled) {
      out.putByte(20);
    }
  }

  TurnResult read(int tag, StateReader in) {
    return switch (tag) {
      case 16 ->
          new TurnResult.LegActivated(
              id(in), values.quantity(in), values.quantity(in), in.getBoolean(), why(in));
      case 17 -> new TurnResult.HeldOrderChanged(id(in), values.details().change(in), why(in));
      case 18 -> new TurnResult.LegReduced(id(in), values.quantity(in), values.quantity(in));
      case 19 -> new TurnResult.ReplaceRequested(id(in), in.getText());
      case 20 -> new TurnResult.ListsSettled();
      default -> throw new IllegalArgumentException("unknown result tag " + tag);
    };
  }

  private static ClientOrderId id(StateReader in) {
    return new ClientOrderId(in.getText());
  }

  private static Explanation why(StateReader in) {
    return Explanation.of(in.getText(), ResultCodec.texts(in));
  }
}
