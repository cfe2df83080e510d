package dev.bourse.persistence.mapdb;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;

/**
 * What readers see: an immutable list of pieces in the order of their sequences, swapped as a
 * whole.
 *
 * <p>A list is counted. The store holds the current one, every reader the one it got; a piece is
 * closed when the last list that has it is given back. So a raw segment stays on disk while anybody
 * may still read it, and nobody ever waits.
 */
final class Pieces {
  private volatile Generation current;

  Pieces(List<? extends Piece> pieces) {
    current = new Generation(List.copyOf(pieces));
  }

  /** The current list; whoever asks gives it back. */
  Generation acquire() {
    while (true) {
      Generation generation = current;
      if (generation.retain()) {
        return generation;
      }
    }
  }

  /** Whether a list is still the current one. */
  boolean isCurrent(Generation generation) {
    return current == generation;
  }

  /** Puts another list in the place of the current one. */
  synchronized void replace(UnaryOperator<List<Piece>> change) {
    Generation old = current;
    current = new Generation(List.copyOf(change.apply(old.list())));
    old.release();
  }

  /** One immutable list, counted. */
  static final class Generation {
    private final List<Piece> list;
    private final AtomicInteger holders = new AtomicInteger(1);

    private Generation(List<Piece> list) {
      this.list = list;
      list.forEach(Piece::retain);
    }

    List<Piece> list() {
      return list;
    }

    /** The first piece with entries at or after a sequence, or -1. */
    int indexOf(long sequence) {
      for (int i = 0; i < list.size(); i++) {
        if (list.get(i).last() >= sequence) {
          return i;
        }
      }
      return -1;
    }

    private boolean retain() {
      int count = holders.get();
      while (count > 0 && !holders.compareAndSet(count, count + 1)) {
        count = holders.get();
      }
      return count > 0;
    }

    /** Gives the list back. */
    void release() {
      if (holders.decrementAndGet() == 0) {
        list.forEach(Piece::release);
      }
    }
  }
}
