package dev.bourse.core;

import dev.bourse.api.event.CommandEvent;
import dev.bourse.api.exchange.ExchangeCommand;
import org.jspecify.annotations.Nullable;

/** What a command that never left means to its order. */
public final class DroppedCommand {
  private DroppedCommand() {}

  /** The event to be applied, null for a query: nothing was to be changed by it. */
  public static @Nullable CommandEvent event(ExchangeCommand command, String reason) {
    if (command instanceof ExchangeCommand.Submit) {
      return new CommandEvent.Dropped(command.orderId(), reason);
    }
    if (command instanceof ExchangeCommand.Cancel) {
      return new CommandEvent.CancelDropped(command.orderId(), reason);
    }
    return command instanceof ExchangeCommand.Amend
        ? new CommandEvent.UpdateDropped(command.orderId(), reason)
        : null;
  }
}
