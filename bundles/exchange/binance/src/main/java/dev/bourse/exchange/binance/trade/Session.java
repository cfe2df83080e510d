package dev.bourse.exchange.binance.trade;

import com.fasterxml.jackson.databind.JsonNode;
import dev.bourse.exchange.binance.call.Answer;
import dev.bourse.exchange.binance.call.ApiLine;
import dev.bourse.exchange.binance.call.Credentials;
import dev.bourse.exchange.binance.call.Limits;
import dev.bourse.exchange.binance.call.LineOwner;
import dev.bourse.exchange.binance.call.Params;
import dev.bourse.exchange.binance.call.Refusal;
import dev.bourse.exchange.binance.net.ReconnectPauses;
import dev.bourse.exchange.binance.net.Sockets;
import dev.bourse.exchange.binance.net.Worker;
import dev.bourse.exchange.binance.rest.RestException;
import dev.bourse.exchange.binance.rest.VenueTime;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps one connection of the WebSocket API by which commands go out and the account's events come
 * in: logged on, or signing every call, and subscribed. A lost or silent one is opened again at
 * once, then with growing pauses; one that grew old or that the venue is about to end is replaced
 * by a second that is ready before the first is left. Any thread; what blocks is done by the
 * worker.
 */
final class Session implements LineOwner {
  private static final Logger LOG = LoggerFactory.getLogger(Session.class);
  private static final String ENDING = "the venue is about to end it";
  private static final Duration SWEEP = Duration.ofMillis(500);
  private static final int MOST_SWEEPS_OF_AN_OLD_LINE = 60;

  /** Asks over one connection and waits for the answer. */
  interface Asker {
    JsonNode ask(String method, Params params) throws RestException;
  }

  private final TradeSettings settings;
  private final Credentials credentials;
  private final Limits limits;
  private final Sockets sockets;
  private final Worker worker;
  private final SessionOwner owner;
  private final ReconnectPauses pauses;
  private volatile @Nullable ApiLine current;
  private @Nullable ApiLine opening;
  private @Nullable ApiLine doomed;
  private volatile boolean wanted = true;
  private volatile String detail = "";
  private volatile String reason = "";
  private long probedAt;
  private long readyAt;

  Session(
      TradeSettings settings,
      Credentials credentials,
      Limits limits,
      Sockets sockets,
      Worker worker,
      SessionOwner owner) {
    this.settings = settings;
    this.credentials = credentials;
    this.limits = limits;
    this.sockets = sockets;
    this.worker = worker;
    this.owner = owner;
    this.pauses = new ReconnectPauses(settings.reconnect());
  }

  /** Begins to connect. */
  void start() {
    worker.soon(this::open);
    worker.later(SWEEP, this::watch);
  }

  /** Whether commands go out and events come in. */
  boolean isUp() {
    return current != null;
  }

  /** Sends a call of the account; false if nothing was sent. */
  boolean call(String method, Params params, Duration patience, Answer answer) {
    ApiLine line = current;
    return line != null && line.call(method, proven(params), patience, answer);
  }

  /** Asks and waits; throws if there is no connection. */
  JsonNode ask(String method, Params params) throws RestException {
    ApiLine line = current;
    if (line == null) {
      throw new RestException("there is no connection", 0, true, Duration.ZERO);
    }
    return asker(line).ask(method, proven(params));
  }

  private Asker asker(ApiLine line) {
    return (method, params) -> Waiting.ask(line, method, params, settings.question());
  }

  private Params proven(Params params) {
    return credentials.key().signer().opensSessions()
        ? credentials.timed(params)
        : credentials.signed(params);
  }

  /** Not while the venue wants to be left alone: whoever asks then is banned for longer. */
  private void open() {
    String banned = limits.problem();
    if (banned == null) {
      connect();
      return;
    }
    worker.later(limits.ban(), this::open);
    if (!isUp()) {
      owner.down(banned);
    }
  }

  private synchronized void connect() {
    if (wanted && opening == null) {
      ApiLine line = new ApiLine(this, credentials.clock(), limits);
      opening = line;
      sockets.open(URI.create(settings.api() + "/ws-api/v3?timeUnit=MICROSECOND"), line, worker);
    }
  }

  @Override
  public void opened(ApiLine line) {
    worker.soon(() -> greet(line));
  }

  private void greet(ApiLine line) {
    Duration ban = limits.ban();
    if (!ban.isZero()) {
      worker.later(ban, () -> greet(line));
      return;
    }
    try {
      Asker asker = asker(line);
      tellTime(asker);
      if (credentials.key().signer().opensSessions()) {
        asker.ask("session.logon", credentials.signed(new Params()));
        asker.ask("userDataStream.subscribe", new Params());
      } else {
        asker.ask("userDataStream.subscribe.signature", credentials.signed(new Params()));
      }
      ready(line, owner.greeted((method, params) -> asker.ask(method, proven(params))));
    } catch (RestException e) {
      notGreeted(line, String.valueOf(e.getMessage()), e.patience());
    } catch (RuntimeException e) {
      LOG.error("what Binance said when it was greeted cannot be read: {}", e.getMessage(), e);
      notGreeted(line, "what the venue said cannot be read: " + e.getMessage(), Duration.ZERO);
    }
  }

  private void notGreeted(ApiLine line, String why, Duration patience) {
    line.drop("it was not greeted");
    ended(line, why, patience);
  }

  private void tellTime(Asker asker) throws RestException {
    long sentAt = credentials.clock().ours();
    JsonNode time = asker.ask("time", new Params());
    heard(time, sentAt);
  }

  private void heard(JsonNode time, long sentAt) {
    long venue = VenueTime.nanos(time.path("serverTime").asLong());
    credentials.clock().heard(venue, sentAt, credentials.clock().ours());
  }

  private void ready(ApiLine line, String greeting) {
    ApiLine old;
    synchronized (this) {
      if (!wanted || opening != line) {
        return;
      }
      old = current;
      detail = greeting;
      current = line;
      opening = null;
      readyAt = credentials.clock().ours();
      probedAt = readyAt;
    }
    worker.later(settings.life(), () -> replace(line, "it is about to grow too old"));
    if (old != null) {
      leave(old, 0);
    }
    if (line == doomed) {
      worker.soon(() -> replace(line, ENDING));
    }
    tell(true);
  }

  /**
   * Without our lock, for the owner has locks of its own and calls us under them. Another thread
   * may have told of a later moment before: whoever tells last looks whether that still holds.
   */
  private void tell(boolean up) {
    boolean told = up;
    say(told);
    while (wanted && isUp() != told) {
      told = !told;
      say(told);
    }
  }

  private void say(boolean up) {
    if (up) {
      owner.up(detail);
    } else {
      owner.down(reason);
    }
  }

  /** What was asked of the old connection is answered there. */
  private void leave(ApiLine old, int sweeps) {
    old.sweep();
    if (old.isIdle() || sweeps > MOST_SWEEPS_OF_AN_OLD_LINE) {
      old.drop("another connection took its place");
    } else {
      worker.later(SWEEP, () -> leave(old, sweeps + 1));
    }
  }

  /** One that is not in use yet is replaced when it is. */
  private void replace(ApiLine line, String why) {
    synchronized (this) {
      doomed = line == opening ? line : doomed;
    }
    if (line == current) {
      LOG.info("the connection for orders at Binance is replaced: {}", why);
      open();
    }
  }

  @Override
  public void event(ApiLine line, JsonNode event) {
    if (event.path("e").asText().equals("eventStreamTerminated")) {
      worker.soon(() -> dead(line, "the venue ended the account's events"));
    } else {
      owner.event(event);
    }
  }

  @Override
  public void closing(ApiLine line) {
    worker.soon(() -> replace(line, ENDING));
  }

  @Override
  public void ended(ApiLine line, String why) {
    ended(line, why, Duration.ZERO);
  }

  /** It is opened again only after its end was told, for that may be at once. */
  private void ended(ApiLine line, String why, Duration patience) {
    boolean down;
    Duration pause;
    ApiLine left;
    synchronized (this) {
      if (!wanted || (line != opening && line != current)) {
        return;
      }
      boolean lost = line == current;
      if (lost) {
        current = null;
      } else {
        opening = null;
      }
      left = current;
      down = left == null;
      reason = down ? why : reason;
      pause = opening == null ? pause(lost, why, patience) : null;
    }
    if (down) {
      tell(false);
    }
    if (pause != null) {
      worker.later(pause, () -> retry(left));
    }
  }

  private Duration pause(boolean lost, String why, Duration patience) {
    Duration ban = limits.ban();
    Duration wish = patience.compareTo(ban) < 0 ? ban : patience;
    Duration lived = Duration.ofNanos(credentials.clock().ours() - readyAt);
    Duration pause = lost ? pauses.lost(lived, wish) : pauses.failed(wish);
    LOG.warn(
        "a connection for orders at Binance ended: {}; connecting again {}",
        why,
        ReconnectPauses.text(pause));
    return pause;
  }

  /** Not if what there is was opened since: a pause may be longer than the outage. */
  private void retry(@Nullable ApiLine left) {
    if (current == left) {
      open();
    }
  }

  private void watch() {
    synchronized (this) {
      if (!wanted) {
        return;
      }
    }
    worker.later(SWEEP, this::watch);
    ApiLine line = current;
    if (line != null) {
      line.sweep();
      if (line.silence().compareTo(settings.silence()) > 0) {
        dead(line, "nothing came for " + settings.silence().toSeconds() + " s");
      } else if (isProbeDue(line)) {
        probe(line);
      }
    }
  }

  /** A call that is not answered soon may have met a connection that ended without a word. */
  private boolean isProbeDue(ApiLine line) {
    Duration since = Duration.ofNanos(credentials.clock().ours() - probedAt);
    Duration soon = settings.probe().dividedBy(4);
    return since.compareTo(settings.probe()) > 0
        || (line.waiting().compareTo(soon) > 0
            && since.compareTo(settings.probe().dividedBy(2)) > 0);
  }

  /** Asks for the time, now: whether the venue still answers, and how late its clock is. */
  void probe() {
    ApiLine line = current;
    if (line != null) {
      probe(line);
    }
  }

  private void probe(ApiLine line) {
    if (!limits.ban().isZero()) {
      return;
    }
    long sentAt = credentials.clock().ours();
    probedAt = sentAt;
    boolean unused =
        line.call(
            "time",
            new Params(),
            settings.probe().dividedBy(2),
            new Answer() {
              @Override
              public void done(JsonNode result) {
                heard(result, sentAt);
              }

              @Override
              public void refused(Refusal refusal) {
                LOG.debug("Binance did not tell its time: {}", refusal.reason());
              }

              @Override
              public void lost(String reason) {
                dead(line, "the venue does not answer");
              }
            });
  }

  private void dead(ApiLine line, String why) {
    line.drop(why);
    ended(line, why);
  }

  /** Ends all connections. */
  void close() {
    ApiLine open;
    ApiLine other;
    synchronized (this) {
      wanted = false;
      open = current;
      other = opening;
      current = null;
      opening = null;
    }
    if (open != null) {
      open.drop("the account was closed");
    }
    if (other != null) {
      other.drop("the account was closed");
    }
    worker.end();
  }
}
