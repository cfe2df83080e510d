package dev.bourse.testkit.exchange.example;

import dev.bourse.testkit.exchange.Mishap;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** A venue in memory with one account and one market. Everything happens on its own thread. */
final class Bazaar implements AutoCloseable {
  static final String KEY = "key-that-may-trade";
  static final String READ_ONLY = "key-that-may-look";

  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(work -> daemon(work, "bazaar"));
  private final Stalls stalls = new Stalls(this::tell);
  private final List<Stand> stands = new ArrayList<>();
  private final Set<Mishap> mishaps = EnumSet.noneOf(Mishap.class);

  static Thread daemon(Runnable work, String name) {
    Thread made = new Thread(work, name);
    made.setDaemon(true);
    return made;
  }

  /** Connects; never blocks. The listener hears {@code welcome} or that it ended. */
  Line connect(String key, Line.Listener listener) {
    Stand stand = new Stand(listener);
    thread.execute(() -> welcome(stand, key));
    return stand;
  }

  private void welcome(Stand stand, String key) {
    if (mishaps.contains(Mishap.DEAD)) {
      stand.cut("nobody is there");
      return;
    }
    stands.add(stand);
    boolean trades = key.equals(KEY);
    stand.say(Message.of(0, "welcome", "right", trades ? "trade" : "look"));
  }

  <T> T call(Supplier<T> work) {
    try {
      return CompletableFuture.supplyAsync(work, thread).join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : e;
    }
  }

  void strike(Mishap mishap) {
    call(
        () -> {
          mishaps.add(mishap);
          if (mishap == Mishap.CUT || mishap == Mishap.DEAD) {
            cutAll();
          }
          return mishaps.remove(Mishap.CUT);
        });
  }

  void heal() {
    call(
        () -> {
          mishaps.clear();
          return true;
        });
  }

  int connections() {
    return call(stands::size);
  }

  Stalls stalls() {
    return stalls;
  }

  static long now() {
    return System.currentTimeMillis() * 1_000_000;
  }

  private void cutAll() {
    List.copyOf(stands).forEach(each -> each.cut("it was cut"));
  }

  /** Says something to everybody, or loses it, or says it twice. */
  private void tell(Message message) {
    boolean ofOrders = message.kind().equals("order") || message.kind().equals("fill");
    if (ofOrders && mishaps.contains(Mishap.LOST_REPORTS)) {
      return;
    }
    int times = ofOrders && mishaps.contains(Mishap.REPEATED_REPORTS) ? 2 : 1;
    for (int i = 0; i < times; i++) {
      List.copyOf(stands).forEach(each -> each.say(message));
    }
  }

  private Message answer(Message call) {
    try {
      return stalls.answer(call);
    } catch (IllegalArgumentException e) {
      return Message.of(call.id(), "refused", "code", "NO", "text", String.valueOf(e.getMessage()));
    }
  }

  private void place(Stand stand, Message call) {
    if (mishaps.remove(Mishap.LOST_COMMAND)) {
      cutAll();
    } else if (mishaps.remove(Mishap.LIMIT)) {
      stand.say(Message.of(call.id(), "refused", "code", "SLOWER", "text", "wait a second"));
    } else {
      Message done = answer(call);
      if (mishaps.remove(Mishap.LOST_ANSWER)) {
        cutAll();
      } else if (mishaps.remove(Mishap.OPEN_ERROR)) {
        stand.say(Message.of(call.id(), "broken"));
      } else if (mishaps.remove(Mishap.SLOW_ANSWER)) {
        Future<?> unused = thread.schedule(() -> stand.say(done), 2, TimeUnit.SECONDS);
      } else {
        stand.say(done);
      }
    }
  }

  /** Does what is asked, unless it is lost on its way, and answers, unless that is lost. */
  private void hear(Stand stand, Message call, Mishap unheard, Mishap unanswered) {
    if (mishaps.remove(unheard)) {
      cutAll();
      return;
    }
    Message done = answer(call);
    if (mishaps.remove(unanswered)) {
      cutAll();
    } else {
      stand.say(done);
    }
  }

  @Override
  public void close() {
    thread.shutdownNow();
  }

  /** The bazaar's end of a line. */
  private final class Stand implements Line {
    private final Listener listener;
    private boolean open = true;

    Stand(Listener listener) {
      this.listener = listener;
    }

    @Override
    public void send(Message call) {
      thread.execute(() -> take(call));
    }

    private void take(Message call) {
      if (!open) {
        return;
      }
      switch (call.kind()) {
        case "place", "bracket" -> place(this, call);
        case "cancel" -> hear(this, call, Mishap.LOST_CANCEL, Mishap.LOST_CANCEL_ANSWER);
        case "change" -> hear(this, call, Mishap.LOST_CHANGE, Mishap.LOST_CHANGE_ANSWER);
        default -> say(answer(call));
      }
    }

    void say(Message message) {
      if (open) {
        listener.heard(message);
      }
    }

    void cut(String reason) {
      stands.remove(this);
      if (open) {
        open = false;
        listener.ended(reason);
      }
    }

    @Override
    public void close() {
      thread.execute(
          () -> {
            stands.remove(this);
            open = false;
          });
    }
  }
}
