package dev.bourse.core.state;

import dev.bourse.api.alert.Alert;
import dev.bourse.api.event.Bar;
import dev.bourse.api.model.ClientOrderId;
import dev.bourse.api.model.Fill;
import dev.bourse.api.model.Order;
import dev.bourse.api.trace.TurnResult;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What the fold of one event leaves for the deciding part of the turn. Reused. Not thread-safe. */
public final class Effects {
  /**
   * Something that an order's owner should hear.
   *
   * @param order the order after the change
   * @param fills fills that came with it, maybe none
   */
  public record OrderChange(Order order, List<Fill> fills) {}

  private final List<Bar> bars = new ArrayList<>();
  private final List<Bar> past = new ArrayList<>();
  private final List<OrderChange> changes = new ArrayList<>();
  private final List<OrderChange> fees = new ArrayList<>();
  private final List<Order> lost = new ArrayList<>();
  private final List<ClientOrderId> due = new ArrayList<>();
  private final List<ClientOrderId> exhausted = new ArrayList<>();
  private final Set<ClientOrderId> queries = new LinkedHashSet<>();
  private final List<TurnResult.Noted> notes = new ArrayList<>();

  /** Forgets the last turn. */
  public void clear() {
    if (!bars.isEmpty()) {
      bars.clear();
    }
    if (!past.isEmpty()) {
      past.clear();
    }
    if (!changes.isEmpty()) {
      changes.clear();
    }
    if (!fees.isEmpty()) {
      fees.clear();
    }
    if (!lost.isEmpty()) {
      lost.clear();
    }
    if (!due.isEmpty()) {
      due.clear();
    }
    if (!exhausted.isEmpty()) {
      exhausted.clear();
    }
    if (!queries.isEmpty()) {
      queries.clear();
    }
    if (!notes.isEmpty()) {
      notes.clear();
    }
  }

  /** An order's owner should hear of it. */
  public void changed(Order order) {
    changes.add(new OrderChange(order, List.of()));
  }

  void filled(Order order, Fill fill) {
    changes.add(new OrderChange(order, List.of(fill)));
  }

  /** A fee that has to be converted was charged. */
  void charged(Order order, Fill fill) {
    fees.add(new OrderChange(order, List.of(fill)));
  }

  /** An order ended that nobody had asked to end. */
  void lost(Order order) {
    lost.add(order);
  }

  /** Orders that ended though nobody had asked for that. */
  public List<Order> lost() {
    return lost;
  }

  void query(ClientOrderId id) {
    queries.add(id);
  }

  void note(Alert.Level level, String text) {
    notes.add(new TurnResult.Noted(level, text));
  }

  /**
   * An order that the platform itself must act on now: its trigger was passed or its time is over.
   */
  void due(ClientOrderId id) {
    due.add(id);
  }

  /** Orders whose trigger was passed here, or whose time is over, in order. */
  public List<ClientOrderId> due() {
    return due;
  }

  /** Nothing is proven of an order however often it was queried, and it is to be cancelled. */
  void exhausted(ClientOrderId id) {
    exhausted.add(id);
  }

  /** Orders that may be at the venue, of which nobody answers, and that are to be cancelled. */
  public List<ClientOrderId> exhausted() {
    return exhausted;
  }

  /** Bars that ended, small to large. */
  public List<Bar> bars() {
    return bars;
  }

  /** Bars of the past that a strategy is told, by their end. */
  public List<Bar> past() {
    return past;
  }

  /** Orders that moved, in order. */
  public List<OrderChange> changes() {
    return changes;
  }

  /** Executions whose fees are to be converted, in order. */
  public List<OrderChange> fees() {
    return fees;
  }

  /**
   * Whether there is nothing to be queried, nothing to be converted and nothing that people should
   * hear.
   */
  public boolean isQuiet() {
    return queries.isEmpty() && notes.isEmpty() && fees.isEmpty();
  }

  /** Orders to be queried, in order of asking. */
  public Set<ClientOrderId> queries() {
    return queries;
  }

  /** What people should hear. */
  public List<TurnResult.Noted> notes() {
    return notes;
  }
}
