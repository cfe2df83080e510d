package dev.bourse.core.ledger;

import java.util.Arrays;

/**
 * Why the rules of a list end one of its orders themselves, as its reason begins in the journal.
 * They may want such an order again, as when its entry fills more.
 */
public enum ListReason {
  /** A sibling has filled what it was for. */
  SIBLING_FILLED,
  /** Nothing is held any more. */
  NOTHING_LEFT,
  /** A sibling whose trigger was passed is to leave in its place. */
  GIVES_WAY,
  /** What is left for it is less than the venue takes. */
  DUST,
  /** The order that it waited for ended. */
  PARENT_ENDED;

  /** The whole reason. */
  public String because(String numbers) {
    return begin() + numbers;
  }

  /** Whether a reason is this one. */
  public boolean isIn(String reason) {
    return reason.startsWith(begin());
  }

  /** Whether a reason is any of these. */
  public static boolean isAny(String reason) {
    return Arrays.stream(values()).anyMatch(each -> each.isIn(reason));
  }

  private String begin() {
    return name() + ": ";
  }
}
