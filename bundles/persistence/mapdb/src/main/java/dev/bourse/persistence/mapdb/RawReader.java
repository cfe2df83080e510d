package dev.bourse.persistence.mapdb;

import dev.bourse.api.persistence.ArchiveQuery;
import dev.bourse.api.persistence.JournalEntry;
import dev.bourse.api.persistence.StoreException;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Reads a raw segment as far as it is published. */
final class RawReader implements PieceReader {
  private final RawSegment segment;
  private final FrameReader frames;
  private final ArchiveQuery query;
  private long position;

  RawReader(RawSegment segment, FrameReader frames, ArchiveQuery query, long position) {
    this.segment = segment;
    this.frames = frames;
    this.query = query;
    this.position = position;
  }

  @Override
  public @Nullable JournalEntry next() throws IOException {
    long end = segment.end();
    while (position < end) {
      if (!frames.at(position, end)) {
        throw new StoreException(
            segment.path()
                + " cannot be read at byte "
                + position
                + "; close the store and open it again to have it repaired");
      }
      position += frames.length();
      if (isCandidate()) {
        JournalEntry entry = frames.entry();
        if (query.matches(entry)) {
          return entry;
        }
      }
    }
    return null;
  }

  private boolean isCandidate() {
    return frames.isEntry()
        && frames.sequence() >= query.fromSequence()
        && frames.time() >= query.fromTime()
        && frames.time() < query.toTime();
  }

  @Override
  public void close() throws IOException {
    frames.close();
  }
}
