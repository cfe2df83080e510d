package dev.bourse.exchange.binance.call;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.bourse.exchange.binance.net.Socket;
import dev.bourse.exchange.binance.net.SocketListener;
import dev.bourse.exchange.binance.net.Unreadable;
import dev.bourse.exchange.binance.rest.Json;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One connection of the WebSocket API (web-socket-api.md): calls that are answered, and events. A
 * call is sent once and never again. Any thread.
 */
public final class ApiLine implements SocketListener {
  private static final Logger LOG = LoggerFactory.getLogger(ApiLine.class);

  /** More unanswered calls than that are not taken. */
  private static final int MOST_UNANSWERED = 1_000;

  private static final int OK = 200;
  private static final int UNAUTHORIZED = 401;

  private final LineOwner owner;
  private final VenueClock clock;
  private final Limits limits;
  private final Map<Long, Unanswered> unanswered = new HashMap<>();
  private final Unreadable unreadable =
      new Unreadable("a message of Binance is no JSON and is left out");
  private @Nullable Socket socket;
  private long calls;
  private volatile long heardAt;
  private boolean over;

  /**
   * A call that waits for its answer.
   *
   * @param sentAt when it left
   * @param until when its answer counts as lost
   */
  private record Unanswered(String method, Answer answer, long sentAt, long until) {
    Cost cost() {
      return Cost.of(method);
    }
  }

  /** A line that is not open yet. */
  public ApiLine(LineOwner owner, VenueClock clock, Limits limits) {
    this.owner = owner;
    this.clock = clock;
    this.limits = limits;
    this.heardAt = clock.ours();
  }

  /**
   * Sends a call. False if nothing was sent: the line is not open, or too many calls wait for an
   * answer.
   *
   * @param patience how long the answer may take
   */
  public boolean call(String method, Params params, Duration patience, Answer answer) {
    synchronized (this) {
      Socket open = socket;
      if (open == null || unanswered.size() >= MOST_UNANSWERED) {
        return false;
      }
      long id = ++calls;
      long now = clock.ours();
      unanswered.put(id, new Unanswered(method, answer, now, now + patience.toNanos()));
      limits.leaves(Cost.of(method));
      open.send(params.request(id, method));
      return true;
    }
  }

  /** Whether no call waits for an answer. */
  public synchronized boolean isIdle() {
    return unanswered.isEmpty();
  }

  /** How long the oldest call without an answer waits for it, zero if none does. */
  public synchronized Duration waiting() {
    long now = clock.ours();
    long oldest = unanswered.values().stream().mapToLong(Unanswered::sentAt).min().orElse(now);
    return Duration.ofNanos(now - oldest);
  }

  /** How long nothing was heard, pings included. */
  public Duration silence() {
    return Duration.ofNanos(clock.ours() - heardAt);
  }

  /** Tells those whose answer is overdue that it is lost. */
  public void sweep() {
    long now = clock.ours();
    List<Unanswered> late = new ArrayList<>();
    synchronized (this) {
      unanswered
          .values()
          .removeIf(
              each -> {
                boolean overdue = each.until() <= now;
                if (overdue) {
                  late.add(each);
                }
                return overdue;
              });
    }
    late.forEach(each -> lost(each, " was not answered in time"));
  }

  /** Ends it; what waits for an answer is told so, the owner is not. */
  public void drop(String reason) {
    @Nullable Socket open;
    synchronized (this) {
      open = socket;
    }
    if (open != null) {
      open.drop();
    }
    lose(reason);
  }

  private boolean lose(String reason) {
    List<Unanswered> left;
    synchronized (this) {
      if (over) {
        return false;
      }
      over = true;
      socket = null;
      left = List.copyOf(unanswered.values());
      unanswered.clear();
    }
    left.forEach(each -> lost(each, " was not answered: " + reason));
    return true;
  }

  private void lost(Unanswered call, String why) {
    limits.landed(call.cost(), Json.NOTHING);
    call.answer().lost(call.method() + why);
  }

  @Override
  public void opened(Socket opened) {
    synchronized (this) {
      if (over) {
        opened.drop();
        return;
      }
      socket = opened;
    }
    heardAt = clock.ours();
    owner.opened(this);
  }

  @Override
  public void text(String text) {
    heardAt = clock.ours();
    JsonNode message;
    try {
      message = Json.read(text);
    } catch (JsonProcessingException e) {
      unreadable.add(e.getOriginalMessage());
      return;
    }
    try {
      take(message);
    } catch (RuntimeException e) {
      LOG.error("what Binance said could not be told: {}", e.getMessage(), e);
    }
  }

  private void take(JsonNode message) {
    JsonNode event = message.path("event");
    if (event.isMissingNode()) {
      answered(message);
    } else if (event.path("e").asText().equals("serverShutdown")) {
      owner.closing(this);
    } else {
      owner.event(this, event);
    }
  }

  private void answered(JsonNode message) {
    int status = message.path("status").asInt();
    JsonNode id = message.path("id");
    Unanswered call;
    synchronized (this) {
      call = id.isIntegralNumber() ? unanswered.remove(id.asLong()) : null;
    }
    limits.landed(call == null ? Cost.NOTHING : call.cost(), message.path("rateLimits"));
    if (status == OK) {
      if (call != null) {
        tell(call, () -> call.answer().done(message.path("result")));
      }
      return;
    }
    Refusal refusal = Refusal.of(status, message.path("error"));
    if (refusal.meaning() == Meaning.LIMIT) {
      limits.refused(refusal);
    }
    if (call != null) {
      tell(call, () -> call.answer().refused(refusal));
    } else if (status == UNAUTHORIZED) {
      drop("the session was revoked");
      owner.ended(this, "the venue revoked the session: " + refusal.message());
    }
  }

  /** An answer that cannot be read proves nothing. */
  private static void tell(Unanswered call, Runnable what) {
    try {
      what.run();
    } catch (RuntimeException e) {
      LOG.error("the answer to {} cannot be read: {}", call.method(), e.getMessage(), e);
      call.answer().lost("the answer to " + call.method() + " cannot be read");
    }
  }

  @Override
  public void pinged() {
    heardAt = clock.ours();
  }

  @Override
  public void refused(String reason, Duration patience) {
    limits.wait(patience);
    ended(reason);
  }

  @Override
  public void ended(String reason) {
    if (lose(reason)) {
      owner.ended(this, reason);
    }
  }
}
