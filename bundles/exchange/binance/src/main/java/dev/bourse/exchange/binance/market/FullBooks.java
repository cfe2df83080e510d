package dev.bourse.exchange.binance.market;

import dev.bourse.api.event.BookDifference;
import dev.bourse.api.event.FullBook;
import dev.bourse.api.exchange.EventSink;
import dev.bourse.api.model.Instrument;
import dev.bourse.exchange.binance.net.BackOff;
import dev.bourse.exchange.binance.net.Worker;
import dev.bourse.exchange.binance.rest.Publications;
import dev.bourse.exchange.binance.rest.RestException;
import java.time.Duration;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Passes differences of books on, and fetches a full book at the first one and after every hole
 * (web-socket-streams.md, "How to manage a local order book correctly"). Guarded by the feed.
 */
final class FullBooks {
  private static final Logger LOG = LoggerFactory.getLogger(FullBooks.class);
  private static final Duration TOO_OLD = Duration.ofSeconds(1);

  private final Publications publications;
  private final Worker worker;
  private final EventSink events;
  private final Gaps gaps;
  private final Object feed;
  private final BiConsumer<Instrument, String> misfits;

  /** A venue that is away is so for every book: one question finds out. On the worker. */
  private long awayUntil = Long.MIN_VALUE;

  /**
   * Passes on nothing yet.
   *
   * @param feed guards what is followed
   * @param misfits told of rules that what the venue says does not fit, and of what it says
   */
  FullBooks(
      Publications publications,
      Worker worker,
      EventSink events,
      Gaps gaps,
      Object feed,
      BiConsumer<Instrument, String> misfits) {
    this.publications = publications;
    this.worker = worker;
    this.events = events;
    this.gaps = gaps;
    this.feed = feed;
    this.misfits = misfits;
  }

  void difference(Followed one, BookDifference difference) {
    long number = difference.lastUpdateId();
    if (Recount.isSeen(one.lastUpdate, one.bookedAt, number, difference.eventTime())) {
      LOG.warn(
          "the venue began to number the book of {} anew: {} after {}",
          one.id,
          number,
          one.lastUpdate);
      gaps.tell(one, difference.instrument(), 0, "the venue began to number books anew");
    }
    if (number <= one.lastUpdate) {
      return;
    }
    boolean hole = one.lastUpdate < 0 || difference.firstUpdateId() > one.lastUpdate + 1;
    one.lastUpdate = number;
    one.bookedAt = difference.eventTime();
    events.accept(difference);
    if (hole) {
      one.firstUpdate = difference.firstUpdateId();
      if (!one.bookAsked) {
        one.bookAsked = true;
        BackOff pauses = new BackOff();
        worker.soon(() -> fetch(one, pauses));
      }
    }
  }

  private void fetch(Followed one, BackOff pauses) {
    @Nullable Instrument rules;
    synchronized (feed) {
      rules = one.left ? null : one.rules;
    }
    if (rules == null) {
      return;
    }
    if (worker.now() < awayUntil) {
      worker.later(Duration.ofNanos(awayUntil - worker.now()), () -> fetch(one, pauses));
      return;
    }
    try {
      FullBook full = publications.book(rules, worker.now());
      synchronized (feed) {
        if (one.left) {
          return;
        }
        if (rules.equals(one.rules) && full.lastUpdateId() + 1 >= one.firstUpdate) {
          one.bookAsked = false;
          events.accept(full);
          return;
        }
      }
      worker.later(TOO_OLD, () -> fetch(one, pauses));
    } catch (RestException e) {
      LOG.warn("the book of {} is not known: {}; asking again", one.id, e.getMessage());
      Duration pause = pauses.next(e.patience());
      awayUntil = worker.now() + pause.toNanos();
      worker.later(pause, () -> fetch(one, pauses));
    } catch (RuntimeException e) {
      LOG.warn("the book of {} cannot be read: {}; asking again", one.id, e.getMessage());
      misfits.accept(rules, String.valueOf(e.getMessage()));
      worker.later(pauses.next(Duration.ZERO), () -> fetch(one, pauses));
    }
  }
}
