package dev.bourse.itests.campaign;

import java.time.Duration;
import java.util.SplittableRandom;

/**
 * What a run is made of, out of its seed: any twenty runs in a row have all of it, and every kind
 * once together with pairs at the venue.
 *
 * @param seed of the run
 */
record Plan(long seed) {
  /** Whether orders are changed: at the venue another of the same name takes their place. */
  boolean changes() {
    return seed % 2 == 0;
  }

  /**
   * Whether every entry has a stop and a target that rest at the venue as a pair; in the other runs
   * what protects is kept by the process.
   */
  boolean pairs() {
    return seed % 4 == 0;
  }

  /** Whether those that a limit enters for wait there with it until it has filled whole. */
  boolean brackets() {
    return seed % 8 == 0;
  }

  /** Whether a second process trades with the same key under the same name. */
  boolean second() {
    return seed % 5 == 2;
  }

  /** Whether the store is removed between two lives of the process. */
  boolean wipes() {
    return seed % 5 == 4;
  }

  /** When the second process is started, or the store removed, after the trader runs. */
  Duration turn() {
    return Duration.ofMillis(1_000 + new SplittableRandom(seed).nextInt(4_000));
  }
}
