package dev.bourse.core.status;

import static dev.bourse.core.status.Permission.NO;
import static dev.bourse.core.status.Permission.OPERATOR;
import static dev.bourse.core.status.Permission.QUEUED;
import static dev.bourse.core.status.Permission.YES;

import dev.bourse.api.model.TraderStatus;

/**
 * One row of the table "Status, and what may go out". Protective orders at the venue rest in every
 * status.
 *
 * @param entry orders that may add exposure
 * @param reduce orders that only reduce a position
 * @param cancel cancels of entries
 * @param strategyAsked whether strategies are called
 * @param reconciles whether venue reports are compared
 */
public record StatusTable(
    Permission entry,
    Permission reduce,
    Permission cancel,
    boolean strategyAsked,
    boolean reconciles) {

  private static final StatusTable AWAY = new StatusTable(NO, NO, NO, false, false);
  private static final StatusTable RECONCILING =
      new StatusTable(NO, OPERATOR, OPERATOR, false, true);
  private static final StatusTable SUSPENDED = new StatusTable(NO, QUEUED, QUEUED, false, true);
  private static final StatusTable RUNNING = new StatusTable(YES, YES, YES, true, true);
  private static final StatusTable CLOSED = new StatusTable(NO, YES, YES, true, true);
  private static final StatusTable STUCK = new StatusTable(NO, OPERATOR, YES, false, true);
  private static final StatusTable ENDING = new StatusTable(NO, OPERATOR, OPERATOR, false, false);

  /** The row of a status. */
  public static StatusTable of(TraderStatus status) {
    return switch (status) {
      case WAITING, RECOVERING -> AWAY;
      case RECONCILING -> RECONCILING;
      case SUSPENDED -> SUSPENDED;
      case RUNNING -> RUNNING;
      case PAUSED, REDUCING -> CLOSED;
      case HALTED, FAULTED -> STUCK;
      case STOPPING, STOPPED -> ENDING;
    };
  }
}
