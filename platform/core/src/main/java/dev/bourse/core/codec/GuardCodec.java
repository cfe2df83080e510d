package dev.bourse.core.codec;

import dev.bourse.api.model.AccountId;
import dev.bourse.api.model.InstrumentId;
import dev.bourse.api.model.PositionId;
import dev.bourse.api.model.StrategyId;
import dev.bourse.api.state.StateReader;
import dev.bourse.api.state.StateWriter;
import dev.bourse.api.trace.TurnResult;

/** What stops a trader by itself, as bytes; tags 50 to 54. */
final class GuardCodec {
  private static final int MARK = 50;
  private static final int TRIP = 51;
  private static final int PROTECTION = 52;

  private final ValueCodec values;

  GuardCodec(ValueCodec values) {
    this.values = values;
  }

  static boolean isOurs(int tag) {
    return tag >= MARK && tag <= PROTECTION;
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
    } else if (result instanceof TurnResult.ProtectionChanged changed) {
      out.putByte(PROTECTION).putText(changed.account().value());
      out.putText(changed.strategy().value()).putText(changed.instrument().toString());
      out.putText(changed.position().value()).putText(changed.stage().name());
      values.quantity(out.putLong(changed.since()), changed.lost());
      out.putText(changed.sentence());
    } else {
      return false;
    }
    return true;
  }

  TurnResult read(int tag, StateReader in) {
    return switch (tag) {
      case MARK ->
          new TurnResult.MarkSet(
              new AccountId(in.getText()),
              in.getText(),
              values.money(in),
              in.getLong(),
              in.getLong());
      case TRIP ->
          new TurnResult.BreakerTripped(
              in.getText(),
              new AccountId(in.getText()),
              in.getText(),
              in.getBoolean(),
              in.getText());
      default ->
          new TurnResult.ProtectionChanged(
              new AccountId(in.getText()),
              new StrategyId(in.getText()),
              InstrumentId.of(in.getText()),
              PositionId.of(in.getText()),
              TurnResult.Protection.valueOf(in.getText()),
              in.getLong(),
              values.quantity(in),
              in.getText());
    };
  }
}
