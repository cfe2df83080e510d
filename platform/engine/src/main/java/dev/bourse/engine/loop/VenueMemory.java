package dev.bourse.engine.loop;

import dev.bourse.api.event.OrderReport;
import dev.bourse.api.exchange.Capabilities;
import dev.bourse.api.model.AccountId;
import dev.bourse.api.model.Order;
import dev.bourse.core.TraderCore;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

/**
 * How long venues remember orders ({@link Capabilities#history}). That one is not found proves that
 * it never was there only as long as the venue could still know it. Loop only.
 */
final class VenueMemory {
  private final TraderCore core;
  private final Map<AccountId, Duration> memory = new TreeMap<>();

  VenueMemory(TraderCore core) {
    this.core = core;
  }

  /** The account's venue says what it can do. */
  void opened(AccountId account, Capabilities capabilities) {
    memory.put(account, capabilities.history());
  }

  /** Whether the venue may have known the order and forgotten it. */
  boolean isForgotten(OrderReport.NotFound absent) {
    Order order = core.state().ledger().find(absent.orderId());
    Duration known = memory.get(absent.account());
    return order != null
        && known != null
        && absent.queriedAt() - order.createdAt() > known.toNanos();
  }

  /** What such an answer is worth: none; a person has to look. */
  OrderReport.AnswerLost unproven(OrderReport.NotFound absent) {
    return new OrderReport.AnswerLost(
        absent.account(),
        absent.orderId(),
        "the venue does not find it, but remembers orders for "
            + text(memory.getOrDefault(absent.account(), Duration.ZERO))
            + " only: look at the venue, then trader:reconcile --accept",
        absent.eventTime());
  }

  private static String text(Duration time) {
    return time.toDays() > 0 ? time.toDays() + " days" : time.toSeconds() + " s";
  }
}
