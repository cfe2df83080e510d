package dev.bourse.exchange.binance.market;

import dev.bourse.exchange.binance.net.ReconnectPauses;
import dev.bourse.exchange.binance.net.Sockets;
import dev.bourse.exchange.binance.net.Worker;
import java.net.URI;
import java.time.Duration;
import java.util.Collection;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps one connection alive: a lost one is opened again at once, then with growing pauses, one
 * that grew old or that the venue is about to end is replaced by a second before it is dropped, so
 * that nothing is missed. Any thread.
 */
final class Connections {
  private static final Logger LOG = LoggerFactory.getLogger(Connections.class);

  /** Longer than what was sent before may be on its way. */
  private static final Duration LINGER = Duration.ofSeconds(1);

  /** Longer than an attempt may take by itself. */
  private static final Duration OPENING = Duration.ofSeconds(40);

  private static final String ENDING = "the venue is about to end it";

  private final FeedSettings settings;
  private final StreamOwner owner;
  private final Sockets sockets;
  private final Worker worker;
  private final Supplier<Collection<String>> streams;
  private final ReconnectPauses pauses;
  private @Nullable StreamConnection current;
  private @Nullable StreamConnection next;
  private @Nullable StreamConnection left;
  private @Nullable StreamConnection proven;
  private @Nullable StreamConnection doomed;
  private long provenAt;
  private boolean wanted;

  /** Whether people were told that nothing comes: not of one attempt that is made at once. */
  private boolean away;

  private boolean closed;

  /**
   * No connection yet.
   *
   * @param streams what a connection is to bring
   */
  Connections(
      FeedSettings settings,
      StreamOwner owner,
      Sockets sockets,
      Worker worker,
      Supplier<Collection<String>> streams) {
    this.settings = settings;
    this.owner = owner;
    this.sockets = sockets;
    this.worker = worker;
    this.streams = streams;
    this.pauses = new ReconnectPauses(settings.reconnect());
  }

  /** Opens the first connection, or asks those there are for more streams. */
  synchronized void follow(Collection<String> more) {
    if (closed) {
      return;
    }
    if (!wanted) {
      wanted = true;
      current = open();
      watch();
    } else {
      both(connection -> connection.follow(more));
    }
  }

  /** Asks for streams no more. */
  synchronized void leave(Collection<String> streams) {
    both(connection -> connection.leave(streams));
  }

  /** Leaves streams that bring nothing, and asks for them again. */
  synchronized void renew(Collection<String> streams) {
    leave(streams);
    follow(streams);
  }

  /** Also the one that is about to take the other's place: it is not asked again when it does. */
  private void both(Consumer<StreamConnection> what) {
    if (current != null) {
      what.accept(current);
    }
    if (next != null) {
      what.accept(next);
    }
  }

  private StreamConnection open() {
    StreamConnection connection = new StreamConnection(owner, worker, settings.answer());
    sockets.open(
        URI.create(settings.streams() + "/stream?timeUnit=MICROSECOND"), connection, worker);
    worker.later(OPENING, () -> overdue(connection));
    return connection;
  }

  /** What became of an attempt may be told before anybody waits for it, or never. */
  private void overdue(StreamConnection connection) {
    boolean awaited;
    synchronized (this) {
      awaited = connection == current || connection == next;
    }
    if (awaited && !connection.isOpen()) {
      connection.drop();
      owner.ended(connection, "it did not open within " + OPENING.toSeconds() + " s");
    }
  }

  /** It is open: asks for everything; there may be nothing. */
  void opened(StreamConnection connection) {
    Collection<String> everything = streams.get();
    connection.follow(everything);
    if (everything.isEmpty()) {
      settled(connection);
    }
    worker.later(settings.life(), () -> replace(connection, "it is about to grow too old"));
  }

  /** Whether there is one connection that brings all that was asked for. */
  synchronized boolean isWhole() {
    return current != null && next == null && current.isSettled();
  }

  /**
   * The venue refused it streams. One that was to take the place of another is left, for it would
   * bring less; returns whether it was that.
   */
  synchronized boolean refused(StreamConnection connection, String reason) {
    if (connection != next) {
      return false;
    }
    connection.drop();
    ended(connection, "Binance refused streams with " + reason);
    return true;
  }

  /** It brings everything: if it was to replace the other, it does. */
  synchronized void settled(StreamConnection connection) {
    if (away && (connection == current || connection == next)) {
      away = false;
      owner.flows(true, "");
    }
    if (connection != proven && (connection == current || connection == next)) {
      proven = connection;
      provenAt = worker.now();
    }
    if (connection == next) {
      StreamConnection old = current;
      current = connection;
      next = null;
      if (old != null) {
        leave(old);
      }
      LOG.info("market data of Binance comes by a new connection");
      if (connection == doomed) {
        replace(connection, ENDING);
      }
    }
  }

  /** What is on its way by the old one was sent before the new one was asked for anything. */
  private void leave(StreamConnection old) {
    dropLeft();
    left = old;
    worker.later(LINGER, () -> dropLeft(old));
  }

  private synchronized void dropLeft(StreamConnection old) {
    if (old == left) {
      dropLeft();
    }
  }

  private synchronized void dropLeft() {
    StreamConnection old = left;
    left = null;
    if (old != null) {
      old.drop();
    }
  }

  /** The venue is about to end it: also one that has not taken the other's place yet. */
  synchronized void closing(StreamConnection connection) {
    if (connection == next) {
      doomed = connection;
    }
    replace(connection, ENDING);
  }

  /** Replaces the connection that there is. */
  synchronized void replace(String why) {
    if (current != null) {
      replace(current, why);
    }
  }

  /** Opens a second connection beside one that will not be there for long. */
  synchronized void replace(StreamConnection connection, String why) {
    if (wanted && connection == current && next == null) {
      LOG.info("the connection for market data of Binance is replaced: {}", why);
      next = open();
    }
  }

  /** It ended: what was asked of it is asked of another. */
  synchronized void ended(StreamConnection connection, String reason) {
    if (!wanted) {
      return;
    }
    if (connection == next) {
      next = null;
      StreamConnection left = current;
      if (left != null) {
        worker.later(pauses.failed(connection.wish()), () -> replace(left, reason));
      }
    } else if (connection == current) {
      current = next;
      next = null;
      if (current == null) {
        again(connection, reason);
      } else if (current == doomed) {
        replace(current, ENDING);
      }
    }
  }

  private void again(StreamConnection ended, String reason) {
    Duration wish = ended.wish();
    Duration lived = Duration.ofNanos(worker.now() - provenAt);
    Duration pause = ended == proven ? pauses.lost(lived, wish) : pauses.failed(wish);
    LOG.warn(
        "no market data of Binance: {}; connecting again {}", reason, ReconnectPauses.text(pause));
    if (!pause.isZero() && !away) {
      away = true;
      owner.flows(false, reason);
    }
    worker.later(pause, this::reopen);
  }

  private synchronized void reopen() {
    if (wanted && current == null) {
      current = open();
    }
  }

  private void watch() {
    Duration half = settings.silence().dividedBy(2);
    worker.later(half.compareTo(settings.answer()) < 0 ? half : settings.answer(), this::check);
  }

  /** Goes on whatever happens: a connection that nobody watches may die unseen. */
  private void check() {
    synchronized (this) {
      if (!wanted) {
        return;
      }
    }
    try {
      look();
    } finally {
      watch();
    }
  }

  private void look() {
    StreamConnection dead = null;
    synchronized (this) {
      if (current != null && current.isSilent(settings.silence())) {
        dead = current;
      } else if (current != null) {
        current.probe();
      }
    }
    if (dead != null) {
      dead.drop();
      owner.ended(dead, "nothing came for " + settings.silence().toSeconds() + " s");
    }
  }

  /** Ends all connections. */
  synchronized void close() {
    closed = true;
    wanted = false;
    if (current != null) {
      current.drop();
    }
    if (next != null) {
      next.drop();
    }
    dropLeft();
    current = null;
    next = null;
  }
}
