package dev.bourse.core.lists;

import dev.bourse.api.model.ClientOrderId;
import dev.bourse.api.model.Contingency;
import dev.bourse.api.model.Order;
import dev.bourse.api.model.OrderLeg;
import dev.bourse.api.model.OrderSpec;
import dev.bourse.api.model.OrderStatus;
import dev.bourse.api.model.OrderType;
import dev.bourse.api.model.Price;
import dev.bourse.api.model.Quantity;
import dev.bourse.api.model.Side;
import dev.bourse.api.model.Trigger;
import dev.bourse.core.ledger.ListReason;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is to be done next for the orders of a list. Pure: the same facts, the same move.
 *
 * <p>At a venue that links orders both of a pair rest there, and what one fills the venue takes off
 * the other; the platform only follows. At a venue that takes pairs both rest there as well, but
 * what one fills ends the other whole: what is left is called back and placed again as a pair, and
 * so is a pair that is to grow. At any other venue at most one of them is there at a time: the
 * other is held here, and leaves only when the end of the first is proven.
 */
public final class ListRules {
  private static final String LEFT = "left=";

  private final ListFacts list;
  private final ListShares shares;
  private final Set<ClientOrderId> skipped;
  private final @Nullable ListPair pair;

  private ListRules(ListFacts list, Set<ClientOrderId> skipped) {
    this.list = list;
    this.shares = new ListShares(list);
    this.skipped = skipped;
    this.pair = ListPair.of(list, shares.legs());
  }

  /**
   * The next move, or null if there is nothing to do.
   *
   * @param skipped orders that something was tried for in vain
   */
  public static @Nullable ListMove next(ListFacts list, Set<ClientOrderId> skipped) {
    return new ListRules(list, skipped).next();
  }

  private @Nullable ListMove next() {
    for (Order leg : shares.legs()) {
      if (!skipped.contains(leg.id())) {
        ListMove move = leg.isLive() ? live(leg) : closed(leg);
        if (move != null) {
          return move;
        }
      }
    }
    return entryRest();
  }

  /**
   * Once an exit has filled all there was, the trade is over: the rest of its entry is not. One
   * that has filled more than its entry proves that more of that is to be heard of.
   */
  private @Nullable ListMove entryRest() {
    Order parent = shares.parent();
    if (parent == null
        || !parent.isLive()
        || skipped.contains(parent.id())
        || list.isBusy(parent)) {
      return null;
    }
    boolean over = false;
    for (Order leg : shares.legs()) {
      if (leg.isLive() || !ListShares.link(leg).isShared() || shares.isAhead(leg)) {
        return null;
      }
      over |= leg.status() == OrderStatus.FILLED;
    }
    if (!over) {
      return null;
    }
    String reason = "EXIT_FILLED: the exits of what it had filled are done";
    return ListShares.isOut(parent)
        ? new ListMove.Cancel(parent, reason)
        : new ListMove.End(parent, reason);
  }

  private @Nullable ListMove live(Order leg) {
    if (leg.isPending()) {
      return new PendingExits(list, shares, skipped).next(leg);
    }
    Order cause = ListShares.link(leg).contingency() == Contingency.OCO ? filled(leg) : null;
    if (cause != null) {
      return drop(leg, becauseOf(cause));
    }
    Quantity quantity = shares.quantity(leg);
    if (leg.isWaiting()) {
      return waiting(leg, quantity);
    }
    if (shares.isAhead(leg)) {
      return null;
    }
    ListMove reduced = reduced(leg, quantity);
    if (reduced != null) {
      return reduced;
    }
    if (quantity.compareTo(leg.filled()) <= 0) {
      return drop(leg, nothingLeft(leg));
    }
    ListMove resized = quantity.equals(leg.spec().quantity()) ? null : resized(leg, quantity);
    return resized == null && list.passed().contains(leg.id()) ? leaving(leg) : resized;
  }

  /** A sibling that has filled something, the newest one. */
  private @Nullable Order filled(Order leg) {
    Order found = null;
    for (Order other : shares.sharing(leg)) {
      boolean own = ListShares.leg(other).number() == ListShares.leg(leg).number();
      found = !own && other.filled().isPositive() ? other : found;
    }
    return found;
  }

  /** Whether the market is at or beyond the trigger of a stop. */
  public static boolean isPassed(OrderSpec stop, @Nullable Price now) {
    Trigger trigger = stop.trigger();
    Price at = trigger == null ? null : trigger.price();
    if (at == null || now == null || stop.type().isTrailing() || stop.type().isIfTouched()) {
      return false;
    }
    return stop.side() == Side.SELL ? now.compareTo(at) <= 0 : now.compareTo(at) >= 0;
  }

  /** Whether an end is one of {@link #dust}. */
  public static boolean isDust(ListMove.End end) {
    return ListReason.DUST.isIn(end.reason());
  }

  /** What was left for an order that ended as {@link #dust}; nothing if it did not. */
  public static Optional<Quantity> dustLeft(Order ended) {
    String begin = ListReason.DUST.because(LEFT);
    String reason = ended.reason();
    return ended.status() == OrderStatus.CANCELED && reason.startsWith(begin)
        ? Optional.of(Quantity.of(reason.substring(begin.length()).split(" ", 2)[0]))
        : Optional.empty();
  }

  private static String becauseOf(Order cause) {
    return ListReason.SIBLING_FILLED.because("order=" + cause.id() + " filled=" + cause.filled());
  }

  private String nothingLeft(Order leg) {
    Order cause = filled(leg);
    return cause == null
        ? ListReason.NOTHING_LEFT.because(
            "position=" + list.position().side() + " " + list.position().quantity())
        : becauseOf(cause);
  }

  private @Nullable ListMove waiting(Order leg, Quantity quantity) {
    Order parent = shares.parent();
    if (shares.isSendable(leg, quantity)) {
      return begin(leg, new ListMove.Activate(leg, quantity, shares.filledByOthers(leg)));
    }
    if (parent != null && parent.isLive()) {
      return null;
    }
    boolean never = parent == null || parent.filled().isZero();
    return new ListMove.End(leg, never ? PendingExits.entryEnded(parent) : dust(quantity));
  }

  private String dust(Quantity left) {
    return ListReason.DUST.because(
        LEFT
            + left
            + " min_quantity="
            + list.rules().minQuantity()
            + " min_notional="
            + list.rules().minNotional());
  }

  /** The venue ends by itself what its sibling has filled; only if it does not, we ask. */
  private @Nullable ListMove drop(Order leg, String reason) {
    if (!ListShares.isOut(leg)) {
      return new ListMove.End(leg, reason);
    }
    boolean itself = (list.venue().links() || list.venue().pairs()) && isSettling(leg);
    return itself || list.isBusy(leg) ? null : new ListMove.Cancel(leg, reason);
  }

  /** Whether a sibling filled something a moment ago, which the venue has to act on itself. */
  private boolean isSettling(Order leg) {
    Order cause = filled(leg);
    return cause != null && list.time() - cause.updatedAt() < list.patience();
  }

  /** A held leg is told as well: the venue must know what was taken off before it arrives. */
  private @Nullable ListMove reduced(Order leg, Quantity quantity) {
    boolean follows = list.venue().links() && ListShares.link(leg).contingency() == Contingency.OUO;
    Quantity others = shares.filledByOthers(leg);
    Quantity taken = ListShares.leg(leg).taken();
    if (!follows || others.compareTo(taken) <= 0) {
      return null;
    }
    if (!ListShares.isOut(leg)) {
      return quantity.isPositive() ? new ListMove.Reduce(leg, quantity, others) : null;
    }
    Quantity left = ListShares.less(leg.spec().quantity(), ListShares.less(others, taken));
    Quantity least = left.compareTo(leg.filled()) < 0 ? leg.filled() : left;
    return new ListMove.Reduce(leg, least.isPositive() ? least : leg.spec().quantity(), others);
  }

  private @Nullable ListMove resized(Order leg, Quantity quantity) {
    if (pair != null && ListShares.isOut(leg) && ListShares.isOut(pair.other(leg))) {
      return calledBack(pair, leg);
    }
    boolean shrinks = quantity.compareTo(leg.spec().quantity()) < 0;
    Quantity rest = ListShares.less(quantity, leg.filled());
    if (shrinks && !shares.isSendable(leg, rest)) {
      return drop(leg, dust(rest));
    }
    if (!ListShares.isOut(leg)) {
      return new ListMove.Resize(leg, quantity);
    }
    if (!isChangeable(leg)) {
      return null;
    }
    return list.venue().amends() && leg.reason().isEmpty()
        ? new ListMove.Resize(leg, quantity)
        : new ListMove.Replace(leg, quantity);
  }

  private boolean isChangeable(Order leg) {
    boolean works =
        switch (leg.status()) {
          case ACCEPTED, TRIGGERED, PARTIALLY_FILLED -> !leg.unknown();
          default -> false;
        };
    return works && leg.spec().type() != OrderType.MARKET && !list.wasRefused(leg);
  }

  /** No order of a pair can be changed alone: both are called back, and come again together. */
  private @Nullable ListMove calledBack(ListPair both, Order leg) {
    boolean may =
        isChangeable(both.stop())
            && isChangeable(both.target())
            && !both.isTriggered()
            && !isSettling(leg)
            && !skipped.contains(both.other(leg).id());
    return may
        ? new ListMove.Both(
            new ListMove.Replace(both.stop(), shares.quantity(both.stop())),
            new ListMove.Replace(both.target(), shares.quantity(both.target())))
        : null;
  }

  /**
   * An order begins to work, alone or as one of a pair. Of a pair, one whose price the market has
   * reached goes alone, for the venue would refuse both; a stop that finds the target alone at the
   * venue has it called back, so that both can be there.
   */
  private @Nullable ListMove begin(Order leg, ListMove move) {
    if (pair == null) {
      return isCrowded(leg) ? null : move;
    }
    Order other = pair.other(leg);
    boolean stop = pair.isStop(leg);
    if (other.isPending()) {
      return null;
    }
    if (ListShares.isOut(other)) {
      return stop ? givenBack(pair) : null;
    }
    if (skipped.contains(other.id()) || (other.isLive() && !other.isWaiting())) {
      return null;
    }
    ListMove its = other.isLive() ? activation(other) : along(other);
    if (its == null) {
      return isAwaited(other) ? null : move;
    } else if (pair.isStopPassed(list.reference())) {
      return stop ? move : null;
    } else if (pair.isTargetReached(list.reference())) {
      return stop ? null : move;
    }
    return stop ? new ListMove.Both(move, its) : new ListMove.Both(its, move);
  }

  private boolean isAwaited(Order other) {
    Order parent = shares.parent();
    return other.isWaiting() && parent != null && parent.isLive();
  }

  private @Nullable ListMove activation(Order leg) {
    Quantity quantity = shares.quantity(leg);
    return shares.isSendable(leg, quantity)
        ? new ListMove.Activate(leg, quantity, shares.filledByOthers(leg))
        : null;
  }

  /**
   * What did not leave with its pair comes again with it: of both it is told one after the other,
   * so their pauses do not end in one moment.
   */
  private @Nullable ListMove along(Order other) {
    return Renewals.isDropped(other) ? successor(other) : renewal(other);
  }

  private @Nullable ListMove givenBack(ListPair both) {
    Order target = both.target();
    Quantity quantity = shares.quantity(target);
    boolean may =
        isChangeable(target)
            && !both.isTriggered()
            && !both.isTargetReached(list.reference())
            && !skipped.contains(target.id())
            && shares.isSendable(target, ListShares.less(quantity, target.filled()));
    return may ? new ListMove.Replace(target, quantity) : null;
  }

  /** A sibling that was set off itself is not called back. */
  private @Nullable ListMove leaving(Order leg) {
    for (Order other : shares.sharing(leg)) {
      if (ListShares.isOut(other)) {
        boolean stays = other.triggered() || list.isBusy(other);
        return stays ? null : new ListMove.MakeWay(leg, other);
      }
    }
    return new ListMove.Release(leg);
  }

  private @Nullable ListMove closed(Order leg) {
    if (!isWantedAgain(leg)) {
      return null;
    }
    Order cause = ListShares.link(leg).contingency() == Contingency.OCO ? filled(leg) : null;
    if (cause != null) {
      return isReplaced(leg) ? new ListMove.End(leg, becauseOf(cause)) : null;
    }
    ListMove renewal = renewal(leg);
    if (renewal != null) {
      return begin(leg, renewal);
    }
    Quantity rest = ListShares.less(shares.quantity(leg), leg.filled());
    Order parent = shares.parent();
    boolean grows = !isReplaced(leg) || (parent != null && parent.isLive());
    return grows ? null : new ListMove.End(leg, rest.isZero() ? nothingLeft(leg) : dust(rest));
  }

  private boolean isWantedAgain(Order leg) {
    return (isReplaced(leg) || isUsedUp(leg)) && !hasSuccessor(leg);
  }

  private boolean isReplaced(Order leg) {
    boolean ended = leg.status() == OrderStatus.CANCELED || leg.status() == OrderStatus.EXPIRED;
    return (ended && ListShares.leg(leg).stage() == OrderLeg.Stage.REPLACED)
        || Renewals.isDue(leg, list);
  }

  /** The successor of an order that has ended, or null if there is to be none now. */
  private @Nullable ListMove renewal(Order leg) {
    return isWantedAgain(leg) ? successor(leg) : null;
  }

  private @Nullable ListMove successor(Order leg) {
    Quantity rest = ListShares.less(shares.quantity(leg), leg.filled());
    return shares.isSendable(leg, rest)
        ? new ListMove.Renew(leg, rest, shares.filledByOthers(leg).plus(leg.filled()))
        : null;
  }

  /** Where the venue does not link, an order without a trigger goes out only when it is alone. */
  private boolean isCrowded(Order leg) {
    return !list.venue().links()
        && leg.spec().trigger() == null
        && ListShares.link(leg).isShared()
        && shares.sharing(leg).stream()
            .anyMatch(other -> ListShares.isOut(other) || list.passed().contains(other.id()));
  }

  /**
   * Nobody took it back: it, or its sibling for it, has filled all that the entry had filled, or
   * the venue refused a stop because the market has passed it. After a stop nothing but the stop
   * comes again, and what another one cancels by any fill never does.
   */
  private boolean isUsedUp(Order leg) {
    boolean late = ListShares.wasRefused(leg) && isPassed(leg.spec(), list.reference());
    if (leg.status() == OrderStatus.CANCELED && ListReason.SIBLING_FILLED.isIn(leg.reason())) {
      Order cause = filled(leg);
      boolean forGood = ListShares.link(leg).contingency() == Contingency.OCO;
      return !forGood && cause != null && !cause.triggered();
    }
    return late || leg.status() == OrderStatus.FILLED || isLeftBehind(leg);
  }

  /**
   * The stop of a pair that the venue ended because the target filled a part: what is left needs
   * one again. Or the venue refused or ended both by itself: a stop that protects goes alone.
   */
  private boolean isLeftBehind(Order leg) {
    if (pair == null || !pair.isStop(leg) || leg.entry()) {
      return false;
    }
    Order cause = filled(leg);
    boolean ended =
        leg.status() == OrderStatus.EXPIRED
            && ListShares.link(leg).contingency() == Contingency.OUO
            && cause != null
            && !cause.triggered();
    return ended || pair.wasRefused() || pair.wasEnded();
  }

  private boolean hasSuccessor(Order leg) {
    boolean behind = false;
    for (Order each : shares.legs()) {
      if (behind && ListShares.leg(each).number() == ListShares.leg(leg).number()) {
        return true;
      }
      behind |= each.id().equals(leg.id());
    }
    return false;
  }
}
