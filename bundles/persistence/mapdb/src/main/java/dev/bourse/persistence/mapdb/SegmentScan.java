package dev.bourse.persistence.mapdb;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What is in one segment file.
 *
 * @param path the file
 * @param number its number
 * @param size its size
 * @param header its header; if that is damaged, what it should be
 * @param headerDamaged whether the header is damaged
 * @param runs all frames that can be read
 * @param used the position after the last byte that is not zero
 */
record SegmentScan(
    Path path,
    int number,
    long size,
    SegmentHeader header,
    boolean headerDamaged,
    List<Run> runs,
    long used) {
  private static final int CHUNK = 1 << 20;

  /** Reads a segment file of a store. */
  static SegmentScan of(Disk disk, Path path, String store, int number) throws IOException {
    SegmentHeader expected = SegmentHeader.of(store, number);
    try (DiskFile file = disk.read(path);
        FrameReader frames = new FrameReader(file, expected.segment())) {
      byte[] head = new byte[Frame.SEGMENT_HEADER];
      file.read(0, head, 0, head.length);
      Optional<SegmentHeader> found = SegmentHeader.decode(head);
      SegmentHeader header = found.orElse(expected);
      long size = file.size();
      long used = used(file, size);
      List<Run> runs = runs(frames, header.start(), used, size);
      return new SegmentScan(path, number, size, header, found.isEmpty(), runs, used);
    }
  }

  /** Whether nothing but the header was ever written. */
  boolean isUntouched() {
    return !headerDamaged && runs.isEmpty() && used <= Frame.SEGMENT_HEADER;
  }

  /** Whether there is one run from the start and only zeros after it. */
  boolean isWhole() {
    return !headerDamaged
        && runs.size() == 1
        && runs.get(0).start() == header.start()
        && runs.get(0).end() >= used;
  }

  private static List<Run> runs(FrameReader frames, long start, long used, long size)
      throws IOException {
    List<Run> runs = new ArrayList<>();
    Run run = null;
    long position = start;
    while (position < used) {
      if (!frames.at(position, size)) {
        if (run != null) {
          runs.add(run);
        }
        run = null;
        position = frames.find(position + 1, used, size);
      } else {
        if (run != null && !run.isFollowedBy(frames)) {
          runs.add(run);
          run = null;
        }
        run = run == null ? Run.of(frames, position) : run.with(frames);
        position = run.end();
      }
    }
    if (run != null) {
      runs.add(run);
    }
    return List.copyOf(runs);
  }

  private static long used(DiskFile file, long size) throws IOException {
    byte[] chunk = new byte[CHUNK];
    for (long end = size; end > 0; end -= Math.min(end, CHUNK)) {
      int length = (int) Math.min(end, CHUNK);
      int read = file.read(end - length, chunk, 0, length);
      for (int i = read - 1; i >= 0; i--) {
        if (chunk[i] != 0) {
          return end - length + i + 1;
        }
      }
    }
    return 0;
  }
}
