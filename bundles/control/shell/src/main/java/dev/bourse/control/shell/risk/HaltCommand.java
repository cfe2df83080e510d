package dev.bourse.control.shell.risk;

import dev.bourse.api.event.ControlEvent;
import dev.bourse.api.trader.Trader;
import dev.bourse.control.shell.base.Answers;
import dev.bourse.control.shell.base.BourseCommand;
import dev.bourse.control.shell.complete.TraderCompleter;
import dev.bourse.control.shell.service.Refusal;
import dev.bourse.control.shell.service.Services;
import dev.bourse.control.shell.service.Traders;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** Stops all entries of a trader until somebody resets it. */
@Service
@Command(
    scope = "risk",
    name = "halt",
    description = "Stops all entries of a trader until somebody resets it",
    detailedDescription =
        """
        Latched: it survives restarts until risk:reset. Orders that can add exposure are \
        cancelled; what protects a position stays. Asks before it does so; --yes skips the \
        question.

        Example:
          risk:halt demo the venue behaves strangely
          risk:halt demo news --yes
        """)
public final class HaltCommand extends BourseCommand {
  @Argument(name = "trader", description = "The trader", required = true)
  @Completion(TraderCompleter.class)
  private String trader = "";

  @Argument(
      index = 1,
      name = "reason",
      description = "Why, in a few words; shown until the reset",
      multiValued = true,
      valueToShowInHelp = "")
  private List<String> reason = List.of();

  @Option(name = "--yes", aliases = "-y", description = "Does it without asking")
  private boolean yes;

  /** For Karaf. */
  public HaltCommand() {}

  @Override
  protected void run(Services services) throws InterruptedException {
    Trader chosen = Traders.of(services).one(trader);
    String why = words(false).collect(Collectors.joining(" "));
    if (why.isEmpty()) {
      throw new Refusal("Say why: risk:halt " + trader + " <reason>. It is shown until the reset.");
    }
    confirm("This stops all entries of trader " + chosen.id() + " until risk:reset.", yes);
    say(Answers.of(chosen.control(new ControlEvent.Halt(why, by())), "trader:info " + trader));
  }

  @Override
  protected List<String> trailing() {
    return words(true).toList();
  }

  private Stream<String> words(boolean options) {
    return reason.stream().filter(word -> word.startsWith("-") == options);
  }
}
