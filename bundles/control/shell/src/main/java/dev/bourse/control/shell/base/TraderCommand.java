package dev.bourse.control.shell.base;

import dev.bourse.api.event.ControlEvent;
import dev.bourse.api.trader.Trader;
import dev.bourse.control.shell.complete.TraderCompleter;
import dev.bourse.control.shell.service.Services;
import dev.bourse.control.shell.service.Traders;
import java.util.List;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Completion;
import org.jspecify.annotations.Nullable;

/** A command about one trader. */
public abstract class TraderCommand extends BourseCommand {
  @Argument(name = "trader", description = "The trader; may be left out where there is only one")
  @Completion(TraderCompleter.class)
  private @Nullable String trader;

  @Argument(
      index = 1,
      name = "options",
      description = "Options may stand here as well",
      multiValued = true,
      valueToShowInHelp = "")
  private List<String> options = List.of();

  /** For Karaf, which fills the fields. */
  protected TraderCommand() {}

  /** Does what the command is for. */
  protected abstract void run(Trader chosen) throws InterruptedException;

  @Override
  protected final void run(Services services) throws InterruptedException {
    run(Traders.of(services).one(trader));
  }

  /** Asks the trader for something and prints its answer. */
  protected final void control(Trader chosen, ControlEvent event) throws InterruptedException {
    say(Answers.of(chosen.control(event), "trader:info " + chosen.id()));
  }

  @Override
  protected final List<String> trailing() {
    return options;
  }
}
