package dev.bourse.exchange.binance.market;

import dev.bourse.api.event.Trade;
import dev.bourse.api.model.Instrument;
import dev.bourse.exchange.binance.net.BackOff;
import dev.bourse.exchange.binance.rest.Publications;
import dev.bourse.exchange.binance.rest.RestException;
import java.util.ArrayList;
import java.util.List;

/** Trades of an instrument that are missing, and what was fetched of them. On the worker. */
final class Hole {
  /** A longer hole is a gap: it would take more requests than the data is worth. */
  private static final long MOST_FETCHED = 10_000;

  final Followed one;

  /** The number of the first. */
  final long from;

  /** The number after the last. */
  final long until;

  /** When it counts as lost if it could not be fetched, our time in nanoseconds. */
  final long deadline;

  /** The pauses after answers that could not be read. */
  final BackOff pauses = new BackOff();

  private final List<Trade> found = new ArrayList<>();
  private long next;

  Hole(Followed one, long from, long until, long deadline) {
    this.one = one;
    this.from = from;
    this.until = until;
    this.deadline = deadline;
    this.next = from;
  }

  /** What was fetched so far, in the order of the numbers. */
  List<Trade> found() {
    return found;
  }

  /**
   * Fetches what is missing still. Blocks.
   *
   * @param rules by which numbers are read
   * @return why there is no more to be had, words; empty if all was fetched
   */
  String fetch(Publications publications, Instrument rules) throws RestException {
    if (until - from > MOST_FETCHED) {
      return "too many to fetch";
    }
    while (next < until) {
      List<Trade> page = publications.trades(rules, next);
      long last = page.isEmpty() ? -1 : id(page.get(page.size() - 1));
      if (last < next) {
        return "the venue does not have them any more";
      }
      page.stream().filter(each -> id(each) < until).forEach(found::add);
      next = last + 1;
    }
    return "";
  }

  /** The venue's number of a trade, -1 if it has none. */
  static long id(Trade trade) {
    String id = trade.venueTradeId();
    return id == null ? -1 : Long.parseLong(id);
  }
}
