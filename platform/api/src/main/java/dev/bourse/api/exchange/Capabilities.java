package dev.bourse.api.exchange;

import dev.bourse.api.model.OrderType;
import dev.bourse.api.model.TimeInForce;
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
 */
public record Capabilities(
    Set<OrderType> orderTypes,
    Set<TimeInForce> timesInForce,
    boolean postOnly,
    boolean reduceOnly,
    Duration history,
    boolean sandbox) {
  /** Keeps ordered copies of the sets. */
  public Capabilities {
    orderTypes = Collections.unmodifiableSet(new TreeSet<>(orderTypes));
    timesInForce = Collections.unmodifiableSet(new TreeSet<>(timesInForce));
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
