package dev.bourse.core.table;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A growing table whose roots can be published cheaply.
 *
 * <p>One thread changes it. {@link #root()} returns an immutable list that any thread may read;
 * publishing costs nothing but an object, and the next change copies only the chunk that it touches
 * and the array of chunks. Rows may be removed; their numbers are not used again, and whole chunks
 * of removed rows are dropped.
 *
 * @param <V> the immutable values
 */
public final class CowTable<V> {
  private static final int SHIFT = 7;
  private static final int CHUNK = 1 << SHIFT;

  private @Nullable Object[][] chunks = new Object[4][];
  private boolean[] shared = new boolean[4];
  private int[] filled = new int[4];
  private boolean outerShared;
  private int droppedChunks;
  private int size;
  private int present;
  private int firstPresent;

  /** Adds a row and returns its number. */
  public int add(V value) {
    int chunk = (size >> SHIFT) - droppedChunks;
    if (chunk == chunks.length) {
      ownOuter(chunks.length * 2);
    }
    if (chunks[chunk] == null) {
      ownOuter(chunks.length);
      chunks[chunk] = new Object[CHUNK];
    }
    Objects.requireNonNull(chunks[chunk])[size & (CHUNK - 1)] = value;
    filled[chunk]++;
    present++;
    return size++;
  }

  /** The value of a row; throws {@link IndexOutOfBoundsException} for one that is not there. */
  @SuppressWarnings("unchecked")
  public V get(int row) {
    Object value = row < firstPresent || row >= size ? null : raw(chunks, row);
    if (value == null) {
      throw new IndexOutOfBoundsException("row " + row + " is not in the table");
    }
    return (V) value;
  }

  /** Replaces the value of a row that is there. */
  public void set(int row, V value) {
    get(row);
    own(row)[row & (CHUNK - 1)] = value;
  }

  /** Removes a row that is there. */
  public void remove(int row) {
    get(row);
    own(row)[row & (CHUNK - 1)] = null;
    present--;
    int chunk = (row >> SHIFT) - droppedChunks;
    if (--filled[chunk] == 0 && row >> SHIFT < size >> SHIFT) {
      ownOuter(chunks.length);
      chunks[chunk] = null;
    }
    while (firstPresent < size && raw(chunks, firstPresent) == null) {
      firstPresent++;
      if ((firstPresent & (CHUNK - 1)) == 0) {
        dropFirstChunk();
      }
    }
  }

  /** The number of the next row after the given one that is there, or {@link #end()}. */
  public int next(int row) {
    int next = row + 1;
    while (next < size && raw(chunks, next) == null) {
      boolean gone = chunks[(next >> SHIFT) - droppedChunks] == null;
      next = gone ? ((next >> SHIFT) + 1) << SHIFT : next + 1;
    }
    return Math.min(next, size);
  }

  /** How many rows are there. */
  public int present() {
    return present;
  }

  /** The number of the first row that is there, or {@link #end()} if there is none. */
  public int first() {
    return firstPresent;
  }

  /** One above the highest number ever given. */
  public int end() {
    return size;
  }

  /** Whether the row is there. */
  public boolean has(int row) {
    return row >= firstPresent && row < size && raw(chunks, row) != null;
  }

  /** All rows that are there, in order, as of now. */
  public List<V> root() {
    outerShared = true;
    Arrays.fill(shared, true);
    return new Root<>(chunks, droppedChunks, firstPresent, size, present);
  }

  private @Nullable Object raw(@Nullable Object[][] from, int row) {
    Object[] chunk = from[(row >> SHIFT) - droppedChunks];
    return chunk == null ? null : chunk[row & (CHUNK - 1)];
  }

  private @Nullable Object[] own(int row) {
    int chunk = (row >> SHIFT) - droppedChunks;
    if (shared[chunk]) {
      ownOuter(chunks.length);
      chunks[chunk] = Objects.requireNonNull(chunks[chunk]).clone();
      shared[chunk] = false;
    }
    return Objects.requireNonNull(chunks[chunk]);
  }

  private void ownOuter(int length) {
    if (outerShared || length != chunks.length) {
      chunks = Arrays.copyOf(chunks, length);
      shared = Arrays.copyOf(shared, length);
      filled = Arrays.copyOf(filled, length);
      outerShared = false;
    }
  }

  private void dropFirstChunk() {
    Object[][] rest = new Object[chunks.length][];
    System.arraycopy(chunks, 1, rest, 0, chunks.length - 1);
    System.arraycopy(shared, 1, shared, 0, shared.length - 1);
    shared[shared.length - 1] = false;
    System.arraycopy(filled, 1, filled, 0, filled.length - 1);
    filled[filled.length - 1] = 0;
    chunks = rest;
    outerShared = false;
    droppedChunks++;
  }

  /** An immutable view; skips removed rows. */
  private static final class Root<V> extends AbstractList<V> {
    private final @Nullable Object[][] chunks;
    private final int dropped;
    private final int first;
    private final int end;
    private final int present;

    Root(@Nullable Object[][] chunks, int dropped, int first, int end, int present) {
      this.chunks = chunks;
      this.dropped = dropped;
      this.first = first;
      this.end = end;
      this.present = present;
    }

    @Override
    public V get(int index) {
      Objects.checkIndex(index, present);
      if (present == end - first) {
        return value(first + index);
      }
      int left = index;
      for (int row = first; ; row++) {
        if (at(row) != null && left-- == 0) {
          return value(row);
        }
      }
    }

    @Override
    public java.util.Iterator<V> iterator() {
      return new java.util.Iterator<>() {
        private int row = skip(first);

        @Override
        public boolean hasNext() {
          return row < end;
        }

        @Override
        public V next() {
          if (row >= end) {
            throw new java.util.NoSuchElementException();
          }
          V value = value(row);
          row = skip(row + 1);
          return value;
        }
      };
    }

    @Override
    public int size() {
      return present;
    }

    private int skip(int from) {
      int row = from;
      while (row < end && at(row) == null) {
        row++;
      }
      return row;
    }

    private @Nullable Object at(int row) {
      Object[] chunk = chunks[(row >> SHIFT) - dropped];
      return chunk == null ? null : chunk[row & (CHUNK - 1)];
    }

    @SuppressWarnings("unchecked")
    private V value(int row) {
      return (V) Objects.requireNonNull(at(row));
    }
  }
}
