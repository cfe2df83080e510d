package dev.bourse.persistence.mapdb;

import static dev.bourse.testkit.persistence.TestEntries.drain;
import static dev.bourse.testkit.persistence.TestEntries.entries;
import static dev.bourse.testkit.persistence.TestEntries.entry;
import static dev.bourse.testkit.persistence.TestEntries.lines;
import static dev.bourse.testkit.persistence.TestEntries.snapshot;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bourse.api.persistence.OpeningReport;
import dev.bourse.api.persistence.Retention;
import dev.bourse.api.persistence.Store;
import dev.bourse.api.persistence.StoreException;
import dev.bourse.api.persistence.StoreSpec;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("N4")
final class DamageTest {
  private static final long LAST = 14_000;
  private static final int TRIALS = 30;
  private final StoreSpec spec =
      new StoreSpec("demo", Path.of("demo"), 1 << 20, 64 << 10, Retention.ALL);
  private SimulatedDisk disk = new SimulatedDisk(1);

  @Test
  void aBitFlippedInWhatWasForcedEndsTheJournalBeforeIt() throws Exception {
    for (int seed = 1; seed <= TRIALS; seed++) {
      disk = new SimulatedDisk(seed);
      fill(-1);
      flipSomewhere(new Random(seed), 1);

      OpeningReport report = reopen().journal().opening();
      long kept = report.lastSequence();

      assertThat(kept).as("seed %d", seed).isBetween(-1L, LAST - 1);
      assertThat(report.damage())
          .as("seed %d", seed)
          .singleElement()
          .asString()
          .contains("entries %d to %d are lost".formatted(Math.max(0, kept + 1), LAST))
          .contains(".damaged");
      assertThat(disk.list(spec.directory())).anyMatch(name -> name.endsWith(".damaged"));
      assertGoesOn(Math.min(1, Math.max(0, kept)), kept);
    }
  }

  @Test
  void damageThatASnapshotCoversCostsOnlyTrace() throws Exception {
    for (int seed = 1; seed <= TRIALS; seed++) {
      disk = new SimulatedDisk(seed);
      fill(LAST - 500);
      flipSomewhere(new Random(seed), 0);

      Store store = reopen();

      assertThat(store.journal().opening().lastSequence()).as("seed %d", seed).isEqualTo(LAST);
      assertThat(store.journal().opening().damage())
          .singleElement()
          .asString()
          .contains("their outcome is in snapshot " + (LAST - 500));
      assertThat(lines(drain(store.journal().read(LAST - 499))))
          .isEqualTo(lines(entries(LAST - 499, LAST + 1)));
      assertGoesOn(LAST - 499, LAST);
    }
  }

  @Test
  void keepsADamagedSegmentAsItWas() throws Exception {
    fill(-1);
    Path path = segment(1);
    disk.file(path).flip(5_000, 3);
    byte[] before = bytes(path);

    reopen();

    assertThat(bytes(path.resolveSibling(path.getFileName() + ".damaged"))).isEqualTo(before);
    assertThat(bytes(path)).isNotEqualTo(before);
  }

  @Test
  void aMissingSegmentIsDamage() throws Exception {
    fill(-1);
    disk.delete(segment(2));

    OpeningReport report = reopen().journal().opening();

    assertThat(report.damage())
        .singleElement()
        .asString()
        .contains("entries " + (report.lastSequence() + 1) + " to " + LAST + " are lost");
    assertGoesOn(1, report.lastSequence());
  }

  @Test
  void aDamagedHeaderCostsNothing() throws Exception {
    fill(-1);
    disk.file(segment(2)).flip(9, 0);

    OpeningReport report = reopen().journal().opening();

    assertThat(report.lastSequence()).isEqualTo(LAST);
    assertThat(report.damage()).singleElement().asString().contains("nothing is lost");
    assertGoesOn(1, LAST);
  }

  @Test
  void aSnapshotProvesWhatTheJournalHasLost() throws Exception {
    fill(LAST);
    for (int number = 1; disk.file(segment(number)) != null; number++) {
      disk.delete(segment(number));
    }

    Store store = reopen();

    assertThat(store.journal().opening().damage()).singleElement().asString().contains("" + LAST);
    assertThat(store.journal().opening().lastSequence()).isEqualTo(-1);
    store.journal().append(entry(LAST + 1));
    store.journal().write();
    assertThat(lines(drain(store.journal().read(0)))).isEqualTo(lines(entries(LAST + 1, LAST + 2)));
  }

  @Test
  void garbageBehindTheEndIsCut() throws Exception {
    fill(-1);
    Path last = segment(lastUsed());
    disk.file(last).write(disk.file(last).size() - 100, new byte[] {1, 2, 3});

    OpeningReport report = reopen().journal().opening();

    assertThat(report.damage()).isEmpty();
    assertThat(report.lastSequence()).isEqualTo(LAST);
    assertThat(report.cutTail()).isPositive();
    assertThat(bytes(last)[(int) disk.file(last).size() - 100]).isZero();
    assertGoesOn(1, LAST);
  }

  @Test
  void refusesTheStoreOfANewerVersion() throws Exception {
    fill(-1);
    SegmentHeader newer =
        new SegmentHeader(2, SegmentHeader.segment("demo", 1), Frame.SEGMENT_HEADER, false);
    disk.file(segment(1)).write(0, newer.encode().array());
    disk = disk.afterKill();

    assertThatThrownBy(this::open)
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("newer version of Bourse (format 2, this one reads up to 1)");
  }

  @Test
  void refusesTheStoreOfAnotherTrader() throws Exception {
    fill(-1);
    disk = disk.afterKill();
    StoreSpec other = StoreSpec.of("other", spec.directory());

    assertThatThrownBy(() -> backend().open(other))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("does not belong to store other");
  }

  private void fill(long snapshotAt) {
    try (Store store = open()) {
      Random random = new Random(LAST);
      for (long sequence = 1; sequence <= LAST; sequence++) {
        store.journal().append(entry(sequence));
        if (random.nextInt(50) == 0) {
          store.journal().write();
          store.journal().force();
        }
      }
      if (snapshotAt >= 0) {
        store.journal().write();
        store.journal().force();
        store.snapshots().write(snapshot(snapshotAt, 5));
      }
    }
  }

  /** Flips a bit of a frame in one of the first segments, or, if asked for, of any that is used. */
  private void flipSomewhere(Random random, int beyond) throws Exception {
    int number = 1 + random.nextInt(lastUsed() - 1 + beyond);
    SegmentScan scan = SegmentScan.of(disk, segment(number), "demo", number);
    long end = scan.runs().get(0).end() - 2L * Frame.HEADER;
    long position =
        Frame.SEGMENT_HEADER + (long) (random.nextDouble() * (end - Frame.SEGMENT_HEADER));
    disk.file(segment(number)).flip(position, random.nextInt(8));
  }

  private int lastUsed() throws Exception {
    int number = 1;
    while (disk.file(segment(number + 1)) != null
        && !SegmentScan.of(disk, segment(number + 1), "demo", number + 1).isUntouched()) {
      number++;
    }
    return number;
  }

  /** After the repair nothing is damaged any more, and the journal takes entries as ever. */
  private void assertGoesOn(long from, long last) {
    Store store = reopen();
    assertThat(store.journal().opening().damage()).isEmpty();
    assertThat(store.journal().opening().cutTail()).isZero();
    assertThat(store.journal().opening().lastSequence()).isEqualTo(last);
    for (long sequence = last + 1; sequence <= last + 500; sequence++) {
      store.journal().append(entry(sequence));
    }
    store.close();

    store = reopen();
    assertThat(store.journal().opening().damage()).isEmpty();
    assertThat(lines(drain(store.journal().read(from))))
        .isEqualTo(lines(entries(from, last + 501)));
  }

  private Store reopen() {
    disk = disk.afterKill();
    return open();
  }

  private Store open() {
    return backend().open(spec);
  }

  private MapDbBackend backend() {
    return new MapDbBackend(disk, name -> new SameThread(), Duration.ZERO);
  }

  private Path segment(int number) {
    return spec.directory().resolve(FileNames.segment(number));
  }

  private byte[] bytes(Path path) throws Exception {
    try (DiskFile file = disk.read(path)) {
      ByteBuffer bytes = ByteBuffer.allocate((int) file.size());
      file.read(0, bytes.array(), 0, bytes.capacity());
      return bytes.array();
    }
  }
}
