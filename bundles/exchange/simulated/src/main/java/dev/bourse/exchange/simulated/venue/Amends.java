package dev.bourse.exchange.simulated.venue;

import dev.bourse.api.event.OrderReport;
import dev.bourse.api.model.Instrument;
import dev.bourse.api.model.Money;
import dev.bourse.api.model.OrderChange;
import dev.bourse.api.model.OrderSpec;
import dev.bourse.api.model.Price;
import dev.bourse.api.model.Quantity;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Changes open orders. A change is made whole or refused whole. An order keeps its place if only
 * its quantity falls; everything else goes to the end of the queue of its price.
 */
final class Amends {
  private final VenueState state;
  private final Settlement settlement;
  private final Working working;
  private final OrderRules rules;
  private final Step step;
  private final Filtering filtering;

  Amends(VenueState state, Settlement settlement, Working working, OrderRules rules, Step step) {
    this.state = state;
    this.settlement = settlement;
    this.working = working;
    this.rules = rules;
    this.step = step;
    this.filtering = new Filtering(state);
  }

  void arrive(Pending command, long time) {
    VenueOrder order = state.order(command.key());
    Book book = order == null ? null : state.book(order.instrument.id());
    OrderChange change = Objects.requireNonNull(command.change(), "an amend without change");
    String problem = problem(command, order, book, change);
    if (order == null || book == null || problem != null) {
      step.reports.add(
          new OrderReport.UpdateRejected(
              command.account(), command.id(), String.valueOf(problem), time));
    } else {
      change(command, book, order, change, time);
    }
  }

  private @Nullable String problem(
      Pending command, @Nullable VenueOrder order, @Nullable Book book, OrderChange change) {
    if (order == null || book == null) {
      return "UNKNOWN_ORDER: order=" + command.id();
    }
    if (!order.isOpen()) {
      return "ORDER_CLOSED: status=" + order.status + " " + order.progress();
    }
    String problem = misfit(order, change);
    if (problem == null) {
      problem = OrderChecks.firstProblem(change, book.instrument);
    }
    if (problem == null) {
      problem = filtered(order, change, book);
    }
    if (problem == null) {
      problem = OrderChecks.firstProblem(changed(order, change), book);
      problem = problem != null ? problem : inMarket(order, change, book);
    }
    return problem != null ? problem : unpaid(book, order, change);
  }

  /** A smaller quantity alone is no new order to a venue's filters, but may be so often only. */
  private @Nullable String filtered(VenueOrder order, OrderChange change, Book book) {
    return isSmaller(order, change)
        ? Filtering.amendProblem(order, book)
        : filtering.problem(order, changed(order, change), book);
  }

  private static boolean isSmaller(VenueOrder order, OrderChange change) {
    return change.price() == null
        && change.triggerPrice() == null
        && quantityRaw(order, change) <= order.quantityRaw;
  }

  /** What this kind of order cannot have. */
  private static @Nullable String misfit(VenueOrder order, OrderChange change) {
    if (order.isForAmount()) {
      return "UNSUPPORTED_AMEND: amount=" + order.spec.amount();
    }
    if (change.price() != null && !order.spec.type().hasPrice()) {
      return "UNSUPPORTED_AMEND: price=" + change.price() + " type=" + order.spec.type();
    }
    if (change.triggerPrice() != null && !order.waits()) {
      return "UNSUPPORTED_AMEND: trigger="
          + change.triggerPrice()
          + (order.triggered ? " status=TRIGGERED" : " type=" + order.spec.type());
    }
    Quantity quantity = change.quantity();
    return quantity != null && quantity.compareTo(order.filled()) <= 0
        ? "QUANTITY_FILLED: quantity=" + quantity + " filled=" + order.filled()
        : null;
  }

  private @Nullable String inMarket(VenueOrder order, OrderChange change, Book book) {
    boolean moves = change.triggerPrice() != null && order.activation == Activation.DONE;
    return moves ? OrderChecks.stopInMarket(order, triggerRaw(order, change), book, rules) : null;
  }

  private @Nullable String unpaid(Book book, VenueOrder order, OrderChange change) {
    long left = quantityRaw(order, change) - order.filledRaw;
    Money needed = settlement.needed(order, reservedPrice(book, order, change), left);
    return settlement.refusal(order, needed);
  }

  private void change(Pending command, Book book, VenueOrder order, OrderChange change, long time) {
    long quantity = quantityRaw(order, change);
    boolean keepsPlace =
        quantity <= order.quantityRaw
            && priceRaw(order, change) == order.priceRaw
            && triggerRaw(order, change) == order.triggerRaw;
    Money needed =
        settlement.needed(order, reservedPrice(book, order, change), quantity - order.filledRaw);
    book.remove(order);
    order.amends = isSmaller(order, change) ? order.amends + 1 : 0;
    order.quantityRaw = quantity;
    order.priceRaw = priceRaw(order, change);
    order.triggerRaw = triggerRaw(order, change);
    order.reportedTriggerRaw = order.triggerRaw;
    if (change.triggerPrice() != null && order.activation != Activation.DONE) {
      order.activation = Activation.OPEN;
    }
    settlement.reserve(order, needed);
    step.touch(order);
    step.reports.add(
        new OrderReport.Updated(order.account, order.id, order.venueOrderId(), change, time));
    if (keepsPlace) {
      order.shownRaw = Math.min(order.shownRaw, order.remainingRaw());
      book.add(order);
    } else {
      order.place = state.nextOrder++;
      order.decidedAt = command.decidedAt();
      order.arrivedAt = command.arrivesAt();
      working.enter(book, order, time);
    }
  }

  /** The order as it would be. */
  private static OrderSpec changed(VenueOrder order, OrderChange change) {
    OrderChange terms = Objects.requireNonNull(order.terms(), "not changed: for an amount");
    return change.applied(terms.applied(order.spec));
  }

  private long reservedPrice(Book book, VenueOrder order, OrderChange change) {
    return working.reservedPrice(book, order, priceRaw(order, change), triggerRaw(order, change));
  }

  private static long quantityRaw(VenueOrder order, OrderChange change) {
    Quantity quantity = change.quantity();
    Instrument instrument = order.instrument;
    return quantity == null
        ? order.quantityRaw
        : quantity.withDecimals(instrument.quantityDecimals()).raw();
  }

  private static long priceRaw(VenueOrder order, OrderChange change) {
    return raw(order, change.price(), order.priceRaw);
  }

  private static long triggerRaw(VenueOrder order, OrderChange change) {
    return raw(order, change.triggerPrice(), order.triggerRaw);
  }

  private static long raw(VenueOrder order, @Nullable Price price, long otherwise) {
    int decimals = order.instrument.priceDecimals();
    return price == null ? otherwise : price.withDecimals(decimals).raw();
  }
}
