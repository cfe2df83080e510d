package dev.bourse.exchange.binance.market;

import dev.bourse.api.event.DataGap;
import dev.bourse.api.event.Trade;
import dev.bourse.api.exchange.EventSink;
import dev.bourse.api.model.Instrument;
import dev.bourse.exchange.binance.net.Worker;
import dev.bourse.exchange.binance.rest.Publications;
import dev.bourse.exchange.binance.rest.RestException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Passes trades on without a hole: numbers of trades follow one another, so a hole shows, and what
 * is missing is fetched before what came after it goes on. What cannot be fetched becomes a marked
 * gap. Guarded by the feed.
 */
final class MissedTrades {
  private static final Logger LOG = LoggerFactory.getLogger(MissedTrades.class);

  /** A longer hole is a gap: it would take more requests than the data is worth. */
  private static final long MOST_FETCHED = 10_000;

  private static final Duration WORTH_WAITING = Duration.ofMinutes(1);
  private static final int MOST_WAITING = 100_000;

  private final Publications publications;
  private final Worker worker;
  private final EventSink events;
  private final Object feed;

  MissedTrades(Publications publications, Worker worker, EventSink events, Object feed) {
    this.publications = publications;
    this.worker = worker;
    this.events = events;
    this.feed = feed;
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
      events.accept(
          new DataGap(
              trade.instrument(), worker.now(), 0, "the venue began to number trades anew"));
    }
    if (one.filling) {
      await(one, trade, id);
    } else if (one.lastTrade >= 0 && id > one.lastTrade + 1) {
      one.waiting.add(new Followed.Numbered(trade, id));
      fetch(one, trade.instrument(), one.lastTrade + 1, id);
    } else {
      pass(one, trade, id);
    }
  }

  /** Fetches trades that were not heard; what comes meanwhile waits. */
  void fetch(Followed one, Instrument rules, long from, long until) {
    one.filling = true;
    worker.soon(() -> fetch(one, rules, from, until, new ArrayList<>()));
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
      one.tradedAt = trade.eventTime();
      one.minutes.add(trade);
      events.accept(trade);
    }
  }

  private void fetch(Followed one, Instrument rules, long from, long until, List<Trade> found) {
    String problem = until - from > MOST_FETCHED ? "too many to fetch" : "";
    long next = from;
    try {
      while (problem.isEmpty() && next < until) {
        List<Trade> page = publications.trades(rules, next);
        long last = page.isEmpty() ? -1 : id(page.get(page.size() - 1));
        if (last < next) {
          problem = "the venue does not have them any more";
        } else {
          page.stream().filter(each -> id(each) < until).forEach(found::add);
          next = last + 1;
        }
      }
    } catch (RestException e) {
      problem = String.valueOf(e.getMessage());
      if (isSoon(e.patience())) {
        long rest = next;
        worker.later(e.patience(), () -> fetch(one, rules, rest, until, found));
        return;
      }
    } catch (IllegalArgumentException | ArithmeticException e) {
      problem = "they cannot be read: " + e.getMessage();
    }
    synchronized (feed) {
      goOn(one, rules, found, new Hole(from, until), problem);
    }
  }

  /** Whether it is worth to wait so long; what comes meanwhile waits too. */
  private static boolean isSoon(Duration patience) {
    return !patience.isZero() && patience.compareTo(WORTH_WAITING) <= 0;
  }

  private static long id(Trade trade) {
    String id = trade.venueTradeId();
    return id == null ? -1 : Long.parseLong(id);
  }

  /**
   * Trades that are missing.
   *
   * @param from the number of the first
   * @param until the number after the last
   */
  private record Hole(long from, long until) {}

  private void goOn(Followed one, Instrument rules, List<Trade> found, Hole hole, String problem) {
    long before = one.lastTrade < 0 ? hole.from() - 1 : one.lastTrade;
    found.forEach(each -> pass(one, each, id(each)));
    long lost = hole.until() - 1 - Math.max(before, one.lastTrade);
    if (lost > 0) {
      one.minutes.tear();
      LOG.warn("{} trades of {} are missing: {}", lost, one.id, problem);
      events.accept(new DataGap(rules, worker.now(), lost, "trades are missing: " + problem));
    }
    one.filling = false;
    one.lastTrade = Math.max(one.lastTrade, hole.until() - 1);
    if (one.dropped > 0) {
      String reason = "trades came faster than those before them were fetched";
      one.minutes.tear();
      events.accept(new DataGap(rules, worker.now(), one.dropped, reason));
      one.lastTrade = Math.max(one.lastTrade, one.waiting.getFirst().id() - 1);
      one.dropped = 0;
    }
    List<Followed.Numbered> waiting = List.copyOf(one.waiting);
    one.waiting.clear();
    waiting.forEach(each -> trade(one, each.trade(), each.id()));
  }
}
