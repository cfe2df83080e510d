package dev.bourse.persistence.mapdb;

import dev.bourse.api.persistence.ArchiveQuery;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;

/**
 * A segment of the journal as it was written.
 *
 * <p>The writer publishes its end after every write; readers look no further. When it is sealed it
 * becomes obsolete, and its file goes when the last list that has it is gone.
 */
final class RawSegment implements Piece {
  /** About how many bytes lie between two entries of the index. */
  static final long INDEX_BYTES = 1 << 16;

  private final Disk disk;
  private final CountedFile file;
  private final int number;
  private final long size;
  private final SegmentHeader header;
  private final ConcurrentSkipListMap<Long, Long> index = new ConcurrentSkipListMap<>();
  private volatile long first = -1;
  private volatile long last = -1;
  private volatile long end;
  private volatile boolean complete;

  RawSegment(Disk disk, Path path, int number, long size, SegmentHeader header) {
    this.disk = disk;
    this.file = new CountedFile(disk, path);
    this.number = number;
    this.size = size;
    this.header = header;
    this.end = header.start();
  }

  /** A segment with what a scan found in it. */
  static RawSegment of(Disk disk, SegmentScan scan, Run run) {
    RawSegment segment =
        new RawSegment(disk, scan.path(), scan.number(), scan.size(), scan.header());
    segment.index.putAll(run.index());
    if (run.last() > run.before()) {
      segment.first = run.before() + 1;
      segment.last = run.last();
    }
    segment.end = run.end();
    return segment;
  }

  Path path() {
    return file.path();
  }

  int number() {
    return number;
  }

  long size() {
    return size;
  }

  SegmentHeader header() {
    return header;
  }

  /** Where the next frame will be, as far as readers know. */
  long end() {
    return end;
  }

  @Override
  public long first() {
    return first;
  }

  @Override
  public long last() {
    return last;
  }

  @Override
  public boolean isComplete() {
    return complete;
  }

  /** Notes where an entry will be, if the index needs one there. */
  void index(long sequence, long position) {
    Map.Entry<Long, Long> before = index.lastEntry();
    if (before == null || position - before.getValue() >= INDEX_BYTES) {
      index.put(sequence, position);
    }
  }

  /** Lets readers see everything up to a position and a sequence. */
  void publish(long newFirst, long newLast, long newEnd) {
    if (first < 0) {
      first = newFirst;
    }
    last = newLast;
    end = newEnd;
  }

  /** Lets readers step over a mark. */
  void publishMark(long newEnd) {
    end = newEnd;
  }

  /** Nothing will be added any more. */
  void complete() {
    complete = true;
  }

  /** A sealed segment stands in for it. */
  void obsolete() {
    file.obsolete();
  }

  @Override
  public PieceReader open(ArchiveQuery query) throws IOException {
    Map.Entry<Long, Long> nearest = index.floorEntry(query.fromSequence());
    long position = nearest == null ? header.start() : nearest.getValue();
    return new RawReader(
        this, new FrameReader(disk.read(path()), header.segment()), query, position);
  }

  @Override
  public void retain() {
    file.retain();
  }

  @Override
  public void release() {
    file.release();
  }
}
