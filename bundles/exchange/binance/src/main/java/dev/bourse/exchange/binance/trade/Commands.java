package dev.bourse.exchange.binance.trade;

import static dev.bourse.exchange.binance.trade.OrderReader.text;

import com.fasterxml.jackson.databind.JsonNode;
import dev.bourse.api.event.OrderReport;
import dev.bourse.api.filter.Surroundings;
import dev.bourse.api.filter.Wanted;
import dev.bourse.api.model.ClientOrderId;
import dev.bourse.api.model.Fill;
import dev.bourse.api.model.Instrument;
import dev.bourse.api.model.Order;
import dev.bourse.api.model.OrderSpec;
import dev.bourse.api.model.OrderStatus;
import dev.bourse.exchange.binance.call.Answer;
import dev.bourse.exchange.binance.call.Cost;
import dev.bourse.exchange.binance.call.Params;
import dev.bourse.exchange.binance.rest.VenueTime;
import dev.bourse.exchange.binance.rules.RuleBook;
import dev.bourse.exchange.binance.rules.SymbolRules;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Sends new orders and cancels, each as soon as the venue's limits have room for it, and tells what
 * is answered. Any thread.
 */
final class Commands {
  private final TradeSettings settings;
  private final Session session;
  private final Reporter reporter;
  private final RuleBook rules;
  private final AccountBook book;
  private final Prices prices;
  private final Throttle throttle;
  private final Generations generations;
  private final OrderReader reader;
  private final Questions questions;

  Commands(
      TradeSettings settings,
      Session session,
      Reporter reporter,
      RuleBook rules,
      AccountBook book,
      Prices prices,
      Throttle throttle,
      Generations generations,
      OrderReader reader,
      Questions questions) {
    this.settings = settings;
    this.session = session;
    this.reporter = reporter;
    this.rules = rules;
    this.book = book;
    this.prices = prices;
    this.throttle = throttle;
    this.generations = generations;
    this.reader = reader;
    this.questions = questions;
  }

  /** Places an order; false if nothing will be sent. What is denied here says so. */
  boolean submit(Order order) {
    if (!session.isUp()) {
      return false;
    }
    OrderForm form;
    try {
      form = form(order.spec(), order.entry() ? Wanted.Role.ENTRY : Wanted.Role.EXIT);
    } catch (IllegalArgumentException e) {
      reporter.denied(order.id(), String.valueOf(e.getMessage()));
      return true;
    }
    String problem = problem(order, form.wanted());
    if (problem != null) {
      reporter.denied(order.id(), problem);
      return true;
    }
    String patience = throttled();
    if (patience != null) {
      reporter.deniedNow(order.id(), patience);
      return true;
    }
    Params params =
        form.params().with("newClientOrderId", order.id().value()).with("newOrderRespType", "FULL");
    return throttle.take(new Placing(order, params));
  }

  /** An order in the venue's words; throws {@link IllegalArgumentException} if it has none. */
  OrderForm form(OrderSpec spec, Wanted.Role role) {
    return OrderForm.of(spec, role, prices.last(spec.instrument().id()));
  }

  /** What is against it whenever it is sent, or null. */
  @Nullable String problem(Order order, Wanted form) {
    String problem = OrderNames.problem(order.id());
    Instrument instrument = order.spec().instrument();
    SymbolRules known = rules.find(instrument.id().symbol());
    if (problem == null && known != null) {
      String symbol = known.instrument().id().symbol();
      Surroundings around = book.around(known.instrument(), rules.isJudgedByTrades(symbol));
      problem = known.problem(form, around);
      if (problem != null) {
        questions.doubt(symbol, problem);
      }
    }
    return problem;
  }

  /** Why the venue wants no new order now, or null: that passes. */
  @Nullable String throttled() {
    return throttle.limits().orderProblem();
  }

  /** Why its symbol does not allow something, or null. */
  @Nullable String forbidden(Order order, String what) {
    SymbolRules known = rules.find(order.spec().instrument().id().symbol());
    return known == null ? null : known.problem(what);
  }

  /** Why another order cannot take its place, or null: the others of its list would end. */
  @Nullable String listed(Order order) {
    String number = generations.number(order);
    String symbol = order.spec().instrument().id().symbol();
    return number != null && book.isListed(symbol, number)
        ? "LISTED: order=" + number + " the others of its list would end with it: cancel it"
        : null;
  }

  /** What is against amending it in its place, or null. */
  @Nullable String unamendable(Order order) {
    String symbol = order.spec().instrument().id().symbol();
    SymbolRules known = rules.find(symbol);
    String number = generations.number(order);
    String problem =
        known == null || number == null ? null : known.amendProblem(book.amends(symbol, number));
    problem = problem == null ? forbidden(order, "amendAllowed") : problem;
    return problem == null ? throttle.limits().problem() : problem;
  }

  /** Why a change has no room now, or null: it does not wait, for what it changes goes on. */
  @Nullable String crowded(Cost cost) {
    String shortage = throttle.limits().shortage(cost);
    return shortage.isEmpty() ? null : shortage;
  }

  /**
   * Cancels an order; false if nothing will be sent. One that did not leave yet is taken back, and
   * a second cancel of one whose first waits is the same one.
   */
  boolean cancel(Order order) {
    if (!session.isUp()) {
      return false;
    }
    if (throttle.isCancelling(order.id()) || throttle.withdraw(order.id())) {
      return true;
    }
    String problem = throttle.limits().problem();
    if (problem != null) {
      reporter.cancelRejected(order.id(), problem);
      return true;
    }
    return throttle.take(new Cancelling(order));
  }

  /**
   * Names an order to the venue: by its number, for another client may have given it another name
   * there; by our name while its number is not known or may be changing.
   */
  Params meant(Order order) {
    Params params = new Params().with("symbol", order.spec().instrument().id().symbol());
    String number = generations.number(order);
    return number == null
        ? params.with("origClientOrderId", order.id().value())
        : params.with("orderId", Long.parseLong(number));
  }

  /** Hears what became of a new order. */
  Answer placed(Order order) {
    return new Placed(order);
  }

  /** Tells what came with the answer to an order that was placed: fills, and an early end. */
  void begun(Order order, JsonNode result) {
    Instrument instrument = order.spec().instrument();
    ClientOrderId id = order.id();
    long when = result.path("transactTime").asLong();
    for (JsonNode each : result.path("fills")) {
      Fill fill = reader.taken(each, id, instrument, order.spec().side(), when);
      reporter.tell(new OrderReport.Filled(fill));
    }
    OrderReport.Status status = reader.status(result, id, instrument);
    boolean allOfAmount = status.status() == OrderStatus.FILLED && order.spec().amount() != null;
    if (status.status() == OrderStatus.EXPIRED) {
      reporter.expired(id, status.reason(), status.eventTime());
    } else if (status.status() == OrderStatus.REJECTED) {
      reporter.rejected(id, status.reason());
    } else if (allOfAmount) {
      reporter.tell(status);
    }
  }

  /** A new order. */
  private final class Placing implements Departure {
    private final Order order;
    private final Params params;

    Placing(Order order, Params params) {
      this.order = order;
      this.params = params;
    }

    @Override
    public Rank rank() {
      return Rank.of(order);
    }

    @Override
    public Cost cost() {
      return Cost.ORDER;
    }

    @Override
    public List<ClientOrderId> orders() {
      return List.of(order.id());
    }

    @Override
    public boolean leave() {
      return session.call("order.place", params, settings.place(), new Placed(order));
    }

    @Override
    public void stay(String reason) {
      reporter.deniedNow(order.id(), reason);
    }

    @Override
    public void withdrawn(ClientOrderId by) {
      reporter.denied(order.id(), WITHDRAWN);
    }
  }

  /** A cancel. */
  private final class Cancelling implements Departure {
    private final Order order;

    Cancelling(Order order) {
      this.order = order;
    }

    @Override
    public Rank rank() {
      return Rank.CANCEL;
    }

    @Override
    public Cost cost() {
      return Cost.CANCEL;
    }

    @Override
    public List<ClientOrderId> orders() {
      return List.of(order.id());
    }

    @Override
    public boolean leave() {
      Params params = meant(order).with("newClientOrderId", OrderNames.cancel(order.id()));
      generations.cancelling(order.id());
      boolean sent = session.call("order.cancel", params, settings.cancel(), new Canceled(order));
      if (!sent) {
        generations.notCancelling(order.id());
      }
      return sent;
    }

    @Override
    public void stay(String reason) {
      reporter.cancelRejected(order.id(), reason);
    }
  }

  /** Hears what became of a new order. */
  private final class Placed extends Telling {
    Placed(Order order) {
      super(order, reporter, session);
    }

    @Override
    public void done(JsonNode result) {
      String venueId = text(result, "orderId");
      generations.named(text(result, "symbol"), venueId, id());
      reporter.accepted(id(), venueId, VenueTime.nanos(result.path("transactTime").asLong()));
      begun(order(), result);
    }

    @Override
    void rejected(String reason, boolean passing) {
      reporter.rejected(id(), reason, passing);
    }
  }

  /** Hears what became of a cancel. */
  private final class Canceled extends Telling {
    Canceled(Order order) {
      super(order, reporter, session);
    }

    @Override
    public void done(JsonNode answer) {
      JsonNode result = ListAnswer.own(answer, order());
      book.ended(answer.path("orderReports"));
      tell(result);
      ListAnswer.endedWith(answer, result).forEach(this::tellOther);
    }

    private void tell(JsonNode result) {
      boolean more =
          Amounts.quantity(result.path("executedQty").asText("0"), order().spec().instrument())
                  .compareTo(order().filled())
              > 0;
      if (more && !questions.query(order())) {
        reporter.lost(id(), "the fills of order " + id() + " are not known");
        return;
      }
      if (!more) {
        long time = VenueTime.nanos(result.path("transactTime").asLong());
        if (!generations.isSuccessor(id(), text(result, "orderId"))) {
          reporter.taken(id(), text(result, "orderId"), time);
        }
        reporter.canceled(id(), "CANCELED_BY_TRADER: order=" + text(result, "orderId"), time);
      }
    }

    /** An order of its list ended with it: its own event may be lost. */
    private void tellOther(JsonNode ended) {
      String number = text(ended, "orderId");
      ClientOrderId called = OrderNames.read(text(ended, "origClientOrderId"), number);
      ClientOrderId other = generations.learn(text(ended, "symbol"), number, called);
      if (!generations.isOver(other, number)) {
        long time = VenueTime.nanos(ended.path("transactTime").asLong());
        reporter.taken(other, number, time);
        reporter.canceled(other, "CANCELED_WITH: order=" + id(), time);
      }
    }

    @Override
    void rejected(String reason, boolean passing) {
      generations.notCancelling(id());
      reporter.cancelRejected(id(), reason);
    }
  }
}
