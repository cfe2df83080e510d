package dev.bourse.core.ledger;

import dev.bourse.api.model.ClientOrderId;
import dev.bourse.api.model.Instrument;
import dev.bourse.api.model.InstrumentId;
import dev.bourse.api.model.Order;
import dev.bourse.api.model.Quantity;
import dev.bourse.api.model.Side;
import dev.bourse.core.portfolio.Portfolio;
import dev.bourse.core.portfolio.PositionKey;
import dev.bourse.core.risk.ApprovedOrder;
import dev.bourse.core.table.CowTable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * All orders of a trader. Takes new ones only as {@link ApprovedOrder}; keeps every live order and
 * the newest closed ones. Every change adjusts the reservation in the portfolio by what it changed.
 * Not thread-safe.
 */
public final class OrderLedger {
  private final CowTable<Order> orders = new CowTable<>();
  private final Map<ClientOrderId, Integer> rows = new HashMap<>();
  private final Map<PositionKey, OwnerBook> books = new HashMap<>();
  private final TreeSet<Integer> live = new TreeSet<>();
  private final Portfolio portfolio;
  private final int keepClosed;

  /** A ledger that reserves in the portfolio and keeps the given number of closed orders. */
  public OrderLedger(Portfolio portfolio, int keepClosed) {
    this.portfolio = portfolio;
    this.keepClosed = keepClosed;
  }

  /** Adds an order that passed the gate. */
  public void add(ApprovedOrder approved) {
    insert(approved.order());
  }

  /** Adds an order that was refused, for the record. */
  public void addDenied(Order denied) {
    if (denied.isLive()) {
      throw new IllegalArgumentException(denied.id() + " is not denied but " + denied.status());
    }
    insert(denied);
  }

  /** Puts an order as it was saved; its reservation is part of the saved balances. */
  public void restore(Order order) {
    int row = orders.add(order);
    rows.put(order.id(), row);
    if (order.isLive()) {
      live.add(row);
      book(key(order)).add(row, order);
    }
  }

  private void insert(Order order) {
    if (rows.containsKey(order.id())) {
      throw new IllegalStateException("client order id " + order.id() + " was used before");
    }
    restore(order);
    if (order.isLive()) {
      portfolio.reserve(order.account(), Reservations.of(order));
    }
    purge();
  }

  /** Replaces an order by its next state; returns the new state. */
  public Order update(Order after) {
    Integer known = rows.get(after.id());
    if (known == null) {
      throw new IllegalStateException("order " + after.id() + " is not in the ledger");
    }
    int row = known;
    Order before = orders.get(row);
    orders.set(row, after);
    OwnerBook book = book(key(after));
    if (before.isLive() && after.isLive()) {
      book.replace(before, after);
    } else if (before.isLive()) {
      book.remove(row, before);
      live.remove(row);
    } else if (after.isLive()) {
      book.add(row, after);
      live.add(row);
    }
    if (!reservesTheSame(before, after)) {
      portfolio.reserve(after.account(), Reservations.of(after).minus(Reservations.of(before)));
    }
    return after;
  }

  /** Whether a reservation cannot differ: it depends on nothing but these. */
  @SuppressWarnings("ReferenceEquality") // a move hands these objects on; others are reckoned
  private static boolean reservesTheSame(Order before, Order after) {
    return before.isLive() == after.isLive()
        && before.spec() == after.spec()
        && before.filled() == after.filled()
        && before.expectedPrice() == after.expectedPrice();
  }

  /** The order of an id, or null if it is not known (any more). */
  public @Nullable Order find(ClientOrderId id) {
    Integer row = rows.get(id);
    return row == null ? null : orders.get(row);
  }

  /** All orders kept, oldest first; readable on any thread. */
  public List<Order> all() {
    return orders.root();
  }

  /** All live orders, oldest first. */
  public List<Order> live() {
    List<Order> result = new ArrayList<>(live.size());
    live.forEach(row -> result.add(orders.get(row)));
    return result;
  }

  /** How many orders are live. */
  public int liveCount() {
    return live.size();
  }

  /** The live orders of an owner, oldest first. */
  public List<Order> live(PositionKey key) {
    OwnerBook book = books.get(key);
    if (book == null || book.isEmpty()) {
      return List.of();
    }
    List<Order> result = new ArrayList<>(book.rows().size());
    book.rows().forEach(row -> result.add(orders.get(row)));
    return result;
  }

  /** The counts of an owner's live orders; created when first asked for. */
  public OwnerBook book(PositionKey key) {
    return books.computeIfAbsent(key, each -> new OwnerBook());
  }

  /** What an owner's live orders of one side may still fill. */
  public Quantity outstanding(PositionKey key, Instrument instrument, Side side) {
    Quantity sum = Quantity.zero(instrument.quantityDecimals());
    OwnerBook book = books.get(key);
    if (book != null) {
      for (int row : book.rows()) {
        Order order = orders.get(row);
        sum = order.spec().side() == side ? sum.plus(order.unfilled()) : sum;
      }
    }
    return sum;
  }

  /** Whether an order of unknown fate exists on the instrument, of any owner. */
  public boolean hasUnknown(InstrumentId instrument) {
    for (int row : live) {
      Order order = orders.get(row);
      if (order.unknown() && order.spec().instrument().id().equals(instrument)) {
        return true;
      }
    }
    return false;
  }

  private void purge() {
    while (orders.present() - live.size() > keepClosed) {
      int oldest = orders.first();
      while (live.contains(oldest) || !orders.has(oldest)) {
        oldest++;
      }
      rows.remove(orders.get(oldest).id());
      orders.remove(oldest);
    }
  }

  /** The owner of an order. */
  public static PositionKey key(Order order) {
    return new PositionKey(order.account(), order.strategy(), order.spec().instrument().id());
  }
}
