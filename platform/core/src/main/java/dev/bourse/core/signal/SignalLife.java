package dev.bourse.core.signal;

import static dev.bourse.api.model.SignalState.ACTIVE;
import static dev.bourse.api.model.SignalState.CANCELED;
import static dev.bourse.api.model.SignalState.CLOSED;
import static dev.bourse.api.model.SignalState.CLOSING;
import static dev.bourse.api.model.SignalState.GIVEN;
import static dev.bourse.api.model.SignalState.OPENING;
import static dev.bourse.api.model.SignalState.REFUSED;
import static dev.bourse.api.model.SignalState.SCHEDULED;

import dev.bourse.api.model.SignalState;
import dev.bourse.core.signal.SignalStep.Action;
import java.util.EnumMap;
import java.util.Map;

/**
 * The moves of a signal, as a table. What the table does not have leaves the signal where it is:
 * there is no way from CLOSING back to ACTIVE, and none to CLOSED that does not know of a sale.
 */
public final class SignalLife {
  private static final Map<SignalState, Map<SignalEvent, SignalStep>> TABLE =
      new EnumMap<>(SignalState.class);

  static {
    move(GIVEN, SignalEvent.REFUSED, REFUSED, Action.NONE);
    move(GIVEN, SignalEvent.WAIT, SCHEDULED, Action.NONE);
    move(GIVEN, SignalEvent.ENTER, OPENING, Action.ENTER);

    move(SCHEDULED, SignalEvent.TIMED_OUT, CANCELED, Action.NONE);
    move(SCHEDULED, SignalEvent.PRICE_REJECTED, CANCELED, Action.NONE);
    move(SCHEDULED, SignalEvent.ENTER, OPENING, Action.ENTER);
    move(SCHEDULED, SignalEvent.CLOSE_ASKED, CANCELED, Action.NONE);
    move(SCHEDULED, SignalEvent.BOUGHT, CLOSING, Action.EXIT);

    move(OPENING, SignalEvent.BOUGHT, ACTIVE, Action.NONE);
    move(OPENING, SignalEvent.NOTHING_BOUGHT, CANCELED, Action.NONE);
    move(OPENING, SignalEvent.ALL_SOLD, CLOSED, Action.NONE);
    move(OPENING, SignalEvent.TIMED_OUT, CLOSING, Action.EXIT);
    move(OPENING, SignalEvent.STOP_TOUCHED, CLOSING, Action.EXIT);
    move(OPENING, SignalEvent.CLOSE_ASKED, CLOSING, Action.EXIT);

    move(ACTIVE, SignalEvent.ALL_SOLD, CLOSED, Action.NONE);
    move(ACTIVE, SignalEvent.TIMED_OUT, ACTIVE, Action.WITHDRAW);
    move(ACTIVE, SignalEvent.EXPIRED, CLOSING, Action.EXIT);
    move(ACTIVE, SignalEvent.STOP_TOUCHED, CLOSING, Action.EXIT);
    move(ACTIVE, SignalEvent.TAKE_TOUCHED, CLOSING, Action.EXIT);
    move(ACTIVE, SignalEvent.CLOSE_ASKED, CLOSING, Action.EXIT);

    move(CLOSING, SignalEvent.BOUGHT, CLOSING, Action.EXIT);
    move(CLOSING, SignalEvent.AGAIN, CLOSING, Action.EXIT);
    move(CLOSING, SignalEvent.NOTHING_BOUGHT, CANCELED, Action.NONE);
    move(CLOSING, SignalEvent.ALL_SOLD, CLOSED, Action.NONE);

    move(CLOSED, SignalEvent.BOUGHT, CLOSING, Action.EXIT);
    move(CANCELED, SignalEvent.BOUGHT, CLOSING, Action.EXIT);
  }

  private SignalLife() {}

  private static void move(SignalState from, SignalEvent event, SignalState to, Action action) {
    TABLE
        .computeIfAbsent(from, state -> new EnumMap<>(SignalEvent.class))
        .put(event, new SignalStep(to, action));
  }

  /** The move that an event makes; the same state and no action if it makes none. */
  public static SignalStep on(SignalState state, SignalEvent event) {
    Map<SignalEvent, SignalStep> row = TABLE.get(state);
    SignalStep step = row == null ? null : row.get(event);
    return step == null ? new SignalStep(state, Action.NONE) : step;
  }
}
