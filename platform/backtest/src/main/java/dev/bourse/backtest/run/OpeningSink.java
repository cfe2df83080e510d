package dev.bourse.backtest.run;

import dev.bourse.api.event.VenueEvent;
import dev.bourse.api.exchange.EventSink;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Keeps what a venue reports while it is opened, until the trader has started. */
final class OpeningSink implements EventSink {
  private final List<VenueEvent> held = new ArrayList<>();
  private @Nullable EventSink target;

  @Override
  public boolean accept(VenueEvent event) {
    EventSink now = target;
    return now == null ? held.add(event) : now.accept(event);
  }

  /** From here on everything goes to the target; returns what was kept. */
  List<VenueEvent> release(EventSink newTarget) {
    target = newTarget;
    return List.copyOf(held);
  }
}
