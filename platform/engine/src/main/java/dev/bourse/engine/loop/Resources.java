package dev.bourse.engine.loop;

import dev.bourse.api.persistence.Store;
import dev.bourse.engine.journal.JournalWriter;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a run has open, closed once and in the right order: first the writer, so that what was
 * decided is on the disk and released; then the venues; then the last state; then the store. Filled
 * by the loop, closed by it or, if it is stuck, by another thread.
 */
final class Resources {
  private static final Logger LOG = LoggerFactory.getLogger(Resources.class);
  private static final long WRITER_PATIENCE = TimeUnit.SECONDS.toNanos(10);

  private final AtomicBoolean closed = new AtomicBoolean();
  private volatile @Nullable Store store;
  private volatile @Nullable JournalWriter writer;
  private volatile @Nullable Drive drive;
  private volatile @Nullable ExecutorService background;
  private volatile @Nullable StateSaver saver;
  private volatile List<String> unclosed = List.of();
  private volatile BooleanSupplier somebodyAway = () -> true;

  void store(Store opened) {
    store = opened;
  }

  void writer(JournalWriter started) {
    writer = started;
  }

  void drive(Drive made) {
    drive = made;
  }

  void saver(StateSaver made, BooleanSupplier away) {
    saver = made;
    somebodyAway = away;
  }

  ExecutorService background(String name) {
    ExecutorService made = Executors.newSingleThreadExecutor(Threads.named(name));
    background = made;
    return made;
  }

  /** The drive, once there is one. */
  Optional<Drive> drive() {
    return Optional.ofNullable(drive);
  }

  /** Closes with a last state. Loop only. */
  void closeOrderly() {
    close(true, false);
  }

  /** What stays, and which connections did not close in time. */
  String farewell(String stays) {
    return unclosed.isEmpty() ? stays : stays + "; " + String.join("; ", unclosed);
  }

  /** Closes as after a crash. Loop only. */
  void close() {
    close(false, false);
  }

  /** Closes as after a crash, beside a loop that is stuck in a plug-in. */
  void abandon() {
    close(false, true);
  }

  private void close(boolean orderly, boolean beside) {
    if (!closed.compareAndSet(false, true)) {
      return;
    }
    boolean written = attempt("journal writer", this::closeWriter);
    attempt("venues", () -> closeDrive(beside));
    attempt("saver", this::closeBackground);
    if (orderly && written) {
      attempt("last state", this::saveLast);
    }
    attempt("store", this::closeStore);
  }

  private void closeWriter() throws InterruptedException {
    JournalWriter running = writer;
    if (running != null && !running.close(WRITER_PATIENCE)) {
      throw new IllegalStateException("the disk did not answer in time");
    }
  }

  private void closeDrive(boolean beside) {
    Drive open = drive;
    if (open != null && beside) {
      open.abandon();
    } else if (open != null) {
      unclosed = open.close();
      unclosed.forEach(each -> LOG.warn("{}", each));
    }
  }

  /** Never by an interrupt: it may be inside the store. */
  private void closeBackground() throws InterruptedException {
    ExecutorService running = background;
    if (running != null) {
      running.shutdown();
      if (!running.awaitTermination(WRITER_PATIENCE, TimeUnit.NANOSECONDS)) {
        throw new IllegalStateException("a state is still being written");
      }
    }
  }

  private void saveLast() {
    StateSaver last = saver;
    if (last != null) {
      last.last(somebodyAway.getAsBoolean());
    }
  }

  private void closeStore() {
    Store open = store;
    if (open != null) {
      open.close();
    }
  }

  /** A part that cannot be closed must not keep the others open. */
  private interface Part {
    void close() throws InterruptedException;
  }

  private static boolean attempt(String what, Part part) {
    try {
      part.close();
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      LOG.warn("Closing the {} was interrupted", what);
    } catch (RuntimeException | LinkageError e) {
      LOG.warn("The {} could not be closed: {}", what, String.valueOf(e.getMessage()), e);
    }
    return false;
  }
}
