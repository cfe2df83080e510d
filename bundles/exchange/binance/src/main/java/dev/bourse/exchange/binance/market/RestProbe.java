package dev.bourse.exchange.binance.market;

import dev.bourse.exchange.binance.net.Worker;
import dev.bourse.exchange.binance.rest.Publications;
import dev.bourse.exchange.binance.rest.RestException;
import java.time.Duration;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whether the venue answers requests, asked every minute for the weight of one: prices may stream
 * while it does not, and then nobody would notice before something is missing that only a request
 * brings. On the worker.
 */
final class RestProbe {
  private static final Logger LOG = LoggerFactory.getLogger(RestProbe.class);
  private static final Duration EVERY = Duration.ofMinutes(1);
  private static final Duration AFTER_A_FAILURE = Duration.ofSeconds(10);

  /** One answer that is lost is nobody's business. */
  private static final int FAILURES = 3;

  private static final Duration LONG = Duration.ofSeconds(30);

  private final Publications publications;
  private final Worker worker;
  private final Consumer<String> stopped;
  private final Runnable back;
  private int failures;
  private boolean told;

  /**
   * A probe that does not ask yet.
   *
   * @param stopped told once, with a sentence, when answers stay out
   * @param back told once when they are there again
   */
  RestProbe(Publications publications, Worker worker, Consumer<String> stopped, Runnable back) {
    this.publications = publications;
    this.worker = worker;
    this.stopped = stopped;
    this.back = back;
  }

  /** Asks from now on. */
  void begin() {
    worker.later(EVERY, this::look);
  }

  /** Goes on whatever happens. */
  private void look() {
    Duration pause = AFTER_A_FAILURE;
    try {
      publications.ping();
      answered();
      pause = EVERY;
    } catch (RestException e) {
      failed(String.valueOf(e.getMessage()), e.patience());
      pause = e.patience().compareTo(pause) > 0 ? e.patience() : pause;
    } catch (RuntimeException e) {
      LOG.warn("whether the venue answers could not be asked", e);
      failed(String.valueOf(e.getMessage()), Duration.ZERO);
    } finally {
      worker.later(pause, this::look);
    }
  }

  private void answered() {
    failures = 0;
    if (told) {
      told = false;
      back.run();
    }
  }

  /** A venue that wants to be left alone for long does not answer until then. */
  private void failed(String why, Duration wish) {
    failures++;
    if (!told && (failures >= FAILURES || wish.compareTo(LONG) > 0)) {
      told = true;
      stopped.accept(why);
    }
  }
}
