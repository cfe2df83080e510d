package dev.bourse.exchange.binance.trade;

import com.fasterxml.jackson.databind.JsonNode;
import dev.bourse.api.exchange.ExchangeCommand;
import dev.bourse.api.filter.Wanted;
import dev.bourse.api.model.ClientOrderId;
import dev.bourse.api.model.Order;
import dev.bourse.api.model.OrderSpec;
import dev.bourse.exchange.binance.call.Answer;
import dev.bourse.exchange.binance.call.Cost;
import dev.bourse.exchange.binance.call.Params;
import dev.bourse.exchange.binance.call.Refusal;
import dev.bourse.exchange.binance.trade.ListForm.Leg;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Places orders that depend on each other as one list of the venue: it takes all of them or none.
 * Each is answered for itself. Any thread.
 */
final class ListCommands {
  private final TradeSettings settings;
  private final Session session;
  private final Reporter reporter;
  private final Throttle throttle;
  private final AccountBook book;
  private final Commands commands;

  ListCommands(
      TradeSettings settings,
      Session session,
      Reporter reporter,
      Throttle throttle,
      AccountBook book,
      Commands commands) {
    this.settings = settings;
    this.session = session;
    this.reporter = reporter;
    this.throttle = throttle;
    this.book = book;
    this.commands = commands;
  }

  /** Places both; false if nothing will be sent. What is denied here says so. */
  boolean submit(ExchangeCommand.SubmitPair pair) {
    return submit(ListKind.OCO, pair.orders());
  }

  /** Places the entry and its exits; false if nothing will be sent. What is denied says so. */
  boolean submit(ExchangeCommand.SubmitBracket bracket) {
    return submit(bracket.exits().size() == 1 ? ListKind.OTO : ListKind.OTOCO, bracket.orders());
  }

  private boolean submit(ListKind kind, List<Order> orders) {
    if (!session.isUp()) {
      return false;
    }
    List<Leg> legs;
    Params params;
    try {
      legs = legs(kind, orders);
      params = kind.params(legs);
    } catch (IllegalArgumentException e) {
      return denied(orders, String.valueOf(e.getMessage()));
    }
    String problem = problem(kind, legs);
    if (problem != null) {
      return denied(orders, problem);
    }
    String patience = commands.throttled();
    if (patience != null) {
      return deniedNow(orders, patience);
    }
    return throttle.take(
        new Placing(
            kind,
            orders,
            params
                .with("listClientOrderId", OrderNames.list(orders.get(0).id()))
                .with("newOrderRespType", "FULL")));
  }

  private List<Leg> legs(ListKind kind, List<Order> orders) {
    List<Leg> legs = new ArrayList<>();
    for (Order order : orders) {
      Wanted.Role role = order.entry() ? Wanted.Role.LISTED_ENTRY : Wanted.Role.EXIT;
      OrderSpec spec = kind.inList(order.spec(), legs.isEmpty());
      legs.add(new Leg(order, commands.form(spec, role).wanted()));
    }
    return legs;
  }

  /** What is against one of them is against all. */
  private @Nullable String problem(ListKind kind, List<Leg> legs) {
    String problem = null;
    for (String what : kind.switches()) {
      problem = problem == null ? commands.forbidden(legs.get(0).order(), what) : problem;
    }
    for (Leg leg : legs) {
      problem = problem == null ? commands.problem(leg.order(), leg.form()) : problem;
    }
    return problem;
  }

  private boolean denied(List<Order> orders, String reason) {
    orders.forEach(each -> reporter.denied(each.id(), reason));
    return true;
  }

  private boolean deniedNow(List<Order> orders, String reason) {
    orders.forEach(each -> reporter.deniedNow(each.id(), reason));
    return true;
  }

  /** New orders. */
  private final class Placing implements Departure {
    private final ListKind kind;
    private final List<Order> orders;
    private final Params params;

    Placing(ListKind kind, List<Order> orders, Params params) {
      this.kind = kind;
      this.orders = orders;
      this.params = params;
    }

    @Override
    public Rank rank() {
      return Rank.of(orders.get(0));
    }

    @Override
    public Cost cost() {
      return kind.cost();
    }

    @Override
    public List<ClientOrderId> orders() {
      return orders.stream().map(Order::id).toList();
    }

    @Override
    public boolean leave() {
      return session.call(kind.method(), params, settings.place(), new Placed(orders));
    }

    @Override
    public void stay(String reason) {
      boolean unused = deniedNow(orders, reason);
    }

    @Override
    public void withdrawn(ClientOrderId by) {
      reporter.denied(by, WITHDRAWN);
      for (Order order : orders) {
        if (!order.id().equals(by)) {
          reporter.deniedNow(
              order.id(), "NOT_SENT: with=" + by + " which was cancelled before it left");
        }
      }
    }
  }

  /** Hears what became of all. */
  private final class Placed implements Answer {
    private final List<Order> orders;

    Placed(List<Order> orders) {
      this.orders = orders;
    }

    @Override
    public void done(JsonNode result) {
      book.placed(result.path("orderReports"));
      for (Order order : orders) {
        JsonNode own = ListAnswer.find(result, order);
        if (own == null) {
          reporter.lost(order.id(), "the answer about its list does not name order " + order.id());
        } else {
          commands.placed(order).done(own);
        }
      }
    }

    @Override
    public void refused(Refusal refusal) {
      orders.forEach(order -> commands.placed(order).refused(refusal));
    }

    @Override
    public void lost(String reason) {
      orders.forEach(order -> reporter.lost(order.id(), reason));
    }
  }
}
