package dev.bourse.engine.config;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How long a trader waits for its accounts on the way up and down: the other keys {@code timeout.*}
 * and the keys {@code reconnect.*}.
 *
 * @param connection for a connection, from its opening or its loss on
 * @param reconciliation for the first report that can be taken, from the connection on
 * @param portfolio for the worth of what is held, from that report on
 * @param disconnection for a connection to close
 * @param postStop for what is still on its way after an orderly stop
 * @param reconnection for a connection before the trader is halted; null if it never is for that
 * @param reopening before an account that was given up is opened anew and that fails for the first
 *     time; n times that after the n-th failure
 */
public record Patience(
    Duration connection,
    Duration reconciliation,
    Duration portfolio,
    Duration disconnection,
    Duration postStop,
    @Nullable Duration reconnection,
    Duration reopening) {
  /** What counts where a file says nothing. */
  public static final Patience DEFAULTS =
      new Patience(
          Duration.ofSeconds(30),
          Duration.ofSeconds(10),
          Duration.ofSeconds(10),
          Duration.ofSeconds(10),
          Duration.ofSeconds(5),
          null,
          Duration.ofSeconds(10));

  private static final Duration LEAST = Duration.ofMillis(100);
  private static final Duration MOST_UP = Duration.ofMinutes(10);
  private static final Duration MOST_DOWN = Duration.ofMinutes(1);

  static Patience of(TraderConfig config) {
    return new Patience(
        up("timeout.connection", config.timeout_connection()),
        up("timeout.reconciliation", config.timeout_reconciliation()),
        up("timeout.portfolio", config.timeout_portfolio()),
        down("timeout.disconnection", config.timeout_disconnection()),
        down("timeout.post-stop", config.timeout_post$_$stop()),
        reconnection(config),
        down("reconnect.pause", config.reconnect_pause(), "100ms to 1m"));
  }

  /** The same that opens accounts anew with other pauses. */
  public Patience reopening(Duration pause) {
    return new Patience(
        connection, reconciliation, portfolio, disconnection, postStop, reconnection, pause);
  }

  private static @Nullable Duration reconnection(TraderConfig config) {
    Duration within = up("reconnect.within", config.reconnect_within());
    return config.reconnect_exhausted().equals("halt") ? within : null;
  }

  private static Duration up(String key, String text) {
    return read(key, text, MOST_UP, "100ms to 10m");
  }

  private static Duration down(String key, String text) {
    return down(key, text, "100ms to 1m: a stop must end");
  }

  private static Duration down(String key, String text, String range) {
    return read(key, text, MOST_DOWN, range);
  }

  private static Duration read(String key, String text, Duration most, String range) {
    Duration time = Durations.read(key, text);
    if (time.compareTo(LEAST) < 0 || time.compareTo(most) > 0) {
      throw new IllegalArgumentException(key + "=" + text + " must be " + range);
    }
    return time;
  }

  /** How long an orderly stop may take, the disk not counted. */
  public Duration stop() {
    return postStop.plus(disconnection);
  }
}
