package dev.bourse.itests.campaign;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;

/** What must hold once it is calm: the books are the venue's, and nothing was sent twice. */
final class Settlement {
  private final Plan plan;
  private final VenueBooks venue;
  private final Child trader;
  private final Observer observer;

  Settlement(Plan plan, VenueBooks venue, Child trader, Observer observer) {
    this.plan = plan;
    this.venue = venue;
    this.trader = trader;
    this.observer = observer;
  }

  /**
   * Waits until the books are equal; what differs if they do not become so. The trader may go on to
   * close what it holds, so only what the venue had before its books were equal can be asked about.
   *
   * @param lastLost the number of the last order that a lost store had
   * @param seconds numbers of the second process's orders
   */
  List<String> settle(long lastLost, Set<Long> seconds) {
    long end = System.nanoTime() + Child.PATIENCE.toNanos();
    Saying said = trader.next();
    Map<Long, String> names = venue.names();
    Books there = venue.read(meant(said));
    while (!isCalm(said) || !said.books().equals(there)) {
      if (System.nanoTime() > end) {
        return List.of("the trader says " + said.brief(), "the venue says " + there);
      }
      observer.look();
      said = trader.next();
      names = venue.names();
      there = venue.read(meant(said));
    }
    List<String> problems = new ArrayList<>(holdings(said));
    problems.addAll(strangers(said, names, lastLost, seconds));
    problems.addAll(namesTwice(names.values()));
    return problems;
  }

  private static boolean isCalm(Saying said) {
    return said.calm() && said.hindrance().isEmpty() && said.status().equals("PAUSED");
  }

  /**
   * With a lost store or a second process the venue has orders that are none of the trader's. One
   * that took another's place has its name and a number that the trader may not have been told; one
   * that was cancelled may have the name of its cancel.
   */
  private BiPredicate<Long, String> meant(Saying said) {
    boolean all = !plan.wipes() && !plan.second();
    return (number, name) -> all || said.knows(number, name);
  }

  /**
   * What is held is what the account has beyond the user's own. What a lost store held counts as
   * the user's from then on.
   */
  private List<String> holdings(Saying said) {
    observer.look();
    BigDecimal beyond =
        said.books().coins().subtract(Observer.OWN).subtract(observer.holding().others());
    int compared = said.held().compareTo(beyond);
    boolean right = plan.wipes() ? compared <= 0 && said.held().signum() >= 0 : compared == 0;
    return right
        ? List.of()
        : List.of(
            "it holds "
                + said.held()
                + ", beyond the user's own there are "
                + beyond
                + "; executed at the venue: "
                + venue.executed());
  }

  /**
   * Whether the venue has an order of the trader's that the trader does not know. An order that
   * takes another's place has a number of its own there, so runs with changes cannot be asked.
   */
  private List<String> strangers(
      Saying said, Map<Long, String> names, long lastLost, Set<Long> seconds) {
    List<String> problems = new ArrayList<>();
    for (Map.Entry<Long, String> order : names.entrySet()) {
      long number = order.getKey();
      boolean explained =
          number <= lastLost || seconds.contains(number) || said.knows(number, order.getValue());
      if (!plan.changes() && !explained) {
        problems.add(
            "the trader does not know order "
                + number
                + " of the venue, "
                + order.getValue()
                + ", and says that these never came there: "
                + said.never());
      }
    }
    return problems;
  }

  /**
   * An order that takes another's place has its name; those of the strategy never do in a run
   * without changes.
   */
  private List<String> namesTwice(Collection<String> names) {
    Set<String> seen = new HashSet<>();
    List<String> problems = new ArrayList<>();
    for (String name : names) {
      if (!plan.changes() && !name.startsWith("x_") && !seen.add(name)) {
        problems.add("client order id " + name + " is at the venue twice");
      }
    }
    return problems;
  }
}
