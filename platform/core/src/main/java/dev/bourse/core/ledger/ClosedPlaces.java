package dev.bourse.core.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Closed orders by age of their beginning. Orders mostly close in the order in which they began:
 * those stand in a ring, the others in a heap beside it. The ring has rows and hashes beside the
 * places, so that letting an old one go does not touch it.
 */
final class ClosedPlaces {
  private static final int SMALLEST = 16;

  private final PriorityQueue<Place> late =
      new PriorityQueue<>((one, other) -> Integer.compare(one.row, other.row));
  private @Nullable Place[] ring = new Place[SMALLEST];
  private int[] rows = new int[SMALLEST];
  private int[] hashes = new int[SMALLEST];
  private int head;
  private int count;
  private int newest = -1;
  private int oldestRow;
  private int oldestHash;

  void add(Place place) {
    if (count > 0 && place.row < newest) {
      late.add(place);
      return;
    }
    if (count == ring.length) {
      grow();
    }
    int slot = slot(count);
    ring[slot] = place;
    rows[slot] = place.row;
    hashes[slot] = place.hash;
    newest = place.row;
    count++;
  }

  /** An order came back to life: slow, for no move of an order does it. */
  void remove(Place place) {
    if (late.remove(place)) {
      return;
    }
    int left = count;
    for (int i = 0; i < left; i++) {
      Place each = ring[slot(i)];
      if (each != null && each.row != place.row) {
        late.add(each);
      }
      ring[slot(i)] = null;
    }
    count = 0;
  }

  /** Takes all that are wanted, the one that began first first. */
  List<Place> take(Predicate<Place> wanted) {
    List<Place> taken = new ArrayList<>();
    List<Place> left = new ArrayList<>();
    for (Place each = poll(); each != null; each = poll()) {
      (wanted.test(each) ? taken : left).add(each);
    }
    left.forEach(this::add);
    return taken;
  }

  int size() {
    return count + late.size();
  }

  /** Takes the one that began first; null if there is none. */
  @Nullable Place poll() {
    Place other = late.peek();
    if (count > 0 && (other == null || rows[head] < other.row)) {
      Place first = ring[head];
      ring[head] = null;
      oldestRow = rows[head];
      oldestHash = hashes[head];
      head = slot(1);
      count--;
      return first;
    }
    if (other != null) {
      oldestRow = other.row;
      oldestHash = other.hash;
    }
    return late.poll();
  }

  /** The row of what {@link #poll} returned last. */
  int polledRow() {
    return oldestRow;
  }

  /** The hash of what {@link #poll} returned last. */
  int polledHash() {
    return oldestHash;
  }

  private int slot(int index) {
    return (head + index) & (ring.length - 1);
  }

  private void grow() {
    @Nullable Place[] places = new Place[ring.length * 2];
    int[] newRows = new int[places.length];
    int[] newHashes = new int[places.length];
    for (int i = 0; i < count; i++) {
      places[i] = ring[slot(i)];
      newRows[i] = rows[slot(i)];
      newHashes[i] = hashes[slot(i)];
    }
    ring = places;
    rows = newRows;
    hashes = newHashes;
    head = 0;
  }
}
