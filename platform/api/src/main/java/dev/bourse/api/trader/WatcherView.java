package dev.bourse.api.trader;

import dev.bourse.api.model.AccountId;
import java.time.Duration;
import java.util.Optional;

/**
 * One of the watchers of an account, which ask its venue when its stream is silent. The venue
 * answers each with one report of everything, so an answer is heard by all of them; only {@link
 * Subject#STATUS} asks for one order at a time.
 *
 * @param account the account
 * @param subject what is watched
 * @param state what it is doing
 * @param interval how long its stream may be silent before the venue is asked; empty if it is off
 * @param timeout how long an answer may stay out
 * @param retries how many answers may stay out in a row before the connection counts as lost; 0 if
 *     it never does for that
 * @param heard when something of it was heard last, our time in nanoseconds; {@link Long#MIN_VALUE}
 *     for never
 * @param asked when it asked last, our time in nanoseconds; {@link Long#MIN_VALUE} for never
 * @param questions how often it asked since this start
 * @param missed how many answers to its questions stayed out in a row
 */
public record WatcherView(
    AccountId account,
    Subject subject,
    State state,
    Optional<Duration> interval,
    Duration timeout,
    int retries,
    long heard,
    long asked,
    long questions,
    int missed) {
  /** What a watcher watches. */
  public enum Subject {
    /** What the account has of each currency. */
    BALANCE,
    /** What it holds of contracts. */
    POSITION,
    /** What became of its orders. */
    ORDERS,
    /** Executions. */
    TRADES,
    /** Where each order stands that may fill, one after the other. */
    STATUS
  }

  /** What a watcher is doing. */
  public enum State {
    /** Its configuration says that it does nothing. */
    OFF,
    /** There is nothing to watch, or no connection. */
    IDLE,
    /** It listens to the stream. */
    LISTENING,
    /** It waits for an answer of the venue. */
    ASKING
  }
}
