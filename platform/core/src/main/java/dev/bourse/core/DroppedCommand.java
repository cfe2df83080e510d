package dev.bourse.core;

import dev.bourse.api.event.CommandEvent;
import dev.bourse.api.exchange.ExchangeCommand;
import java.util.List;

/** What a command that never left means to its order. */
public final class DroppedCommand {
  private DroppedCommand() {}

  /** The events to be applied, none for a query: nothing was to be changed by it. */
  public static List<CommandEvent> events(ExchangeCommand command, String reason) {
    if (command instanceof ExchangeCommand.Placement) {
      return command.orders().stream()
          .<CommandEvent>map(order -> new CommandEvent.Dropped(order.id(), reason))
          .toList();
    }
    if (command instanceof ExchangeCommand.Cancel) {
      return List.of(new CommandEvent.CancelDropped(command.orderId(), reason));
    }
    return command instanceof ExchangeCommand.Amend
        ? List.of(new CommandEvent.UpdateDropped(command.orderId(), reason))
        : List.of();
  }
}
