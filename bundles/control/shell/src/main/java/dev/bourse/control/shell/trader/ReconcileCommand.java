package dev.bourse.control.shell.trader;

import dev.bourse.api.trader.Discrepancy;
import dev.bourse.api.trader.ReconcileMode;
import dev.bourse.api.trader.Trader;
import dev.bourse.control.shell.base.Answers;
import dev.bourse.control.shell.base.TraderCommand;
import dev.bourse.control.shell.service.Refusal;
import dev.bourse.control.shell.text.Table;
import java.util.List;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** Compares a trader's books with its venues. */
@Service
@Command(
    scope = "trader",
    name = "reconcile",
    description = "Compares a trader's books with its venues",
    detailedDescription =
        """
        Asks the venues for orders, fills, balances and positions, brings the books in line as \
        far as those explain a difference, and lists what differed. With --dry-run nothing is \
        changed. With --accept the venue is right also where nothing explains it: balances and \
        positions are taken over, and entries that stopped for that go on. Asks before that; \
        --yes skips the question.

        Example:
          trader:reconcile demo --dry-run
          trader:reconcile demo
          trader:reconcile demo --accept --yes
        """)
public final class ReconcileCommand extends TraderCommand {
  @Option(name = "--dry-run", description = "Lists what differs and changes nothing")
  private boolean dryRun;

  @Option(name = "--accept", description = "Takes the venue's word for what nothing explains")
  private boolean accept;

  @Option(name = "--yes", aliases = "-y", description = "Does it without asking")
  private boolean yes;

  /** For Karaf. */
  public ReconcileCommand() {}

  @Override
  protected void run(Trader chosen) throws InterruptedException {
    if (dryRun && accept) {
      throw new Refusal("--dry-run changes nothing and --accept takes everything: give one.");
    }
    if (accept) {
      confirm(
          "This takes the venue's word for every balance and position of trader "
              + chosen.id()
              + ".",
          yes);
    }
    ReconcileMode mode =
        dryRun ? ReconcileMode.LOOK : accept ? ReconcileMode.ACCEPT : ReconcileMode.APPLY;
    List<Discrepancy> found =
        Answers.of(chosen.reconcile(mode, by()), "trader:info " + chosen.id());
    print(table(found).text());
  }

  private static Table table(List<Discrepancy> found) {
    Table table =
        Table.orElse("The books and the venue agree.")
            .words("Account", "What", "Ours", "Venue", "Action");
    found.forEach(
        each ->
            table.row(each.account(), each.subject(), each.ours(), each.venue(), each.action()));
    return table;
  }
}
