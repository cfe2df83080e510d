package dev.bourse.venue.binance.trading;

import dev.bourse.venue.binance.protocol.ApiException;
import dev.bourse.venue.binance.protocol.Refusals;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Places lists of orders, and does what one order's fate means for the others. */
public final class ListWork {
  private final Floor floor;
  private final Bookkeeper books;
  private long nextGroup = 1;
  private boolean following;

  ListWork(Floor floor, Bookkeeper books) {
    this.floor = floor;
    this.books = books;
  }

  /** Two orders of which one ends the other. All of them are taken, or none. */
  public OrderGroup placeOco(Desk desk, @Nullable String clientId, List<Ticket> tickets) {
    OrderGroup group = group(desk, clientId, OrderGroup.Contingency.OCO, tickets);
    List<PlacedOrder> sent = new ArrayList<>();
    try {
      for (PlacedOrder order : group.orders()) {
        desk.add(order);
        sent.add(order);
      }
      group.orders().forEach(order -> floor.send(desk, order));
    } catch (ApiException e) {
      undo(desk, group, sent);
      throw e;
    }
    desk.tell(Events.listStatus(group, floor.now()));
    return group;
  }

  /** An order, and others that are sent once it is filled whole. */
  public OrderGroup placeOto(Desk desk, @Nullable String clientId, List<Ticket> tickets) {
    OrderGroup group = group(desk, clientId, OrderGroup.Contingency.OTO, tickets);
    List<PlacedOrder> added = new ArrayList<>();
    try {
      for (PlacedOrder order : group.orders()) {
        desk.add(order);
        added.add(order);
      }
      List<PlacedOrder> waiting = group.orders().subList(1, group.orders().size());
      waiting.forEach(PlacedOrder::hold);
      floor.send(desk, group.orders().get(0));
    } catch (ApiException e) {
      undo(desk, group, added);
      throw e;
    }
    desk.tell(Events.listStatus(group, floor.now()));
    return group;
  }

  /** What was sent already is cancelled; what was not is as if it had never been. */
  private void undo(Desk desk, OrderGroup group, List<PlacedOrder> orders) {
    desk.remove(group);
    for (PlacedOrder order : orders) {
      if (order.isSent() && order.isOpen()) {
        floor.cancel(desk, order);
      } else if (!order.isSent()) {
        desk.remove(order);
      }
    }
  }

  private OrderGroup group(
      Desk desk,
      @Nullable String clientId,
      OrderGroup.Contingency contingency,
      List<Ticket> tickets) {
    List<Ticket> checked = new ArrayList<>();
    tickets.forEach(ticket -> checked.add(Filters.checked(ticket, floor.now())));
    long id = nextGroup++;
    String name = clientId == null ? ClientIds.of(-id) : clientId;
    OrderGroup group = new OrderGroup(id, name, contingency, floor.now());
    checked.forEach(ticket -> group.add(floor.create(ticket, ticket)));
    OpenOrderLimits.check(desk, tickets.get(0).market(), group.orders());
    OpenOrderLimits.checkLists(desk, tickets.get(0).market());
    desk.add(group);
    return group;
  }

  /** Does what is left to do about the other orders of lists. */
  void followUp() {
    if (following) {
      return;
    }
    following = true;
    try {
      Bookkeeper.FollowUp next = books.nextFollowUp();
      while (next != null) {
        OrderGroup group = next.order().group();
        if (group != null) {
          follow(next.desk(), next.order(), group, next.cause());
        }
        next = books.nextFollowUp();
      }
    } finally {
      following = false;
    }
  }

  private void follow(Desk desk, PlacedOrder order, OrderGroup group, Bookkeeper.Cause cause) {
    switch (cause) {
      case FILLED -> {
        release(desk, Groups.waitingFor(order, group));
        if (Groups.pairOf(order, group).size() > 1) {
          Groups.othersOf(order, group).forEach(each -> end(desk, each, "OCO_TRIGGER"));
        }
      }
      case TRIGGERED -> {
        if (Groups.pairOf(order, group).size() > 1) {
          Groups.othersOf(order, group).forEach(each -> end(desk, each, "OCO_TRIGGER"));
        }
      }
      case ENDED -> {
        @Nullable String expiry =
            order.state() == PlacedOrder.State.CANCELED ? null : reason(order, group);
        List<PlacedOrder> pair = Groups.pairOf(order, group);
        boolean traded =
            pair.size() > 1 && pair.stream().anyMatch(each -> each.filled().signum() > 0);
        if (expiry == null || !traded) {
          for (PlacedOrder each : Groups.othersOf(order, group)) {
            if (expiry == null) {
              books.canceling(each, order.calledNow());
            }
            end(desk, each, expiry);
          }
        }
      }
    }
    if (group.finishes()) {
      desk.tell(Events.listStatus(group, floor.now()));
    }
  }

  private static String reason(PlacedOrder order, OrderGroup group) {
    boolean first = Groups.pairOf(order, group).size() < 2;
    return first && group.contingency() == OrderGroup.Contingency.OTO
        ? "OTO_PHASE_ONE_EXPIRED"
        : "OCO_TRIGGER";
  }

  /** What waited is looked at anew when it is placed: money and prices are others by then. */
  private void release(Desk desk, List<PlacedOrder> waiting) {
    boolean bad =
        waiting.size() > 1
            && !PairPrices.holdLast(waiting.stream().map(PlacedOrder::ticket).toList());
    for (PlacedOrder order : waiting) {
      order.release(floor.now());
      try {
        if (bad) {
          throw Refusals.badPrices();
        }
        floor.check(order.ticket());
        floor.send(desk, order);
      } catch (ApiException e) {
        order.refuse(Reasons.rejection(e));
        books.endHeld(desk, order, PlacedOrder.State.EXPIRED, "REJECTED", floor.now());
      }
    }
  }

  /** Ends an order for another's sake; without a reason its owner ended the list. */
  private void end(Desk desk, PlacedOrder order, @Nullable String expiry) {
    boolean held = order.state() == PlacedOrder.State.PENDING_NEW;
    boolean refused = !held && !order.isSent();
    if (!order.isOpen() || refused) {
      return;
    }
    if (held) {
      PlacedOrder.State state =
          expiry == null ? PlacedOrder.State.CANCELED : PlacedOrder.State.EXPIRED;
      books.endHeld(desk, order, state, expiry, floor.now());
      return;
    }
    if (expiry != null) {
      books.expiring(order, expiry);
    }
    floor.cancel(desk, order);
  }
}
