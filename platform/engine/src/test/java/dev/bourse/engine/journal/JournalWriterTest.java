package dev.bourse.engine.journal;

import static dev.bourse.engine.Eventually.waitUntil;
import static dev.bourse.engine.journal.SampleTurns.entry;
import static dev.bourse.engine.journal.SampleTurns.quiet;
import static dev.bourse.engine.journal.SampleTurns.submit;
import static dev.bourse.engine.journal.SampleTurns.turn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bourse.api.event.CommandEvent;
import dev.bourse.api.event.LifecycleEvent;
import dev.bourse.api.event.OrderReport;
import dev.bourse.api.exchange.ExchangeCommand;
import dev.bourse.api.model.ClientOrderId;
import dev.bourse.api.persistence.JournalHealth;
import dev.bourse.api.persistence.StoreException;
import dev.bourse.engine.SampleOrders;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class JournalWriterTest {
  private static final long PATIENCE = TimeUnit.SECONDS.toNanos(30);
  private static final WriterLimits NO_HURRY =
      new WriterLimits(Duration.ofHours(1), Duration.ofHours(1), 1_000, 1 << 20);

  private final FakeJournal journal = new FakeJournal();
  private final RecordingOutlet outlet = new RecordingOutlet();
  private final Generation generation = new Generation();
  private final List<String> told = Collections.synchronizedList(new ArrayList<>());
  private JournalWriter writer = start(NO_HURRY);

  @AfterEach
  void close() throws InterruptedException {
    generation.revoke();
    writer.close(PATIENCE);
  }

  @Test
  @Tag("P8")
  void sendsACommandOnlyAfterItsTurnIsForced() throws Exception {
    CountDownLatch disk = journal.holdForce();
    ExchangeCommand submit = submit("a-1");

    writer.submit(turn(0, submit));
    journal.awaitForceBegun();
    List<Object> before = outlet.seen();
    disk.countDown();
    writer.awaitDurable(0);
    waitUntil("the command left", () -> outlet.seen().size() == 2);

    assertThat(before).isEmpty();
    assertThat(outlet.seen()).containsExactly(submit, new CommandEvent.Sent(submit.orderId()));
  }

  @Test
  void forcesOnceForAllTurnsThatWaited() throws Exception {
    CountDownLatch disk = journal.holdForce();
    writer.submit(turn(0, submit("a-0")));
    journal.awaitForceBegun();

    for (int i = 1; i <= 100; i++) {
      writer.submit(turn(i, submit("a-" + i)));
    }
    disk.countDown();
    writer.awaitDurable(100);

    assertThat(journal.forces()).isEqualTo(2);
    assertThat(journal.entries()).hasSize(101);
  }

  @Test
  @Tag("K4")
  void forcesUnimportantTurnsWithinTheFlushInterval() throws Exception {
    writer.close(PATIENCE);
    writer = start(new WriterLimits(Duration.ofMillis(1), Duration.ofHours(1), 1_000, 1 << 20));

    writer.submit(quiet(0));

    writer.awaitDurable(0);
    assertThat(journal.forces()).isEqualTo(1);
  }

  @Test
  @Tag("K4")
  void leavesUnimportantTurnsUnforcedUntilTheIntervalIsOver() {
    writer.submit(quiet(0));

    waitUntil("the turn is written", () -> journal.lastWritten() == 0);

    assertThat(journal.forces()).isZero();
    assertThat(writer.durable()).isEqualTo(-1);
  }

  @Test
  @Tag("K4")
  void forcesWhatIsLeftWhenItIsClosed() throws Exception {
    writer.submit(quiet(0));

    boolean ended = writer.close(PATIENCE);

    assertThat(ended).isTrue();
    assertThat(journal.lastForced()).isZero();
  }

  @Test
  @Tag("P8")
  void dropsEverythingPendingWhenAForceFails() {
    journal.failForce("no space left on device");
    ExchangeCommand cancel = new ExchangeCommand.Cancel(SampleOrders.order("a-0"), 1);

    writer.submit(turn(0, submit("a-1"), cancel));
    waitUntil("everything is reported", () -> outlet.seen().size() == 3);
    writer.submit(turn(1, submit("a-2")));
    waitUntil("the later one is reported", () -> outlet.seen().size() == 4);

    String reason = "STORAGE: the journal failed and takes nothing more: no space left on device";
    assertThat(outlet.seen())
        .containsExactlyInAnyOrder(
            new LifecycleEvent.StorageChanged(false, reason.substring("STORAGE: ".length())),
            new CommandEvent.Dropped(new ClientOrderId("a-1"), reason),
            new CommandEvent.CancelDropped(new ClientOrderId("a-0"), reason),
            new CommandEvent.Dropped(new ClientOrderId("a-2"), reason));
    assertThat(writer.health().state()).isEqualTo(JournalHealth.State.FAILED);
    assertThat(journal.entries()).hasSize(1);
  }

  @Test
  void tellsWhoWaitsForDurabilityThatItWillNeverCome() {
    journal.failForce("no space left on device");

    writer.submit(turn(0, submit("a-1")));

    assertThatThrownBy(() -> writer.awaitDurable(0))
        .isInstanceOf(StoreException.class)
        .hasMessage("the journal failed and takes nothing more: no space left on device");
  }

  @Test
  void dropsACommandThatTheAdapterHasNoRoomFor() {
    outlet.venue(command -> false);

    writer.submit(turn(0, submit("a-1")));

    waitUntil("the drop is reported", () -> !outlet.seen().isEmpty());
    assertThat(outlet.seen())
        .containsExactly(
            new CommandEvent.Dropped(new ClientOrderId("a-1"), "VENUE_BUSY: account=main"));
  }

  @Test
  void dropsAnOrderThatWaitedLongerThanItsMaximumAgeButNeverACancel() throws Exception {
    writer.close(PATIENCE);
    writer = start(new WriterLimits(Duration.ofHours(1), Duration.ofNanos(1), 1_000, 1 << 20));
    ExchangeCommand cancel = new ExchangeCommand.Cancel(SampleOrders.order("a-0"), 1);

    writer.submit(turn(0, submit("a-1"), cancel));
    waitUntil("both are decided", () -> outlet.seen().size() == 2);

    CommandEvent.Dropped dropped = (CommandEvent.Dropped) outlet.seen().get(0);
    assertThat(dropped.orderId()).isEqualTo(new ClientOrderId("a-1"));
    assertThat(dropped.reason()).matches("COMMAND_TOO_OLD: age=\\d+ms limit=0ms");
    assertThat(outlet.seen().get(1)).isEqualTo(cancel);
  }

  @Test
  void neverDropsForItsAgeWhatReducesExposure() throws Exception {
    writer.close(PATIENCE);
    writer = start(new WriterLimits(Duration.ofHours(1), Duration.ofNanos(1), 1_000, 1 << 20));
    ExchangeCommand exit = new ExchangeCommand.Submit(SampleOrders.exit("a-1"), 1);

    writer.submit(turn(0, exit));
    waitUntil("it is decided", () -> !outlet.seen().isEmpty());

    assertThat(outlet.seen().get(0)).isEqualTo(exit);
  }

  @Test
  void countsACommandAsSentAndUnansweredWhenTheAdapterThrows() {
    outlet.venue(
        command -> {
          throw new IllegalStateException("socket gone");
        });

    writer.submit(turn(0, submit("a-1")));
    waitUntil("its fate is reported", () -> outlet.seen().size() == 2);

    ClientOrderId id = new ClientOrderId("a-1");
    assertThat(outlet.seen())
        .containsExactly(
            new CommandEvent.Sent(id),
            new OrderReport.AnswerLost(
                SampleOrders.ACCOUNT,
                id,
                "the adapter threw java.lang.IllegalStateException: socket gone",
                1));
  }

  @Test
  @Tag("B6")
  void neverSaysOfACommandThatLeftThatItWasDropped() {
    ExchangeCommand first = submit("a-1");
    ClientOrderId second = new ClientOrderId("a-2");
    ExchangeCommand third = submit("a-3");
    outlet.venue(
        command -> {
          if (command.orderId().equals(second)) {
            throw new OutOfMemoryError("no room for a second command");
          }
          return true;
        });

    writer.submit(turn(0, first, submit("a-2"), third));
    waitUntil("every fate is known", () -> writer.pendingCommands() == 0);

    String thrown = "the adapter threw java.lang.OutOfMemoryError: no room for a second command";
    assertThat(outlet.seen())
        .containsExactly(
            first,
            new CommandEvent.Sent(first.orderId()),
            new CommandEvent.Sent(second),
            new OrderReport.AnswerLost(SampleOrders.ACCOUNT, second, thrown, 1),
            third,
            new CommandEvent.Sent(third.orderId()));
    assertThat(writer.health()).isEqualTo(JournalHealth.GOOD);
  }

  @Test
  @Tag("B6")
  void dropsOnlyWhatWasNotHandedOverWhenTheWriterFailsOnTheWay() {
    ExchangeCommand first = submit("a-1");
    ClientOrderId second = new ClientOrderId("a-2");
    outlet.venue(command -> !command.orderId().equals(second));
    outlet.failReportOf(CommandEvent.Dropped.class);

    writer.submit(turn(0, first, submit("a-2")));
    waitUntil("every fate is known", () -> writer.pendingCommands() == 0);

    String reason =
        "STORAGE: the journal failed and takes nothing more: java.lang.OutOfMemoryError: no room";
    assertThat(outlet.seen())
        .containsExactly(
            first,
            new CommandEvent.Sent(first.orderId()),
            new LifecycleEvent.StorageChanged(false, reason.substring("STORAGE: ".length())),
            new CommandEvent.Dropped(second, reason));
  }

  @Test
  void sendsNothingOnceItsLoopLostItsRight() throws Exception {
    CountDownLatch disk = journal.holdForce();
    writer.submit(turn(0, submit("a-1")));
    journal.awaitForceBegun();

    generation.revoke();
    disk.countDown();
    boolean ended = writer.close(PATIENCE);

    assertThat(ended).isTrue();
    assertThat(outlet.seen()).isEmpty();
    assertThat(told).isEmpty();
  }

  @Test
  void announcesOnlyWhatIsDurable() throws Exception {
    CountDownLatch disk = journal.holdForce();

    writer.submit(announced(0, "halted"));
    journal.awaitForceBegun();
    List<String> before = List.copyOf(told);
    disk.countDown();
    waitUntil("it is announced", () -> !told.isEmpty());

    assertThat(before).isEmpty();
    assertThat(told).containsExactly("halted");
  }

  @Test
  void withdrawsAnAnnouncementWhoseTurnIsLost() {
    journal.failForce("broken disk");

    writer.submit(announced(0, "halted"));

    waitUntil("the loss is told", () -> !told.isEmpty());
    assertThat(told)
        .containsExactly("lost halted: the journal failed and takes nothing more: broken disk");
  }

  @Test
  @Tag("D3")
  void aQuestionLeavesBehindWhatWasSubmittedAndIsNotWritten() throws Exception {
    CountDownLatch disk = journal.holdForce();
    ExchangeCommand submit = submit("a-1");
    ExchangeCommand.Query query = new ExchangeCommand.Query(submit.order(), 0);

    writer.submit(turn(0, submit));
    journal.awaitForceBegun();
    CompletableFuture<Boolean> taken = writer.ask(query);
    boolean early = taken.isDone();
    disk.countDown();

    assertThat(taken.get(30, TimeUnit.SECONDS)).isTrue();
    assertThat(early).isFalse();
    assertThat(outlet.seen()).last().isEqualTo(query);
    assertThat(journal.entries()).hasSize(1);
  }

  @Test
  @Tag("D3")
  void aQuestionThatAnAdapterThrowsAtIsNotTakenAndTheWriterGoesOn() throws Exception {
    ExchangeCommand submit = submit("a-1");
    outlet.venue(
        command -> {
          if (command instanceof ExchangeCommand.Query) {
            throw new IllegalStateException("broken");
          }
          return true;
        });

    boolean taken =
        writer.ask(new ExchangeCommand.Query(submit.order(), 0)).get(30, TimeUnit.SECONDS);
    writer.submit(turn(0, submit));
    writer.awaitDurable(0);

    assertThat(taken).isFalse();
    waitUntil("the command left", () -> outlet.seen().contains(submit));
  }

  @Test
  void hasNoRoomWhileMoreTurnsWaitThanAllowed() throws Exception {
    writer.close(PATIENCE);
    writer = start(new WriterLimits(Duration.ofHours(1), Duration.ofHours(1), 2, 1 << 20));
    CountDownLatch disk = journal.holdForce();
    writer.submit(turn(0, submit("a-0")));
    journal.awaitForceBegun();

    writer.submit(quiet(1));
    boolean roomForOne = writer.hasRoom();
    writer.submit(quiet(2));
    boolean roomForNone = writer.hasRoom();
    disk.countDown();

    assertThat(roomForOne).isTrue();
    assertThat(roomForNone).isFalse();
    assertThat(writer.awaitRoom(PATIENCE)).isTrue();
  }

  private JournalWriter start(WriterLimits limits) {
    JournalWriter started =
        new JournalWriter(journal, limits, generation, outlet, Runnable::run, Thread::new);
    started.start();
    return started;
  }

  private Outgoing announced(long sequence, String text) {
    Announcement announcement =
        new Announcement() {
          @Override
          public void durable() {
            told.add(text);
          }

          @Override
          public void logged(String reason) {
            told.add("logged " + text + ": " + reason);
          }

          @Override
          public void lost(String reason) {
            told.add("lost " + text + ": " + reason);
          }
        };
    return new Outgoing(entry(sequence), true, List.of(), List.of(announcement), System.nanoTime());
  }
}
