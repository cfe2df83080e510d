package dev.bourse.core.codec;

import dev.bourse.api.model.Price;
import dev.bourse.api.state.StateReader;
import dev.bourse.api.state.StateWriter;
import dev.bourse.api.trace.TurnResult;
import org.jspecify.annotations.Nullable;

/** How orders and positions stood, and what was let go, as bytes; tags 65 to 69. */
final class HistoryCodec {
  private static final int ORDER = 65;
  private static final int POSITION = 66;
  private static final int PURGED = 67;

  private final ValueCodec values;

  HistoryCodec(ValueCodec values) {
    this.values = values;
  }

  static boolean isOurs(int tag) {
    return tag == ORDER || tag == POSITION || tag == PURGED;
  }

  /** False if the result is none of these. A position reads on to its end, so it has its own. */
  boolean write(StateWriter out, TurnResult result) {
    if (result instanceof TurnResult.OrderKept kept) {
      values.order(out.putByte(ORDER), kept.order());
    } else if (result instanceof TurnResult.PositionKept kept) {
      values.optionalPrice(out.putByte(POSITION), kept.price());
      StateWriter position = new StateWriter();
      values.position(position, kept.position());
      out.putBytes(position.toBytes());
    } else if (result instanceof TurnResult.Purged purged) {
      out.putByte(PURGED).putLong(purged.orders()).putLong(purged.flows());
    } else {
      return false;
    }
    return true;
  }

  TurnResult read(int tag, StateReader in) {
    if (tag == ORDER) {
      return new TurnResult.OrderKept(values.order(in));
    } else if (tag == PURGED) {
      return new TurnResult.Purged(in.getLong(), in.getLong());
    }
    @Nullable Price price = values.optionalPrice(in);
    return new TurnResult.PositionKept(values.position(new StateReader(in.getBytes())), price);
  }
}
