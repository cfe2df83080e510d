package dev.bourse.persistence.mapdb;

import dev.bourse.api.persistence.OpeningReport;
import dev.bourse.api.persistence.StoreSpec;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Puts damaged segments aside and leaves one good chain.
 *
 * <p>A segment of which something is kept is first copied to its name with {@code .damaged} behind
 * it, then replaced at once by a new file with only the kept frames, where they were. One of which
 * nothing is kept is renamed. So nothing is ever deleted, and a crash in between leaves the same
 * question to the next opening. Segments before the kept chain stay readable as trace.
 */
final class DamageRepair {
  private static final int CHUNK = 1 << 20;
  private final Disk disk;
  private final StoreSpec spec;
  private final List<SegmentScan> scans;
  private final List<Chain> chains;
  private final List<String> aside = new ArrayList<>();
  private final List<RawSegment> segments = new ArrayList<>();
  private final List<SegmentScan> untouched = new ArrayList<>();

  DamageRepair(Disk disk, StoreSpec spec, List<SegmentScan> scans, List<Chain> chains) {
    this.disk = disk;
    this.spec = spec;
    this.scans = scans;
    this.chains = chains;
  }

  /** Leaves one chain, or none, of a journal that was whole up to the end of another. */
  RecoveredJournal repair(@Nullable Chain kept, @Nullable Chain whole, long proven, long snapshot)
      throws IOException {
    for (SegmentScan scan : scans) {
      treat(scan, kept, whole);
    }
    disk.forceDirectory(spec.directory());
    List<String> damage = List.of(sentence(kept, whole, proven, snapshot));
    if (kept == null) {
      return new RecoveredJournal(
          List.of(), untouched, null, 0, new OpeningReport(-1, -1, 0, damage));
    }
    long first = kept.last() > kept.before() ? kept.before() + 1 : -1;
    return new RecoveredJournal(
        segments,
        untouched,
        kept.lastLink().run(),
        kept.before() + 1,
        new OpeningReport(first, kept.last(), 0, damage));
  }

  private void treat(SegmentScan scan, @Nullable Chain kept, @Nullable Chain whole)
      throws IOException {
    Optional<Run> run = kept == null ? Optional.empty() : keptRun(scan, kept);
    if (scan.isUntouched()) {
      untouched.add(scan);
    } else if (run.isEmpty()) {
      moveAside(scan);
    } else {
      boolean restart = kept != null && startsAnew(scan, kept, whole);
      if (scan.isWhole() && scan.header().restart() == restart) {
        segments.add(RawSegment.of(disk, scan, run.get()));
      } else {
        segments.add(rewrite(scan, run.get(), restart));
      }
    }
  }

  /**
   * What is kept of a segment: its part of the chain, or, before the chain, its first run as trace.
   */
  private static Optional<Run> keptRun(SegmentScan scan, Chain kept) {
    Optional<Run> part = kept.in(scan);
    boolean before = scan.number() < kept.firstLink().scan().number();
    return part.isEmpty() && before ? scan.runs().stream().findFirst() : part;
  }

  private static boolean startsAnew(SegmentScan scan, Chain kept, @Nullable Chain whole) {
    boolean behindGap = kept.firstLink().scan().number() == scan.number() && !kept.equals(whole);
    return behindGap || scan.header().restart();
  }

  private void moveAside(SegmentScan scan) throws IOException {
    Path target = FileNames.damaged(disk, scan.path());
    disk.rename(scan.path(), target);
    aside.add(target.getFileName().toString());
  }

  private RawSegment rewrite(SegmentScan scan, Run run, boolean restart) throws IOException {
    Path target = FileNames.damaged(disk, scan.path());
    Path temporary = target.resolveSibling(scan.path().getFileName() + FileNames.TEMPORARY);
    SegmentHeader header =
        new SegmentHeader(Frame.FORMAT, scan.header().segment(), run.start(), restart);
    copy(scan, target, 0, scan.size(), Optional.empty());
    copy(scan, temporary, run.start(), run.end(), Optional.of(header));
    disk.forceDirectory(spec.directory());
    disk.rename(temporary, scan.path());
    aside.add(target.getFileName().toString());
    SegmentScan rewritten =
        new SegmentScan(
            scan.path(), scan.number(), scan.size(), header, false, List.of(run), run.end());
    return RawSegment.of(disk, rewritten, run);
  }

  private void copy(
      SegmentScan scan, Path target, long from, long to, Optional<SegmentHeader> header)
      throws IOException {
    try (DiskFile in = disk.read(scan.path());
        DiskFile out = disk.create(target)) {
      out.zero(0, scan.size());
      byte[] chunk = new byte[CHUNK];
      for (long position = from; position < to; position += CHUNK) {
        int length = in.read(position, chunk, 0, (int) Math.min(CHUNK, to - position));
        out.write(position, ByteBuffer.wrap(chunk, 0, length));
      }
      if (header.isPresent()) {
        out.write(0, header.get().encode());
      }
      out.force();
    }
  }

  private String sentence(@Nullable Chain kept, @Nullable Chain whole, long proven, long snapshot) {
    String files = "; damaged files were put aside as " + String.join(", ", aside);
    if (kept != null && kept.equals(whole) && proven <= kept.last()) {
      return "the header of a segment of store "
          + spec.name()
          + " was damaged, nothing is lost"
          + files;
    }
    long lastGood = whole == null ? -1 : whole.last();
    long lost =
        kept == null || kept.equals(whole) ? Math.max(proven, lastReadable()) : kept.before();
    String what =
        "the journal of store %s is damaged: entries %d to %d are lost"
            .formatted(spec.name(), lastGood + 1, lost);
    String covered = lost <= snapshot ? ", their outcome is in snapshot " + snapshot : "";
    return what + covered + files;
  }

  private long lastReadable() {
    return chains.stream().mapToLong(Chain::last).max().orElse(-1);
  }
}
