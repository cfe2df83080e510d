package dev.bourse.core.reconciliation;

import dev.bourse.api.event.AccountEvent.MassReport;
import dev.bourse.api.model.Balance;
import dev.bourse.api.model.Fill;
import dev.bourse.api.model.Money;
import dev.bourse.core.portfolio.CashMoves;
import dev.bourse.core.reconciliation.Reconciliation.BalanceDifference;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Balances of a report on an account that trades while it is made, compared later, when everything
 * is known that was executed until then. At which moment between question and answer the venue read
 * its balances nobody says, so each execution of that time is tried as the last one that they have:
 * where one of these moments agrees to the last digit, nothing is missing; a difference that money
 * from elsewhere makes is there whichever moment it was.
 *
 * @param books our balances now
 * @param fills what the account executed since the report was asked for, in the order in which we
 *     heard of it; what is older is in the report
 * @param report the report
 */
public record LateBalances(List<Balance> books, List<Fill> fills, MassReport report) {
  /**
   * How far the clocks of an adapter and its venue may be apart: what is tried needlessly is no
   * harm.
   */
  private static final long CLOCKS = Duration.ofSeconds(30).toNanos();

  /** Keeps its own copies of the lists. */
  public LateBalances {
    books = List.copyOf(books);
    fills = List.copyOf(fills);
  }

  /** From which time on an execution may be missing in a report's balances. */
  public static long youngest(MassReport report) {
    return report.requestedAt() - CLOCKS;
  }

  /**
   * What the venue has more or less than our books, one of these whichever moment it was: by
   * currency, without those that agree; nothing at all is among them if the report agrees.
   */
  public Set<List<Money>> differences() {
    Map<String, Money> difference = new TreeMap<>();
    for (Balance each : books) {
      difference.put(each.currency().code(), each.currency().zero());
    }
    for (BalanceDifference each : Reconciliation.balances(books, report.balances())) {
      difference.put(each.ours().currency().code(), each.change());
    }
    List<Fill> newestFirst = new ArrayList<>(fills);
    Collections.reverse(newestFirst); // of one millisecond, the last that was heard is the newest
    newestFirst.sort(Comparator.comparingLong(Fill::eventTime).reversed());
    Set<List<Money>> found = new LinkedHashSet<>();
    for (Fill fill : newestFirst) {
      if (fill.eventTime() <= report.eventTime() + CLOCKS) {
        found.add(unequal(difference));
      }
      for (Money move : CashMoves.of(fill)) {
        difference.computeIfPresent(move.currency().code(), (code, before) -> before.plus(move));
      }
    }
    found.add(unequal(difference));
    return found;
  }

  private static List<Money> unequal(Map<String, Money> difference) {
    return difference.values().stream().filter(each -> each.signum() != 0).toList();
  }
}
