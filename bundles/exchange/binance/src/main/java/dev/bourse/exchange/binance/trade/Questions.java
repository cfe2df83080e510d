package dev.bourse.exchange.binance.trade;

import com.fasterxml.jackson.databind.JsonNode;
import dev.bourse.api.model.ClientOrderId;
import dev.bourse.api.model.Instrument;
import dev.bourse.api.model.Order;
import dev.bourse.api.model.Quantity;
import dev.bourse.exchange.binance.call.Params;
import dev.bourse.exchange.binance.net.BackOff;
import dev.bourse.exchange.binance.net.Worker;
import dev.bourse.exchange.binance.rest.RestException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks the venue one question after the other, behind the back of whoever wants to know. What finds
 * no answer is tried again; a query that found none at last says so. Any thread may ask.
 */
final class Questions {
  private static final Logger LOG = LoggerFactory.getLogger(Questions.class);
  private static final int MOST_WAITING = 1_000;
  private static final int ATTEMPTS = 4;
  private static final Duration BETWEEN_SYMBOLS = Duration.ofMillis(500);
  private static final Duration BETWEEN_DOUBTS = Duration.ofMinutes(1);

  private final Worker worker;
  private final Inquiry inquiry;
  private final Reporter reporter;
  private final Standing standing;
  private final Report report;
  private final AtomicInteger symbols = new AtomicInteger();
  private final AtomicInteger references = new AtomicInteger();

  /** Symbols whose filters for the account are about to be asked for, or were just now. */
  private final Set<String> filtering = ConcurrentHashMap.newKeySet();

  private final AtomicInteger waiting = new AtomicInteger();

  Questions(Worker worker, Inquiry inquiry, Reporter reporter, Standing standing, Report report) {
    this.worker = worker;
    this.inquiry = inquiry;
    this.reporter = reporter;
    this.standing = standing;
    this.report = report;
  }

  /** What is asked. */
  private interface Question {
    void ask() throws RestException;
  }

  /** Asks what became of an order; false if too much is asked already. */
  boolean query(Order order) {
    Standing.Subject subject =
        new Standing.Subject(
            order.id(),
            order.spec().instrument(),
            order.venueOrderId(),
            order.filled(),
            order.createdAt(),
            order.spec());
    return ask("the query of order " + order.id(), order.id(), () -> standing.tell(subject));
  }

  /** Asks what became of an order of which somebody said that it ended. */
  void standing(String symbol, ClientOrderId id, String venueOrderId) {
    boolean unused =
        ask(
            "the query of order " + id,
            id,
            () -> {
              Instrument instrument = report.instrument(symbol);
              if (instrument != null) {
                Quantity none = Quantity.zero(instrument.quantityDecimals());
                standing.tell(
                    new Standing.Subject(id, instrument, venueOrderId, none, reporter.now(), null));
              }
            });
  }

  /** Asks for everything since a time. */
  void report(long since) {
    boolean unused = ask("a report", null, () -> report.tell(since, false));
  }

  /** The same, and which money came and went. */
  void reportWithFlows(long since) {
    boolean unused = ask("a report with flows", null, () -> report.tell(since, true));
  }

  /** Asks for balances. */
  void balances() {
    boolean unused =
        ask(
            "balances",
            null,
            () -> {
              JsonNode account = inquiry.ask(Asked.ACCOUNT, new Params());
              reporter.balances(report.balances(account), reporter.now());
            });
  }

  /** Asks for the rules of a symbol, and goes on with what needs them if there are any. */
  void learn(String symbol, Runnable then) {
    boolean unused =
        ask(
            "the rules of " + symbol,
            null,
            () -> {
              if (report.instrument(symbol) != null) {
                then.run();
              }
            });
  }

  /**
   * Asks which filters there are for the account on a symbol that was met, and then what it is
   * charged there: one symbol after the other, for other questions matter more.
   */
  void met(String symbol) {
    int before = symbols.getAndIncrement();
    worker.later(BETWEEN_SYMBOLS.multipliedBy(before), () -> filters(symbol));
    worker.later(
        BETWEEN_SYMBOLS.multipliedBy(before + 1L),
        () -> {
          boolean unused = ask("the fees of " + symbol, null, () -> report.fees(symbol));
        });
  }

  /**
   * An order was stopped here. If that was by a filter that may be another for the account by now,
   * it is asked for again, once a minute at most.
   */
  void doubt(String symbol, String problem) {
    if (problem.startsWith("MAX_") || problem.startsWith("EXCHANGE_MAX_")) {
      filters(symbol);
    }
  }

  private void filters(String symbol) {
    if (filtering.add(symbol)) {
      worker.later(BETWEEN_DOUBTS, () -> filtering.remove(symbol));
      boolean unused = ask("the filters of " + symbol, null, () -> report.filters(symbol));
    }
  }

  /** Asks whether a symbol has a reference price, in the same way. */
  void reference(String symbol) {
    Duration pause = BETWEEN_SYMBOLS.multipliedBy(references.getAndIncrement());
    worker.later(
        pause,
        () -> {
          references.decrementAndGet();
          boolean unused =
              ask("the reference price of " + symbol, null, () -> report.reference(symbol));
        });
  }

  private boolean ask(String what, @Nullable ClientOrderId id, Question question) {
    if (waiting.incrementAndGet() > MOST_WAITING) {
      waiting.decrementAndGet();
      return false;
    }
    worker.soon(() -> attempt(what, id, question, new BackOff(), 1));
    return true;
  }

  private void attempt(
      String what, @Nullable ClientOrderId id, Question question, BackOff pauses, int number) {
    try {
      question.ask();
      waiting.decrementAndGet();
    } catch (RestException e) {
      failed(what, id, question, pauses, number, e);
    } catch (RuntimeException e) {
      LOG.error("{} had an answer that cannot be read: {}", what, e.getMessage(), e);
      giveUp(id, what + " had an answer that cannot be read: " + e.getMessage(), pauses);
    }
  }

  private void failed(
      String what,
      @Nullable ClientOrderId id,
      Question question,
      BackOff pauses,
      int number,
      RestException failure) {
    if (failure.passing() && number < ATTEMPTS) {
      Duration pause = pauses.next(failure.patience());
      LOG.info("{} had no answer: {}; asking again in {}", what, failure.getMessage(), pause);
      worker.later(pause, () -> attempt(what, id, question, pauses, number + 1));
    } else {
      LOG.warn("{} had no answer: {}", what, failure.getMessage());
      giveUp(id, what + " had no answer: " + failure.getMessage(), pauses);
    }
  }

  /** Whoever hears that an answer is lost asks again at once: that is to be no faster than this. */
  private void giveUp(@Nullable ClientOrderId id, String reason, BackOff pauses) {
    waiting.decrementAndGet();
    if (id != null) {
      worker.later(pauses.next(Duration.ZERO), () -> reporter.lost(id, reason));
    }
  }

  /** Nothing is asked any more. */
  void close() {
    inquiry.close();
    worker.end();
  }
}
