package dev.bourse.control.shell.backtest;

import dev.bourse.api.backtest.BacktestJob;
import dev.bourse.api.backtest.BacktestService;
import dev.bourse.api.backtest.Verification;
import dev.bourse.api.backtest.Verification.Cut;
import dev.bourse.control.shell.service.Part;
import dev.bourse.control.shell.service.Refusal;
import dev.bourse.control.shell.service.Services;
import dev.bourse.control.shell.text.Display;
import dev.bourse.control.shell.text.Table;
import java.util.List;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** Looks for orders that knew the future. */
@Service
@Command(
    scope = "backtest",
    name = "verify",
    description = "Looks for orders that could only be placed by knowing the future",
    detailedDescription =
        """
        Runs over all data, then over data that ends earlier, at several moments of orders: up to \
        there every order and fill must be the same. Then it runs over all data again. A strategy, a \
        risk module or a data source that uses what had not happened yet shows as an order that \
        differs, and so does one that is not the same twice. Takes the options of backtest:run; \
        nothing is kept.

        Example:
          backtest:verify --strategy emacross --data bitstamp --bar 1m
          backtest:verify --strategy emacross --data bitstamp --bar 1m --cuts 50
        """)
public final class VerifyCommand extends SpecCommand {
  @Option(name = "--cuts", description = "How many shorter runs")
  private int cuts = 10;

  /** For Karaf. */
  public VerifyCommand() {}

  @Override
  protected void run(Services services) throws InterruptedException {
    BacktestService service = services.require(BacktestService.class, Part.BACKTEST);
    BacktestJob<Verification> job = service.verify(spec(services), cuts);
    Verification verification = watch(job, Watch::line);
    Table table =
        Table.orElse("Nothing was compared.")
            .words("Data ends")
            .numbers("Orders", "Fills")
            .words("Past");
    List<Cut> all = verification.cuts();
    for (int i = 0; i < all.size(); i++) {
      Cut cut = all.get(i);
      table.row(
          i == all.size() - 1 ? "whole, again" : Display.millis(cut.time()),
          cut.orders(),
          cut.fills(),
          cut.difference().isEmpty() ? "the same" : "CHANGED");
    }
    print(table.text() + "\n");
    conclude(verification);
  }

  private void conclude(Verification verification) {
    Cut first =
        verification.cuts().stream()
            .filter(cut -> !cut.difference().isEmpty())
            .findFirst()
            .orElse(null);
    if (first != null) {
      throw new Refusal("The past changed: " + first.difference() + ".");
    }
    if (verification.orders() == 0) {
      say("There was no order, so nothing could have known the future.");
    } else {
      say(
          "No past order changed: "
              + Display.count(verification.orders(), "order")
              + " compared at "
              + Display.count(verification.cuts().size() - 1, "moment")
              + ", and the whole run twice.");
    }
  }

  @Override
  protected String whenInterrupted() {
    return "\nCancelled; nothing was shown to be wrong or right.\n";
  }
}
