package dev.bourse.api.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The place of an order in a list of orders that depend on each other.
 *
 * @param list the id of the list: that of its first order
 * @param parent the order whose fill sends this one, or null
 * @param siblings the orders that live and end with this one, as they were first placed
 * @param contingency what siblings do to each other, {@link Contingency#OTO} for nothing
 * @param leg how far it is, null for the order that triggers the others
 */
public record OrderLink(
    ClientOrderId list,
    @Nullable ClientOrderId parent,
    List<ClientOrderId> siblings,
    Contingency contingency,
    @Nullable OrderLeg leg) {
  /** Keeps a copy. */
  public OrderLink {
    siblings = List.copyOf(siblings);
  }

  /** The place of an order that the platform does not look after. */
  public OrderLink(
      ClientOrderId list,
      @Nullable ClientOrderId parent,
      List<ClientOrderId> siblings,
      Contingency contingency) {
    this(list, parent, siblings, contingency, null);
  }

  /** The same place further on. */
  public OrderLink withLeg(OrderLeg newLeg) {
    return new OrderLink(list, parent, siblings, contingency, newLeg);
  }

  /** Whether what one of the siblings fills the others lose, so that one reservation is enough. */
  public boolean isShared() {
    return contingency != Contingency.OTO && leg != null;
  }
}
