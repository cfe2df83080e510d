package dev.bourse.exchange.simulated.venue;

import dev.bourse.api.event.OrderReport;
import dev.bourse.api.model.AccountId;
import dev.bourse.api.model.ClientOrderId;
import dev.bourse.api.model.Instrument;
import dev.bourse.api.model.Money;
import dev.bourse.api.model.OrderChange;
import dev.bourse.api.model.OrderSpec;
import dev.bourse.api.model.OrderStatus;
import dev.bourse.api.model.Price;
import dev.bourse.api.model.Trigger;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What the venue does with a command that arrived. */
final class Arrivals {
  private final VenueState state;
  private final Settlement settlement;
  private final Working working;
  private final Triggers triggers;
  private final Amends amends;
  private final Endings endings;
  private final OrderRules rules;
  private final Step step;
  private final Filtering filtering;

  Arrivals(
      VenueState state,
      Settlement settlement,
      Working working,
      Triggers triggers,
      Amends amends,
      Endings endings,
      OrderRules rules,
      Step step) {
    this.state = state;
    this.settlement = settlement;
    this.working = working;
    this.triggers = triggers;
    this.amends = amends;
    this.endings = endings;
    this.rules = rules;
    this.step = step;
    this.filtering = new Filtering(state);
  }

  void arrive(Pending command) {
    long time = command.arrivesAt();
    switch (command.kind()) {
      case SUBMIT -> submit(command, time);
      case CANCEL -> cancel(command, time);
      case QUERY -> query(command, time);
      case AMEND -> amends.arrive(command, time);
    }
  }

  private void submit(Pending command, long time) {
    VenueOrder known = state.order(command.key());
    if (known != null) {
      repeat(command, known, time);
      return;
    }
    Book book = state.book(command.spec().instrument().id());
    String problem = problem(command, book);
    if (book == null || problem != null) {
      refuse(command, String.valueOf(problem), time);
      return;
    }
    VenueOrder order = orderOf(command, book);
    problem = OrderChecks.onArrival(order, book, rules, time);
    if (problem != null) {
      refuse(command, problem, time);
      return;
    }
    EarlierFills earlier = EarlierFills.of(state, order);
    boolean over = earlier.leaveNothingOf(order);
    if (!over) {
      order.quantityRaw -= earlier.quantityRaw();
    }
    long price = working.reservedPrice(book, order, order.priceRaw, order.triggerRaw);
    Money needed = settlement.needed(order, price, over ? 0 : order.quantityRaw);
    problem = settlement.refusal(order, needed);
    if (problem != null) {
      refuse(command, problem, time);
      return;
    }
    accept(order, needed, time);
    if (over) {
      endings.siblingFilled(book, order, Objects.requireNonNull(earlier.cause()), time);
    } else {
      begin(book, order, earlier, time);
    }
  }

  /** The names of the venue's filters come before ours. */
  private @Nullable String problem(Pending command, @Nullable Book book) {
    String problem =
        book == null || !book.instrument.trading() ? null : filtering.problem(command, book);
    return problem == null ? OrderChecks.firstProblem(command.spec(), book) : problem;
  }

  private void accept(VenueOrder order, Money needed, long time) {
    state.nextOrder++;
    state.put(order);
    settlement.reserve(order, needed);
    step.reports.add(new OrderReport.Accepted(order.account, order.id, order.venueOrderId(), time));
  }

  private void begin(Book book, VenueOrder order, EarlierFills earlier, long time) {
    if (earlier.quantityRaw() > 0) {
      OrderChange change = OrderChange.quantity(order.instrument.quantity(order.quantityRaw));
      step.reports.add(
          new OrderReport.Updated(order.account, order.id, order.venueOrderId(), change, time));
    }
    working.enter(book, order, time);
    triggers.start(book, order, time);
  }

  private VenueOrder orderOf(Pending command, Book book) {
    OrderSpec spec = command.spec();
    VenueOrder order =
        new VenueOrder(
            state.nextOrder,
            command.account(),
            command.id(),
            spec,
            book.instrument,
            command.decidedAt(),
            command.arrivesAt());
    Price price = spec.price();
    order.link = command.link();
    order.priceRaw = price == null ? 0 : price.withDecimals(book.instrument.priceDecimals()).raw();
    Trigger trigger = spec.trigger();
    Price triggerPrice = trigger == null ? null : trigger.price();
    if (triggerPrice != null) {
      order.triggerRaw = triggerPrice.withDecimals(book.instrument.priceDecimals()).raw();
      order.activation = spec.type().isTrailing() ? Activation.OPEN : Activation.DONE;
    }
    order.reportedTriggerRaw = order.triggerRaw;
    order.expiresAt = rules.endOf(spec, command.arrivesAt());
    order.quantityRaw = spec.quantity().withDecimals(book.instrument.quantityDecimals()).raw();
    return order;
  }

  /** A refused order is remembered, so that it is refused the same way when it comes again. */
  private void refuse(Pending command, String reason, long time) {
    Instrument instrument = command.spec().instrument();
    VenueOrder order =
        new VenueOrder(
            state.nextOrder++,
            command.account(),
            command.id(),
            command.spec(),
            instrument,
            command.decidedAt(),
            command.arrivesAt());
    order.quantityRaw = command.spec().quantity().raw();
    order.status = OrderStatus.REJECTED;
    order.reason = reason;
    order.closedAt = time;
    state.put(order);
    state.close(order);
    step.touch(order);
    reject(command.account(), command.id(), reason, time);
  }

  private void repeat(Pending command, VenueOrder known, long time) {
    if (!known.spec.equals(command.spec())) {
      reject(
          command.account(),
          command.id(),
          "DUPLICATE: order="
              + command.id()
              + " first=\""
              + known.spec
              + "\" now=\""
              + command.spec()
              + "\"",
          time);
    } else if (known.status == OrderStatus.REJECTED) {
      reject(known.account, known.id, known.reason, time);
    } else {
      step.reports.add(
          new OrderReport.Accepted(known.account, known.id, known.venueOrderId(), known.arrivedAt));
    }
  }

  private void reject(AccountId account, ClientOrderId id, String reason, long time) {
    step.reports.add(new OrderReport.Rejected(account, id, reason, time));
  }

  private void cancel(Pending command, long time) {
    VenueOrder order = state.order(command.key());
    Book book = order == null ? null : state.book(order.instrument.id());
    if (order == null || book == null) {
      refuseCancel(command, "UNKNOWN_ORDER: order=" + command.id(), time);
    } else if (!order.isOpen()) {
      refuseCancel(command, "ORDER_CLOSED: status=" + order.status + " " + order.progress(), time);
    } else {
      endings.canceled(book, order, time);
    }
  }

  private void refuseCancel(Pending command, String reason, long time) {
    step.reports.add(new OrderReport.CancelRejected(command.account(), command.id(), reason, time));
  }

  private void query(Pending command, long time) {
    VenueOrder order = state.order(command.key());
    step.reports.add(
        order == null
            ? new OrderReport.NotFound(command.account(), command.id(), command.decidedAt(), time)
            : statusOf(order, time));
  }

  static OrderReport.Status statusOf(VenueOrder order, long time) {
    @Nullable String venueId = order.status == OrderStatus.REJECTED ? null : order.venueOrderId();
    return new OrderReport.Status(
        order.account,
        order.id,
        venueId,
        order.status,
        order.filled(),
        order.filledNotional,
        order.reason,
        time,
        order.terms());
  }
}
