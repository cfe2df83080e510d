package dev.bourse.testkit;

import dev.bourse.api.event.VenueEvent;
import dev.bourse.api.exchange.EventSink;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;

/** Keeps every event that an adapter reports. Any thread may report and any thread may look. */
public final class RecordingSink implements EventSink {
  private final List<VenueEvent> events = new ArrayList<>();

  /** An empty sink. */
  public RecordingSink() {}

  @Override
  public synchronized boolean accept(VenueEvent event) {
    events.add(event);
    notifyAll();
    return true;
  }

  /** All events so far, in order. */
  public synchronized List<VenueEvent> events() {
    return List.copyOf(events);
  }

  /** All events of one type so far, in order. */
  public synchronized <T extends VenueEvent> List<T> events(Class<T> type) {
    return events.stream().filter(type::isInstance).map(type::cast).toList();
  }

  /** All events since the last call, in order; they are forgotten. */
  public synchronized List<VenueEvent> take() {
    List<VenueEvent> taken = List.copyOf(events);
    events.clear();
    return taken;
  }

  /** Waits until an event fits, at most ten seconds, and returns it. */
  public VenueEvent await(Predicate<VenueEvent> wanted)
      throws InterruptedException, TimeoutException {
    return await(wanted, Duration.ofSeconds(10));
  }

  /** Waits until an event fits, but not longer than that, and returns it. */
  public synchronized VenueEvent await(Predicate<VenueEvent> wanted, Duration patience)
      throws InterruptedException, TimeoutException {
    long deadline = System.nanoTime() + patience.toNanos();
    while (true) {
      for (VenueEvent event : events) {
        if (wanted.test(event)) {
          return event;
        }
      }
      long left = deadline - System.nanoTime();
      if (left <= 0) {
        throw new TimeoutException(
            "no such event within " + patience.toSeconds() + " s; there were " + events);
      }
      TimeUnit.NANOSECONDS.timedWait(this, left);
    }
  }
}
