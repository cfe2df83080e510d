package dev.bourse.core.reconciliation;

import dev.bourse.api.event.AccountEvent;
import dev.bourse.api.event.OrderReport;
import dev.bourse.api.model.Balance;
import dev.bourse.api.model.ClientOrderId;
import dev.bourse.api.model.Fill;
import dev.bourse.api.model.Money;
import dev.bourse.api.model.Order;
import dev.bourse.core.ledger.ClientOrderIds;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What a venue's report means for our books.
 *
 * @param fills executions of our orders and of those that the venue made, to be counted once
 * @param statuses what the venue says about our live orders
 * @param missing our live orders that the venue does not list as open: to be queried, never guessed
 * @param foreign open orders that are not ours
 * @param otherInstance a sentence if another instance trades with our name, else empty
 * @param notes sentences worth recording
 */
public record Reconciliation(
    List<Fill> fills,
    List<OrderReport.Status> statuses,
    List<ClientOrderId> missing,
    List<ClientOrderId> foreign,
    String otherInstance,
    List<String> notes) {

  /** Compares; changes nothing. */
  public static Reconciliation of(LocalBooks local, AccountEvent.MassReport report) {
    List<OrderReport.Status> statuses = new ArrayList<>();
    List<ClientOrderId> foreign = new ArrayList<>();
    List<String> notes = new ArrayList<>();
    String other = "";
    for (OrderReport.Status status : report.openOrders()) {
      if (local.find().apply(status.orderId()).isPresent()) {
        statuses.add(status);
      } else {
        foreign.add(status.orderId());
        other = other.isEmpty() ? otherInstance(local, status.orderId()) : other;
      }
    }
    Set<ClientOrderId> made =
        report.made().stream()
            .map(OrderReport.Made::orderId)
            .collect(Collectors.toCollection(TreeSet::new));
    List<Fill> fills =
        report.fills().stream()
            .filter(
                fill ->
                    made.contains(fill.orderId()) || local.find().apply(fill.orderId()).isPresent())
            .toList();
    if (!foreign.isEmpty()) {
      notes.add(
          foreign.size()
              + " open orders on account "
              + report.account()
              + " are not ours and are left alone: "
              + foreign);
    }
    return new Reconciliation(
        fills, statuses, missing(local, report), List.copyOf(foreign), other, notes);
  }

  private static List<ClientOrderId> missing(LocalBooks local, AccountEvent.MassReport report) {
    Set<ClientOrderId> open =
        report.openOrders().stream()
            .map(OrderReport.Status::orderId)
            .collect(Collectors.toCollection(TreeSet::new));
    return local.live().stream()
        .filter(order -> order.createdAt() <= report.requestedAt())
        .map(Order::id)
        .filter(id -> !open.contains(id))
        .toList();
  }

  private static String otherInstance(LocalBooks local, ClientOrderId id) {
    Optional<ClientOrderIds.Parts> parts = ClientOrderIds.read(local.trader(), id);
    boolean newer =
        parts.isPresent()
            && (parts.get().epoch() > local.epoch()
                || (parts.get().epoch() == local.epoch()
                    && parts.get().sequence() >= local.nextOrder()));
    return newer
        ? "ANOTHER INSTANCE trades as "
            + local.trader()
            + ": order "
            + id
            + " is open at the venue and was not placed by this one"
        : "";
  }

  /** Differences of balances: what the venue has more or less than our own fills explain. */
  public static List<BalanceDifference> balances(LocalBooks local, List<Balance> venue) {
    List<BalanceDifference> differences = new ArrayList<>();
    for (Balance ours : local.balances()) {
      Optional<Money> theirs =
          venue.stream()
              .filter(each -> each.currency().code().equals(ours.currency().code()))
              .map(Balance::total)
              .findFirst();
      Money total = theirs.orElse(ours.currency().zero());
      if (!total.equals(ours.total())) {
        differences.add(new BalanceDifference(ours.total(), total));
      }
    }
    return differences;
  }

  /**
   * One currency whose balance differs.
   *
   * @param ours what our fills explain
   * @param theirs what the venue has
   */
  public record BalanceDifference(Money ours, Money theirs) {
    /** Whether the venue has less than our fills explain. */
    public boolean isShort() {
      return theirs.compareTo(ours) < 0;
    }
  }
}
