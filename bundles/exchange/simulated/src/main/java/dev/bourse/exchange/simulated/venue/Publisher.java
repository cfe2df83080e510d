package dev.bourse.exchange.simulated.venue;

import dev.bourse.api.event.AccountEvent;
import dev.bourse.api.event.ConnectionChanged;
import dev.bourse.api.event.OrderReport;
import dev.bourse.api.event.ServiceChanged;
import dev.bourse.api.event.VenueEvent;
import dev.bourse.api.exchange.EventSink;
import dev.bourse.api.model.AccountId;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Hands reports to their accounts, in order. A receiver may send commands from inside; what they
 * cause comes after what is already waiting.
 */
final class Publisher {
  private final Map<AccountId, EventSink> sinks = new TreeMap<>();
  private final ArrayDeque<VenueEvent> waiting = new ArrayDeque<>();
  private boolean flushing;

  void join(AccountId account, EventSink sink) {
    if (sinks.putIfAbsent(account, sink) != null) {
      throw new IllegalArgumentException("account " + account + " is already open at this venue");
    }
  }

  void leave(AccountId account) {
    sinks.remove(account);
  }

  boolean isEmpty() {
    return sinks.isEmpty();
  }

  void send(VenueEvent report) {
    waiting.add(report);
  }

  void lost(String reason, long time) {
    for (AccountId account : sinks.keySet()) {
      send(new ConnectionChanged(account, false, "The simulated venue is down: " + reason, time));
    }
  }

  void flush() {
    if (flushing) {
      return;
    }
    flushing = true;
    try {
      for (VenueEvent next = waiting.poll(); next != null; next = waiting.poll()) {
        deliver(next);
      }
    } finally {
      flushing = false;
    }
  }

  private void deliver(VenueEvent report) {
    AccountId account = accountOf(report);
    if (account == null) {
      List.copyOf(sinks.values()).forEach(sink -> sink.accept(report));
      return;
    }
    EventSink sink = sinks.get(account);
    if (sink != null) {
      sink.accept(report);
    }
  }

  private static @Nullable AccountId accountOf(VenueEvent report) {
    if (report instanceof OrderReport order) {
      return order.account();
    } else if (report instanceof AccountEvent event) {
      return event.account();
    } else if (report instanceof ConnectionChanged change) {
      return change.account();
    } else if (report instanceof ServiceChanged change) {
      return change.account();
    }
    return null;
  }
}
