package dev.bourse.core.ledger;

import java.util.ArrayDeque;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * Closed orders by age of their beginning. Orders mostly close in the order in which they began:
 * those stand in a queue, the others in a heap beside it.
 */
final class ClosedPlaces {
  private final ArrayDeque<Place> inOrder = new ArrayDeque<>();
  private final PriorityQueue<Place> late =
      new PriorityQueue<>((one, other) -> Integer.compare(one.row, other.row));

  void add(Place place) {
    Place last = inOrder.peekLast();
    if (last == null || last.row < place.row) {
      inOrder.add(place);
    } else {
      late.add(place);
    }
  }

  /** An order came back to life: slow, for no move of an order does it. */
  void remove(Place place) {
    if (!inOrder.remove(place)) {
      late.remove(place);
    }
  }

  int size() {
    return inOrder.size() + late.size();
  }

  /** Takes the one that began first; null if there is none. */
  @Nullable Place poll() {
    Place first = inOrder.peek();
    Place other = late.peek();
    return other == null || (first != null && first.row < other.row) ? inOrder.poll() : late.poll();
  }
}
