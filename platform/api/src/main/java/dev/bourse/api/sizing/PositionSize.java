package dev.bourse.api.sizing;

import dev.bourse.api.model.Quantity;

/**
 * How much to order, or why nothing.
 *
 * @param quantity a multiple of the instrument's step that the venue takes; zero if there is a
 *     problem
 * @param problem a sentence that says why nothing can be ordered, empty if something can
 */
public record PositionSize(Quantity quantity, String problem) {
  /** Checks that there is either a quantity or a problem. */
  public PositionSize {
    if (quantity.isPositive() != problem.isEmpty()) {
      throw new IllegalArgumentException(
          "size " + quantity + " with problem \"" + problem + "\" must be either one or the other");
    }
  }

  /** Whether there is something to order. */
  public boolean isTradable() {
    return quantity.isPositive();
  }
}
