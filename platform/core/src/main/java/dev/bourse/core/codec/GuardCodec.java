package dev.bourse.core.codec;

import dev.bourse.api.model.AccountId;
import dev.bourse.api.state.StateReader;
import dev.bourse.api.state.StateWriter;
import dev.bourse.api.trace.TurnResult;

/** What stops a trader by itself, as bytes; tags 50 to 54. */
final class GuardCodec {
  private static final int MARK = 50;
  private static final int TRIP = 51;

  private final ValueCodec values;

  GuardCodec(ValueCodec values) {
    this.values = values;
  }

  static boolean isOurs(int tag) {
    return tag >= MARK && tag <= TRIP;
  }

  /** False if the result is none of these. */
  boolean write(StateWriter out, TurnResult result) {
    if (result instanceof TurnResult.MarkSet set) {
      out.putByte(MARK).putText(set.account().value()).putText(set.mark());
      values.money(out, set.equity());
      out.putLong(set.since()).putLong(set.until());
    } else if (result instanceof TurnResult.BreakerTripped trip) {
      out.putByte(TRIP).putText(trip.breaker()).putText(trip.account().value());
      out.putText(trip.mark()).putBoolean(trip.flatten()).putText(trip.sentence());
    } else {
      return false;
    }
    return true;
  }

  TurnResult read(int tag, StateReader in) {
    return tag == MARK
        ? new TurnResult.MarkSet(
            new AccountId(in.getText()), in.getText(), values.money(in), in.getLong(), in.getLong())
        : new TurnResult.BreakerTripped(
            in.getText(), new AccountId(in.getText()), in.getText(), in.getBoolean(), in.getText());
  }
}
