package dev.bourse.persistence.mapdb;

import dev.bourse.api.persistence.Store;
import dev.bourse.api.persistence.StoreException;
import dev.bourse.api.persistence.StoreSpec;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The steps from a directory to a store: lock, tidy up, recover, be ready to write. */
final class StoreOpening {
  private static final int CHUNK = 1 << 20;
  private final Disk disk;
  private final StoreSpec spec;
  private final Function<String, Chores> choresOf;
  private final Duration retry;

  StoreOpening(Disk disk, StoreSpec spec, Function<String, Chores> choresOf, Duration retry) {
    this.disk = disk;
    this.spec = spec;
    this.choresOf = choresOf;
    this.retry = retry;
  }

  /** Opens the store or throws a {@link StoreException}. */
  Store open() {
    Closeable lock = null;
    try {
      disk.createDirectories(spec.directory());
      lock = disk.lock(spec.directory().resolve(FileNames.LOCK));
      return open(lock);
    } catch (LockedException e) {
      throw new StoreException(
          "store %s in %s is already open in %s; close it there first"
              .formatted(spec.name(), spec.directory(), e.getMessage()),
          e);
    } catch (IOException e) {
      unlock(lock, e);
      throw new StoreException(
          "store %s in %s cannot be opened: %s; check the directory and its disk"
              .formatted(spec.name(), spec.directory(), e),
          e);
    } catch (RuntimeException e) {
      unlock(lock, e);
      throw e;
    }
  }

  private Store open(Closeable lock) throws IOException {
    tidyUp();
    List<String> files = disk.list(spec.directory());
    int nextNumber = 1 + files.stream().mapToInt(FileNames::anySegmentNumber).max().orElse(0);
    MapDbSnapshots snapshots = new MapDbSnapshots(disk, spec, files);
    RecoveredJournal recovered =
        new JournalRecovery(disk, spec, scan(files), snapshots.newestSequence()).recover();
    List<Piece> list = new ArrayList<>(sealed(disk.list(spec.directory())));
    list.addAll(recovered.segments());
    Chores chores = choresOf.apply(spec.name());
    try {
      SegmentSupply supply = new SegmentSupply(disk, spec, chores, nextNumber, retry);
      RawSegment open = openSegment(recovered, supply, list);
      recovered.segments().stream().filter(raw -> raw != open).forEach(RawSegment::complete);
      Pieces pieces = new Pieces(list);
      Housekeeping housekeeping = new Housekeeping(disk, spec, pieces, chores);
      supply.relieved(housekeeping);
      Sealer sealer = new Sealer(spec, pieces, chores, housekeeping);
      SegmentWriter writer = writer(recovered.tail(), open);
      MapDbJournal journal =
          new MapDbJournal(spec, recovered, writer, pieces, supply, sealer, housekeeping);
      snapshots.follow(journal::lastForced);
      supply.prepare();
      return new MapDbStore(journal, snapshots, pieces, chores, lock);
    } catch (IOException | RuntimeException e) {
      chores.close();
      throw e;
    }
  }

  /** Removes what was never finished, and everything whose newer form is whole. */
  private void tidyUp() throws IOException {
    List<String> files = disk.list(spec.directory());
    List<SealedName> sealed =
        files.stream().flatMap(file -> SealedName.parse(file).stream()).toList();
    for (String file : files) {
      if (file.endsWith(FileNames.TEMPORARY)) {
        disk.delete(spec.directory().resolve(file));
      }
    }
    for (SealedName name : sealed) {
      List<String> older = olderForms(name, sealed, files);
      Path path = spec.directory().resolve(name.text());
      if (!older.isEmpty() && !Table.isWhole(disk, path, name.checksum())) {
        disk.rename(path, FileNames.damaged(disk, path));
      } else if (!older.isEmpty()) {
        disk.forceDirectory(spec.directory());
        for (String file : older) {
          disk.delete(spec.directory().resolve(file));
        }
      }
    }
    disk.forceDirectory(spec.directory());
  }

  /** What a sealed segment was made of, as far as it is still there. */
  private static List<String> olderForms(
      SealedName name, List<SealedName> sealed, List<String> files) {
    List<String> older = new ArrayList<>();
    if (files.contains(FileNames.segment(name.number()))) {
      older.add(FileNames.segment(name.number()));
    }
    sealed.stream()
        .filter(other -> other.number() == name.number() && other.market() && !name.market())
        .forEach(other -> older.add(other.text()));
    return older;
  }

  private List<SegmentScan> scan(List<String> files) throws IOException {
    List<SegmentScan> scans = new ArrayList<>();
    for (String file : files) {
      Optional<Integer> number = FileNames.segmentNumber(file);
      if (number.isPresent()) {
        scans.add(SegmentScan.of(disk, spec.directory().resolve(file), spec.name(), number.get()));
      }
    }
    return scans;
  }

  private List<SealedSegment> sealed(List<String> files) {
    return files.stream()
        .flatMap(
            file ->
                SealedName.parse(file)
                    .map(name -> new SealedSegment(disk, spec.directory().resolve(file), name))
                    .stream())
        .sorted(Comparator.comparingLong(SealedSegment::first))
        .toList();
  }

  /** The segment to write on; an empty one that was prepared is kept as the next one. */
  private RawSegment openSegment(RecoveredJournal recovered, SegmentSupply supply, List<Piece> list)
      throws IOException {
    List<RawSegment> prepared = prepared(recovered);
    int segments = recovered.segments().size();
    if (segments > 0) {
      prepared.stream().findFirst().ifPresent(supply::offer);
      return recovered.segments().get(segments - 1);
    }
    prepared.stream().findFirst().ifPresent(supply::offer);
    supply.prepare();
    RawSegment open = supply.take();
    if (open == null) {
      throw new IOException(supply.problem());
    }
    list.add(open);
    return open;
  }

  /** At most one prepared segment of the right size; others are made anew when they are needed. */
  private List<RawSegment> prepared(RecoveredJournal recovered) throws IOException {
    int last = recovered.segments().stream().mapToInt(RawSegment::number).max().orElse(0);
    List<RawSegment> prepared = new ArrayList<>();
    for (SegmentScan scan : recovered.untouched()) {
      if (prepared.isEmpty()
          && scan.size() == spec.segmentBytes()
          && scan.number() > last
          && !scan.header().restart()) {
        prepared.add(new RawSegment(disk, scan.path(), scan.number(), scan.size(), scan.header()));
      } else {
        disk.delete(scan.path());
      }
    }
    return prepared;
  }

  private SegmentWriter writer(@Nullable Run tail, RawSegment open) throws IOException {
    if (tail == null) {
      return new SegmentWriter(disk, open, new FrameEncoder(1, open.header().segment(), 0), -1, 0);
    }
    settle(tail, open);
    FrameEncoder encoder =
        new FrameEncoder(tail.lastEpoch() + 1, open.header().segment(), tail.lastCrc());
    return new SegmentWriter(disk, open, encoder, tail.last(), tail.lastTime());
  }

  /**
   * Makes durable what was read. It is written once more first, because after a failed force an
   * operating system may take pages for clean that never reached the disk.
   */
  private void settle(Run tail, RawSegment open) throws IOException {
    Map.Entry<Long, Long> proven = tail.index().floorEntry(tail.forced());
    try (DiskFile file = disk.edit(open.path())) {
      byte[] chunk = new byte[CHUNK];
      long position = proven == null ? tail.start() : proven.getValue();
      while (position < tail.end()) {
        int length = file.read(position, chunk, 0, (int) Math.min(CHUNK, tail.end() - position));
        file.write(position, ByteBuffer.wrap(chunk, 0, length));
        position += length;
      }
      file.force();
    }
  }

  private static void unlock(@Nullable Closeable lock, Exception reason) {
    if (lock != null) {
      try {
        lock.close();
      } catch (IOException e) {
        reason.addSuppressed(e);
      }
    }
  }
}
