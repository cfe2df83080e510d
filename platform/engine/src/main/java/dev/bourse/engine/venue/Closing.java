package dev.bourse.engine.venue;

import dev.bourse.api.exchange.Exchange;
import dev.bourse.api.model.AccountId;
import dev.bourse.engine.watch.GuardedCode;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A connection that closes on a thread of its own, because an adapter that cannot end must not keep
 * its trader from ending, or from opening another. Any thread.
 */
final class Closing {
  private static final Logger LOG = LoggerFactory.getLogger(Closing.class);

  private final CountDownLatch over = new CountDownLatch(1);
  private final long begunAt = System.nanoTime();

  private Closing() {}

  /** Begins to close. */
  static Closing begin(AccountId account, Exchange exchange, ClassLoader loader) {
    Closing closing = new Closing();
    Thread thread =
        new Thread(
            () -> closing.run(account, exchange, loader), "bourse-" + account + "-disconnect");
    thread.setDaemon(true);
    thread.start();
    return closing;
  }

  private void run(AccountId account, Exchange exchange, ClassLoader loader) {
    try {
      GuardedCode.call(
          loader,
          () -> {
            exchange.close();
            return true;
          });
    } catch (RuntimeException | LinkageError e) {
      LOG.warn("The connection of account {} could not be closed in order", account, e);
    } finally {
      over.countDown();
    }
  }

  /** Waits for its end until it has had so long; false if it is not over then. */
  boolean await(Duration patience) {
    try {
      return over.await(patience.toNanos() - age(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return isOver();
    }
  }

  boolean isOver() {
    return over.getCount() == 0;
  }

  /** Whether it is not over although it had so long. */
  boolean isOverdue(Duration patience) {
    return !isOver() && age() >= patience.toNanos();
  }

  private long age() {
    return System.nanoTime() - begunAt;
  }
}
