package dev.bourse.testkit.persistence;

import static dev.bourse.testkit.persistence.TestEntries.STEP;
import static dev.bourse.testkit.persistence.TestEntries.drain;
import static dev.bourse.testkit.persistence.TestEntries.entries;
import static dev.bourse.testkit.persistence.TestEntries.lines;
import static dev.bourse.testkit.persistence.TestEntries.time;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.api.persistence.ArchiveQuery;
import dev.bourse.api.persistence.EntryKind;
import dev.bourse.api.persistence.JournalEntry;
import dev.bourse.api.persistence.Retention;
import dev.bourse.api.persistence.Store;
import dev.bourse.api.persistence.StoreSpec;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * What every archive must drop, and what it must not. A backend may keep more than it has to, and
 * may drop in the background; it must drop something in the end.
 */
abstract class RetentionRules extends SnapshotRules {
  private static final long MARKET = MANY / 10;
  private static final long DECISIONS = MANY / 3;

  @Test
  @Tag("K1")
  void keepsMarketDataAndDecisionsAsLongAsEachIsToStay() {
    Retention retention = new Retention(millis(MARKET), millis(DECISIONS));

    try (Store store = backend.open(spec().keeping(retention))) {
      append(store, 1, MANY + 1);
      store.journal().release(MANY);

      awaitTrace(store, MANY, each -> each.get(0).sequence() > MANY / 3);
      awaitTrace(store, MANY, each -> isAnyMarketGone(each, MANY - DECISIONS));
      assertKept(store, retention);
      assertThat(store.archive().firstSequence()).isBetween((long) MANY / 3, MANY - DECISIONS + 1);
    }
    try (Store store = backend.open(spec().keeping(retention))) {
      assertThat(store.journal().opening().damage()).isEmpty();
      assertThat(store.journal().opening().lastSequence()).isEqualTo(MANY);
      assertKept(store, retention);
    }
  }

  @Test
  @Tag("K1")
  void dropsWhatAnEarlierOpeningKept() {
    Retention shorter = new Retention(millis(MARKET), Retention.FOREVER);
    try (Store store = backend.open(spec())) {
      append(store, 1, MANY + 1);
      store.journal().release(MANY);
    }

    try (Store store = backend.open(spec().keeping(shorter))) {
      store.journal().release(MANY);

      awaitTrace(store, MANY, each -> isAnyMarketGone(each, MANY / 2));
      assertKept(store, shorter);
      assertThat(trace(store)).filteredOn(each -> each.kind() != EntryKind.MARKET).hasSize(20_000);
    }
  }

  @Test
  @Tag("K1")
  void neverDropsWhatIsNotReleased() {
    StoreSpec brief = spec().keeping(new Retention(Duration.ZERO, Duration.ofNanos(1)));

    try (Store store = backend.open(brief)) {
      append(store, 1, MANY + 1);
      store.journal().release(MANY / 2);
      awaitTrace(store, MANY / 2, each -> each.get(0).sequence() > MANY / 3);

      assertThat(lines(drain(store.journal().read(MANY / 2 + 1))))
          .isEqualTo(lines(entries(MANY / 2 + 1, MANY + 1)));
    }
    try (Store store = backend.open(brief)) {
      assertThat(store.journal().opening().damage()).isEmpty();
      assertThat(lines(drain(store.journal().read(MANY / 2 + 1))))
          .isEqualTo(lines(entries(MANY / 2 + 1, MANY + 1)));
    }
  }

  /** All that is to stay is there as it was written, in order, and nothing else but old entries. */
  private static void assertKept(Store store, Retention retention) {
    List<JournalEntry> trace = trace(store);
    Set<Long> there = trace.stream().map(JournalEntry::sequence).collect(Collectors.toSet());
    List<JournalEntry> wanted =
        entries(1, MANY + 1).stream()
            .filter(
                each ->
                    there.contains(each.sequence())
                        || !retention.isOver(each.kind(), each.time(), time(MANY)))
            .toList();
    assertThat(lines(trace)).isEqualTo(lines(wanted));
  }

  private static boolean isAnyMarketGone(List<JournalEntry> trace, long around) {
    return trace.stream()
        .filter(each -> each.sequence() >= around && each.sequence() < around + 1_000)
        .noneMatch(each -> each.kind() == EntryKind.MARKET);
  }

  /** What somebody reads just then may stay until the next release. */
  private static void awaitTrace(
      Store store, long through, Predicate<List<JournalEntry>> condition) {
    while (!condition.test(trace(store))) {
      assertThat(Thread.interrupted()).as("nothing was dropped in time").isFalse();
      store.journal().release(through);
    }
  }

  private static List<JournalEntry> trace(Store store) {
    return drain(store.archive().read(ArchiveQuery.ALL));
  }

  private static Duration millis(long count) {
    return Duration.ofNanos(count * STEP);
  }
}
