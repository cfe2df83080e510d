package dev.bourse.core.reconciliation;

import dev.bourse.api.event.AccountEvent;
import dev.bourse.api.event.OrderReport;
import dev.bourse.api.model.ClientOrderId;
import dev.bourse.api.model.Fill;
import dev.bourse.api.model.InstrumentId;
import dev.bourse.api.model.Order;
import dev.bourse.api.model.OrderSpec;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What of a report is compared: without what is filtered, each order once. */
final class Listed {
  private final LocalBooks local;
  private final ReconcileSettings settings;
  private final Map<ClientOrderId, AccountEvent.Described> described = new HashMap<>();
  private final Map<ClientOrderId, OrderReport.Status> orders = new LinkedHashMap<>();
  private final Map<ClientOrderId, ClientOrderId> renamed = new TreeMap<>();
  private final List<Fill> fills = new ArrayList<>();
  private String twice = "";

  Listed(LocalBooks local, AccountEvent.MassReport report, ReconcileSettings settings) {
    this.local = local;
    this.settings = settings;
    report.described().forEach(each -> described.put(each.orderId(), each));
    report.openOrders().stream().map(this::byNumber).filter(this::counts).forEach(this::add);
    report.fills().stream()
        .map(this::byName)
        .filter(fill -> !settings.ignored().contains(fill.orderId()))
        .filter(fill -> settings.includes(fill.instrument().id()))
        .sorted(Comparator.comparingLong(Fill::eventTime))
        .forEach(fills::add);
  }

  /**
   * An order that we know by the venue's number is ours, whatever it is called there now: somebody
   * who changes it on the venue's page gives it another name.
   */
  private OrderReport.Status byNumber(OrderReport.Status status) {
    ClientOrderId called = status.orderId();
    OrderSpec spec = spec(called);
    String number = status.venueOrderId();
    if (spec == null || number == null || local.find().apply(called).isPresent()) {
      return status;
    }
    for (Order order : local.live()) {
      boolean same =
          order.spec().instrument().id().equals(spec.instrument().id())
              && order.spec().side() == spec.side()
              && number.equals(order.venueOrderId());
      if (same) {
        renamed.put(called, order.id());
        return named(status, order.id());
      }
    }
    return status;
  }

  private static OrderReport.Status named(OrderReport.Status status, ClientOrderId id) {
    return new OrderReport.Status(
        status.account(),
        id,
        status.venueOrderId(),
        status.status(),
        status.filled(),
        status.filledNotional(),
        status.reason(),
        status.eventTime(),
        status.terms());
  }

  private Fill byName(Fill fill) {
    ClientOrderId ours = renamed.get(fill.orderId());
    return ours == null
        ? fill
        : new Fill(
            fill.fillId(),
            ours,
            fill.account(),
            fill.instrument(),
            fill.side(),
            fill.price(),
            fill.quantity(),
            fill.fee(),
            fill.liquidity(),
            fill.eventTime(),
            fill.provisional());
  }

  /** Our orders that the venue has another name for, by that name. */
  Map<ClientOrderId, ClientOrderId> renamed() {
    return renamed;
  }

  private boolean counts(OrderReport.Status status) {
    if (settings.ignored().contains(status.orderId())) {
      return false;
    }
    InstrumentId instrument = instrument(status.orderId());
    return instrument == null || settings.includes(instrument);
  }

  private @Nullable InstrumentId instrument(ClientOrderId id) {
    OrderSpec spec = spec(id);
    Optional<Order> known = local.find().apply(id);
    return known.isPresent()
        ? known.get().spec().instrument().id()
        : spec == null ? null : spec.instrument().id();
  }

  /** The same order twice: the newer report of it. Two orders of one id: nobody can tell. */
  private void add(OrderReport.Status status) {
    OrderReport.Status before = orders.get(status.orderId());
    if (before != null && !Objects.equals(before.venueOrderId(), status.venueOrderId())) {
      twice =
          "the venue lists two orders with the id "
              + status.orderId()
              + ", "
              + before.venueOrderId()
              + " and "
              + status.venueOrderId()
              + ": nobody can tell which of them is ours; end one of them at the venue";
    } else if (before == null || isNewer(status, before)) {
      orders.put(status.orderId(), status);
    }
  }

  private static boolean isNewer(OrderReport.Status status, OrderReport.Status before) {
    int byTime = Long.compare(status.eventTime(), before.eventTime());
    int byFilled = status.filled().compareTo(before.filled());
    return byTime > 0
        || (byTime == 0 && (byFilled > 0 || (byFilled == 0 && status.status().isClosed())));
  }

  /** A sentence if two orders have one id, else empty. */
  String twice() {
    return twice;
  }

  /** The orders, in the order of the report. */
  List<OrderReport.Status> orders() {
    return List.copyOf(orders.values());
  }

  /** Whether an order is listed as one that works. */
  boolean works(ClientOrderId id) {
    OrderReport.Status status = orders.get(id);
    return status != null && status.status().isLive();
  }

  boolean has(ClientOrderId id) {
    return orders.containsKey(id);
  }

  /** What an order does, as the venue says; null if it does not. */
  @Nullable OrderSpec spec(ClientOrderId id) {
    AccountEvent.Described each = described.get(id);
    return each == null ? null : each.spec();
  }

  /** When the venue took an order, its time in nanoseconds; 0 if it does not say. */
  long takenAt(ClientOrderId id) {
    AccountEvent.Described each = described.get(id);
    return each == null ? 0 : each.takenAt();
  }

  /** The executions, oldest first. */
  List<Fill> fills() {
    return fills;
  }
}
