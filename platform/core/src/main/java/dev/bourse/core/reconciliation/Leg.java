package dev.bourse.core.reconciliation;

import dev.bourse.api.model.InstrumentId;
import dev.bourse.api.model.PositionSide;
import java.util.Comparator;

/**
 * What a venue holds as one: a contract, or one side of it where an account holds both.
 *
 * @param instrument the contract
 * @param side long or short on such an account, flat on any other
 */
record Leg(InstrumentId instrument, PositionSide side) implements Comparable<Leg> {
  private static final Comparator<Leg> ORDER =
      Comparator.comparing(Leg::instrument).thenComparing(Leg::side);

  @Override
  public int compareTo(Leg other) {
    return ORDER.compare(this, other);
  }

  boolean isSide() {
    return side != PositionSide.FLAT;
  }

  @Override
  public String toString() {
    return isSide() ? instrument + " " + side : instrument.toString();
  }
}
