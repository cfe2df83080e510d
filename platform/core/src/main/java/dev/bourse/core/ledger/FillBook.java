package dev.bourse.core.ledger;

import dev.bourse.api.model.AccountId;
import dev.bourse.api.model.Fill;
import dev.bourse.api.model.InstrumentId;
import dev.bourse.core.table.CowTable;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The newest fills, so that a repeated one is recognised. Not thread-safe. */
public final class FillBook {
  private record Key(AccountId account, InstrumentId instrument, String fillId) {
    @Override
    public int hashCode() {
      return fillId.hashCode();
    }
  }

  private final CowTable<Fill> fills = new CowTable<>();
  private final Set<Key> keys = new HashSet<>();
  private final int keep;

  /** A book that keeps the given number of fills. */
  public FillBook(int keep) {
    this.keep = keep;
  }

  /** Takes a fill; false if it was there already. */
  public boolean add(Fill fill) {
    if (!keys.add(key(fill))) {
      return false;
    }
    fills.add(fill);
    while (fills.present() > keep) {
      keys.remove(key(fills.get(fills.first())));
      fills.remove(fills.first());
    }
    return true;
  }

  /** Whether the fill was taken before. */
  public boolean contains(Fill fill) {
    return keys.contains(key(fill));
  }

  /** The fills kept, oldest first; readable on any thread. */
  public List<Fill> all() {
    return fills.root();
  }

  private static Key key(Fill fill) {
    return new Key(fill.account(), fill.instrument().id(), fill.fillId());
  }
}
