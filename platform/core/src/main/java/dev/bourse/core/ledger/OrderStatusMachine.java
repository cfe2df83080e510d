package dev.bourse.core.ledger;

import static dev.bourse.api.model.OrderStatus.ACCEPTED;
import static dev.bourse.api.model.OrderStatus.CANCELED;
import static dev.bourse.api.model.OrderStatus.DENIED;
import static dev.bourse.api.model.OrderStatus.EMULATED;
import static dev.bourse.api.model.OrderStatus.EXPIRED;
import static dev.bourse.api.model.OrderStatus.FILLED;
import static dev.bourse.api.model.OrderStatus.INITIALIZED;
import static dev.bourse.api.model.OrderStatus.PARTIALLY_FILLED;
import static dev.bourse.api.model.OrderStatus.PENDING_CANCEL;
import static dev.bourse.api.model.OrderStatus.PENDING_UPDATE;
import static dev.bourse.api.model.OrderStatus.REJECTED;
import static dev.bourse.api.model.OrderStatus.RELEASED;
import static dev.bourse.api.model.OrderStatus.SUBMITTED;
import static dev.bourse.api.model.OrderStatus.TRIGGERED;

import dev.bourse.api.model.Order;
import dev.bourse.api.model.OrderStatus;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The moves of an order as data: for each status, what each event makes of it. What is not in the
 * table changes nothing, because reports repeat and overtake each other.
 *
 * <p>Source: NautilusTrader's order status machine. Where we differ, money is the reason: a fill
 * always counts, whatever we believed before; a pending cancel or amend is over only when it is
 * answered, not when another report passes it; a report may overtake the note that its command was
 * sent.
 */
public final class OrderStatusMachine {
  /** What can happen to an order. */
  public enum Event {
    /** Refused by us, or never left. */
    DENIED,
    /** Held by the platform. */
    EMULATED,
    /** Its trigger was passed at the platform. */
    RELEASED,
    /** Handed to the adapter, which may still deny it. */
    SUBMITTED,
    /** The venue works it. */
    ACCEPTED,
    /** The venue refused it. */
    REJECTED,
    /** The rest was cancelled. */
    CANCELED,
    /** The rest ended by its time in force. */
    EXPIRED,
    /** Its trigger was passed at the venue. */
    TRIGGERED,
    /** An amend goes out. */
    UPDATE_REQUESTED,
    /** The venue changed it. */
    UPDATED,
    /** The amend was refused or never left. */
    UPDATE_REJECTED,
    /** A cancel goes out. */
    CANCEL_REQUESTED,
    /** The cancel was refused or never left. */
    CANCEL_REJECTED,
    /** A part was executed, some is left. */
    PARTLY_FILLED,
    /** The last part was executed. */
    FILLED
  }

  /**
   * What an event makes of a status.
   *
   * @param to the next status, null for the one before an amend or cancel was asked for
   */
  public record Move(@Nullable OrderStatus to) {}

  private static final Map<OrderStatus, Map<Event, Move>> TABLE = table();

  private OrderStatusMachine() {}

  /** What an event makes of a status, or null for nothing. */
  public static @Nullable Move move(OrderStatus from, Event event) {
    Map<Event, Move> row = TABLE.get(from);
    return row == null ? null : row.get(event);
  }

  /** The status of an order after an event, or null if the event changes nothing. */
  static @Nullable OrderStatus next(Order order, Event event) {
    Move move = move(order.status(), event);
    if (move == null) {
      return null;
    }
    return move.to() == null ? before(order) : move.to();
  }

  /** Where an order stands at the venue when nothing is asked of it. */
  static OrderStatus before(Order order) {
    if (order.filled().isPositive()) {
      return PARTIALLY_FILLED;
    }
    if (order.triggered()) {
      return TRIGGERED;
    }
    return order.venueOrderId() == null ? SUBMITTED : ACCEPTED;
  }

  private static Map<OrderStatus, Map<Event, Move>> table() {
    Map<OrderStatus, Map<Event, Move>> table = new EnumMap<>(OrderStatus.class);
    for (OrderStatus status : OrderStatus.values()) {
      table.put(status, row(status));
    }
    return table;
  }

  private static Map<Event, Move> row(OrderStatus status) {
    Row row = new Row(status);
    switch (status) {
      case INITIALIZED ->
          row.to(DENIED, EMULATED, RELEASED, SUBMITTED, ACCEPTED, REJECTED, CANCELED, EXPIRED)
              .to(TRIGGERED, PENDING_CANCEL)
              .stays(Event.UPDATED);
      case EMULATED -> row.to(DENIED, RELEASED, CANCELED, EXPIRED).stays(Event.UPDATED);
      case RELEASED ->
          row.to(DENIED, SUBMITTED, ACCEPTED, REJECTED, CANCELED, EXPIRED, PENDING_CANCEL)
              .stays(Event.UPDATED);
      case SUBMITTED ->
          row.to(DENIED, ACCEPTED, REJECTED, CANCELED, EXPIRED, TRIGGERED)
              .to(PENDING_UPDATE, PENDING_CANCEL)
              .stays(Event.UPDATED);
      case ACCEPTED ->
          row.to(REJECTED, CANCELED, EXPIRED, TRIGGERED, PENDING_UPDATE, PENDING_CANCEL)
              .stays(Event.ACCEPTED, Event.UPDATED);
      case TRIGGERED ->
          row.to(REJECTED, CANCELED, EXPIRED, PENDING_UPDATE, PENDING_CANCEL)
              .stays(Event.ACCEPTED, Event.TRIGGERED, Event.UPDATED);
      case PARTIALLY_FILLED ->
          row.to(CANCELED, EXPIRED, PENDING_UPDATE, PENDING_CANCEL)
              .stays(Event.ACCEPTED, Event.TRIGGERED, Event.UPDATED);
      case PENDING_UPDATE ->
          row.to(DENIED, REJECTED, CANCELED, EXPIRED, PENDING_CANCEL)
              .stays(Event.ACCEPTED, Event.TRIGGERED, Event.UPDATE_REQUESTED, Event.PARTLY_FILLED)
              .back(Event.UPDATED, Event.UPDATE_REJECTED);
      case PENDING_CANCEL ->
          row.to(DENIED, REJECTED, CANCELED, EXPIRED)
              .stays(Event.ACCEPTED, Event.TRIGGERED, Event.UPDATED, Event.UPDATE_REJECTED)
              .stays(Event.CANCEL_REQUESTED, Event.PARTLY_FILLED)
              .back(Event.CANCEL_REJECTED);
      case CANCELED, EXPIRED -> row.stays(Event.PARTLY_FILLED);
      case DENIED, REJECTED, FILLED -> {}
    }
    return row.moves;
  }

  /** One status; a fill is part of every row. */
  private static final class Row {
    final Map<Event, Move> moves = new EnumMap<>(Event.class);
    private final OrderStatus from;

    Row(OrderStatus from) {
      this.from = from;
      moves.put(Event.PARTLY_FILLED, new Move(from == FILLED ? FILLED : PARTIALLY_FILLED));
      moves.put(Event.FILLED, new Move(FILLED));
    }

    Row to(OrderStatus... targets) {
      for (OrderStatus target : targets) {
        moves.put(eventOf(target), new Move(target));
      }
      return this;
    }

    Row stays(Event... events) {
      for (Event event : events) {
        moves.put(event, new Move(from));
      }
      return this;
    }

    Row back(Event... events) {
      for (Event event : events) {
        moves.put(event, new Move(null));
      }
      return this;
    }

    private static Event eventOf(OrderStatus target) {
      return switch (target) {
        case PENDING_UPDATE -> Event.UPDATE_REQUESTED;
        case PENDING_CANCEL -> Event.CANCEL_REQUESTED;
        default -> Event.valueOf(target.name());
      };
    }
  }
}
