package dev.bourse.core.lists;

import dev.bourse.api.model.Instrument;
import dev.bourse.api.model.Order;
import dev.bourse.api.model.OrderLink;
import dev.bourse.api.model.OrderSpec;
import dev.bourse.api.model.OrderType;
import dev.bourse.api.model.Price;
import dev.bourse.api.model.Quantity;
import dev.bourse.api.model.Rate;
import dev.bourse.api.model.Side;
import dev.bourse.api.model.Trigger;
import java.math.BigInteger;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which entries a venue takes together with exits that wait there: a limit order, and one or two
 * exits for all of it. Pure.
 */
public final class BracketTerms {
  private BracketTerms() {}

  /**
   * How much each exit of a list may be at the venue, or null if the list is none that it takes.
   *
   * @param orders the entry first
   */
  public static @Nullable Quantity exits(List<Order> orders) {
    Order first = orders.get(0);
    List<Order> exits = orders.subList(1, orders.size());
    boolean fit = isEntry(first) && exits.stream().allMatch(each -> isExit(each, first));
    if (!fit || !(exits.size() == 1 || isPair(exits))) {
      return null;
    }
    Quantity received = received(first.spec(), first.spec().quantity());
    return exits.stream().allMatch(each -> isSendable(each.spec(), received)) ? received : null;
  }

  private static boolean isEntry(Order order) {
    OrderLink link = order.link();
    OrderSpec spec = order.spec();
    return order.entry()
        && link != null
        && link.leg() == null
        && spec.type() == OrderType.LIMIT
        && spec.displayQuantity() == null;
  }

  private static boolean isExit(Order order, Order first) {
    OrderSpec spec = order.spec();
    return !order.entry()
        && spec.side() != first.spec().side()
        && spec.quantity().equals(first.spec().quantity())
        && spec.expiresAt() == 0
        && PairTerms.isPlain(spec);
  }

  private static boolean isPair(List<Order> exits) {
    return exits.size() == 2
        && exits.stream().map(Order::link).allMatch(each -> each != null && each.isShared())
        && PairTerms.fit(exits.get(0).spec(), exits.get(1).spec());
  }

  /**
   * What of a part that an entry fills is there for exits for certain: a venue of spot takes its
   * fee from what is bought, and exits that are larger could sell what the account had before.
   * Where a fee has more decimals than the currency each fill may be charged a little more, and one
   * step less is asked for.
   */
  public static Quantity received(OrderSpec entry, Quantity part) {
    Instrument instrument = entry.instrument();
    if (!instrument.isSpot() || entry.side() != Side.BUY) {
      return part;
    }
    long taker = entry.postOnly() ? 0 : instrument.takerFee().raw();
    long fee = Math.max(0, Math.max(taker, instrument.makerFee().raw()));
    BigInteger left =
        BigInteger.valueOf(part.raw())
            .multiply(BigInteger.valueOf(Math.max(0, Rate.ONE - fee)))
            .divide(BigInteger.valueOf(Rate.ONE));
    Quantity received = instrument.roundDown(new Quantity(left.longValueExact(), part.decimals()));
    return isExact(instrument, fee) ? received : ListShares.less(received, instrument.stepSize());
  }

  private static boolean isExact(Instrument instrument, long fee) {
    Quantity step = instrument.stepSize().withDecimals(instrument.base().decimals());
    return BigInteger.valueOf(step.raw())
            .multiply(BigInteger.valueOf(fee))
            .mod(BigInteger.valueOf(Rate.ONE))
            .signum()
        == 0;
  }

  private static boolean isSendable(OrderSpec exit, Quantity quantity) {
    Instrument instrument = exit.instrument();
    Trigger trigger = exit.trigger();
    Price price = exit.price() != null || trigger == null ? exit.price() : trigger.price();
    return quantity.isPositive()
        && quantity.compareTo(instrument.minQuantity()) >= 0
        && (price == null
            || instrument.notional(price, quantity).compareTo(instrument.minNotional()) >= 0);
  }
}
