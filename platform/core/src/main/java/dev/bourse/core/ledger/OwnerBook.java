package dev.bourse.core.ledger;

import dev.bourse.api.model.Order;
import java.util.ArrayList;
import java.util.List;

/**
 * The live orders of one owner (account, strategy, instrument), oldest first. Changed by the ledger
 * only.
 */
public final class OwnerBook {
  private final List<Integer> rows = new ArrayList<>(4);
  private int entries;
  private int unknown;

  void add(int row, Order order) {
    rows.add(row);
    count(order, 1);
  }

  void remove(int row, Order before) {
    rows.remove(Integer.valueOf(row));
    count(before, -1);
  }

  void replace(Order before, Order after) {
    count(before, -1);
    count(after, 1);
  }

  private void count(Order order, int by) {
    entries += order.entry() ? by : 0;
    unknown += order.unknown() ? by : 0;
  }

  /** Table rows of the live orders. */
  List<Integer> rows() {
    return rows;
  }

  /** Whether an order that may add exposure is live or of unknown fate. */
  public boolean hasEntry() {
    return entries > 0;
  }

  /** Whether an order of unknown fate exists. */
  public boolean hasUnknown() {
    return unknown > 0;
  }

  /** How many orders are live. */
  public int size() {
    return rows.size();
  }

  /** Whether nothing is live. */
  public boolean isEmpty() {
    return rows.isEmpty();
  }
}
