package dev.bourse.core.risk;

import dev.bourse.api.exchange.Capabilities;
import dev.bourse.api.model.AccountId;
import dev.bourse.api.model.Instrument;
import dev.bourse.api.model.Money;
import dev.bourse.api.model.Order;
import dev.bourse.api.model.OrderSpec;
import dev.bourse.api.model.Position;
import dev.bourse.api.model.PositionSide;
import dev.bourse.api.model.Price;
import dev.bourse.api.model.Quantity;
import dev.bourse.api.model.Rate;
import dev.bourse.api.model.Side;
import dev.bourse.api.model.StrategyId;
import dev.bourse.api.risk.DenialCode;
import dev.bourse.api.risk.RiskDecision;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What an order for an amount of quote currency comes to.
 *
 * <p>A venue that takes amounts gets the amount, and the order counts with the most that it may
 * trade: a buy at {@link #MARGIN} below the last price, a sell at half the price, because a venue
 * sells until the amount came in and must not sell what is not the owner's. Everywhere else, and if
 * the owner holds less than that, a quantity is ordered: the amount at the last price, rounded down
 * to the step.
 */
public final class Amounts {
  /** How far the price may move until the order is filled, for what a buy comes to: 1 %. */
  static final Rate MARGIN = Rate.of("0.01");

  private static final Rate HALF = Rate.of("0.5");

  /**
   * An order with its quantity reckoned.
   *
   * @param spec what is judged and sent
   * @param said how it was reckoned, or null for an order of a quantity
   */
  public record Reckoned(OrderSpec spec, @Nullable String said) {}

  private final GateFacts facts;

  /** Reckons with the given facts. */
  public Amounts(GateFacts facts) {
    this.facts = facts;
  }

  /** What a wish comes to now; one that nothing can be said about is as it was and gets denied. */
  public Reckoned of(AccountId account, StrategyId owner, OrderSpec wish) {
    Money amount = wish.amount();
    Optional<Instrument> rules = facts.instrument(wish.instrument().id());
    Optional<Price> last = rules.flatMap(facts::referencePrice).filter(Price::isPositive);
    if (amount == null || last.isEmpty()) {
      return new Reckoned(wish, null);
    }
    Price price = last.get();
    Quantity even = rules.get().quantityFor(amount, price);
    Quantity most = most(rules.get(), wish.side(), amount, price);
    boolean takes = rules.get().isSpot() && takesAmounts(account);
    if (takes && (wish.side() == Side.BUY || holds(account, owner, wish, most))) {
      String half = wish.side() == Side.BUY ? "1 % below" : "half of";
      return new Reckoned(
          wish.comingTo(most), "amount=" + amount + " most=" + most + " at " + half + " " + price);
    }
    String why = takes ? "position below " + most + ", half the price" : "venue_amounts=false";
    return even.isPositive()
        ? new Reckoned(
            wish.ofQuantity(even),
            "amount=" + amount + " quantity=" + even + " at " + price + " because " + why)
        : new Reckoned(wish, "amount=" + amount + " at " + price + " is less than one step");
  }

  private static Quantity most(Instrument rules, Side side, Money amount, Price price) {
    Rate less = side == Side.BUY ? MARGIN : HALF;
    Quantity down = rules.quantityFor(amount, moved(price, -less.raw()));
    return rules.quantity(Math.addExact(down.raw(), rules.stepSize().raw()));
  }

  /** Moved by at least a share of it, down for a negative one; never to zero. */
  private static Price moved(Price price, long share) {
    long whole = price.raw() / Rate.ONE * Math.abs(share);
    long rest = (price.raw() % Rate.ONE * Math.abs(share) + Rate.ONE - 1) / Rate.ONE;
    long raw = share < 0 ? price.raw() - whole - rest : price.raw() + whole + rest;
    return new Price(Math.max(1, raw), price.decimals());
  }

  private boolean takesAmounts(AccountId account) {
    return facts.capabilities(account).map(Capabilities::quoteAmounts).orElse(false);
  }

  private boolean holds(AccountId account, StrategyId owner, OrderSpec wish, Quantity most) {
    Position position = facts.position(account, owner, wish);
    Quantity exits = facts.outstanding(account, owner, wish, wish.side());
    return position.side() == PositionSide.LONG
        && exits.plus(most).compareTo(position.quantity()) <= 0;
  }

  /** Whether an order is what a wish came to when it was made. */
  public static boolean cameOf(OrderSpec wish, Order order) {
    OrderSpec spec = order.spec();
    Money amount = wish.amount();
    if (amount == null) {
      return spec.equals(wish);
    }
    if (spec.amount() != null) {
      return spec.equals(wish.comingTo(spec.quantity()));
    }
    Price then = order.expectedPrice();
    return then != null
        && spec.equals(wish.ofQuantity(spec.quantity()))
        && spec.quantity().equals(spec.instrument().quantityFor(amount, then));
  }

  /**
   * What speaks against an order that still is for an amount: without a price nothing is known of
   * it; else its quantity must be within the venue's bounds also when the price has moved against
   * them.
   */
  static RiskDecision.@Nullable Denied check(
      OrderSpec spec, Instrument rules, Optional<Price> last) {
    Money amount = spec.amount();
    if (amount == null) {
      return null;
    }
    if (last.filter(Price::isPositive).isEmpty()) {
      return DenialCode.NO_PRICE.because("instrument=" + rules.id() + " amount=" + amount);
    }
    Price dear = moved(last.get(), MARGIN.raw());
    Quantity least = rules.quantityFor(amount, dear);
    if (!least.isPositive() || least.compareTo(rules.minQuantity()) < 0) {
      return DenialCode.BELOW_MIN_QUANTITY.because(
          "quantity=" + least + " at=" + dear + " minimum=" + rules.minQuantity());
    }
    Price cheap = moved(last.get(), -MARGIN.raw());
    Quantity most = rules.quantityFor(amount, cheap);
    return most.compareTo(rules.maxQuantity()) > 0
        ? DenialCode.ABOVE_MAX_QUANTITY.because(
            "quantity=" + most + " at=" + cheap + " maximum=" + rules.maxQuantity())
        : null;
  }
}
