package dev.bourse.persistence.mapdb;

import dev.bourse.api.persistence.StoreSpec;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the next segment at hand: zero-filled, with its header, forced, under its final name.
 *
 * <p>The background makes it, the writer takes it. If it cannot be made, that is known as soon as
 * the current segment is begun, and the writer keeps what is left for what must go through.
 */
final class SegmentSupply {
  private final Disk disk;
  private final StoreSpec spec;
  private final Chores chores;
  private final long retryNanos;
  private int nextNumber;
  private boolean working;
  private long lastAttempt;
  private @Nullable RawSegment ready;
  private volatile @Nullable String problem;
  private volatile @Nullable Housekeeping housekeeping;

  /** Numbers new segments from a number on; a failure is tried again after a while. */
  SegmentSupply(Disk disk, StoreSpec spec, Chores chores, int nextNumber, Duration retry) {
    this.disk = disk;
    this.spec = spec;
    this.chores = chores;
    this.nextNumber = nextNumber;
    this.retryNanos = retry.toNanos();
  }

  /** From now on there is an archive that can make room. */
  void relieved(Housekeeping by) {
    housekeeping = by;
  }

  /** Hands over a segment that an earlier opening had prepared. */
  synchronized void offer(RawSegment prepared) {
    ready = prepared;
  }

  /** Why there is no next segment, or null if there is one or soon will be. */
  @Nullable String problem() {
    return problem;
  }

  /** Has the next segment made unless there is one. */
  void prepare() {
    synchronized (this) {
      if (ready != null || working) {
        return;
      }
      working = true;
      lastAttempt = System.nanoTime();
    }
    chores.submit(this::make);
  }

  /** Tries again if the last attempt failed long enough ago. */
  void retry() {
    boolean due;
    synchronized (this) {
      due = problem != null && System.nanoTime() - lastAttempt >= retryNanos;
    }
    if (due) {
      prepare();
    }
  }

  /** Waits until it is known whether there is a next segment. */
  synchronized void await() {
    boolean interrupted = false;
    while (working) {
      try {
        wait();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /** The next segment, or null if it cannot be made. */
  synchronized @Nullable RawSegment take() {
    await();
    RawSegment taken = ready;
    ready = null;
    return taken;
  }

  private void make() {
    int number;
    synchronized (this) {
      number = nextNumber;
    }
    @Nullable RawSegment made = null;
    @Nullable String failure = null;
    try {
      made = makeRoomAndMake(number);
    } catch (IOException e) {
      failure =
          "the next segment of store %s cannot be prepared in %s: %s; free disk space"
              .formatted(spec.name(), spec.directory(), e.getMessage());
    } finally {
      synchronized (this) {
        ready = made;
        problem = failure;
        working = false;
        nextNumber += made == null ? 0 : 1;
        notifyAll();
      }
    }
    Housekeeping after = housekeeping;
    if (after != null) {
      after.look();
    }
  }

  /**
   * What the trace's market data takes is given up before entries are: some of it before a disk
   * that is low gives the last of its room to a segment, because giving up takes a little room too.
   */
  private RawSegment makeRoomAndMake(int number) throws IOException {
    relieve();
    while (true) {
      try {
        return make(number);
      } catch (IOException e) {
        if (!relieve()) {
          throw e;
        }
      }
    }
  }

  private boolean relieve() {
    Housekeeping relief = housekeeping;
    return relief != null && relief.relieve();
  }

  private RawSegment make(int number) throws IOException {
    Path path = spec.directory().resolve(FileNames.segment(number));
    Path temporary = spec.directory().resolve(FileNames.segment(number) + FileNames.TEMPORARY);
    SegmentHeader header = SegmentHeader.of(spec.name(), number);
    try {
      try (DiskFile file = disk.create(temporary)) {
        file.zero(0, spec.segmentBytes());
        file.write(0, header.encode());
        file.force();
      }
      disk.rename(temporary, path);
      disk.forceDirectory(spec.directory());
    } catch (IOException e) {
      try {
        disk.delete(temporary);
      } catch (IOException suppressed) {
        e.addSuppressed(suppressed);
      }
      throw e;
    }
    return new RawSegment(disk, path, number, spec.segmentBytes(), header);
  }
}
