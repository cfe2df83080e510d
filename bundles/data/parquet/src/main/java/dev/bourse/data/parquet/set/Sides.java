package dev.bourse.data.parquet.set;

import dev.bourse.api.model.AggressorSide;

/** Who crossed the spread, as a number in a file. Pure functions. */
final class Sides {
  private Sides() {}

  static long number(AggressorSide side) {
    return switch (side) {
      case UNKNOWN -> 0;
      case BUYER -> 1;
      case SELLER -> 2;
    };
  }

  static AggressorSide side(long number) {
    return number == 1
        ? AggressorSide.BUYER
        : number == 2 ? AggressorSide.SELLER : AggressorSide.UNKNOWN;
  }
}
