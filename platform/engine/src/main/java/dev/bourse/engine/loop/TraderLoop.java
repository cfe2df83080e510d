package dev.bourse.engine.loop;

import dev.bourse.engine.inbox.Inbox;
import dev.bourse.engine.inbox.Post;
import dev.bourse.engine.journal.JournalWriter;
import dev.bourse.engine.watch.ShutOutException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The duty cycle of one trader: a bounded piece of work per call, on a thread that is supplied from
 * outside.
 *
 * <p><b>Concurrency, explained once.</b> One thread calls {@link #doWork} and {@link #idle}; the
 * core, the drive and everything else in this package that says "loop only" belong to it, without a
 * lock. Other threads reach the loop only through the {@link Inbox}: events, and tasks for work
 * between two turns. They learn of the trader only through immutable values: the published
 * snapshot, journal entries, announcements.
 *
 * <p>The {@link JournalWriter} has a thread of its own, so that the disk never stops the loop; only
 * a simulated venue makes the loop wait for the force of a turn that has commands, because its
 * answers come on this very thread. When the disk is slower than the market, the loop stops taking
 * market data, which then conflates or becomes gaps in the inbox.
 *
 * <p>A loop that is stuck in a plug-in loses its right (its {@link
 * dev.bourse.engine.journal.Generation}): the gatekeeper does not let it out, the writer takes
 * nothing from it any more, and its accounts and its store are closed and opened anew by a loop
 * that takes its place. Whatever the old thread does after that has no effect, and ends it.
 */
public final class TraderLoop {
  private static final long LONGEST_PARK = TimeUnit.MILLISECONDS.toNanos(100);
  private static final long HASH_WHEN_IDLE = TimeUnit.MILLISECONDS.toNanos(50);
  private static final long HASH_AT_MOST_EVERY = TimeUnit.SECONDS.toNanos(1);
  private static final int POSTS_AT_ONCE = 256;

  private final LoopParts parts;
  private final Drive drive;
  private final StrategyDesk desk;
  private final Joiner joiner;
  private final Publisher publisher;
  private final StateSaver saver;
  private final boolean hashesWhenIdle;
  private long hashedAt = System.nanoTime() - HASH_AT_MOST_EVERY;

  TraderLoop(
      LoopParts parts,
      Drive drive,
      StrategyDesk desk,
      Joiner joiner,
      Publisher publisher,
      StateSaver saver,
      boolean hashesWhenIdle) {
    this.parts = parts;
    this.drive = drive;
    this.desk = desk;
    this.joiner = joiner;
    this.publisher = publisher;
    this.saver = saver;
    this.hashesWhenIdle = hashesWhenIdle;
  }

  /**
   * Takes what arrived, fires timers, feeds market data, publishes and saves; a bounded part of
   * each. Returns how many things it did. Throws {@link ShutOutException} if the loop was replaced.
   */
  public int doWork() {
    parts.requireRight();
    int done = posts() + drive.work();
    desk.retry();
    joiner.work();
    saver.maybe(desk.isSomebodyAway());
    publisher.maybe(drive.now(), drive.note());
    return done;
  }

  /** Parks until there may be something to do. */
  public void idle() {
    long patience = Math.min(drive.patience(), LONGEST_PARK);
    if (hashesWhenIdle && patience >= HASH_WHEN_IDLE) {
      hashNow();
    }
    parts.inbox().await(Math.min(patience, publisher.patience()), drive.wantsMarket());
  }

  /** Publishes the state with its hash, at the end. */
  void publishLast() {
    publisher.hashed(drive.now(), drive.note());
  }

  private void hashNow() {
    boolean due = System.nanoTime() - hashedAt >= HASH_AT_MOST_EVERY;
    if (due && !publisher.isHashed()) {
      hashedAt = System.nanoTime();
      publisher.hashed(drive.now(), drive.note());
    }
  }

  private int posts() {
    int done = 0;
    Post post = next(done);
    while (post != null) {
      if (post instanceof Post.Task task) {
        task.run();
      } else if (post instanceof Post.Input input) {
        drive.input(input.event(), input.answer());
      }
      done++;
      post = next(done);
    }
    return done;
  }

  private @Nullable Post next(int done) {
    if (done >= POSTS_AT_ONCE) {
      return null;
    }
    if (!parts.writer().hasRoom() && parts.inbox().hasPosts()) {
      awaitRoom();
    }
    return parts.inbox().poll();
  }

  /**
   * The disk is so far behind that even answers of venues must wait; if it lasts, their lane fills
   * up.
   */
  private void awaitRoom() {
    try {
      parts.writer().awaitRoom(LONGEST_PARK);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ShutOutException();
    }
  }
}
