package dev.bourse.control.shell.order;

import dev.bourse.api.model.OrderList;
import dev.bourse.api.model.OrderOutcome;
import dev.bourse.api.model.OrderSpec;
import dev.bourse.api.trader.Trader;
import dev.bourse.control.shell.base.Answers;
import dev.bourse.control.shell.base.BourseCommand;
import dev.bourse.control.shell.complete.InstrumentCompleter;
import dev.bourse.control.shell.complete.PositionCompleter;
import dev.bourse.control.shell.complete.TraderCompleter;
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
import org.apache.karaf.shell.support.completers.StringsCompleter;
import org.jspecify.annotations.Nullable;

/** Places an order by hand. */
@Service
@Command(
    scope = "order",
    name = "submit",
    description = "Places an order by hand",
    detailedDescription =
        """
        A market order, or a limit order with --price. With --stop, --touch or --trail it waits \
        for its trigger, at the venue if that can hold it. With --take-profit and --stop-loss two \
        exits wait until it fills; with --or-stop it shares its quantity with a stop. It belongs to strategy manual and \
        passes the same risk checks as any other. Asks before it does so; --yes skips the \
        question.

        In place of the quantity, an amount of quote currency makes it a market order for so \
        much: the venue buys for the amount, or sells until it came in, fees apart. Where the \
        venue cannot, the amount at the last price is ordered, rounded down; trace:explain says so.

        With --position it is for one of several positions of strategy manual: a long and a short \
        one of a contract can be held side by side, and no order takes one of them through zero.

        Example:
          order:submit demo buy 0.01 BTCUSD.BITSTAMP
          order:submit demo buy "100 USD" BTCUSD.BITSTAMP
          order:submit demo sell 0.01 BTCUSD.BITSTAMP --price 905.00 --post-only --yes
          order:submit demo sell 0.01 BTCUSD.BITSTAMP --trail 1.5% --reduce-only --for 12h
          order:submit demo buy 0.01 BTCUSD.BITSTAMP --take-profit 905.00 --stop-loss 750.00
          order:submit demo sell 0.01 BTCUSD.BITSTAMP --price 905.00 --or-stop 750.00
          order:submit demo sell 0.01 BTCUSDT.BINANCE --position hedge
        """)
public final class SubmitCommand extends BourseCommand {
  @Argument(name = "trader", description = "The trader", required = true)
  @Completion(TraderCompleter.class)
  private String trader = "";

  @Argument(index = 1, name = "side", description = "buy or sell", required = true)
  @Completion(
      value = StringsCompleter.class,
      values = {"buy", "sell"})
  private String side = "";

  @Argument(
      index = 2,
      name = "quantity",
      description = "How much, in base currency; or for how much, like \"100 USD\"",
      required = true)
  private String quantity = "";

  @Argument(
      index = 3,
      name = "instrument",
      description = "What, like BTCUSD.BITSTAMP",
      required = true)
  @Completion(InstrumentCompleter.class)
  private String instrument = "";

  @Argument(
      index = 4,
      name = "options",
      description = "Options may stand here as well",
      multiValued = true,
      valueToShowInHelp = "")
  private List<String> options = List.of();

  @Option(name = "--price", description = "The limit price; without it the order is a market order")
  private @Nullable String price;

  @Option(name = "--tif", description = "How long it may live: gtc, ioc, fok or day")
  @Completion(
      value = StringsCompleter.class,
      values = {"gtc", "ioc", "fok", "day"})
  private String tif = "gtc";

  @Option(name = "--stop", description = "Waits until this price is passed against us")
  private @Nullable String stop;

  @Option(name = "--touch", description = "Waits until this price is touched in our favour")
  private @Nullable String touch;

  @Option(
      name = "--trail",
      description = "A stop that follows the price at this distance: 1.5%, 50t for ticks, or 10.00")
  private @Nullable String trail;

  @Option(
      name = "--limit-offset",
      description = "With --trail: how much worse than the trigger the limit is")
  private @Nullable String limitOffset;

  @Option(
      name = "--take-profit",
      description = "Once it fills: the limit at which to get out with a gain")
  private @Nullable String takeProfit;

  @Option(
      name = "--stop-loss",
      description = "Once it fills: the price at which to get out with a loss")
  private @Nullable String stopLoss;

  @Option(
      name = "--or-stop",
      description = "With --price: that limit or a stop at this price, not both")
  private @Nullable String orStop;

  @Option(name = "--for", description = "Ends it after this time, like 30m, 12h or 2d")
  private @Nullable String life;

  @Option(
      name = "--position",
      description = "The name of the position, where several of the instrument are held")
  @Completion(PositionCompleter.class)
  private String position = "";

  @Option(name = "--post-only", description = "Refuses to take liquidity")
  private boolean postOnly;

  @Option(name = "--reduce-only", description = "May only shrink the position")
  private boolean reduceOnly;

  @Option(name = "--wait", description = "Seconds to wait for an end, 0 for not at all")
  private int wait = 5;

  @Option(name = "--yes", aliases = "-y", description = "Does it without asking")
  private boolean yes;

  /** For Karaf. */
  public SubmitCommand() {}

  @Override
  protected void run(Services services) throws InterruptedException {
    Trader chosen = Traders.of(services).one(trader);
    OrderSpec spec = request().spec(chosen.snapshot());
    OrderList list = new ListRequest(takeProfit, stopLoss, orStop).around(spec);
    String what = list == null ? OrderText.spec(spec) : OrderText.list(list);
    confirm("This places " + what + " with trader " + chosen.id() + ".", yes);
    Duration patience = Duration.ofSeconds(wait);
    OrderOutcome outcome =
        Answers.of(
            list == null
                ? chosen.submit(spec, by(), patience)
                : chosen.submit(list, by(), patience),
            "order:list " + trader);
    String text = OrderText.outcome(outcome);
    if (outcome instanceof OrderOutcome.Denied || outcome instanceof OrderOutcome.Rejected) {
      throw new Refusal(text);
    }
    say(text);
  }

  private OrderRequest request() {
    return new OrderRequest(
        side,
        quantity,
        instrument,
        price,
        tif,
        postOnly,
        reduceOnly,
        new TriggerRequest(stop, touch, trail, limitOffset),
        life == null ? null : Lives.read(life),
        position);
  }

  @Override
  protected List<String> trailing() {
    return options;
  }
}
