package dev.bourse.engine.config;

import dev.bourse.api.trader.WatcherView.Subject;
import java.time.Duration;

/**
 * The watchers of each account of a trader.
 *
 * @param balance asks while balances are silent
 * @param position the same for an account that holds contracts
 * @param orders the same for orders, from the first on that may fill
 * @param trades the same for executions
 * @param idle how long the last two go on when no order may fill any more
 * @param status asks for one order that may fill while the stream tells nothing of orders; it gives
 *     nothing up, so it has no retries
 * @param statusPause how long it rests after a question that failed or had no answer
 */
public record AccountWatchers(
    WatcherKeys balance,
    WatcherKeys position,
    WatcherKeys orders,
    WatcherKeys trades,
    Duration idle,
    WatcherKeys status,
    Duration statusPause) {
  /** What counts where a file says nothing. */
  public static final AccountWatchers DEFAULTS =
      new AccountWatchers(
          watcher(30, 15),
          watcher(15, 20),
          watcher(30, 20),
          watcher(30, 20),
          Duration.ofMinutes(15),
          new WatcherKeys(Duration.ofSeconds(5), Duration.ofSeconds(20), 0),
          Duration.ofSeconds(10));

  private static WatcherKeys watcher(int interval, int timeout) {
    return new WatcherKeys(Duration.ofSeconds(interval), Duration.ofSeconds(timeout), 3);
  }

  static AccountWatchers of(TraderConfig config) {
    return new AccountWatchers(
        WatcherKeys.of(
            "balance",
            config.watch_balance(),
            config.timeout_balance(),
            config.watch_balance_retries()),
        WatcherKeys.of(
            "position",
            config.watch_position(),
            config.timeout_position(),
            config.watch_position_retries()),
        WatcherKeys.of(
            "orders",
            config.watch_orders(),
            config.timeout_orders(),
            config.watch_orders_retries()),
        WatcherKeys.of(
            "trades",
            config.watch_trades(),
            config.timeout_trades(),
            config.watch_trades_retries()),
        Durations.read("watch.idle", config.watch_idle()),
        new WatcherKeys(
            Durations.orOff("watch.status", config.watch_status()),
            Durations.read("timeout.orders", config.timeout_orders()),
            0),
        Durations.read("watch.status.error", config.watch_status_error()));
  }

  /** The keys of one of them. */
  public WatcherKeys of(Subject subject) {
    return switch (subject) {
      case BALANCE -> balance;
      case POSITION -> position;
      case ORDERS -> orders;
      case TRADES -> trades;
      case STATUS -> status;
    };
  }
}
