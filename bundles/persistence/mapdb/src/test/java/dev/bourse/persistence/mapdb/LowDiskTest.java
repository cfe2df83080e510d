package dev.bourse.persistence.mapdb;

import static dev.bourse.testkit.persistence.TestEntries.drain;
import static dev.bourse.testkit.persistence.TestEntries.entry;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.api.persistence.ArchiveQuery;
import dev.bourse.api.persistence.EntryKind;
import dev.bourse.api.persistence.JournalCursor;
import dev.bourse.api.persistence.JournalEntry;
import dev.bourse.api.persistence.JournalHealth;
import dev.bourse.api.persistence.Retention;
import dev.bourse.api.persistence.Store;
import dev.bourse.api.persistence.StoreSpec;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What goes first when room runs out; nine entries in ten are market data. */
@Tag("K1")
@Tag("N4")
final class LowDiskTest {
  private static final int PAYLOAD = 20_000;
  private static final long MIB = 1 << 20;
  private static final Pattern COUNT = Pattern.compile("market data of (\\d+) turns was dropped");
  private final SimulatedDisk disk = new SimulatedDisk(1);
  private final StoreSpec spec =
      new StoreSpec("demo", Path.of("demo"), 4 << 20, 64 << 10, Retention.ALL);

  @Test
  void theTracesMarketDataGoesFirstAndIsCounted() {
    Store store = open();
    fill(store, 1, 2_000);
    store.journal().release(2_000);
    List<JournalEntry> before = trace(store);

    disk.limitTo(disk.used() + 8 * MIB);
    store.journal().release(2_000);

    List<JournalEntry> after = trace(store);
    assertThat(store.journal().health().state()).isEqualTo(JournalHealth.State.GOOD);
    assertThat(dropped(store)).isEqualTo(before.size() - after.size()).isGreaterThan(1_000);
    assertThat(decisions(after)).isEqualTo(decisions(before)).hasSize(200);
    assertThat(store.journal().health().detail())
        .startsWith("the disk of store demo is low, about 32 MiB or less are left in demo")
        .endsWith("free disk space, entries stop when it is full");
    store.journal().append(entry(2_001, EntryKind.TRADE, PAYLOAD));
  }

  @Test
  void onlyAsMuchGoesAsIsNeeded() {
    Store store = open();
    fill(store, 1, 2_000);
    store.journal().release(2_000);
    long sealed = marketFiles();

    disk.limitTo(disk.used() + 28 * MIB);
    store.journal().release(2_000);

    assertThat(marketFiles()).isBetween(sealed - 3, sealed - 1);
    assertThat(dropped(store)).isBetween(180L, 600L);
  }

  @Test
  void entriesStopOnlyWhenThereIsNoMarketDataLeftToGive() {
    Store store = open();
    fill(store, 1, 2_000);
    store.journal().release(2_000);
    disk.limitTo(disk.used() + 4 * MIB);

    long last = appendUntilRefused(store, 2_001);

    assertThat(last).isGreaterThan(3_000);
    assertThat(marketFiles()).isZero();
    assertThat(store.journal().health().state()).isEqualTo(JournalHealth.State.RESERVE);
    assertThat(decisions(trace(store))).hasSize((int) (last / 10));
  }

  @Test
  void marketDataIsNotSealedWhileTheDiskIsLow() {
    Store store = open();
    fill(store, 1, 1_000);
    disk.limitTo(disk.used() + 8 * MIB);

    store.journal().release(1_000);

    assertThat(marketFiles()).isZero();
    assertThat(dropped(store)).isGreaterThan(600);
    assertThat(decisions(trace(store))).hasSize(100);
  }

  @Test
  void allIsWellWhenThereIsRoomAgain() {
    Store store = open();
    fill(store, 1, 2_000);
    disk.limitTo(disk.used() + 8 * MIB);
    store.journal().release(1_000);
    String low = store.journal().health().detail();

    disk.limitTo(Long.MAX_VALUE);
    store.journal().release(2_000);

    assertThat(low).isNotEmpty();
    assertThat(store.journal().health()).isEqualTo(JournalHealth.GOOD);
    assertThat(marketFiles()).isPositive();
  }

  @Test
  void doesNotDropEverythingWhileAReaderHoldsTheRoom() {
    Store store = open();
    fill(store, 1, 2_000);
    store.journal().release(2_000);
    long sealed = marketFiles();

    try (JournalCursor reader = store.archive().read(ArchiveQuery.ALL)) {
      assertThat(reader.next().sequence()).isEqualTo(1);
      disk.limitTo(disk.used() + 28 * MIB);
      store.journal().release(2_000);
    }

    assertThat(marketFiles()).isEqualTo(sealed - 1);
  }

  private static long dropped(Store store) {
    Matcher matcher = COUNT.matcher(store.journal().health().detail());
    return matcher.find() ? Long.parseLong(matcher.group(1)) : -1;
  }

  private static List<Long> decisions(List<JournalEntry> entries) {
    return entries.stream()
        .filter(each -> each.kind() != EntryKind.MARKET)
        .map(JournalEntry::sequence)
        .toList();
  }

  private static List<JournalEntry> trace(Store store) {
    return drain(store.archive().read(ArchiveQuery.ALL));
  }

  private static void fill(Store store, long from, long to) {
    for (long sequence = from; sequence <= to; sequence++) {
      store.journal().append(next(sequence));
    }
    store.journal().write();
    store.journal().force();
  }

  private static JournalEntry next(long sequence) {
    return entry(sequence, sequence % 10 == 0 ? EntryKind.TRADE : EntryKind.MARKET, PAYLOAD);
  }

  /** The last sequence that was taken. */
  private static long appendUntilRefused(Store store, long from) {
    for (long sequence = from; sequence < from + 20_000; sequence++) {
      if (store.journal().health().state() != JournalHealth.State.GOOD) {
        return sequence - 1;
      }
      fill(store, sequence, sequence);
    }
    throw new AssertionError("the disk never was full");
  }

  private long marketFiles() {
    return disk.list(Path.of("demo")).stream()
        .flatMap(name -> SealedName.parse(name).stream())
        .filter(SealedName::market)
        .count();
  }

  private Store open() {
    return new MapDbBackend(disk, name -> new SameThread(), Duration.ZERO).open(spec);
  }
}
