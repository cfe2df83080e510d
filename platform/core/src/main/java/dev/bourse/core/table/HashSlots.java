package dev.bourse.core.table;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A hash table of items whose hashes stand beside them: finding, adding and removing touch no item
 * but those of an equal hash, so that old items may rest in slow memory. Several items may have one
 * hash; the caller compares. Not thread-safe.
 *
 * <p>Open addressing with linear probing; a removal closes its gap.
 *
 * @param <T> the items
 */
public final class HashSlots<T> {
  /** What {@link #first} and {@link #next} say at the end. */
  public static final int NONE = -1;

  private static final int SMALLEST = 16;

  private int[] hashes = new int[SMALLEST];
  private @Nullable Object[] items = new Object[SMALLEST];
  private int size;

  /** The first slot with an item of the hash, or {@link #NONE}. */
  public int first(int hash) {
    return search(home(hash), hash);
  }

  /** The next slot after the given one with an item of the hash, or {@link #NONE}. */
  public int next(int slot, int hash) {
    return search(after(slot), hash);
  }

  /** The item of a slot that {@link #first} or {@link #next} returned. */
  @SuppressWarnings("unchecked")
  public T at(int slot) {
    return (T) Objects.requireNonNull(items[slot]);
  }

  /** How many items there are. */
  public int size() {
    return size;
  }

  /** Adds an item; one that is there already is there twice. */
  public void add(int hash, T item) {
    if (size >= items.length >> 1) {
      grow();
    }
    put(hash, item);
    size++;
  }

  /**
   * Removes this very object, added with this hash; nothing happens if it is not there. Takes any
   * object, because to make sure of its type would be to touch it.
   */
  public void remove(int hash, Object item) {
    int slot = first(hash);
    while (slot != NONE && items[slot] != item) {
      slot = next(slot, hash);
    }
    if (slot != NONE) {
      items[slot] = null;
      size--;
      close(slot);
    }
  }

  private int search(int from, int hash) {
    int slot = from;
    while (items[slot] != null) {
      if (hashes[slot] == hash) {
        return slot;
      }
      slot = after(slot);
    }
    return NONE;
  }

  /** Moves items into the gap that would not be found any more behind it. */
  private void close(int empty) {
    int gap = empty;
    for (int slot = after(gap); items[slot] != null; slot = after(slot)) {
      int home = home(hashes[slot]);
      boolean reachable = gap < slot ? home > gap && home <= slot : home > gap || home <= slot;
      if (!reachable) {
        items[gap] = items[slot];
        hashes[gap] = hashes[slot];
        items[slot] = null;
        gap = slot;
      }
    }
  }

  private void put(int hash, Object item) {
    int slot = home(hash);
    while (items[slot] != null) {
      slot = after(slot);
    }
    items[slot] = item;
    hashes[slot] = hash;
  }

  private void grow() {
    int[] oldHashes = hashes;
    @Nullable Object[] oldItems = items;
    hashes = new int[oldItems.length * 2];
    items = new Object[oldItems.length * 2];
    for (int i = 0; i < oldItems.length; i++) {
      Object item = oldItems[i];
      if (item != null) {
        put(oldHashes[i], item);
      }
    }
  }

  /** Texts that differ in their last characters only have hashes side by side: spread them. */
  private int home(int hash) {
    int spread = hash * 0x9E3779B9;
    return (spread ^ (spread >>> 15)) & (items.length - 1);
  }

  private int after(int slot) {
    return (slot + 1) & (items.length - 1);
  }
}
