package dev.bourse.api.persistence;

import java.nio.file.Path;

/**
 * Which store, and how large its parts may be.
 *
 * @param name the trader or venue account that owns it; part of every frame's origin
 * @param directory where it lives; nobody else writes there
 * @param segmentBytes size of a preallocated journal segment, 1 MiB to 1 GiB
 * @param reserveBytes the tail of the last segment that only reducing orders, cancels and venue
 *     events may use when the next segment cannot be prepared; at most half a segment
 * @param retention how long the archive keeps what
 */
public record StoreSpec(
    String name, Path directory, long segmentBytes, long reserveBytes, Retention retention) {
  /** Segments of 32 MiB, a reserve of 8 MiB, no old market data. */
  public static StoreSpec of(String name, Path directory) {
    return new StoreSpec(name, directory, 32L << 20, 8L << 20, Retention.DECISIONS);
  }

  /** Checks the sizes. */
  public StoreSpec {
    if (segmentBytes < 1 << 20 || segmentBytes > 1 << 30) {
      throw new IllegalArgumentException(
          "segment size " + segmentBytes + " bytes is outside 1 MiB..1 GiB");
    }
    if (reserveBytes < 0 || reserveBytes > segmentBytes / 2) {
      throw new IllegalArgumentException(
          "reserve of "
              + reserveBytes
              + " bytes must be at most half a segment of "
              + segmentBytes);
    }
  }

  /** The same with another retention. */
  public StoreSpec keeping(Retention wanted) {
    return new StoreSpec(name, directory, segmentBytes, reserveBytes, wanted);
  }
}
