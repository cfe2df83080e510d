package dev.bourse.persistence.mapdb;

import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * Frames of one segment without a break between them.
 *
 * @param start where the first one begins
 * @param end where the last one ends
 * @param before the sequence before the first one
 * @param last the last sequence
 * @param lastTime its time
 * @param previousCrc the crc of the frame before the first one
 * @param lastCrc the crc of the last one
 * @param firstEpoch the epoch of the first one
 * @param lastEpoch the epoch of the last one
 * @param forced the last sequence that any of them says was forced
 * @param index some sequences and where they are
 */
record Run(
    long start,
    long end,
    long before,
    long last,
    long lastTime,
    int previousCrc,
    int lastCrc,
    long firstEpoch,
    long lastEpoch,
    long forced,
    NavigableMap<Long, Long> index) {
  /** The run that consists of the frame that a reader looks at. */
  static Run of(FrameReader frame, long position) {
    long before = frame.isEntry() ? frame.sequence() - 1 : frame.sequence();
    NavigableMap<Long, Long> index = new TreeMap<>();
    index.put(before + 1, position);
    return new Run(
        position,
        position + frame.length(),
        before,
        frame.sequence(),
        frame.time(),
        frame.previous(),
        frame.crc(),
        frame.epoch(),
        frame.epoch(),
        frame.forced(),
        index);
  }

  /** This run and the frame that a reader looks at, right behind it. */
  Run with(FrameReader frame) {
    if (frame.isEntry() && end - index.lastEntry().getValue() >= RawSegment.INDEX_BYTES) {
      index.put(frame.sequence(), end);
    }
    return new Run(
        start,
        end + frame.length(),
        before,
        frame.sequence(),
        frame.time(),
        previousCrc,
        frame.crc(),
        firstEpoch,
        frame.epoch(),
        Math.max(forced, frame.forced()),
        index);
  }

  /** Whether the frame that a reader looks at is the one that must follow this run. */
  boolean isFollowedBy(FrameReader frame) {
    long frameBefore = frame.isEntry() ? frame.sequence() - 1 : frame.sequence();
    return frame.previous() == lastCrc && frameBefore == last && frame.epoch() >= lastEpoch;
  }

  /** Whether a run of the next segment goes on where this one ends. */
  boolean isFollowedBy(Run next) {
    return next.previousCrc == lastCrc && next.before == last && next.firstEpoch >= lastEpoch;
  }
}
