package dev.bourse.api.exchange;

import dev.bourse.api.model.OrderType;
import dev.bourse.api.model.TimeInForce;
import dev.bourse.api.model.TrailingOffset;
import dev.bourse.api.model.TrailingUnit;
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
 * @param orderBrackets whether it takes an order and one or two that wait there until it has filled
 *     whole, in one command, all or nothing: those that wait reserve nothing, two of them are a
 *     pair as {@code orderPairs} says, the cancel of one is the cancel of all, and what ends the
 *     first before it has filled whole ends them; one that cannot be placed then is reported as
 *     rejected
 * @param flowHistory whether it can be asked which money came and went without a trade
 * @param barHistory whether its finished bars can be asked for, {@link MarketDataClient#bars}
 * @param trailingUnits how the offsets of its trailing orders may be said; empty if it holds none
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
    boolean orderBrackets,
    boolean flowHistory,
    boolean barHistory,
    Set<TrailingUnit> trailingUnits) {
  /**
   * Keeps ordered copies of the sets; throws {@link IllegalArgumentException} for trailing orders
   * without an offset that they may trail by.
   */
  public Capabilities {
    orderTypes = Collections.unmodifiableSet(new TreeSet<>(orderTypes));
    timesInForce = Collections.unmodifiableSet(new TreeSet<>(timesInForce));
    triggerTypes = Collections.unmodifiableSet(new TreeSet<>(triggerTypes));
    trailingUnits = Collections.unmodifiableSet(new TreeSet<>(trailingUnits));
    if (trailingUnits.isEmpty() && orderTypes.stream().anyMatch(OrderType::isTrailing)) {
      throw new IllegalArgumentException(
          "a venue that holds trailing orders takes at least one unit of their offsets, of "
              + EnumSet.allOf(TrailingUnit.class)
              + "; orderTypes="
              + orderTypes);
    }
  }

  /** A venue of which nothing is declared yet. */
  public static Builder builder(Duration history, boolean sandbox) {
    return new Builder(history, sandbox);
  }

  /** Market and limit orders, GTC, IOC and FOK: what every spot venue has. */
  public static Capabilities basic(Duration history, boolean sandbox) {
    return builder(history, sandbox)
        .orderTypes(EnumSet.of(OrderType.MARKET, OrderType.LIMIT))
        .timesInForce(EnumSet.of(TimeInForce.GTC, TimeInForce.IOC, TimeInForce.FOK))
        .postOnly(true)
        .build();
  }

  /** Whether its trailing orders may trail by such an offset. */
  public boolean takes(TrailingOffset offset) {
    TrailingUnit unit = offset.unit();
    return trailingUnits.contains(unit)
        || (unit == TrailingUnit.BASIS_POINTS && trailingUnits.contains(TrailingUnit.SHARE));
  }

  /** Declares one after the other; what is not said is not there. Not thread-safe. */
  public static final class Builder {
    private final Duration history;
    private final boolean sandbox;
    private Set<OrderType> orderTypes = Set.of();
    private Set<TimeInForce> timesInForce = Set.of();
    private Set<TriggerType> triggerTypes = Set.of();
    private Set<TrailingUnit> trailingUnits = Set.of();
    private boolean postOnly;
    private boolean reduceOnly;
    private boolean amend;
    private boolean displayQuantity;
    private boolean linkedOrders;
    private boolean quoteAmounts;
    private boolean orderPairs;
    private boolean orderBrackets;
    private boolean flowHistory;
    private boolean barHistory;

    private Builder(Duration history, boolean sandbox) {
      this.history = history;
      this.sandbox = sandbox;
    }

    /** See {@link Capabilities#orderTypes()}. */
    public Builder orderTypes(Set<OrderType> declared) {
      orderTypes = declared;
      return this;
    }

    /** See {@link Capabilities#timesInForce()}. */
    public Builder timesInForce(Set<TimeInForce> declared) {
      timesInForce = declared;
      return this;
    }

    /** See {@link Capabilities#triggerTypes()}. */
    public Builder triggerTypes(Set<TriggerType> declared) {
      triggerTypes = declared;
      return this;
    }

    /** See {@link Capabilities#trailingUnits()}. */
    public Builder trailingUnits(Set<TrailingUnit> declared) {
      trailingUnits = declared;
      return this;
    }

    /** See {@link Capabilities#postOnly()}. */
    public Builder postOnly(boolean declared) {
      postOnly = declared;
      return this;
    }

    /** See {@link Capabilities#reduceOnly()}. */
    public Builder reduceOnly(boolean declared) {
      reduceOnly = declared;
      return this;
    }

    /** See {@link Capabilities#amend()}. */
    public Builder amend(boolean declared) {
      amend = declared;
      return this;
    }

    /** See {@link Capabilities#displayQuantity()}. */
    public Builder displayQuantity(boolean declared) {
      displayQuantity = declared;
      return this;
    }

    /** See {@link Capabilities#linkedOrders()}. */
    public Builder linkedOrders(boolean declared) {
      linkedOrders = declared;
      return this;
    }

    /** See {@link Capabilities#quoteAmounts()}. */
    public Builder quoteAmounts(boolean declared) {
      quoteAmounts = declared;
      return this;
    }

    /** See {@link Capabilities#orderPairs()}. */
    public Builder orderPairs(boolean declared) {
      orderPairs = declared;
      return this;
    }

    /** See {@link Capabilities#orderBrackets()}. */
    public Builder orderBrackets(boolean declared) {
      orderBrackets = declared;
      return this;
    }

    /** See {@link Capabilities#flowHistory()}. */
    public Builder flowHistory(boolean declared) {
      flowHistory = declared;
      return this;
    }

    /** See {@link Capabilities#barHistory()}. */
    public Builder barHistory(boolean declared) {
      barHistory = declared;
      return this;
    }

    /** The venue as declared; throws as {@link Capabilities} does. */
    public Capabilities build() {
      return new Capabilities(
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
          orderBrackets,
          flowHistory,
          barHistory,
          trailingUnits);
    }
  }
}
