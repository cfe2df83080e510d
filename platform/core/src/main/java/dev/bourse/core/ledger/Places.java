package dev.bourse.core.ledger;

import dev.bourse.api.model.ClientOrderId;
import dev.bourse.core.table.HashSlots;
import org.jspecify.annotations.Nullable;

/** The places of all orders kept, by id. An order is looked up several times in a row. */
final class Places {
  private final HashSlots<Place> slots = new HashSlots<>();
  private @Nullable Place lastFound;

  void add(Place place) {
    slots.add(place.hash, place);
    lastFound = place;
  }

  /** Null if the order is not known (any more). */
  @Nullable Place find(ClientOrderId id) {
    int hash = id.hashCode();
    Place last = lastFound;
    if (last != null && last.hash == hash && last.id.equals(id)) {
      return last;
    }
    for (int slot = slots.first(hash); slot != HashSlots.NONE; slot = slots.next(slot, hash)) {
      Place place = slots.at(slot);
      if (place.id.equals(id)) {
        lastFound = place;
        return place;
      }
    }
    return null;
  }

  /** Takes the hash beside the place, so that an old place is not touched. */
  @SuppressWarnings("ReferenceEquality") // the object, not one like it
  void remove(int hash, Place gone) {
    slots.remove(hash, gone);
    if (lastFound == gone) {
      lastFound = null;
    }
  }
}
