package dev.bourse.testkit.persistence;

import dev.bourse.api.persistence.EntryKind;
import dev.bourse.api.persistence.JournalCursor;
import dev.bourse.api.persistence.JournalEntry;
import dev.bourse.api.persistence.Snapshot;
import dev.bourse.api.persistence.SnapshotEntry;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/** Journal entries and snapshots that follow from their sequence number alone. */
public final class TestEntries {
  /** Nanoseconds between two entries. */
  public static final long STEP = 1_000_000;

  private static final List<EntryKind> KINDS = List.of(EntryKind.values());
  private static final List<String> INSTRUMENTS = List.of("BTC/USD.SIM", "ETH/USD.SIM");

  private TestEntries() {}

  /**
   * The entry with a sequence: every third is market data, every fifth about an order, and its
   * payload has between 8 and 207 bytes.
   */
  public static JournalEntry entry(long sequence) {
    return entry(sequence, 8 + (int) (sequence * 37 % 200));
  }

  /** The entry with a sequence and a payload of so many bytes, at least 8. */
  public static JournalEntry entry(long sequence, int payloadBytes) {
    EntryKind kind = KINDS.get((int) (sequence % KINDS.size()));
    return entry(sequence, kind, payloadBytes);
  }

  /** The entry with a sequence, a kind and a payload of so many bytes, at least 8. */
  public static JournalEntry entry(long sequence, EntryKind kind, int payloadBytes) {
    byte[] payload = new byte[payloadBytes];
    new Random(sequence).nextBytes(payload);
    ByteBuffer.wrap(payload).putLong(0, sequence);
    return new JournalEntry(
        sequence, time(sequence), kind, 1 + (int) (sequence % 2), keys(sequence), payload);
  }

  /** The entries from a sequence, inclusive, to another, exclusive. */
  public static List<JournalEntry> entries(long from, long to) {
    return LongStream.range(from, to).mapToObj(TestEntries::entry).toList();
  }

  /** The time of the entry with a sequence. */
  public static long time(long sequence) {
    return 1_600_000_000_000_000_000L + sequence * STEP;
  }

  /** A snapshot at a sequence with so many pieces in each of two sections. */
  public static Snapshot snapshot(long sequence, int pieces) {
    List<SnapshotEntry> entries = new ArrayList<>();
    for (String section : List.of("orders", "positions")) {
      for (int i = 0; i < pieces; i++) {
        byte[] bytes = new byte[i * 7 % 300];
        new Random(sequence + i).nextBytes(bytes);
        entries.add(new SnapshotEntry(section, "key-%06d".formatted(i), bytes));
      }
    }
    return new Snapshot(sequence, time(sequence), 1, entries);
  }

  /** Everything that a cursor gives now; the cursor is closed. */
  public static List<JournalEntry> drain(JournalCursor cursor) {
    try (cursor) {
      List<JournalEntry> entries = new ArrayList<>();
      JournalEntry entry = cursor.next();
      while (entry != null) {
        entries.add(entry);
        entry = cursor.next();
      }
      return entries;
    }
  }

  /** One line per entry with everything in it, to compare by value. */
  public static List<String> lines(List<JournalEntry> entries) {
    return entries.stream().map(TestEntries::line).toList();
  }

  /** One line with everything that an entry has. */
  public static String line(JournalEntry entry) {
    return entry.sequence()
        + " "
        + entry.time()
        + " "
        + entry.kind()
        + " "
        + entry.schema()
        + " "
        + entry.keys()
        + " "
        + HexFormat.of().formatHex(entry.payload());
  }

  /** One text with everything that a snapshot has, to compare by value. */
  public static String text(Snapshot snapshot) {
    String entries =
        snapshot.entries().stream()
            .map(e -> e.section() + "/" + e.key() + "=" + HexFormat.of().formatHex(e.bytes()))
            .collect(Collectors.joining("\n"));
    return "%d %d %d%n%s"
        .formatted(snapshot.sequence(), snapshot.time(), snapshot.schema(), entries);
  }

  private static List<String> keys(long sequence) {
    String instrument = INSTRUMENTS.get((int) (sequence % INSTRUMENTS.size()));
    return sequence % 5 == 0
        ? List.of("demo-ema-1-" + sequence / 25, instrument)
        : List.of(instrument);
  }
}
