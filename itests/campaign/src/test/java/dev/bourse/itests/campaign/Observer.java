package dev.bourse.itests.campaign;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Looks at the venue, again and again, for what must hold at every instant. */
final class Observer {
  static final BigDecimal OWN = BigDecimal.ONE;

  /** The limit in money at a price that the walk does not reach from 60,000, rounding included. */
  private static final BigDecimal MOST = new BigDecimal("0.11");

  /** How exactly the trader and the venue tell the same of a holding in one instant. */
  private static final BigDecimal NEAR = new BigDecimal("0.00012");

  private static final Duration ALLOWANCE = Duration.ofSeconds(2);
  private static final Duration BOUND = Duration.ofSeconds(60);
  private static final int ENOUGH = 10;

  private final Plan plan;
  private final VenueBooks venue;
  private final Child trader;
  private final Holding holding;
  private final Shelter shelter = new Shelter(TraderFiles.PROTECT_WITHIN.plus(ALLOWANCE), BOUND);
  private final List<String> problems = new ArrayList<>();
  private BigDecimal approved = OWN.add(MOST);

  Observer(Plan plan, VenueBooks venue, Child trader) {
    this.plan = plan;
    this.venue = venue;
    this.trader = trader;
    this.holding = new Holding(venue);
  }

  /** A second process may hold as much as the first. */
  void second() {
    approved = approved.add(MOST);
  }

  /** The store is gone, and with it what was known of what is held: another may be bought. */
  void wiped(long lastOrder) {
    approved = venue.couldHold().max(approved).add(MOST);
    holding.wiped(lastOrder);
  }

  void look() {
    BigDecimal could = venue.couldHold();
    if (could.compareTo(approved) > 0) {
      problem("the account could hold " + could + " BTC, approved are " + approved);
    }
    holding.follow();
    BigDecimal coins = venue.coins().subtract(holding.others());
    if (coins.compareTo(OWN) < 0) {
      problem("of the user's own bitcoin " + coins + " is left");
    }
    if (plan.pairs()) {
      protection();
    }
  }

  private void protection() {
    holding.follow();
    BigDecimal held = holding.own();
    BigDecimal stops = venue.stops(holding::isOwn);
    Saying said = trader.fresh();
    String late = shelter.look(System.nanoTime(), held, stops, said != null, hindrance(said, held));
    if (!late.isEmpty() && said != null) {
      problem(late + "; it says " + said.brief());
    }
  }

  private static String hindrance(@Nullable Saying said, BigDecimal held) {
    if (said == null) {
      return "silent";
    }
    boolean told = held.subtract(said.held()).compareTo(NEAR) <= 0;
    return told || !said.hindrance().isEmpty() ? said.hindrance() : "it was not told";
  }

  private void problem(String sentence) {
    if (problems.size() < ENOUGH) {
      problems.add(sentence);
    }
  }

  Holding holding() {
    return holding;
  }

  List<String> problems() {
    return problems;
  }

  /** For how long a position was bare at most. */
  String longest() {
    return shelter.longest();
  }
}
