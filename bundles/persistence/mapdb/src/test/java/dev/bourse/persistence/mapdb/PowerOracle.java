package dev.bourse.persistence.mapdb;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.api.persistence.ArchiveQuery;
import dev.bourse.api.persistence.EntryKind;
import dev.bourse.api.persistence.JournalEntry;
import dev.bourse.api.persistence.OpeningReport;
import dev.bourse.api.persistence.Retention;
import dev.bourse.api.persistence.Snapshot;
import dev.bourse.api.persistence.SnapshotEntry;
import dev.bourse.api.persistence.Store;
import dev.bourse.api.persistence.StoreSpec;
import dev.bourse.testkit.persistence.TestEntries;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * One store through several lives, each ended at a random disk operation, also in the middle of an
 * opening: mostly by a power cut, sometimes by a kill of the process, after which what the next
 * opening finds must be safe from power cuts too. After each of them: everything that was forced is
 * there, nothing is there that was not appended, no sequence is missing in between, and the newest
 * finished snapshot can be read.
 */
final class PowerOracle {
  private static final List<EntryKind> KINDS = List.of(EntryKind.values());
  private final long seed;
  private final Random random;
  private final StoreSpec spec;
  private final TreeMap<Long, JournalEntry> appended = new TreeMap<>();
  private SimulatedDisk disk;
  private long newest;
  private long forced = -1;
  private long snapshot = -1;
  private long older = -1;
  private long attemptedSnapshot = -1;
  private int life;

  PowerOracle(long seed) {
    this.seed = seed;
    this.random = new Random(seed);
    this.disk = new SimulatedDisk(seed);
    this.spec = new StoreSpec("demo", Path.of("demo"), 1 << 20, 64 << 10, retention());
  }

  /** Lives, and says how often the power was cut. */
  int run() {
    int cuts = 0;
    int lives = 1 + random.nextInt(6);
    for (life = 0; life < lives; life++) {
      disk.cutAfter(random.nextInt(life == 0 ? 400 : 150));
      try {
        live();
      } catch (PowerCut cut) {
        boolean kill = life < lives - 1 && random.nextInt(4) == 0;
        disk = kill ? disk.afterKill() : disk.afterPowerCut();
        cuts += kill ? 0 : 1;
      } catch (RuntimeException e) {
        throw new AssertionError("seed %d life %d".formatted(seed, life), e);
      }
    }
    try (Store store = open()) {
      check(store);
    } catch (RuntimeException e) {
      throw new AssertionError("seed %d, after the last life".formatted(seed), e);
    }
    return cuts;
  }

  private Store open() {
    return new MapDbBackend(disk, name -> new SameThread(), Duration.ZERO).open(spec);
  }

  private void live() {
    Store store = open();
    check(store);
    while (true) {
      act(store);
    }
  }

  private void act(Store store) {
    int action = random.nextInt(100);
    if (action < 60) {
      JournalEntry entry = next(store.journal().lastAppended());
      appended.put(entry.sequence(), entry);
      newest = Math.max(newest, entry.sequence());
      store.journal().append(entry);
    } else if (action < 80) {
      store.journal().write();
    } else if (action < 95) {
      long written = store.journal().lastWritten();
      store.journal().force();
      forced = Math.max(forced, written);
    } else if (action < 98) {
      takeSnapshot(store);
    } else {
      store.journal().release(older);
    }
  }

  private void takeSnapshot(Store store) {
    long sequence = store.journal().lastForced();
    if (sequence > snapshot) {
      attemptedSnapshot = sequence;
      store.snapshots().write(snapshotAt(sequence));
      older = snapshot;
      snapshot = sequence;
      forced = Math.max(forced, sequence);
    }
  }

  private void check(Store store) {
    OpeningReport report = store.journal().opening();
    assertThat(report.damage()).as("seed %d life %d", seed, life).isEmpty();
    assertThat(report.lastSequence())
        .as("seed %d life %d: last sequence", seed, life)
        .isBetween(forced, appended.isEmpty() ? -1 : appended.lastKey());
    appended.tailMap(report.lastSequence(), false).clear();
    checkEntries(store);
    checkSnapshot(store);
    forced = report.lastSequence();
  }

  private void checkEntries(Store store) {
    List<JournalEntry> journal = TestEntries.drain(store.journal().read(0));
    long first = journal.isEmpty() ? 0 : journal.get(0).sequence();
    checkSame("journal", journal, List.copyOf(appended.tailMap(first).values()));
    List<JournalEntry> trace = TestEntries.drain(store.archive().read(ArchiveQuery.ALL));
    Set<Long> read = trace.stream().map(JournalEntry::sequence).collect(Collectors.toSet());
    List<JournalEntry> kept =
        appended.values().stream()
            .filter(entry -> entry.sequence() >= first || keeps(entry, read))
            .toList();
    checkSame("archive", trace, kept);
  }

  private void checkSame(String what, List<JournalEntry> read, List<JournalEntry> wanted) {
    assertThat(read.stream().map(JournalEntry::sequence).toList())
        .as("seed %d life %d: %s", seed, life, what)
        .isEqualTo(wanted.stream().map(JournalEntry::sequence).toList());
    for (int i = 0; i < read.size(); i++) {
      boolean same = Arrays.equals(read.get(i).payload(), wanted.get(i).payload());
      if (!same || read.get(i).kind() != wanted.get(i).kind()) {
        assertThat(TestEntries.line(read.get(i)))
            .as("seed %d life %d: %s", seed, life, what)
            .isEqualTo(TestEntries.line(wanted.get(i)));
      }
    }
  }

  /** One in three keeps no market data, one in three lets what is old go. */
  private Retention retention() {
    return switch (random.nextInt(3)) {
      case 0 -> Retention.DECISIONS;
      case 1 -> Retention.ALL;
      default ->
          new Retention(
              Duration.ofNanos(TestEntries.STEP * random.nextInt(150)),
              Duration.ofNanos(TestEntries.STEP * (150 + random.nextInt(100))));
    };
  }

  /** What is past its time goes with its file, so it may be there or not. */
  private boolean keeps(JournalEntry entry, Set<Long> read) {
    boolean over = spec.retention().isOver(entry.kind(), entry.time(), TestEntries.time(newest));
    boolean never = entry.kind() == EntryKind.MARKET && spec.retention().market().isZero();
    return !over || (!never && read.contains(entry.sequence()));
  }

  private void checkSnapshot(Store store) {
    assertThat(store.snapshots().damage()).as("seed %d life %d", seed, life).isEmpty();
    long newest = store.snapshots().newest().map(Snapshot::sequence).orElse(-1L);
    assertThat(newest)
        .as("seed %d life %d: snapshot", seed, life)
        .isIn(snapshot, attemptedSnapshot);
    if (newest >= 0) {
      assertThat(store.snapshots().newest().map(TestEntries::text))
          .contains(TestEntries.text(snapshotAt(newest)));
    }
    if (newest > snapshot) {
      older = snapshot;
      snapshot = newest;
    }
  }

  /**
   * A snapshot names the life in which its last entry was appended, so that old ones cannot pass.
   */
  private Snapshot snapshotAt(long sequence) {
    byte[] bytes = new byte[20_000];
    new Random(sequence).nextBytes(bytes);
    return new Snapshot(sequence, sequence, 1, List.of(new SnapshotEntry("orders", "all", bytes)));
  }

  private JournalEntry next(long last) {
    long sequence = last < 0 ? 1 : last + 1;
    int size = random.nextInt(20) == 0 ? random.nextInt(400_000) : random.nextInt(9_000);
    byte[] payload = new byte[size];
    new SplittableRandom(sequence * 31 + life).nextBytes(payload);
    EntryKind kind = KINDS.get(random.nextInt(KINDS.size()));
    return new JournalEntry(
        sequence, TestEntries.time(sequence), kind, life, List.of("key" + sequence % 3), payload);
  }
}
