package dev.bourse.core.state;

import dev.bourse.api.state.StateReader;
import dev.bourse.api.state.StateWriter;
import dev.bourse.core.codec.ValueCodec;

/** What is saved of breakers and of positions without their stop; stores without them have none. */
final class GuardRows {
  private GuardRows() {}

  static boolean isNeeded(TraderState state) {
    return !state.breakers.isEmpty() || !state.protection.all().isEmpty();
  }

  static StateWriter save(TraderState state, ValueCodec values) {
    StateWriter out = new StateWriter();
    state.breakers.save(out, values);
    state.protection.save(out, values);
    return out;
  }

  static void load(TraderState state, ValueCodec values, StateReader in) {
    state.breakers.load(in, values);
    state.protection.load(in, values);
  }
}
