package dev.bourse.control.shell.order;

import dev.bourse.api.event.ControlEvent;
import dev.bourse.api.model.ClientOrderId;
import dev.bourse.api.model.Order;
import dev.bourse.api.model.StrategyId;
import dev.bourse.api.trader.Trader;
import dev.bourse.api.trader.TraderSnapshot;
import dev.bourse.control.shell.base.Answers;
import dev.bourse.control.shell.base.BourseCommand;
import dev.bourse.control.shell.complete.LiveOrderCompleter;
import dev.bourse.control.shell.complete.StrategyCompleter;
import dev.bourse.control.shell.service.Refusal;
import dev.bourse.control.shell.service.Services;
import dev.bourse.control.shell.service.Traders;
import java.time.Duration;
import java.util.List;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** Cancels one order, or all orders of a trader. */
@Service
@Command(
    scope = "order",
    name = "cancel",
    description = "Cancels one order, or all orders of a trader",
    detailedDescription =
        """
        Waits for the venue's answer: done, too late, rejected, or unknown. When the time is up \
        and nothing was heard, the venue is asked once more. With --all the answer says that the \
        cancels are on their way; once they are answered the venue is asked what is still open. \
        --entries leaves the exits, which protect positions, and --strategy the orders of others. \
        Asks before it does so, and says how many exits are among them; --yes skips the question.

        Example:
          order:cancel demo-ema-3-17
          order:cancel demo-ema-3-17 --wait 0 --yes
          order:cancel --all demo --entries
          order:cancel --all demo --strategy ema --yes
        """)
public final class CancelCommand extends BourseCommand {
  @Argument(name = "order", description = "The order; with --all the trader", required = true)
  @Completion(LiveOrderCompleter.class)
  private String order = "";

  @Argument(
      index = 1,
      name = "options",
      description = "Options may stand here as well",
      multiValued = true,
      valueToShowInHelp = "")
  private List<String> options = List.of();

  @Option(name = "--all", aliases = "-a", description = "Cancels every live order of the trader")
  private boolean all;

  @Option(name = "--entries", description = "With --all: exits stay, so that stops go on")
  private boolean entries;

  @Option(name = "--strategy", description = "With --all: only the orders of this strategy")
  @Completion(StrategyCompleter.class)
  private String strategy = "";

  @Option(name = "--wait", description = "Seconds to wait for the answer, 0 for not at all")
  private int wait = 5;

  @Option(name = "--yes", aliases = "-y", description = "Does it without asking")
  private boolean yes;

  /** For Karaf. */
  public CancelCommand() {}

  @Override
  protected void run(Services services) throws InterruptedException {
    Traders traders = Traders.of(services);
    if (all) {
      all(traders.one(order));
      return;
    }
    if (entries || !strategy.isEmpty()) {
      throw new Refusal("--entries and --strategy go with --all <trader>.");
    }
    ClientOrderId id = new ClientOrderId(order);
    Trader trader = traders.ofOrder(id);
    confirm("This cancels order " + order + ".", yes);
    say(
        OrderText.cancelled(
            Answers.of(
                trader.cancel(id, by(), Duration.ofSeconds(wait), wait > 0), lookAt(trader))));
  }

  private void all(Trader trader) throws InterruptedException {
    TraderSnapshot now = trader.snapshot();
    StrategyId owner = strategy.isEmpty() ? null : owner(now);
    ControlEvent.CancelAll wish = new ControlEvent.CancelAll(by(), owner, entries);
    List<Order> meant =
        now.orders().stream().filter(each -> each.isLive() && wish.isMeant(each)).toList();
    confirm(consequence(trader, meant), yes);
    say(Answers.of(trader.control(wish), lookAt(trader)));
  }

  private StrategyId owner(TraderSnapshot now) {
    StrategyId owner = new StrategyId(strategy);
    boolean there =
        owner.equals(StrategyId.MANUAL)
            || now.strategies().stream().anyMatch(each -> each.id().equals(owner))
            || now.orders().stream().anyMatch(each -> each.strategy().equals(owner));
    if (!there) {
      throw new Refusal(
          "Trader " + now.id() + " has no strategy " + strategy + "; strategy:list shows them.");
    }
    return owner;
  }

  private String consequence(Trader trader, List<Order> meant) {
    long exits = meant.stream().filter(each -> !each.entry()).count();
    String whose = strategy.isEmpty() ? "trader " + trader.id() : "strategy " + strategy;
    return "This cancels every live "
        + (entries ? "entry" : "order")
        + " of "
        + whose
        + ", now "
        + meant.size()
        + (exits == 0 ? "." : ": " + exits + " of them close positions, which lose their stops.");
  }

  private static String lookAt(Trader trader) {
    return "order:list " + trader.id();
  }

  @Override
  protected List<String> trailing() {
    return options;
  }
}
