package dev.bourse.exchange.binance.trade;

import static dev.bourse.exchange.binance.trade.OrderReader.text;

import com.fasterxml.jackson.databind.JsonNode;
import dev.bourse.api.filter.Wanted;
import dev.bourse.api.model.ClientOrderId;
import dev.bourse.api.model.Order;
import dev.bourse.exchange.binance.call.Answer;
import dev.bourse.exchange.binance.call.Cost;
import dev.bourse.exchange.binance.call.Params;
import dev.bourse.exchange.binance.call.Refusal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Places two orders of which one ends the other, as one list of the venue: it takes both or none.
 * Each is answered for itself. Any thread.
 */
final class PairCommands {
  private final TradeSettings settings;
  private final Session session;
  private final Reporter reporter;
  private final Throttle throttle;
  private final Commands commands;

  PairCommands(
      TradeSettings settings,
      Session session,
      Reporter reporter,
      Throttle throttle,
      Commands commands) {
    this.settings = settings;
    this.session = session;
    this.reporter = reporter;
    this.throttle = throttle;
    this.commands = commands;
  }

  /** Places both; false if nothing will be sent. What is denied here says so. */
  boolean submit(Order stop, Order target) {
    if (!session.isUp()) {
      return false;
    }
    OrderForm first;
    OrderForm second;
    try {
      first = commands.form(PairForm.inPair(stop.spec()), role(stop));
      second = commands.form(PairForm.inPair(target.spec()), role(target));
    } catch (IllegalArgumentException e) {
      return denied(stop, target, String.valueOf(e.getMessage()));
    }
    String problem = commands.forbidden(stop, "ocoAllowed");
    problem = problem == null ? commands.problem(stop, first) : problem;
    problem = problem == null ? commands.problem(target, second) : problem;
    if (problem != null) {
      return denied(stop, target, problem);
    }
    String patience = commands.throttled();
    if (patience != null) {
      return deniedNow(stop, target, patience);
    }
    Params params =
        PairForm.params(stop, first.wanted(), target, second.wanted())
            .with("listClientOrderId", OrderNames.list(stop.id()))
            .with("newOrderRespType", "RESULT");
    return throttle.take(new Placing(stop, target, params));
  }

  private static Wanted.Role role(Order order) {
    return order.entry() ? Wanted.Role.LISTED_ENTRY : Wanted.Role.EXIT;
  }

  private boolean denied(Order stop, Order target, String reason) {
    reporter.denied(stop.id(), reason);
    reporter.denied(target.id(), reason);
    return true;
  }

  private boolean deniedNow(Order stop, Order target, String reason) {
    reporter.deniedNow(stop.id(), reason);
    reporter.deniedNow(target.id(), reason);
    return true;
  }

  /** What an answer about a whole list says of one of its orders; the answer itself for others. */
  static JsonNode own(JsonNode answer, Order order) {
    JsonNode reports = answer.path("orderReports");
    JsonNode own = find(reports, order);
    return reports.isArray() && own != null ? own : answer;
  }

  private static @Nullable JsonNode find(JsonNode reports, Order order) {
    String name = order.id().value();
    for (JsonNode each : reports) {
      boolean its =
          text(each, "clientOrderId").equals(name) || text(each, "origClientOrderId").equals(name);
      if (its || text(each, "orderId").equals(order.venueOrderId())) {
        return each;
      }
    }
    return null;
  }

  /** Two new orders. */
  private final class Placing implements Departure {
    private final Order stop;
    private final Order target;
    private final Params params;

    Placing(Order stop, Order target, Params params) {
      this.stop = stop;
      this.target = target;
      this.params = params;
    }

    @Override
    public Rank rank() {
      return Rank.of(stop);
    }

    @Override
    public Cost cost() {
      return Cost.PAIR;
    }

    @Override
    public List<ClientOrderId> orders() {
      return List.of(stop.id(), target.id());
    }

    @Override
    public boolean leave() {
      return session.call(
          "orderList.place.oco", params, settings.place(), new Placed(stop, target));
    }

    @Override
    public void stay(String reason) {
      boolean unused = deniedNow(stop, target, reason);
    }

    @Override
    public void withdrawn(ClientOrderId by) {
      Order meant = stop.id().equals(by) ? stop : target;
      Order other = stop.id().equals(by) ? target : stop;
      reporter.denied(meant.id(), WITHDRAWN);
      reporter.deniedNow(
          other.id(), "NOT_SENT: with=" + by + " which was cancelled before it left");
    }
  }

  /** Hears what became of both. */
  private final class Placed implements Answer {
    private final List<Order> orders;

    Placed(Order stop, Order target) {
      this.orders = List.of(stop, target);
    }

    @Override
    public void done(JsonNode result) {
      for (Order order : orders) {
        JsonNode own = find(result.path("orderReports"), order);
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
