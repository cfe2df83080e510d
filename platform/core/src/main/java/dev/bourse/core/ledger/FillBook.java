package dev.bourse.core.ledger;

import dev.bourse.api.model.Fill;
import dev.bourse.core.table.CowTable;
import dev.bourse.core.table.HashSlots;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The newest fills, so that a repeated one is recognised: by account, instrument and the venue's
 * id. Not thread-safe.
 */
public final class FillBook {
  private final CowTable<Fill> fills = new CowTable<>();
  private final HashSlots<Fill> index = new HashSlots<>();

  /** The hashes of the fills kept, by row: an old fill need not be touched to be let go. */
  private final int[] hashes;

  /**
   * The times of the fills kept, by row, for the same reason; what was inferred is never told
   * again, so that it has none.
   */
  private final long[] times;

  private final int keep;

  /** The newest time of a fill that was let go: fills do not come in the order of their times. */
  private long letGoUntil = Long.MIN_VALUE;

  /** A book that keeps the given number of fills. */
  public FillBook(int keep) {
    this.keep = keep;
    this.hashes = new int[Integer.highestOneBit(Math.max(1, keep)) * 2];
    this.times = new long[hashes.length];
  }

  /** Takes a fill; false if it was there already. */
  public boolean add(Fill fill) {
    if (contains(fill)) {
      return false;
    }
    int hash = fill.fillId().hashCode();
    int row = fills.add(fill);
    hashes[row & (hashes.length - 1)] = hash;
    times[row & (times.length - 1)] = fill.provisional() ? Long.MIN_VALUE : fill.eventTime();
    index.add(hash, fill);
    if (fills.present() > keep) {
      letGo(fills.first());
    }
    return true;
  }

  private void letGo(int row) {
    index.remove(hashes[row & (hashes.length - 1)], fills.get(row));
    fills.remove(row);
    letGoUntil = Math.max(letGoUntil, times[row & (times.length - 1)]);
  }

  /** Whether the fill was taken before. */
  public boolean contains(Fill fill) {
    return find(fill) != null;
  }

  /** The fill as it was taken before; null if it was not. */
  public @Nullable Fill find(Fill fill) {
    int hash = fill.fillId().hashCode();
    for (int slot = index.first(hash); slot != HashSlots.NONE; slot = index.next(slot, hash)) {
      Fill known = index.at(slot);
      if (isSame(known, fill)) {
        return known;
      }
    }
    return null;
  }

  /** Whether a fill that is not found is so old that it may have been taken and let go. */
  public boolean mayHaveLetGo(Fill fill) {
    return fills.present() == keep
        && fill.eventTime() <= Math.max(letGoUntil, times[fills.first() & (times.length - 1)]);
  }

  /** The newest time of a fill that was let go, {@link Long#MIN_VALUE} if none was. */
  public long letGoUntil() {
    return letGoUntil;
  }

  /** Puts the newest time of a fill that was let go, as it was saved. */
  public void letGoUntil(long time) {
    letGoUntil = time;
  }

  private static boolean isSame(Fill known, Fill fill) {
    return known.fillId().equals(fill.fillId())
        && known.instrument().id().equals(fill.instrument().id())
        && known.account().equals(fill.account());
  }

  /** The fills kept, oldest first; readable on any thread. */
  public List<Fill> all() {
    return fills.root();
  }
}
