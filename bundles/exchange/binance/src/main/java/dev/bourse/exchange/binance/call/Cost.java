package dev.bourse.exchange.binance.call;

import java.util.Map;

/**
 * What a call over the WebSocket API uses up (web-socket-api.md names it with each call). Orders
 * and cancels that succeed get their weight back, so theirs counts while they are under way and
 * when they are refused.
 *
 * @param weight of the limit that is counted for an address
 * @param orders new orders, of the limits that are counted for an account
 */
public record Cost(int weight, int orders) {
  /** Nothing. */
  static final Cost NOTHING = new Cost(0, 0);

  /** What a cancel uses up. */
  public static final Cost CANCEL = new Cost(1, 0);

  /** What a new order uses up. */
  public static final Cost ORDER = new Cost(1, 1);

  /** What two orders use up of which one ends the other. */
  public static final Cost PAIR = new Cost(1, 2);

  /** What a smaller quantity of an order uses up. */
  public static final Cost REDUCTION = new Cost(4, 0);

  private static final Cost LEAST = new Cost(1, 0);

  private static final Map<String, Cost> OTHERS =
      Map.ofEntries(
          Map.entry("order.place", ORDER),
          Map.entry("order.cancelReplace", ORDER),
          Map.entry("orderList.place.oco", PAIR),
          Map.entry("order.amend.keepPriority", REDUCTION),
          Map.entry("order.status", new Cost(4, 0)),
          Map.entry("openOrders.status", new Cost(80, 0)),
          Map.entry("allOrders", new Cost(20, 0)),
          Map.entry("myTrades", new Cost(20, 0)),
          Map.entry("account.status", new Cost(20, 0)),
          Map.entry("account.commission", new Cost(20, 0)),
          Map.entry("session.logon", new Cost(2, 0)),
          Map.entry("userDataStream.subscribe", new Cost(2, 0)),
          Map.entry("userDataStream.subscribe.signature", new Cost(2, 0)));

  /** What a method uses up; the least if it is not known. */
  static Cost of(String method) {
    return OTHERS.getOrDefault(method, LEAST);
  }
}
