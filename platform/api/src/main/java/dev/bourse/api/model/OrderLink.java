package dev.bourse.api.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The place of an order in a list of orders that depend on each other.
 *
 * @param list the id of the list: that of its first order
 * @param parent the order whose fill sends this one, or null
 * @param siblings the orders that live and end with this one
 * @param contingency what siblings do to each other, {@link Contingency#OTO} for nothing
 */
public record OrderLink(
    ClientOrderId list,
    @Nullable ClientOrderId parent,
    List<ClientOrderId> siblings,
    Contingency contingency) {
  /** Keeps a copy. */
  public OrderLink {
    siblings = List.copyOf(siblings);
  }
}
