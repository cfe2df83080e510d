package dev.bourse.core.lists;

import dev.bourse.api.model.Order;
import dev.bourse.api.model.OrderLeg;
import dev.bourse.api.model.OrderStatus;
import dev.bourse.api.model.Price;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The newest orders of a list that a venue takes as a pair. Pure.
 *
 * @param stop the one that stops a loss
 * @param target the one that takes a profit
 */
record ListPair(Order stop, Order target) {
  /** The pair of a list, or null where its orders are placed one by one. */
  static @Nullable ListPair of(ListFacts list, List<Order> legs) {
    if (!list.venue().pairs()) {
      return null;
    }
    Map<Integer, Order> newest = new TreeMap<>();
    for (Order leg : legs) {
      if (!ListShares.link(leg).isShared()) {
        return null;
      }
      newest.put(ListShares.leg(leg).number(), leg);
    }
    List<Order> two = List.copyOf(newest.values());
    if (two.size() != 2 || !PairTerms.fit(two.get(0).spec(), two.get(1).spec())) {
      return null;
    }
    return PairTerms.isStop(two.get(0).spec())
        ? new ListPair(two.get(0), two.get(1))
        : new ListPair(two.get(1), two.get(0));
  }

  boolean isStop(Order leg) {
    return leg.id().equals(stop.id());
  }

  /** The other one. */
  Order other(Order leg) {
    return isStop(leg) ? target : stop;
  }

  boolean isStopPassed(@Nullable Price now) {
    return ListRules.isPassed(stop.spec(), now);
  }

  boolean isTargetReached(@Nullable Price now) {
    return PairTerms.isReached(target.spec(), now);
  }

  /** Whether one of them was set off: then the venue ends the other, and nothing is changed. */
  boolean isTriggered() {
    return stop.triggered() || target.triggered();
  }

  /**
   * Whether the venue ended both, or refused one and ended the other, before anything of them had
   * happened and their time was over: as it does with exits that it cannot place when they are to
   * work. A stop that was made after the other ended stood alone already.
   */
  boolean wasEnded() {
    return isEnded(stop) && isEnded(target) && target.updatedAt() > stop.createdAt();
  }

  private static boolean isEnded(Order leg) {
    boolean ended = leg.status() == OrderStatus.EXPIRED || leg.status() == OrderStatus.REJECTED;
    OrderLeg.Stage stage = ListShares.leg(leg).stage();
    return ended
        && stage == OrderLeg.Stage.ACTIVE
        && leg.spec().expiresAt() == 0
        && leg.filled().isZero()
        && !leg.triggered();
  }

  /**
   * Whether the venue or its adapter refused both in one answer, so that the stop may be taken
   * alone. A stop that was made after the other was refused stood alone already.
   */
  boolean wasRefused() {
    return ListShares.wasRefused(stop)
        && (ListShares.wasRefused(target) || target.status() == OrderStatus.REJECTED)
        && target.updatedAt() > stop.createdAt();
  }
}
