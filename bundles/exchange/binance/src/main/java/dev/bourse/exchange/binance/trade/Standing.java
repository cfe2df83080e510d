package dev.bourse.exchange.binance.trade;

import static dev.bourse.exchange.binance.trade.OrderReader.text;

import com.fasterxml.jackson.databind.JsonNode;
import dev.bourse.api.event.OrderReport;
import dev.bourse.api.model.ClientOrderId;
import dev.bourse.api.model.Instrument;
import dev.bourse.api.model.Money;
import dev.bourse.api.model.OrderSpec;
import dev.bourse.api.model.OrderStatus;
import dev.bourse.api.model.Quantity;
import dev.bourse.exchange.binance.call.Params;
import dev.bourse.exchange.binance.rest.RestException;
import dev.bourse.exchange.binance.rest.VenueTime;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Finds out where one of our orders stands: by our name, by the name of its cancel, by the venue's
 * number, and at last among all orders since it was made. Blocks; on the questions' worker.
 */
final class Standing {
  private static final int NO_SUCH_ORDER = -2013;
  private static final int ARCHIVED = -2026;
  private static final int PAGE = 1_000;
  private static final int MOST_PAGES = 10;

  /** Our clock and the venue's may differ so much. */
  private static final long MARGIN = Duration.ofMinutes(1).toNanos();

  private final Asking inquiry;
  private final Reporter reporter;
  private final OrderReader reader;
  private final Generations generations;
  private final Lateness lateness;

  Standing(
      Asking inquiry,
      Reporter reporter,
      OrderReader reader,
      Generations generations,
      Lateness lateness) {
    this.inquiry = inquiry;
    this.reporter = reporter;
    this.reader = reader;
    this.generations = generations;
    this.lateness = lateness;
  }

  /**
   * An order that is asked about.
   *
   * @param venueOrderId the venue's number as far as we know it
   * @param filled how much of it is known to be filled
   * @param createdAt when it was made, nanoseconds
   * @param spec what it was to do, if that is known
   */
  record Subject(
      ClientOrderId id,
      Instrument instrument,
      @Nullable String venueOrderId,
      Quantity filled,
      long createdAt,
      @Nullable OrderSpec spec) {
    String symbol() {
      return instrument.id().symbol();
    }
  }

  /** Tells where an order stands: what was filled that we do not know first. */
  void tell(Subject subject) throws RestException {
    long askedAt = reporter.now();
    JsonNode found;
    try {
      found = find(subject);
    } catch (RestException e) {
      if (e.code() != ARCHIVED) {
        throw e;
      }
      archived(subject);
      return;
    }
    if (found == null) {
      reporter.tell(
          new OrderReport.NotFound(
              reporter.account(),
              subject.id(),
              askedAt - lateness.of(subject.id()),
              reporter.now()));
      return;
    }
    generations.named(subject.symbol(), text(found, "orderId"), subject.id());
    OrderReport.Status status = reader.status(found, subject.id(), subject.instrument());
    if (status.status().isLive()) {
      generations.open(subject.id(), text(found, "orderId"), reporter.now());
    }
    if (status.filled().compareTo(subject.filled()) > 0) {
      executions(subject, text(found, "orderId"));
    }
    reporter.tell(status);
  }

  /** Ended long ago without having filled. */
  private void archived(Subject subject) {
    reporter.tell(
        new OrderReport.Status(
            reporter.account(),
            subject.id(),
            subject.venueOrderId(),
            OrderStatus.CANCELED,
            Quantity.zero(subject.instrument().quantityDecimals()),
            zero(subject),
            "ORDER_ARCHIVED: code=" + ARCHIVED,
            reporter.now()));
  }

  private static Money zero(Subject subject) {
    return subject.instrument().quote().zero();
  }

  private void executions(Subject subject, String venueOrderId) throws RestException {
    JsonNode trades =
        inquiry.ask(
            Asked.TRADES,
            new Params()
                .with("symbol", subject.symbol())
                .with("orderId", Long.parseLong(venueOrderId))
                .with("limit", PAGE));
    for (JsonNode each : trades) {
      reporter.tell(new OrderReport.Filled(reader.trade(each, subject.id(), subject.instrument())));
    }
  }

  private @Nullable JsonNode find(Subject subject) throws RestException {
    JsonNode found = byName(subject, subject.id().value());
    if (found != null) {
      return found;
    }
    String number = subject.venueOrderId();
    JsonNode named = byName(subject, OrderNames.cancel(subject.id()));
    if (number == null) {
      return named != null && Likeness.isSame(subject, named) ? named : amongAll(subject);
    }
    if (named != null && text(named, "orderId").equals(number)) {
      return named;
    }
    JsonNode numbered = one(subject, new Params().with("orderId", Long.parseLong(number)));
    JsonNode successor = numbered == null ? null : byName(subject, subject.id().value());
    if (successor != null) {
      return successor;
    }
    boolean replaced =
        numbered == null
            || text(numbered, "clientOrderId").equals(OrderNames.replaced(subject.id(), number));
    return named != null && replaced ? named : numbered;
  }

  private @Nullable JsonNode byName(Subject subject, String name) throws RestException {
    return one(subject, new Params().with("origClientOrderId", name));
  }

  private @Nullable JsonNode one(Subject subject, Params name) throws RestException {
    try {
      return inquiry.ask(Asked.ORDER, name.with("symbol", subject.symbol()));
    } catch (RestException e) {
      if (e.code() == NO_SUCH_ORDER) {
        return null;
      }
      throw e;
    }
  }

  /** A cancel by another client takes our name off an order: then it is known by what it is. */
  private @Nullable JsonNode amongAll(Subject subject) throws RestException {
    JsonNode alike = null;
    Params params =
        new Params().with("startTime", VenueTime.millis(Math.max(0, subject.createdAt() - MARGIN)));
    for (int page = 0; page < MOST_PAGES; page++) {
      JsonNode orders =
          inquiry.ask(Asked.ORDERS, params.with("symbol", subject.symbol()).with("limit", PAGE));
      long last = -1;
      for (JsonNode each : orders) {
        last = each.path("orderId").asLong();
        if (text(each, "clientOrderId").equals(subject.id().value())) {
          return each;
        }
        alike = Likeness.mayBe(subject, each) ? each : alike;
      }
      if (last < 0 || orders.size() < PAGE) {
        break;
      }
      params = new Params().with("orderId", last + 1);
    }
    if (alike != null) {
      throw Likeness.undecided(subject, alike);
    }
    return null;
  }
}
