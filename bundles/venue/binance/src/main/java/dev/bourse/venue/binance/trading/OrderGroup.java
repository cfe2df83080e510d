package dev.bourse.venue.binance.trading;

import java.util.ArrayList;
import java.util.List;

/** Orders that were placed together and depend on each other. */
public final class OrderGroup {
  private final long id;
  private final String clientId;
  private final Contingency contingency;
  private final List<PlacedOrder> orders = new ArrayList<>();
  private final long createdAt;
  private boolean announcedDone;

  OrderGroup(long id, String clientId, Contingency contingency, long time) {
    this.id = id;
    this.clientId = clientId;
    this.contingency = contingency;
    this.createdAt = time;
  }

  /** How they depend on each other. */
  public enum Contingency {
    /** One ends the other. */
    OCO,
    /** The first one, once filled, sends the others. */
    OTO
  }

  void add(PlacedOrder order) {
    orders.add(order);
    order.join(this);
  }

  /** Whether this is the first time that all of them are done. */
  boolean finishes() {
    boolean first = !announcedDone && isDone();
    announcedDone |= first;
    return first;
  }

  /** The venue's number of it. */
  public long id() {
    return id;
  }

  /** The client's name of it. */
  public String clientId() {
    return clientId;
  }

  /** How they depend on each other. */
  public Contingency contingency() {
    return contingency;
  }

  /** The orders as they were placed. */
  public List<PlacedOrder> orders() {
    return List.copyOf(orders);
  }

  /** Whether an order waited for the first one when it came. */
  public boolean isBehind(PlacedOrder order) {
    return contingency == Contingency.OTO && orders.indexOf(order) > 0;
  }

  /** When it came, nanoseconds. */
  public long createdAt() {
    return createdAt;
  }

  /** Whether none of them may still fill. */
  public boolean isDone() {
    return orders.stream().noneMatch(PlacedOrder::isOpen);
  }
}
