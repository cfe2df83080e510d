package dev.bourse.testkit.exchange.example;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a line to the bazaar: opens it again when it has ended, and knows which calls wait for an
 * answer. A call is sent once. Any thread.
 */
class Connection implements Line.Listener {
  private static final long PAUSE_MILLIS = 50;

  private final Bazaar bazaar;
  private final String key;
  private final Owner owner;
  private final ScheduledExecutorService worker =
      Executors.newSingleThreadScheduledExecutor(work -> Bazaar.daemon(work, "bazaar-adapter"));
  private final Map<Long, Answer> unanswered = new LinkedHashMap<>();
  private @Nullable Line line;
  private boolean up;
  private boolean closed;
  private long calls;

  /** Hears what is not an answer. */
  interface Owner {
    void up(String right);

    void down(String reason);

    void event(Message event);
  }

  /** Hears what becomes of one call. */
  interface Answer {
    void done(Message answer);

    /** The venue proved that it did nothing. */
    void refused(String code, String text);

    /** Nothing is proven. */
    void lost(String reason);
  }

  Connection(Bazaar bazaar, String key, Owner owner) {
    this.bazaar = bazaar;
    this.key = key;
    this.owner = owner;
  }

  synchronized void open() {
    if (!closed) {
      line = bazaar.connect(key, this);
    }
  }

  /** Sends a call; false if nothing was sent. */
  synchronized boolean call(String kind, Answer answer, Object... fields) {
    Line there = line;
    if (!up || there == null) {
      return false;
    }
    calls++;
    unanswered.put(calls, answer);
    there.send(Message.of(calls, kind, fields));
    return true;
  }

  @Override
  public void heard(Message message) {
    if (message.kind().equals("welcome")) {
      welcome(message.text("right"));
    } else if (message.id() == 0) {
      owner.event(message);
    } else {
      answered(message);
    }
  }

  private void welcome(String right) {
    synchronized (this) {
      up = right.equals("trade");
    }
    owner.up(right);
  }

  private void answered(Message message) {
    Answer answer;
    synchronized (this) {
      answer = unanswered.remove(message.id());
    }
    if (answer == null) {
      return;
    }
    switch (message.kind()) {
      case "done" -> answer.done(message);
      case "refused" -> answer.refused(message.text("code"), message.text("text"));
      default -> answer.lost("the bazaar broke down over it");
    }
  }

  @Override
  public void ended(String reason) {
    List<Answer> lost;
    synchronized (this) {
      up = false;
      line = null;
      lost = new ArrayList<>(unanswered.values());
      unanswered.clear();
    }
    lost.forEach(each -> each.lost(reason));
    owner.down(reason);
    later(this::open);
  }

  /** Does something after a short while, unless it is closed by then. */
  void later(Runnable work) {
    try {
      ScheduledFuture<?> unused = worker.schedule(work, PAUSE_MILLIS, TimeUnit.MILLISECONDS);
    } catch (RejectedExecutionException e) {
      // It was closed: nobody wants to know any more.
    }
  }

  void close() {
    Line there;
    synchronized (this) {
      closed = true;
      up = false;
      there = line;
      line = null;
      unanswered.clear();
    }
    worker.shutdownNow();
    if (there != null) {
      there.close();
    }
  }
}
