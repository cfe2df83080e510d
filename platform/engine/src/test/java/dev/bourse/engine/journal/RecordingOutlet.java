package dev.bourse.engine.journal;

import dev.bourse.api.event.CommandEvent;
import dev.bourse.api.event.Event;
import dev.bourse.api.exchange.ExchangeCommand;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Remembers what left and what was reported, in one order. */
final class RecordingOutlet implements Outlet {
  private final List<Object> seen = new ArrayList<>();
  private Predicate<ExchangeCommand> venue = command -> true;

  private @Nullable Class<? extends Event> failing;

  /** The next report of this kind finds no memory. */
  synchronized void failReportOf(Class<? extends Event> kind) {
    failing = kind;
  }

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
    if (event.getClass() == failing) {
      failing = null;
      throw new OutOfMemoryError("no room");
    }
    seen.add(event);
  }
}
