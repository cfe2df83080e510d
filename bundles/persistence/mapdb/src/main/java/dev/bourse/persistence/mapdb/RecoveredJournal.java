package dev.bourse.persistence.mapdb;

import dev.bourse.api.persistence.OpeningReport;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a journal goes on with.
 *
 * @param segments the segments that have entries, in order; the last one is written on
 * @param untouched prepared segments without entries
 * @param tail the last run of the last segment, or null if there are none
 * @param first the sequence that the journal proper starts with; what is before is trace only
 * @param report what was found
 */
record RecoveredJournal(
    List<RawSegment> segments,
    List<SegmentScan> untouched,
    @Nullable Run tail,
    long first,
    OpeningReport report) {
  /** Keeps its own copies of the lists. */
  RecoveredJournal {
    segments = List.copyOf(segments);
    untouched = List.copyOf(untouched);
  }
}
