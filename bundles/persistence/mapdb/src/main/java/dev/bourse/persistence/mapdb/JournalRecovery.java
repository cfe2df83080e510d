package dev.bourse.persistence.mapdb;

import dev.bourse.api.persistence.OpeningReport;
import dev.bourse.api.persistence.StoreException;
import dev.bourse.api.persistence.StoreSpec;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Decides what of a journal is good after a crash.
 *
 * <p>All frames that can be read form chains; one chain is a whole journal. Where a chain ends
 * before the segments do, something is wrong, and the question is whether what is missing was ever
 * proven durable: by a later frame that says so, or by a snapshot, which exists only if the journal
 * was forced through it.
 *
 * <ul>
 *   <li>It was not: a torn tail. It is cut, and the rest is zeroed and forced.
 *   <li>It was: damage. The segments concerned are copied aside. If the newest good snapshot covers
 *       the gap, the journal goes on with the chain behind it, else it ends before the gap.
 * </ul>
 */
final class JournalRecovery {
  private final Disk disk;
  private final StoreSpec spec;
  private final List<SegmentScan> scans;
  private final List<Chain> chains;
  private final long snapshot;

  /** For the segments of a store whose newest good snapshot has a sequence, -1 if there is none. */
  JournalRecovery(Disk disk, StoreSpec spec, List<SegmentScan> scans, long snapshot) {
    this.disk = disk;
    this.spec = spec;
    this.scans = scans;
    this.chains = Chain.of(scans);
    this.snapshot = snapshot;
    scans.forEach(this::requireOurs);
  }

  /** Repairs the segments and says what to go on with. */
  RecoveredJournal recover() throws IOException {
    Chain main = main();
    List<Chain> later = chains.subList(main == null ? 0 : chains.indexOf(main) + 1, chains.size());
    long last = main == null ? -1 : main.last();
    long proven = later.stream().mapToLong(Chain::forced).reduce(snapshot, Math::max);
    if (proven > last || scans.stream().anyMatch(SegmentScan::headerDamaged)) {
      Chain kept = proven > last ? behindTheGap(main, later) : main;
      return new DamageRepair(disk, spec, scans, chains).repair(kept, main, proven, snapshot);
    }
    return whole(main, cut(main));
  }

  private RecoveredJournal whole(@Nullable Chain main, long cutTail) {
    if (main == null) {
      List<SegmentScan> empty = List.copyOf(scans);
      return new RecoveredJournal(
          List.of(), empty, null, 0, new OpeningReport(-1, -1, cutTail, List.of()));
    }
    List<RawSegment> segments = new ArrayList<>();
    for (Chain chain : chains.subList(0, chains.indexOf(main) + 1)) {
      chain.links().forEach(link -> segments.add(RawSegment.of(disk, link.scan(), link.run())));
    }
    int used = scans.indexOf(main.lastLink().scan());
    return new RecoveredJournal(
        segments,
        scans.subList(used + 1, scans.size()),
        main.lastLink().run(),
        main.before() + 1,
        new OpeningReport(first(main), main.last(), cutTail, missing(main)));
  }

  /** What a file that is simply not there any more took with it. */
  private List<String> missing(Chain main) {
    return snapshot < 0 || main.before() <= snapshot
        ? List.of()
        : List.of(
            "the journal of store %s is damaged: entries %d to %d are lost, their files are missing"
                .formatted(spec.name(), snapshot + 1, main.before()));
  }

  private static long first(Chain chain) {
    return chain.last() > chain.before() ? chain.before() + 1 : -1;
  }

  /**
   * The chain that the last repair made the journal start with, else the first one; none if even
   * what should be at the start of the first segment cannot be read.
   */
  private @Nullable Chain main() {
    Chain main = chains.isEmpty() || !chains.get(0).firstLink().isAtStart() ? null : chains.get(0);
    for (Chain chain : chains) {
      if (chain.firstLink().isRestart()) {
        main = chain;
      }
    }
    return main;
  }

  /** The last chain that the snapshot leads to; none if what follows the snapshot is missing. */
  private @Nullable Chain behindTheGap(@Nullable Chain main, List<Chain> later) {
    Chain kept = main;
    for (Chain chain : later) {
      if (chain.before() <= snapshot) {
        kept = chain;
      }
    }
    return kept == null || kept.last() < snapshot ? null : kept;
  }

  private long cut(@Nullable Chain main) throws IOException {
    if (main == null) {
      return cutFrom(0);
    }
    Chain.Link tail = main.lastLink();
    return zero(tail.scan(), tail.run().end()) + cutFrom(scans.indexOf(tail.scan()) + 1);
  }

  private long cutFrom(int index) throws IOException {
    long cut = 0;
    for (SegmentScan scan : scans.subList(index, scans.size())) {
      cut += zero(scan, scan.header().start());
    }
    return cut;
  }

  private long zero(SegmentScan scan, long from) throws IOException {
    if (scan.used() <= from) {
      return 0;
    }
    try (DiskFile file = disk.edit(scan.path())) {
      file.zero(from, scan.used());
      file.force();
    }
    return scan.used() - from;
  }

  private void requireOurs(SegmentScan scan) {
    SegmentHeader header = scan.header();
    if (header.format() > Frame.FORMAT) {
      throw new StoreException(
          scan.path()
              + " was written by a newer version of Bourse (format "
              + header.format()
              + ", this one reads up to "
              + Frame.FORMAT
              + "); install that version again, a downgrade is not possible");
    }
    if (header.segment() != SegmentHeader.segment(spec.name(), scan.number())) {
      throw new StoreException(
          scan.path()
              + " does not belong to store "
              + spec.name()
              + "; give each store a directory of its own");
    }
  }
}
