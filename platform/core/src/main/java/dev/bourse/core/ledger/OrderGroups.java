package dev.bourse.core.ledger;

import dev.bourse.api.model.ClientOrderId;
import dev.bourse.api.model.InstrumentId;
import dev.bourse.api.model.Order;
import dev.bourse.api.model.OrderLink;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The lists of which an order is live, by id. Changed by the ledger only. */
final class OrderGroups {
  private final Map<ClientOrderId, OrderGroup> byList = new TreeMap<>();
  private final Map<InstrumentId, Set<ClientOrderId>> byInstrument = new TreeMap<>();
  private final Set<ClientOrderId> over = new TreeSet<>();

  /** Puts an order of a list, or its next state; null for an order without one. */
  @Nullable OrderGroup put(Place place, Order order) {
    OrderLink link = order.link();
    if (link == null) {
      return null;
    }
    OrderGroup group = byList.computeIfAbsent(link.list(), each -> new OrderGroup());
    group.put(place, order);
    byInstrument
        .computeIfAbsent(order.spec().instrument().id(), each -> new TreeSet<>())
        .add(link.list());
    if (group.isOver()) {
      over.add(link.list());
    } else {
      over.remove(link.list());
    }
    return group;
  }

  /** The list of an order, or null. */
  @Nullable OrderGroup of(Order order) {
    OrderLink link = order.link();
    return link == null ? null : byList.get(link.list());
  }

  @Nullable OrderGroup find(ClientOrderId list) {
    return byList.get(list);
  }

  boolean isEmpty() {
    return byList.isEmpty();
  }

  /** The lists of an instrument, or of all. */
  List<ClientOrderId> ids(@Nullable InstrumentId instrument) {
    if (byList.isEmpty()) {
      return List.of();
    }
    Set<ClientOrderId> ids = instrument == null ? byList.keySet() : byInstrument.get(instrument);
    return ids == null ? List.of() : List.copyOf(ids);
  }

  /** Forgets all lists; returns the places of their orders. */
  List<Place> dissolveAll() {
    over.addAll(byList.keySet());
    return dissolve();
  }

  /** Forgets the lists that are over; returns the places of their orders. */
  List<Place> dissolve() {
    if (over.isEmpty()) {
      return List.of();
    }
    List<Place> gone = new ArrayList<>();
    for (ClientOrderId id : over) {
      OrderGroup group = byList.remove(id);
      if (group != null) {
        gone.addAll(group.places());
      }
    }
    byInstrument.values().forEach(ids -> ids.removeAll(over));
    byInstrument.values().removeIf(Set::isEmpty);
    over.clear();
    return gone;
  }
}
