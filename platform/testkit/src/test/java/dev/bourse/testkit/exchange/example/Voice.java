package dev.bourse.testkit.exchange.example;

import dev.bourse.api.event.VenueEvent;
import dev.bourse.api.exchange.EventSink;

/** What the adapter tells: in one order, and nothing any more once it is closed. Any thread. */
final class Voice {
  private final EventSink sink;
  private boolean closed;

  Voice(EventSink sink) {
    this.sink = sink;
  }

  synchronized void tell(VenueEvent event) {
    if (!closed) {
      sink.accept(event);
    }
  }

  synchronized void close() {
    closed = true;
  }
}
