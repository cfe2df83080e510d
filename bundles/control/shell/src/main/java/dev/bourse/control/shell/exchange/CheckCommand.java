package dev.bourse.control.shell.exchange;

import dev.bourse.api.exchange.AccountFinding;
import dev.bourse.api.model.AccountId;
import dev.bourse.api.trader.Trader;
import dev.bourse.control.shell.base.Answers;
import dev.bourse.control.shell.base.BourseCommand;
import dev.bourse.control.shell.complete.AccountCompleter;
import dev.bourse.control.shell.service.Refusal;
import dev.bourse.control.shell.service.Services;
import dev.bourse.control.shell.service.Traders;
import java.util.List;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** Looks whether an account could be traded. */
@Service
@Command(
    scope = "exchange",
    name = "check",
    description = "Looks whether an account could be traded; places nothing",
    detailedDescription =
        """
        Connects to the venue with the account's key, also while its trader does not run: rights \
        of the key, clock, balances, fees, the least order of each instrument, and whether the \
        venue would take a test order. Nothing is placed.

        Example:
          exchange:check main
        """)
public final class CheckCommand extends BourseCommand {
  @Argument(name = "account", description = "An account of a trader", required = true)
  @Completion(AccountCompleter.class)
  private String account = "";

  /** For Karaf. */
  public CheckCommand() {}

  @Override
  protected void run(Services services) throws InterruptedException {
    Trader owner =
        Traders.of(services).registry().traders().stream()
            .filter(each -> AccountCompleter.accounts(each).contains(account))
            .findFirst()
            .orElseThrow(
                () -> new Refusal("No trader has an account " + account + "; see exchange:list."));
    List<AccountFinding> findings =
        Answers.of(owner.check(new AccountId(account)), "exchange:list");
    print(ExchangeTables.findings(findings).text());
    long bad = findings.stream().filter(each -> each.result() == AccountFinding.Result.BAD).count();
    say("Account " + account + (bad == 0 ? " can be traded." : " cannot be traded like this."));
  }
}
