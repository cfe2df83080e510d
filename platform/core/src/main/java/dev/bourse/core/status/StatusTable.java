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

  /** The row of a status. */
  public static StatusTable of(TraderStatus status) {
    return switch (status) {
      case WAITING, RECOVERING -> new StatusTable(NO, NO, NO, false, false);
      case RECONCILING -> new StatusTable(NO, OPERATOR, OPERATOR, false, true);
      case SUSPENDED -> new StatusTable(NO, QUEUED, QUEUED, false, true);
      case RUNNING -> new StatusTable(YES, YES, YES, true, true);
      case PAUSED, REDUCING -> new StatusTable(NO, YES, YES, true, true);
      case HALTED, FAULTED -> new StatusTable(NO, OPERATOR, YES, false, true);
      case STOPPING, STOPPED -> new StatusTable(NO, OPERATOR, OPERATOR, false, false);
    };
  }
}
