package dev.bourse.api.model;

/**
 * The maintenance margin of positions above a notional: the whole notional times the rate, less the
 * amount, so that there is no step where one bracket ends and the next begins.
 *
 * @param above the notional above which it holds, zero for the first
 * @param maintenance the share of the notional, below 1
 * @param less what is taken off, not negative
 */
public record MarginBracket(Money above, Rate maintenance, Money less) {
  /** Checks the ranges. */
  public MarginBracket {
    boolean share = maintenance.raw() >= 0 && maintenance.raw() < Rate.ONE;
    if (!share || above.signum() < 0 || less.signum() < 0) {
      throw new IllegalArgumentException(
          "margin bracket above "
              + above
              + ": the rate "
              + maintenance
              + " must be a share below 1, the amount "
              + less
              + " not negative");
    }
  }

  /** {@code 50000:0.005/50}: notional, rate, amount. */
  @Override
  public String toString() {
    return above.amount() + ":" + maintenance + "/" + less.amount();
  }
}
