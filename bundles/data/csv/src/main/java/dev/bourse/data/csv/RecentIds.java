package dev.bourse.data.csv;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The venue's ids met lately: at least the last {@value #REMEMBERED}, whatever the length of the
 * file. Two open hash tables; when one is half full it becomes the older one and the older one is
 * emptied.
 */
final class RecentIds {
  /** How many ids are surely remembered. */
  static final int REMEMBERED = 1 << 16;

  private static final int SLOTS = 2 * REMEMBERED;

  private @Nullable String[] young = new @Nullable String[SLOTS];
  private @Nullable String[] old = new @Nullable String[SLOTS];
  private int count;

  /** Remembers an id; false if it was there already. */
  boolean add(String id) {
    if (old[slot(old, id)] != null) {
      return false;
    }
    int slot = slot(young, id);
    if (young[slot] != null) {
      return false;
    }
    if (count == REMEMBERED) {
      @Nullable String[] emptied = old;
      Arrays.fill(emptied, null);
      old = young;
      young = emptied;
      count = 0;
      slot = slot(young, id);
    }
    young[slot] = id;
    count++;
    return true;
  }

  /** Where the id is, or where it would be. */
  private static int slot(@Nullable String[] table, String id) {
    int hash = id.hashCode();
    int slot = (hash ^ hash >>> 15) & (SLOTS - 1);
    String found = table[slot];
    while (found != null && !found.equals(id)) {
      slot = (slot + 1) & (SLOTS - 1);
      found = table[slot];
    }
    return slot;
  }
}
