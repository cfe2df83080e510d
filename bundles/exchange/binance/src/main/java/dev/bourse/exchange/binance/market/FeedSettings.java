package dev.bourse.exchange.binance.market;

import java.net.URI;
import java.time.Duration;

/**
 * How market data is followed.
 *
 * @param streams the address before {@code /stream}
 * @param venue the venue in the names of instruments
 * @param books whether books are followed beside trades and best bids and offers
 * @param klines whether the venue's minutes are followed, as a check of the trades
 * @param answer how long the answer to a subscription may take
 * @param silence after how long without a word, pings included, a connection counts as dead
 * @param life how long a connection is used; the venue ends it after 24 hours
 * @param reconnect the pause after the first attempt to connect that failed, see {@link
 *     dev.bourse.exchange.binance.net.ReconnectPauses}
 * @param reread how often the rules of instruments are read again
 */
public record FeedSettings(
    URI streams,
    String venue,
    boolean books,
    boolean klines,
    Duration answer,
    Duration silence,
    Duration life,
    Duration reconnect,
    Duration reread) {}
