package dev.bourse.core.emulation;

import dev.bourse.api.event.MarketEvent;
import dev.bourse.api.model.ClientOrderId;
import dev.bourse.api.model.InstrumentId;
import dev.bourse.api.model.Order;
import dev.bourse.api.model.Price;
import dev.bourse.api.state.StateReader;
import dev.bourse.api.state.StateWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** All orders that the platform holds, per instrument in order of arrival. Not thread-safe. */
public final class HeldOrders {
  private final Map<InstrumentId, List<HeldOrder>> byInstrument = new TreeMap<>();
  private final Map<ClientOrderId, HeldOrder> byId = new TreeMap<>();

  /** Holds an order. */
  public void add(Order order) {
    HeldOrder held = new HeldOrder(order);
    byId.put(order.id(), held);
    byInstrument
        .computeIfAbsent(order.spec().instrument().id(), each -> new ArrayList<>())
        .add(held);
  }

  /** Lets an order go; nothing happens if it is not held. */
  public void remove(ClientOrderId id) {
    HeldOrder gone = byId.remove(id);
    if (gone != null) {
      byInstrument.values().forEach(list -> list.remove(gone));
      byInstrument.values().removeIf(List::isEmpty);
    }
  }

  /** A held order is wanted differently; nothing happens if it is not held. */
  public void change(Order order) {
    HeldOrder held = byId.get(order.id());
    if (held != null) {
      held.change(order.spec());
    }
  }

  /** Whether the trigger of a held order was passed. */
  public boolean isPassed(ClientOrderId id) {
    HeldOrder held = byId.get(id);
    return held != null && held.isPassed();
  }

  /** Whether nothing is held. */
  public boolean isEmpty() {
    return byId.isEmpty();
  }

  /** Shows market data to the orders of its instrument; returns those whose trigger is passed. */
  public List<ClientOrderId> watch(MarketEvent event) {
    List<HeldOrder> held = byInstrument.get(event.instrument().id());
    if (held == null) {
      return List.of();
    }
    List<ClientOrderId> passed = new ArrayList<>();
    for (HeldOrder each : held) {
      if (each.watch(event)) {
        passed.add(each.id);
      }
    }
    return passed;
  }

  /** The limit of what a held order becomes, null for a market order. */
  public @Nullable Price limit(ClientOrderId id) {
    HeldOrder held = byId.get(id);
    return held == null ? null : held.limit();
  }

  /** The trigger of a held order as it stands now, or null. */
  public @Nullable Price triggerPrice(ClientOrderId id) {
    HeldOrder held = byId.get(id);
    return held == null ? null : held.triggerPrice();
  }

  /** The ids of all held orders. */
  public List<ClientOrderId> ids() {
    return List.copyOf(byId.keySet());
  }

  /** Writes what an order has seen. */
  public void save(ClientOrderId id, StateWriter out) {
    HeldOrder held = byId.get(id);
    if (held != null) {
      held.save(out);
    }
  }

  /** Holds an order again as it was. */
  public void load(Order order, StateReader in) {
    add(order);
    HeldOrder held = byId.get(order.id());
    if (held != null) {
      held.load(in);
    }
  }
}
