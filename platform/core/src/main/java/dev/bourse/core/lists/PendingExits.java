package dev.bourse.core.lists;

import dev.bourse.api.model.ClientOrderId;
import dev.bourse.api.model.Order;
import dev.bourse.api.model.Quantity;
import dev.bourse.core.ledger.ListReason;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is done for an exit that waits at its venue. A part that does not become whole soon needs
 * its exits now, and one that was sold would find them too large: the entry ends, and they with it;
 * for what is left they come again. What the venue does not end by itself is cancelled. Pure.
 */
final class PendingExits {
  private final ListFacts list;
  private final ListShares shares;
  private final Set<ClientOrderId> skipped;

  PendingExits(ListFacts list, ListShares shares, Set<ClientOrderId> skipped) {
    this.list = list;
    this.shares = shares;
    this.skipped = skipped;
  }

  /** The next move for one of them, or null. */
  @Nullable ListMove next(Order exit) {
    Order entry = shares.parent();
    if (entry == null) {
      return null;
    }
    if (!entry.isLive()) {
      return list.settling() || exit.unknown() || list.isBusy(exit)
          ? null
          : new ListMove.Cancel(exit, entryEnded(entry));
    }
    boolean may = !entry.unknown() && !list.isBusy(entry) && !skipped.contains(entry.id());
    String why = may ? why(exit, entry) : "";
    return why.isEmpty() ? null : new ListMove.Cancel(entry, partFilled(entry, why));
  }

  /** Why the entry ends, empty if it does not. */
  private String why(Order exit, Order entry) {
    Quantity need = shares.quantity(exit);
    Quantity received = BracketTerms.received(entry.spec(), entry.filled());
    if (need.plus(list.rules().stepSize()).compareTo(received) < 0) {
      return "a part of it is sold, and its exits at the venue are for all of it";
    }
    boolean bare = !list.settling() && shares.isSendable(exit, need);
    return bare ? "its exits at the venue wait for all of it" : "";
  }

  private static String partFilled(Order entry, String why) {
    return "PART_FILLED: filled="
        + entry.filled()
        + " of="
        + entry.spec().quantity()
        + " because="
        + why;
  }

  /** Why what waited for an entry ends: that ended, or there is none any more. */
  static String entryEnded(@Nullable Order entry) {
    return ListReason.PARENT_ENDED.because(
        entry == null
            ? "parent=none"
            : "parent="
                + entry.id()
                + " status="
                + entry.status()
                + " filled="
                + (entry.filled().isZero() ? "0" : entry.filled()));
  }
}
