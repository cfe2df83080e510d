package dev.bourse.api.exchange;

import dev.bourse.api.model.OrderType;
import dev.bourse.api.model.TimeInForce;
import dev.bourse.api.model.TriggerType;
import java.time.Duration;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a venue can do, as data that users and the risk gate can read.
 *
 * @param orderTypes the kinds of order it holds itself
 * @param timesInForce the lives it knows
 * @param postOnly whether it can refuse to take liquidity
 * @param reduceOnly whether it can enforce reduce-only
 * @param history how far back orders and fills can be asked for
 * @param sandbox whether no real money is at stake
 * @param amend whether it can change a live order in one step
 * @param triggerTypes the prices it can watch for conditional orders, besides its default
 * @param displayQuantity whether it can hide a part of an order
 * @param linkedOrders whether it holds orders of one list that share a quantity (OCO, OUO) with one
 *     reservation, and itself takes off the others what one of them fills, also off those that
 *     arrive after it
 * @param quoteAmounts whether it takes market orders for an amount of the quote currency on spot;
 *     after the last fill of one it reports its status as filled, with what is left over
 * @param orderPairs whether it takes two orders of one side and quantity in one command, all or
 *     nothing and with one reservation, of which the first that is executed in part or triggered
 *     ends the other, and the cancel of one is the cancel of both
 * @param flowHistory whether it can be asked which money came and went without a trade
 */
public record Capabilities(
    Set<OrderType> orderTypes,
    Set<TimeInForce> timesInForce,
    boolean postOnly,
    boolean reduceOnly,
    Duration history,
    boolean sandbox,
    boolean amend,
    Set<TriggerType> triggerTypes,
    boolean displayQuantity,
    boolean linkedOrders,
    boolean quoteAmounts,
    boolean orderPairs,
    boolean flowHistory) {
  /** Keeps ordered copies of the sets. */
  public Capabilities {
    orderTypes = Collections.unmodifiableSet(new TreeSet<>(orderTypes));
    timesInForce = Collections.unmodifiableSet(new TreeSet<>(timesInForce));
    triggerTypes = Collections.unmodifiableSet(new TreeSet<>(triggerTypes));
  }

  /** A venue without a history of flows. */
  public Capabilities(
      Set<OrderType> orderTypes,
      Set<TimeInForce> timesInForce,
      boolean postOnly,
      boolean reduceOnly,
      Duration history,
      boolean sandbox,
      boolean amend,
      Set<TriggerType> triggerTypes,
      boolean displayQuantity,
      boolean linkedOrders,
      boolean quoteAmounts,
      boolean orderPairs) {
    this(
        orderTypes,
        timesInForce,
        postOnly,
        reduceOnly,
        history,
        sandbox,
        amend,
        triggerTypes,
        displayQuantity,
        linkedOrders,
        quoteAmounts,
        orderPairs,
        false);
  }

  /** A venue that takes no pairs of orders. */
  public Capabilities(
      Set<OrderType> orderTypes,
      Set<TimeInForce> timesInForce,
      boolean postOnly,
      boolean reduceOnly,
      Duration history,
      boolean sandbox,
      boolean amend,
      Set<TriggerType> triggerTypes,
      boolean displayQuantity,
      boolean linkedOrders,
      boolean quoteAmounts) {
    this(
        orderTypes,
        timesInForce,
        postOnly,
        reduceOnly,
        history,
        sandbox,
        amend,
        triggerTypes,
        displayQuantity,
        linkedOrders,
        quoteAmounts,
        false);
  }

  /** A venue that takes no orders for an amount. */
  public Capabilities(
      Set<OrderType> orderTypes,
      Set<TimeInForce> timesInForce,
      boolean postOnly,
      boolean reduceOnly,
      Duration history,
      boolean sandbox,
      boolean amend,
      Set<TriggerType> triggerTypes,
      boolean displayQuantity,
      boolean linkedOrders) {
    this(
        orderTypes,
        timesInForce,
        postOnly,
        reduceOnly,
        history,
        sandbox,
        amend,
        triggerTypes,
        displayQuantity,
        linkedOrders,
        false);
  }

  /** A venue that neither amends nor watches a choice of prices nor hides nor links. */
  public Capabilities(
      Set<OrderType> orderTypes,
      Set<TimeInForce> timesInForce,
      boolean postOnly,
      boolean reduceOnly,
      Duration history,
      boolean sandbox) {
    this(
        orderTypes,
        timesInForce,
        postOnly,
        reduceOnly,
        history,
        sandbox,
        false,
        EnumSet.noneOf(TriggerType.class),
        false,
        false);
  }

  /** Market and limit orders, GTC, IOC and FOK: what every spot venue has. */
  public static Capabilities basic(Duration history, boolean sandbox) {
    return new Capabilities(
        EnumSet.of(OrderType.MARKET, OrderType.LIMIT),
        EnumSet.of(TimeInForce.GTC, TimeInForce.IOC, TimeInForce.FOK),
        true,
        false,
        history,
        sandbox);
  }
}
