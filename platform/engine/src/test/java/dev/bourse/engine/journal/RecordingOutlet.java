package dev.bourse.engine.journal;

import dev.bourse.api.event.CommandEvent;
import dev.bourse.api.event.Event;
import dev.bourse.api.exchange.ExchangeCommand;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Remembers what left and what was reported, in one order. */
final class RecordingOutlet implements Outlet {
  private final List<Object> seen = new ArrayList<>();
  private Predicate<ExchangeCommand> venue = command -> true;

  void venue(Predicate<ExchangeCommand> answer) {
    venue = answer;
  }

  synchronized List<Object> seen() {
    return List.copyOf(seen);
  }

  @Override
  public synchronized boolean execute(ExchangeCommand command) {
    boolean taken = venue.test(command);
    if (taken) {
      seen.add(command);
      if (command instanceof ExchangeCommand.Submit) {
        seen.add(new CommandEvent.Sent(command.orderId()));
      }
    }
    return taken;
  }

  @Override
  public synchronized void report(Event event) {
    seen.add(event);
  }
}
