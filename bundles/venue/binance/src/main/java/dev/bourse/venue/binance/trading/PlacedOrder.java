package dev.bourse.venue.binance.trading;

import dev.bourse.api.model.ClientOrderId;
import dev.bourse.api.model.Fill;
import dev.bourse.api.model.Order;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An order and what became of it. Changed by the venue's thread only. */
public final class PlacedOrder {
  private final long id;
  private final Ticket ticket;
  private final long createdAt;
  private final List<Execution> executions = new ArrayList<>();
  private String clientId;
  private State state = State.NEW;
  private BigDecimal quantity;
  private BigDecimal filled = BigDecimal.ZERO;
  private BigDecimal paid = BigDecimal.ZERO;
  private BigDecimal prevented = BigDecimal.ZERO;
  private long preventedMatch = -1;
  private long updatedAt;
  private long workingAt = -1;
  private @Nullable String expiry;
  private String rejection = "NONE";
  private @Nullable Order sent;
  private @Nullable String cancelId;
  private int amendments;
  private boolean accepted;
  private @Nullable OrderGroup group;
  private @Nullable PlacedOrder replaced;

  PlacedOrder(long id, String clientId, Ticket ticket, BigDecimal quantity, long time) {
    this.id = id;
    this.clientId = clientId;
    this.ticket = ticket;
    this.quantity = quantity;
    this.createdAt = time;
    this.updatedAt = time;
  }

  /** Where an order stands, in the protocol's words. */
  public enum State {
    /** Waits for another order of its list. */
    PENDING_NEW,
    /** Works. */
    NEW,
    /** Works, a part is filled. */
    PARTIALLY_FILLED,
    /** Filled whole. */
    FILLED,
    /** Ended by its owner. */
    CANCELED,
    /** Ended by its terms. */
    EXPIRED,
    /** Ended because it would have traded with its own account. */
    EXPIRED_IN_MATCH;

    /** Whether it may still fill. */
    public boolean isOpen() {
      return this == PENDING_NEW || this == NEW || this == PARTIALLY_FILLED;
    }
  }

  /**
   * A part that was filled.
   *
   * @param tradeId the number of the trade in its market
   * @param fill what the exchange reported
   */
  public record Execution(long tradeId, Fill fill) {}

  /** One call ended the other order and placed this one. */
  public void replaces(PlacedOrder other) {
    replaced = other;
  }

  /** The order whose place it took, null if it took none. */
  public @Nullable PlacedOrder replaced() {
    return replaced;
  }

  void fill(Execution execution) {
    Fill fill = execution.fill();
    executions.add(execution);
    filled = filled.add(Amounts.of(fill.quantity()));
    paid = paid.add(Amounts.of(fill.notional()));
    state = filled.compareTo(quantity) >= 0 ? State.FILLED : State.PARTIALLY_FILLED;
    updatedAt = fill.eventTime();
  }

  void end(State newState, @Nullable String reason, long time) {
    state = newState;
    expiry = reason;
    updatedAt = time;
  }

  void prevent(BigDecimal left, long match, long time) {
    prevented = left;
    preventedMatch = match;
    end(State.EXPIRED_IN_MATCH, null, time);
  }

  void hold() {
    state = State.PENDING_NEW;
  }

  void release(long time) {
    state = State.NEW;
    updatedAt = time;
  }

  /** It waited, and could not be placed then. */
  void refuse(String reason) {
    rejection = reason;
  }

  void works(long time) {
    workingAt = time;
  }

  void amend(BigDecimal newQuantity, String newClientId, long time) {
    quantity = newQuantity;
    clientId = newClientId;
    updatedAt = time;
    amendments++;
  }

  /** Its owner's cancel takes its name away: from now on it is called like that. */
  void canceledAs(String name) {
    cancelId = name;
  }

  void reduce(BigDecimal newQuantity) {
    quantity = newQuantity;
  }

  void send(Order order) {
    sent = order;
  }

  /** Whether the exchange took it. */
  boolean isSent() {
    return accepted;
  }

  void accept() {
    accepted = true;
  }

  void join(OrderGroup newGroup) {
    group = newGroup;
  }

  /** The venue's number of it. */
  public long id() {
    return id;
  }

  /** The exchange's name of it. */
  ClientOrderId innerId() {
    return new ClientOrderId("o" + id);
  }

  /** What was asked for. */
  public Ticket ticket() {
    return ticket;
  }

  /** The client's name of it now, or when it was cancelled. */
  public String clientId() {
    return clientId;
  }

  /** What it is called when it is asked for: the name of its cancel replaced its own. */
  public String calledNow() {
    return cancelId == null ? clientId : cancelId;
  }

  /** How often its quantity was changed by its owner. */
  public int amendments() {
    return amendments;
  }

  /** Where it stands. */
  public State state() {
    return state;
  }

  /** Whether it may still fill. */
  public boolean isOpen() {
    return state.isOpen();
  }

  /** How much it is for. */
  public BigDecimal quantity() {
    return quantity;
  }

  /** How much was filled. */
  public BigDecimal filled() {
    return filled;
  }

  /** What that was worth. */
  public BigDecimal paid() {
    return paid;
  }

  /** How much ended because it would have traded with its own account. */
  public BigDecimal prevented() {
    return prevented;
  }

  /** The number of that meeting, -1 for none. */
  public long preventedMatch() {
    return preventedMatch;
  }

  /** When it came, nanoseconds. */
  public long createdAt() {
    return createdAt;
  }

  /** When it last changed, nanoseconds. */
  public long updatedAt() {
    return updatedAt;
  }

  /** Since when it is in the book, nanoseconds; -1 while it waits. */
  public long workingAt() {
    return workingAt;
  }

  /** Why it expired, or null. */
  public @Nullable String expiry() {
    return expiry;
  }

  /** Why it could not be placed after it had waited, {@code NONE} if that is not so. */
  public String rejection() {
    return rejection;
  }

  /** Its fills, oldest first. */
  public List<Execution> executions() {
    return List.copyOf(executions);
  }

  /** The list it belongs to, or null. */
  public @Nullable OrderGroup group() {
    return group;
  }

  /** What was sent to the exchange, or null while it waits for another. */
  @Nullable Order sent() {
    return sent;
  }

  /** Whether it is in the book, not waiting for a price or for another order. */
  public boolean rests() {
    return isOpen() && workingAt >= 0;
  }
}
