package dev.bourse.core.signal;

import dev.bourse.api.model.SignalState;

/**
 * One move of a signal.
 *
 * @param next where it stands then
 * @param action what has to be done about orders
 */
public record SignalStep(SignalState next, Action action) {
  /** What a move does about orders. */
  public enum Action {
    /** Nothing. */
    NONE,
    /** Place the entry order. */
    ENTER,
    /** Cancel what is left of the entry order. */
    WITHDRAW,
    /** Cancel what is left of the entry order and sell what is held. */
    EXIT
  }
}
