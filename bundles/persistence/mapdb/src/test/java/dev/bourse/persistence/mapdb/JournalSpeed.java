package dev.bourse.persistence.mapdb;

import dev.bourse.api.persistence.EntryKind;
import dev.bourse.api.persistence.Journal;
import dev.bourse.api.persistence.JournalCursor;
import dev.bourse.api.persistence.JournalEntry;
import dev.bourse.api.persistence.Store;
import dev.bourse.api.persistence.StoreSpec;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;

/** Prints what this machine's disk and the journal on it can do; run by hand with a directory. */
final class JournalSpeed {
  private static final List<String> KEYS = List.of("BTC/USD.SIM");
  private static final int ENTRIES = 2_000_000;
  private static final int FORCES = 2_000;

  private JournalSpeed() {}

  public static void main(String[] arguments) throws IOException {
    Path directory = Path.of(arguments[0]);
    for (int lap = 1; lap <= 3; lap++) {
      Path store = directory.resolve("lap" + lap);
      StoreSpec spec = StoreSpec.of("speed", store);
      try (Store open = new MapDbBackend().open(spec)) {
        System.out.printf("append+write, batches of 64: %,.0f entries/s%n", append(open.journal()));
      }
      long start = System.nanoTime();
      try (Store open = new MapDbBackend().open(spec)) {
        System.out.printf("open: %.0f ms%n", (System.nanoTime() - start) / 1e6);
        System.out.printf("read: %,.0f entries/s%n", read(open.journal()));
        System.out.printf("append+write+force: %.1f us median%n", force(open.journal()));
      }
      System.out.printf("bare fdatasync: %.1f us median%n", bare(directory.resolve("bare" + lap)));
    }
  }

  private static JournalEntry entry(long sequence) {
    return new JournalEntry(sequence, sequence, EntryKind.MARKET, 1, KEYS, PAYLOAD);
  }

  private static final byte[] PAYLOAD = new byte[56];

  private static double append(Journal journal) {
    long start = System.nanoTime();
    for (long sequence = 1; sequence <= ENTRIES; sequence++) {
      journal.append(entry(sequence));
      if (sequence % 64 == 0) {
        journal.write();
      }
    }
    return ENTRIES / ((System.nanoTime() - start) / 1e9);
  }

  private static double read(Journal journal) {
    long start = System.nanoTime();
    long count = 0;
    try (JournalCursor cursor = journal.read(0)) {
      while (cursor.next() != null) {
        count++;
      }
    }
    return count / ((System.nanoTime() - start) / 1e9);
  }

  private static double force(Journal journal) {
    long[] nanos = new long[FORCES];
    long sequence = journal.lastAppended();
    for (int i = 0; i < FORCES; i++) {
      long start = System.nanoTime();
      journal.append(entry(++sequence));
      journal.write();
      journal.force();
      nanos[i] = System.nanoTime() - start;
    }
    return median(nanos);
  }

  private static double bare(Path path) throws IOException {
    long[] nanos = new long[FORCES];
    try (FileChannel channel =
        FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      ByteBuffer zeros = ByteBuffer.allocateDirect(1 << 20);
      for (int i = 0; i < 32; i++) {
        channel.write(zeros.clear(), (long) i << 20);
      }
      channel.force(true);
      for (int i = 0; i < FORCES; i++) {
        long start = System.nanoTime();
        channel.write(zeros.clear().limit(140), i * 140L);
        channel.force(false);
        nanos[i] = System.nanoTime() - start;
      }
    }
    return median(nanos);
  }

  private static double median(long[] nanos) {
    Arrays.sort(nanos);
    return nanos[nanos.length / 2] / 1e3;
  }
}
