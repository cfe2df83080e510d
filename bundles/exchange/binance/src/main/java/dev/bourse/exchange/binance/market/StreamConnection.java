package dev.bourse.exchange.binance.market;

import dev.bourse.api.event.BookDifference;
import dev.bourse.api.event.Quote;
import dev.bourse.api.event.Trade;
import dev.bourse.api.model.Instrument;
import dev.bourse.exchange.binance.net.Socket;
import dev.bourse.exchange.binance.net.SocketListener;
import dev.bourse.exchange.binance.net.Unreadable;
import dev.bourse.exchange.binance.net.Worker;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One connection with streams. Requests leave at most four a second, because the venue ends a
 * connection that says more than five things in one. Any thread.
 */
final class StreamConnection implements SocketListener, Frames {
  private static final Logger LOG = LoggerFactory.getLogger(StreamConnection.class);
  private static final Duration BETWEEN_REQUESTS = Duration.ofMillis(250);
  private static final Duration BETWEEN_LISTS = Duration.ofMinutes(1);
  private static final int NAMES_AT_ONCE = 100;
  private static final String SUBSCRIBE = "SUBSCRIBE";

  private final StreamOwner owner;
  private final Worker worker;
  private final Duration patience;
  private final FrameReader reader;
  private final ArrayDeque<Request> unsent = new ArrayDeque<>();
  private final Map<Long, Request> unanswered = new HashMap<>();
  private final Unreadable unreadable = new Unreadable("a message of market data is left out");
  private volatile long heardAt;
  private volatile Duration wish = Duration.ZERO;
  private @Nullable Socket socket;
  private long requests;
  private long listedAt;
  private boolean sending;
  private boolean over;

  /**
   * A request.
   *
   * @param streams those that it is to bring, none if it is to bring none
   */
  private record Request(long id, List<String> streams, String text) {}

  /**
   * Not open yet.
   *
   * @param patience how long an answer may take
   */
  StreamConnection(StreamOwner owner, Worker worker, Duration patience) {
    this.owner = owner;
    this.worker = worker;
    this.patience = patience;
    this.reader = new FrameReader(this, worker::now);
    this.heardAt = worker.now();
  }

  /** Asks for streams; one that is not open yet is asked for all of them when it is. */
  void follow(Collection<String> streams) {
    ask(SUBSCRIBE, List.copyOf(streams));
  }

  /** Asks for streams no more. */
  void leave(Collection<String> streams) {
    ask("UNSUBSCRIBE", List.copyOf(streams));
  }

  private synchronized void ask(String method, List<String> streams) {
    if (socket == null) {
      return;
    }
    for (int i = 0; i < streams.size(); i += NAMES_AT_ONCE) {
      List<String> some = streams.subList(i, Math.min(streams.size(), i + NAMES_AT_ONCE));
      String names = some.stream().map(each -> '"' + each + '"').collect(Collectors.joining(","));
      List<String> brought = method.equals(SUBSCRIBE) ? some : List.of();
      request(method, brought, ",\"params\":[" + names + "]");
    }
    begin();
  }

  private void request(String method, List<String> streams, String params) {
    long id = ++requests;
    String text = "{\"method\":\"" + method + "\"" + params + ",\"id\":" + id + "}";
    Request request = new Request(id, streams, text);
    unanswered.put(id, request);
    unsent.add(request);
  }

  private void begin() {
    if (!sending && !unsent.isEmpty()) {
      sending = true;
      worker.soon(this::sendNext);
    }
  }

  /**
   * Asks for its streams where nothing comes by itself, for it may have ended without a word, and
   * once a minute where something comes, for one of them may have.
   */
  synchronized void probe() {
    boolean due = worker.now() - listedAt > BETWEEN_LISTS.toNanos();
    if (isSettled() && (due || isSilent(patience))) {
      request("LIST_SUBSCRIPTIONS", List.of(), "");
      begin();
    }
  }

  /** Sends without the lock: a socket that is broken says so at once, to whoever has others. */
  private void sendNext() {
    Socket open;
    Request next;
    synchronized (this) {
      open = socket;
      next = open == null ? null : unsent.poll();
      if (next == null || open == null) {
        sending = false;
        return;
      }
    }
    open.send(next.text());
    worker.later(patience, () -> overdue(next.id()));
    worker.later(BETWEEN_REQUESTS, this::sendNext);
  }

  /** A venue that does not answer may not have heard: another connection is asked. */
  private void overdue(long request) {
    synchronized (this) {
      if (socket == null || !unanswered.containsKey(request)) {
        return;
      }
    }
    drop();
    owner.ended(this, "a request was not answered within " + patience.toSeconds() + " s");
  }

  /** Whether everything that was asked for was granted. */
  synchronized boolean isSettled() {
    return socket != null && unanswered.isEmpty();
  }

  /** Whether it is open. */
  synchronized boolean isOpen() {
    return socket != null;
  }

  /** Whether it is open and nothing came for so long. */
  synchronized boolean isSilent(Duration limit) {
    return socket != null && worker.now() - heardAt > limit.toNanos();
  }

  /** Ends it, also before it has opened; the owner is not told. */
  synchronized void drop() {
    Socket open = socket;
    over = true;
    socket = null;
    unsent.clear();
    if (open != null) {
      try {
        open.drop();
      } catch (RuntimeException e) {
        LOG.warn("a connection that is of no use any more cannot be ended: {}", e.getMessage());
      }
    }
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
    heardAt = worker.now();
    listedAt = heardAt;
    owner.opened(this);
  }

  @Override
  public void text(String text) {
    heardAt = worker.now();
    try {
      reader.read(text);
    } catch (IllegalArgumentException | ArithmeticException e) {
      unreadable.add(String.valueOf(e.getMessage()));
    }
  }

  /** How many messages were left out, for nobody could read them. */
  long unreadable() {
    return unreadable.count();
  }

  @Override
  public void pinged() {
    heardAt = worker.now();
  }

  /** How long the venue asked to be left alone when it did not let it open. */
  Duration wish() {
    return wish;
  }

  @Override
  public void refused(String reason, Duration asked) {
    wish = asked;
    ended(reason);
  }

  @Override
  public void ended(String reason) {
    synchronized (this) {
      socket = null;
    }
    owner.ended(this, reason);
  }

  @Override
  public @Nullable Instrument instrument(String stream) {
    return owner.instrument(stream);
  }

  @Override
  public void trade(Trade trade, long id) {
    if (trade.priceRaw() > 0 && trade.sizeRaw() > 0) {
      owner.trade(trade, id);
    } else {
      unreadable.add("trade " + id + " has price=" + trade.price() + " size=" + trade.sizeRaw());
    }
  }

  @Override
  public void quote(Quote quote, long updateId) {
    owner.quote(quote, updateId);
  }

  @Override
  public void kline(Kline kline) {
    owner.kline(kline);
  }

  @Override
  public void difference(BookDifference difference) {
    owner.difference(difference);
  }

  @Override
  public void misfit(Instrument rules, String what) {
    owner.misfit(rules, what);
  }

  @Override
  public void granted(long request) {
    answered(request, owner::granted);
  }

  /** What was asked for since may not be among them. */
  @Override
  public void listed(long request, Set<String> streams) {
    boolean due;
    synchronized (this) {
      boolean alone = unanswered.containsKey(request) && unanswered.size() == 1;
      due = alone && worker.now() - listedAt > BETWEEN_LISTS.toNanos();
      listedAt = due ? worker.now() : listedAt;
    }
    granted(request);
    if (due) {
      owner.listed(this, streams);
    }
  }

  @Override
  public void refused(long request, long code, String message) {
    LOG.error("Binance refused a request for streams with code {}: {}", code, message);
    answered(request, streams -> owner.refused(this, streams, "code " + code + ": " + message));
  }

  /** Tells of the streams that a request was to bring, and if there is none left to be answered. */
  private void answered(long request, Consumer<List<String>> tell) {
    Request asked;
    boolean settled;
    synchronized (this) {
      asked = unanswered.remove(request);
      settled = asked != null && unanswered.isEmpty();
    }
    if (asked != null && !asked.streams().isEmpty()) {
      tell.accept(asked.streams());
    }
    if (settled) {
      owner.settled(this);
    }
  }

  @Override
  public void closing() {
    owner.closing(this);
  }
}
