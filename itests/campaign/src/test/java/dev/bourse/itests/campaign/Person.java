package dev.bourse.itests.campaign;

import dev.bourse.api.event.ControlEvent;
import dev.bourse.api.model.TraderStatus;
import dev.bourse.api.trader.ReconcileMode;
import dev.bourse.api.trader.Trader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * What a person asks of a trader, by files in a folder: {@code calm}, that it opens nothing new,
 * and {@code reset}, that it goes by the venue's word and no halt stands any more. What it cannot
 * take now is asked again.
 */
final class Person {
  private static final String BY = "campaign";
  private static final String CALM = "calm";
  private static final String RESET = "reset";
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final Path folder;
  private boolean calm;

  Person(Path folder) {
    this.folder = folder;
  }

  static void wantsCalm(Path folder) {
    write(folder.resolve(CALM));
  }

  static void wantsReset(Path folder) {
    write(folder.resolve(RESET));
  }

  private static void write(Path file) {
    try {
      Files.createFile(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Asks for what is wished for and not done yet; whether the trader opens nothing new. */
  boolean act(Trader trader) {
    if (!calm && Files.exists(folder.resolve(CALM))) {
      calm = done(trader.control(new ControlEvent.Pause(BY)));
    }
    boolean halted = trader.snapshot().status() == TraderStatus.HALTED;
    if (halted && Files.exists(folder.resolve(RESET))) {
      boolean unused =
          done(trader.reconcile(ReconcileMode.ACCEPT, BY))
              && done(trader.control(new ControlEvent.Reset(BY)));
    }
    return calm;
  }

  private static boolean done(Future<?> wish) {
    try {
      wish.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
      return true;
    } catch (ExecutionException | TimeoutException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
