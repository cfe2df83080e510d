package dev.bourse.persistence.mapdb;

import static dev.bourse.testkit.persistence.TestEntries.drain;
import static dev.bourse.testkit.persistence.TestEntries.entries;
import static dev.bourse.testkit.persistence.TestEntries.entry;
import static dev.bourse.testkit.persistence.TestEntries.lines;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bourse.api.persistence.JournalHealth;
import dev.bourse.api.persistence.Retention;
import dev.bourse.api.persistence.Store;
import dev.bourse.api.persistence.StoreException;
import dev.bourse.api.persistence.StoreSpec;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("N4")
final class RealDiskTest {
  @TempDir Path directory;

  @Test
  void evenAnInterruptedWriterDoesNoHarm() throws Exception {
    AtomicBoolean done = new AtomicBoolean();
    AtomicLong progress = new AtomicLong();
    Thread interrupter = interrupter(Thread.currentThread(), progress, done);
    try (Store store = new MapDbBackend().open(spec())) {
      interrupter.start();

      for (long sequence = 1; sequence <= 500; sequence++) {
        progress.set(sequence);
        store.journal().append(entry(sequence, 2_000));
        store.journal().write();
        store.journal().force();
      }

      assertThat(store.journal().health()).isEqualTo(JournalHealth.GOOD);
      assertThat(store.journal().lastForced()).isEqualTo(500);
    } finally {
      done.set(true);
      while (interrupter.isAlive()) {
        Thread.onSpinWait();
      }
      assertThat(Thread.interrupted()).isTrue();
    }
    try (Store store = new MapDbBackend().open(spec())) {
      assertThat(drain(store.journal().read(0))).hasSize(500);
    }
  }

  @Test
  void goesOnInASegmentOfAnotherSize() {
    try (Store store = new MapDbBackend().open(spec())) {
      store.journal().append(entry(1));
    }
    StoreSpec larger =
        new StoreSpec("demo", directory.resolve("demo"), 4 << 20, 1 << 20, Retention.ALL);

    try (Store store = new MapDbBackend().open(larger)) {
      for (long sequence = 2; sequence <= 20_000; sequence++) {
        store.journal().append(entry(sequence));
      }
      store.journal().write();

      assertThat(lines(drain(store.journal().read(0)))).isEqualTo(lines(entries(1, 20_001)));
    }
    assertThat(directory.resolve("demo").resolve(FileNames.segment(3))).hasSize(4 << 20);
  }

  @Test
  void preparesTheNextSegmentAheadAndFillsItWithZeros() throws Exception {
    try (Store store = new MapDbBackend().open(spec())) {
      store.journal().append(entry(1));
    }

    Path next = directory.resolve("demo").resolve(FileNames.segment(2));

    assertThat(next).hasSize(1 << 20);
    SegmentScan scan = SegmentScan.of(new RealDisk(), next, "demo", 2);
    assertThat(scan.isUntouched()).isTrue();
  }

  @Test
  void refusesADirectoryThatIsAFile() throws Exception {
    Path file = Files.writeString(directory.resolve("demo"), "no directory");

    assertThatThrownBy(() -> new MapDbBackend().open(StoreSpec.of("demo", file)))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("store demo in " + file + " cannot be opened");
  }

  @Test
  void aLockIsFreeAgainAfterARefusal() throws Exception {
    Path file = directory.resolve("lock");
    RealDisk disk = new RealDisk();
    Closeable lock = disk.lock(file);
    assertThatThrownBy(() -> disk.lock(file)).isInstanceOf(LockedException.class);
    lock.close();

    Closeable again = disk.lock(file);

    assertThatThrownBy(() -> disk.lock(file)).hasMessageContaining("this process");
    again.close();
  }

  @Test
  void whatNeverOpensIsGivenUp() {
    CountDownLatch never = new CountDownLatch(1);

    assertThatThrownBy(
            () ->
                Deadline.call(
                    Duration.ofMillis(50),
                    () -> {
                      never.await();
                      return 0;
                    }))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("did not open within");

    never.countDown();
  }

  /** Interrupts another thread about once per step, at any moment of it. */
  private static Thread interrupter(Thread other, AtomicLong progress, AtomicBoolean done) {
    return new Thread(
        () -> {
          long seen = 0;
          while (!done.get()) {
            if (progress.get() != seen) {
              seen = progress.get();
              other.interrupt();
            }
          }
        });
  }

  private StoreSpec spec() {
    return new StoreSpec("demo", directory.resolve("demo"), 1 << 20, 64 << 10, Retention.ALL);
  }
}
