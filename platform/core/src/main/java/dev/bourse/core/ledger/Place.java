package dev.bourse.core.ledger;

import dev.bourse.api.model.ClientOrderId;
import dev.bourse.api.model.Money;
import org.jspecify.annotations.Nullable;

/**
 * Where an order stands in the ledger: its row, its owner's book with its neighbours there, and
 * what it reserves. The ledger's only.
 */
final class Place {
  final ClientOrderId id;
  final int hash;
  final int row;
  final OwnerBook book;

  /** What it takes from the account now; null for nothing. */
  @Nullable Money reserved;

  /** Older and newer live orders of the same owner. */
  @Nullable Place older;

  @Nullable Place newer;

  Place(ClientOrderId id, int row, OwnerBook book) {
    this.id = id;
    this.hash = id.hashCode();
    this.row = row;
    this.book = book;
  }
}
