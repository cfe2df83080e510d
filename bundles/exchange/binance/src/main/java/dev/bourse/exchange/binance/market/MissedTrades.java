package dev.bourse.exchange.binance.market;

import dev.bourse.api.event.Trade;
import dev.bourse.api.exchange.EventSink;
import dev.bourse.api.model.Instrument;
import dev.bourse.exchange.binance.net.BackOff;
import dev.bourse.exchange.binance.net.Worker;
import dev.bourse.exchange.binance.rest.Publications;
import dev.bourse.exchange.binance.rest.RestException;
import java.time.Duration;
import java.util.List;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Passes trades on without a hole: numbers of trades follow one another, so a hole shows, and what
 * is missing is fetched before what came after it goes on. What cannot be fetched becomes a marked
 * gap, at once where that will not pass, else after two minutes of tries. Guarded by the feed.
 */
final class MissedTrades {
  private static final Logger LOG = LoggerFactory.getLogger(MissedTrades.class);

  /** What is missing for so long is a gap: what came after it waits for it. */
  private static final Duration WORTH_TRYING = Duration.ofMinutes(2);

  private static final Duration LONGEST = Duration.ofSeconds(15);
  private static final int MOST_WAITING = 100_000;

  private final Publications publications;
  private final Worker worker;
  private final EventSink events;
  private final Gaps gaps;
  private final Object feed;
  private final BiConsumer<Instrument, String> misfits;

  /** The pauses after questions that the venue could not answer; on the worker, as the next two. */
  private BackOff pauses = new BackOff();

  private long awayUntil = Long.MIN_VALUE;
  private String away = "";

  /**
   * Passes on nothing yet.
   *
   * @param feed guards what is followed
   * @param misfits told of rules that what the venue says does not fit, and of what it says
   */
  MissedTrades(
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

  void trade(Followed one, Trade trade, long id) {
    if (!one.filling && Recount.isSeen(one.lastTrade, one.tradedAt, id, trade.eventTime())) {
      LOG.warn(
          "the venue began to number the trades of {} anew: {} after {}",
          one.id,
          id,
          one.lastTrade);
      one.lastTrade = -1;
      one.minutes.tear();
      gaps.tell(one, trade.instrument(), 0, "the venue began to number trades anew");
    }
    if (one.filling) {
      await(one, trade, id);
    } else if (one.lastTrade >= 0 && id > one.lastTrade + 1) {
      one.waiting.add(new Followed.Numbered(trade, id));
      fetch(one, one.lastTrade + 1, id);
    } else {
      pass(one, trade, id);
    }
  }

  /** Fetches trades that were not heard; what comes meanwhile waits. */
  void fetch(Followed one, long from, long until) {
    one.filling = true;
    Hole hole = new Hole(one, from, until, worker.now() + WORTH_TRYING.toNanos());
    worker.soon(() -> fetch(hole));
  }

  /** What waits is bounded: what would be too much begins a gap that ends with this trade. */
  private void await(Followed one, Trade trade, long id) {
    if (one.waiting.size() >= MOST_WAITING) {
      one.dropped += one.waiting.size();
      one.waiting.clear();
    }
    one.waiting.add(new Followed.Numbered(trade, id));
  }

  private void pass(Followed one, Trade trade, long id) {
    if (id > one.lastTrade) {
      one.lastTrade = id;
      if (trade.priceRaw() <= 0 || trade.sizeRaw() <= 0) {
        LOG.warn("trade {} of {} is left out: {}", id, one.id, trade);
        return;
      }
      one.tradedAt = trade.eventTime();
      one.minutes.add(trade);
      events.accept(trade);
    }
  }

  private void fetch(Hole hole) {
    Instrument rules = rules(hole.one);
    if (rules == null) {
      return;
    }
    if (worker.now() < awayUntil) {
      again(hole, rules, awayUntil, away);
      return;
    }
    String problem;
    try {
      problem = hole.fetch(publications, rules);
    } catch (RestException e) {
      refused(hole, rules, e);
      return;
    } catch (RuntimeException e) {
      String what = String.valueOf(e.getMessage());
      misfits.accept(rules, what);
      again(hole, rules, worker.now() + pause(hole.pauses, Duration.ZERO), what);
      return;
    }
    pauses = new BackOff();
    goOn(hole, rules, problem);
  }

  /** The newest rules; null if nobody follows it any more. */
  private @Nullable Instrument rules(Followed one) {
    synchronized (feed) {
      return one.left ? null : one.rules;
    }
  }

  /** A venue that is away is so for every hole: one question finds out, and the others wait. */
  private void refused(Hole hole, Instrument rules, RestException refusal) {
    away = String.valueOf(refusal.getMessage());
    if (refusal.passing()) {
      awayUntil = worker.now() + pause(pauses, refusal.patience());
      again(hole, rules, awayUntil, away);
    } else {
      goOn(hole, rules, away);
    }
  }

  private static long pause(BackOff pauses, Duration wish) {
    Duration pause = pauses.next(Duration.ZERO);
    Duration bounded = pause.compareTo(LONGEST) > 0 ? LONGEST : pause;
    return (bounded.compareTo(wish) < 0 ? wish : bounded).toNanos();
  }

  /** Tries it again at a time, unless that is too late for it. */
  private void again(Hole hole, Instrument rules, long at, String problem) {
    if (at > hole.deadline) {
      goOn(hole, rules, problem);
    } else {
      LOG.debug("trades of {} are missing still: {}", hole.one.id, problem);
      worker.later(Duration.ofNanos(at - worker.now()), () -> fetch(hole));
    }
  }

  /** Whatever comes of telling them, the hole is over: what waits behind it would wait for ever. */
  private void goOn(Hole hole, Instrument rules, String problem) {
    synchronized (feed) {
      if (hole.one.left) {
        return;
      }
      try {
        tell(hole, rules, problem);
      } finally {
        end(hole, rules);
      }
    }
  }

  /** A gap stands where its trades were to be: the venue may have only the last of them. */
  private void tell(Hole hole, Instrument rules, String problem) {
    Followed one = hole.one;
    long before = one.lastTrade < 0 ? hole.from - 1 : one.lastTrade;
    for (Trade each : hole.found()) {
      long id = Hole.id(each);
      lose(one, rules, id - 1 - before, problem);
      pass(one, each, id);
      before = Math.max(before, id);
    }
    lose(one, rules, hole.until - 1 - before, problem);
  }

  private void lose(Followed one, Instrument rules, long lost, String problem) {
    if (lost > 0) {
      String why = problem.isEmpty() ? "the venue does not have them" : problem;
      one.minutes.tear();
      LOG.warn("{} trades of {} are missing: {}", lost, one.id, why);
      gaps.tell(one, rules, lost, "trades are missing: " + why);
    }
  }

  private void end(Hole hole, Instrument rules) {
    Followed one = hole.one;
    one.filling = false;
    one.lastTrade = Math.max(one.lastTrade, hole.until - 1);
    if (one.dropped > 0) {
      String reason = "trades came faster than those before them were fetched";
      one.minutes.tear();
      gaps.tell(one, rules, one.dropped, reason);
      one.lastTrade = Math.max(one.lastTrade, one.waiting.getFirst().id() - 1);
      one.dropped = 0;
    }
    List<Followed.Numbered> waiting = List.copyOf(one.waiting);
    one.waiting.clear();
    waiting.forEach(each -> trade(one, each.trade(), each.id()));
  }
}
