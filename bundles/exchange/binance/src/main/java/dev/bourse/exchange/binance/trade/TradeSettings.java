package dev.bourse.exchange.binance.trade;

import java.net.URI;
import java.time.Duration;

/**
 * How an account is traded.
 *
 * @param api the address of the WebSocket API
 * @param place how long the answer to a new or changed order may take
 * @param cancel how long the answer to a cancel may take
 * @param question how long the answer to a question may take
 * @param silence after how long without a word, pings included, a connection counts as dead
 * @param probe how often the venue is asked for its time, which it must tell in half of that;
 *     sooner if a call waits for its answer for a quarter of that
 * @param life how long a connection is used; the venue ends it after 24 hours
 * @param reconnect the pause after the first attempt to connect that failed, see {@link
 *     dev.bourse.exchange.binance.net.ReconnectPauses}
 * @param entryWait how long a new order that may add exposure waits for room in the venue's limits,
 *     at most 20 s; what only reduces a position waits 25 s
 * @param refuseWithdrawals whether a key that may take money out is refused
 * @param tellsRights whether the venue is known to have the call that tells what a key may do:
 *     there even an answer that it has none is no such word
 */
public record TradeSettings(
    URI api,
    Duration place,
    Duration cancel,
    Duration question,
    Duration silence,
    Duration probe,
    Duration life,
    Duration reconnect,
    Duration entryWait,
    boolean refuseWithdrawals,
    boolean tellsRights) {
  private static final Duration SELDOMEST_PROBE = Duration.ofSeconds(10);

  /**
   * How often a venue is asked for its time: every ten seconds, or more often for whoever waits
   * less than five seconds for an answer.
   */
  public static Duration probe(Duration question) {
    Duration twice = question.multipliedBy(2);
    return twice.compareTo(SELDOMEST_PROBE) < 0 ? twice : SELDOMEST_PROBE;
  }
}
