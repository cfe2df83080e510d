package dev.bourse.persistence.mapdb;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("N4")
final class PowerCutTest {
  /** More can be asked for with a system property. */
  private static final int CUTS = Integer.getInteger("bourse.power.cuts", 1_000);

  private static final long FIRST_SEED = Long.getLong("bourse.power.seed", 1);

  @Test
  void aPowerCutLosesNothingForcedAndInventsNothing() {
    int cuts = 0;
    long seed = FIRST_SEED;

    for (; cuts < CUTS; seed++) {
      cuts += new PowerOracle(seed).run();
    }

    assertThat(cuts).isGreaterThanOrEqualTo(CUTS);
    assertThat(seed - FIRST_SEED).isLessThanOrEqualTo(CUTS);
  }
}
