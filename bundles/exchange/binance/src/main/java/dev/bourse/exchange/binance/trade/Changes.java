package dev.bourse.exchange.binance.trade;

import static dev.bourse.exchange.binance.trade.OrderReader.text;

import com.fasterxml.jackson.databind.JsonNode;
import dev.bourse.api.filter.Wanted;
import dev.bourse.api.model.Order;
import dev.bourse.api.model.OrderChange;
import dev.bourse.api.model.OrderSpec;
import dev.bourse.api.model.Quantity;
import dev.bourse.exchange.binance.call.Cost;
import dev.bourse.exchange.binance.call.Params;
import dev.bourse.exchange.binance.call.Refusal;
import dev.bourse.exchange.binance.rest.VenueTime;
import org.jspecify.annotations.Nullable;

/**
 * Changes orders. A smaller quantity is changed in its place; anything else is a cancel and a new
 * order in one step, which the venue does only while nothing was filled: a new order would count
 * its fills from zero, and the two together could fill more than was wanted. Any thread.
 */
final class Changes {
  private final TradeSettings settings;
  private final Session session;
  private final Reporter reporter;
  private final Generations generations;
  private final Commands commands;

  Changes(
      TradeSettings settings,
      Session session,
      Reporter reporter,
      Generations generations,
      Commands commands) {
    this.settings = settings;
    this.session = session;
    this.reporter = reporter;
    this.generations = generations;
    this.commands = commands;
  }

  /** Changes an order; false if nothing was sent. */
  boolean amend(Order order, OrderChange change) {
    if (!session.isUp()) {
      return false;
    }
    try {
      OrderSpec spec = change.applied(order.spec());
      return isReduction(order, change) ? reduce(order, change) : replace(order, change, spec);
    } catch (IllegalArgumentException e) {
      reporter.updateRejected(order.id(), String.valueOf(e.getMessage()));
      return true;
    }
  }

  private static boolean isReduction(Order order, OrderChange change) {
    Quantity quantity = change.quantity();
    boolean same =
        (change.price() == null || change.price().equals(order.spec().price()))
            && change.triggerPrice() == null;
    return same && quantity != null && quantity.compareTo(order.spec().quantity()) < 0;
  }

  private boolean refused(Order order, @Nullable String problem) {
    if (problem != null) {
      reporter.updateRejected(order.id(), problem);
    }
    return problem != null;
  }

  private boolean reduce(Order order, OrderChange change) {
    String problem = commands.unamendable(order);
    if (refused(order, problem == null ? commands.crowded(Cost.REDUCTION) : problem)) {
      return true;
    }
    Params params =
        commands
            .meant(order)
            .with("newClientOrderId", order.id().value())
            .with("newQty", String.valueOf(change.quantity()));
    return session.call(
        "order.amend.keepPriority", params, settings.place(), new Reduced(order, change));
  }

  private boolean replace(Order order, OrderChange change, OrderSpec spec) {
    OrderForm form = commands.form(spec, Wanted.Role.CHANGE);
    String problem = unfit(order);
    problem = problem == null ? commands.listed(order) : problem;
    problem = problem == null ? commands.forbidden(order, "cancelReplaceAllowed") : problem;
    problem = problem == null ? commands.problem(order, form.wanted()) : problem;
    problem = problem == null ? commands.throttled() : problem;
    if (refused(order, problem == null ? commands.crowded(Cost.ORDER) : problem)) {
      return true;
    }
    String venueId = String.valueOf(order.venueOrderId());
    Params params =
        form.params()
            .with("cancelReplaceMode", "STOP_ON_FAILURE")
            .with("cancelRestrictions", "ONLY_NEW")
            .with("cancelOrderId", Long.parseLong(venueId))
            .with("cancelNewClientOrderId", OrderNames.replaced(order.id(), venueId))
            .with("newClientOrderId", order.id().value())
            .with("newOrderRespType", "FULL");
    generations.replacing(order.id(), venueId, reporter.now());
    boolean sent =
        session.call("order.cancelReplace", params, settings.place(), new Replaced(order, change));
    if (!sent) {
      generations.notReplaced(order.id());
    }
    return sent;
  }

  private static @Nullable String unfit(Order order) {
    if (!order.filled().isZero()) {
      return "PARTLY_FILLED: filled="
          + order.filled()
          + " the venue changes only the quantity of it, to less: cancel it and place another";
    }
    if (order.venueOrderId() == null) {
      return "NOT_ACCEPTED: status=" + order.status();
    }
    boolean activated =
        order.spec().type().isTrailing()
            && order.spec().trigger() != null
            && order.spec().trigger().price() != null;
    return activated
        ? "TRAILING: trigger=" + order.spec().trigger() + " it would have to be activated anew"
        : null;
  }

  /** Hears what became of a smaller quantity. */
  private final class Reduced extends Telling {
    private final OrderChange change;

    Reduced(Order order, OrderChange change) {
      super(order, reporter, session);
      this.change = change;
    }

    @Override
    public void done(JsonNode result) {
      JsonNode amended = result.path("amendedOrder");
      long time = VenueTime.nanos(result.path("transactTime").asLong());
      reporter.updated(id(), text(amended, "orderId"), change, time);
    }

    @Override
    void rejected(String reason, boolean passing) {
      reporter.updateRejected(id(), reason);
    }
  }

  /** Hears what became of a cancel and a new order. */
  private final class Replaced extends Telling {
    private static final int PARTLY = -2021;

    private final OrderChange change;

    Replaced(Order order, OrderChange change) {
      super(order, reporter, session);
      this.change = change;
    }

    @Override
    public void done(JsonNode result) {
      JsonNode made = result.path("newOrderResponse");
      String venueId = text(made, "orderId");
      generations.named(text(made, "symbol"), venueId, id());
      generations.replaced(id(), venueId);
      long time = VenueTime.nanos(made.path("transactTime").asLong());
      reporter.updated(id(), venueId, change, time);
      commands.begun(order(), made);
    }

    @Override
    public void refused(Refusal refusal) {
      JsonNode response = refusal.data().path("newOrderResponse");
      boolean gone =
          refusal.code() == PARTLY && text(refusal.data(), "cancelResult").equals("SUCCESS");
      Refusal made =
          new Refusal(
              refusal.status(),
              response.path("code").asInt(),
              text(response, "msg"),
              response,
              refusal.retryAt());
      if (gone && !made.isProof()) {
        lost(
            "it was cancelled, and whether the changed order is there is not known: "
                + made.reason());
        return;
      } else if (gone) {
        generations.notReplaced(id());
        reporter.canceled(
            id(),
            "CHANGE_FAILED: it was cancelled, but the changed order was refused: " + made.reason(),
            reporter.now());
        return;
      }
      super.refused(refusal.code() == 0 ? refusal : because(refusal));
    }

    /** The reason of a refusal in two parts stands with its first part. */
    private Refusal because(Refusal refusal) {
      JsonNode cancel = refusal.data().path("cancelResponse");
      return cancel.has("code")
          ? new Refusal(
              refusal.status(),
              cancel.path("code").asInt(),
              text(cancel, "msg"),
              refusal.data(),
              refusal.retryAt())
          : refusal;
    }

    @Override
    void rejected(String reason, boolean passing) {
      generations.notReplaced(id());
      reporter.updateRejected(id(), reason);
    }
  }
}
