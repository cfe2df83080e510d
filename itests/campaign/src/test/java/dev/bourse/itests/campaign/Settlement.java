package dev.bourse.itests.campaign;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import java.util.function.LongPredicate;

/** What must hold once it is calm: the books are the venue's, and nothing was sent twice. */
final class Settlement {
  private static final String NO_NUMBER = " at the venue null";

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
    Map<Long, Long> replacements = venue.replacements();
    problems.addAll(
        strangers(
            said, names, replacements, number -> number <= lastLost || seconds.contains(number)));
    problems.addAll(namesTwice(names, replacements));
    problems.addAll(placesTwice(replacements));
    return problems;
  }

  /**
   * What is on its way has no number yet: the venue may have it before the trader hears of that.
   */
  private static boolean isCalm(Saying said) {
    boolean sends =
        said.live().stream()
            .anyMatch(each -> each.contains(NO_NUMBER) && !each.contains(" EMULATED "));
    return said.calm() && said.hindrance().isEmpty() && said.status().equals("PAUSED") && !sends;
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
   * Whether the venue has an order of the trader's that the trader does not know. Orders of which
   * one took the other's place are one order: it is enough that the trader knows any of them.
   */
  private static List<String> strangers(
      Saying said, Map<Long, String> names, Map<Long, Long> replacements, LongPredicate explained) {
    Set<Long> known = new TreeSet<>();
    names.forEach(
        (number, name) -> {
          if (explained.test(number) || said.knows(number, name)) {
            known.add(first(number, replacements));
          }
        });
    return names.entrySet().stream()
        .filter(order -> !known.contains(first(order.getKey(), replacements)))
        .map(
            order ->
                "the trader does not know order "
                    + order.getKey()
                    + " of the venue, "
                    + order.getValue()
                    + ", and says that these never came there: "
                    + said.never())
        .toList();
  }

  /** The number that an order had before others took its place. */
  private static long first(long number, Map<Long, Long> replacements) {
    long first = number;
    while (replacements.containsKey(first)) {
      first = replacements.get(first);
    }
    return first;
  }

  /** An order that takes another's place has its name; nothing else may have a name again. */
  private static List<String> namesTwice(Map<Long, String> names, Map<Long, Long> replacements) {
    Set<String> seen = new HashSet<>();
    List<String> problems = new ArrayList<>();
    names.forEach(
        (number, name) -> {
          boolean newOrder = !replacements.containsKey(number) && !name.startsWith("x_");
          if (newOrder && !seen.add(name)) {
            problems.add("client order id " + name + " was sent to the venue twice");
          }
        });
    return problems;
  }

  /** Two orders that took the place of one: a change was sent twice. */
  private static List<String> placesTwice(Map<Long, Long> replacements) {
    Set<Long> seen = new HashSet<>();
    return replacements.values().stream()
        .filter(earlier -> !seen.add(earlier))
        .map(earlier -> "two orders took the place of order " + earlier + " of the venue")
        .toList();
  }
}
