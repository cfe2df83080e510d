package dev.bourse.engine.journal;

import static dev.bourse.engine.Eventually.waitUntil;
import static dev.bourse.engine.journal.SampleTurns.submit;
import static dev.bourse.engine.journal.SampleTurns.turn;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.api.event.LifecycleEvent;
import dev.bourse.api.exchange.ExchangeCommand;
import dev.bourse.api.persistence.EntryKind;
import dev.bourse.api.persistence.JournalEntry;
import dev.bourse.api.persistence.JournalHealth;
import dev.bourse.engine.SampleOrders;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a journal writer does while its disk fills up and is full. */
@Timeout(60)
class FullDiskWriterTest {
  private static final WriterLimits LIMITS =
      new WriterLimits(Duration.ofHours(1), Duration.ofHours(1), 1_000, 1 << 20);

  private final FakeJournal journal = new FakeJournal();
  private final RecordingOutlet outlet = new RecordingOutlet();
  private final Generation generation = new Generation();
  private final JournalWriter writer =
      new JournalWriter(journal, LIMITS, generation, outlet, Runnable::run, Thread::new);

  @BeforeEach
  void start() {
    writer.start();
  }

  @AfterEach
  void close() throws InterruptedException {
    generation.revoke();
    writer.close(TimeUnit.SECONDS.toNanos(30));
  }

  /** A turn that was written, and after which the journal was looked at. */
  private void say(long sequence) {
    JournalHealth expected = journal.health();
    writer.submit(turn(sequence));
    waitUntil("it is looked at", () -> writer.health().equals(expected));
    waitUntil("it is durable", () -> writer.durable() >= sequence);
  }

  @Test
  void usesTheReserveOfAFullDiskForWhatWasAlreadyDecided() throws Exception {
    journal.health(JournalHealth.State.RESERVE, "disk full");

    writer.submit(turn(0, submit("a-1")));
    writer.awaitDurable(0);
    waitUntil("the shortage is reported", () -> outlet.seen().size() == 3);

    assertThat(journal.entries()).extracting(JournalEntry::kind).containsExactly(EntryKind.RESERVE);
    assertThat(outlet.seen()).contains(new LifecycleEvent.StorageChanged(false, "disk full"));
  }

  @Test
  void usesTheReserveForTheTurnThatFindsTheDiskFull() throws Exception {
    journal.fillUpDuringAppend("disk full");
    ExchangeCommand cancel = new ExchangeCommand.Cancel(SampleOrders.order("a-0"), 1);

    writer.submit(turn(0, cancel));
    waitUntil("the shortage is reported", () -> outlet.seen().size() == 2);

    assertThat(journal.entries()).extracting(JournalEntry::kind).containsExactly(EntryKind.RESERVE);
    assertThat(outlet.seen())
        .containsExactly(cancel, new LifecycleEvent.StorageChanged(false, "disk full"));
    assertThat(writer.health().state()).isEqualTo(JournalHealth.State.RESERVE);
  }

  @Test
  @Tag("K1")
  void saysOnceThatRoomRunsOutAndOnceThatThereIsEnough() throws Exception {
    journal.health(JournalHealth.State.GOOD, "market data of 5 turns was dropped");
    say(0);
    journal.health(JournalHealth.State.GOOD, "market data of 9 turns was dropped");
    say(1);
    JournalHealth low = writer.health();

    journal.health(JournalHealth.State.GOOD, "");
    say(2);
    say(3);

    assertThat(low.detail()).isEqualTo("market data of 9 turns was dropped");
    assertThat(writer.health()).isEqualTo(JournalHealth.GOOD);
    assertThat(outlet.seen())
        .filteredOn(LifecycleEvent.class::isInstance)
        .containsExactly(
            new LifecycleEvent.StorageLow(true, "market data of 5 turns was dropped"),
            new LifecycleEvent.StorageLow(
                false, "there is room again; before: market data of 9 turns was dropped"));
  }
}
