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

  /** What a list of two orders uses up: a pair, or an order and one that waits for it. */
  public static final Cost PAIR = new Cost(1, 2);

  /** What an order uses up with a pair that waits for it. */
  public static final Cost BRACKET = new Cost(1, 3);

  /** What a smaller quantity of an order uses up. */
  public static final Cost REDUCTION = new Cost(4, 0);

  private static final Cost LEAST = new Cost(1, 0);

  private static final Map<String, Cost> OTHERS =
      Map.ofEntries(
          Map.entry("order.place", ORDER),
          Map.entry("order.cancelReplace", ORDER),
          Map.entry("orderList.place.oco", PAIR),
          Map.entry("orderList.place.oto", PAIR),
          Map.entry("orderList.place.otoco", BRACKET),
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
