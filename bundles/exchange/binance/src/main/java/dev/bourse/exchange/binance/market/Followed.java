package dev.bourse.exchange.binance.market;

import dev.bourse.api.event.Trade;
import dev.bourse.api.model.Instrument;
import dev.bourse.api.model.InstrumentId;
import java.util.ArrayDeque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is known of an instrument whose data is followed. Guarded by the feed. */
final class Followed {
  final InstrumentId id;

  /** What its streams said when. */
  final Hearing hearing = new Hearing();

  /** The newest rules, null until the venue told them. */
  @Nullable Instrument rules;

  /** Whether nobody follows it any more: what is fetched of it still is not told. */
  boolean left;

  /** The venue's number of the last trade that was passed on, -1 before the first. */
  long lastTrade = -1;

  /** The time of that trade, nanoseconds. */
  long tradedAt;

  /** The venue's number of the last change of the best bid and offer. */
  long lastTicker = -1;

  /** When that change was heard, our time in nanoseconds. */
  long quotedAt;

  /** Trades that wait until those before them were fetched. */
  final ArrayDeque<Numbered> waiting = new ArrayDeque<>();

  /** How many trades there was no room for since the last hole began. */
  long dropped;

  /** Whether trades are being fetched. */
  boolean filling;

  /** What the trades make of the last minutes. */
  final Minutes minutes = new Minutes();

  /** The minute in which the venue began to tell minutes, nanoseconds; -1 before. */
  long minutesFrom = -1;

  /** The last update of the book that was passed on, -1 before the first. */
  long lastUpdate = -1;

  /** The time of that update, nanoseconds. */
  long bookedAt;

  /** Where the differences begin that the next full book must reach. */
  long firstUpdate;

  /** Whether a full book is being fetched. */
  boolean bookAsked;

  /**
   * A trade and the venue's number of it.
   *
   * @param trade the trade
   * @param id its number
   */
  record Numbered(Trade trade, long id) {}

  Followed(InstrumentId id) {
    this.id = id;
  }

  /** Its rules are others now: a book of other decimals is to be fetched anew. */
  void ruled(Instrument read) {
    Instrument before = rules;
    rules = read;
    if (before != null
        && (before.priceDecimals() != read.priceDecimals()
            || before.quantityDecimals() != read.quantityDecimals())) {
      lastUpdate = -1;
    }
  }

  /** The names of its streams. */
  List<String> streams(FeedSettings settings) {
    return StreamName.followed(settings).stream().map(each -> each.of(id.symbol())).toList();
  }
}
