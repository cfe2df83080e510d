package dev.bourse.core.decision;

import dev.bourse.api.event.Event;
import dev.bourse.api.event.OrderReport;
import dev.bourse.api.model.Order;
import dev.bourse.api.model.OrderStatus;
import dev.bourse.api.model.StrategyId;
import dev.bourse.api.risk.RiskDecision;
import dev.bourse.core.state.TraderState;
import java.util.Map;
import java.util.TreeMap;

/**
 * How often strategies were asked, wanted and were denied since this process began; for people, not
 * part of the state.
 */
final class Counters {
  /** The counts of one strategy. */
  static final class Count {
    private long asked;
    private long intents;
    private final Map<String, Long> denials = new TreeMap<>();
    private String lastDenial = "";

    long asked() {
      return asked;
    }

    long intents() {
      return intents;
    }

    Map<String, Long> denials() {
      return new TreeMap<>(denials);
    }

    String lastDenial() {
      return lastDenial;
    }

    void ask() {
      asked++;
    }
  }

  private final Map<StrategyId, Count> counts = new TreeMap<>();

  Count of(StrategyId id) {
    return counts.computeIfAbsent(id, each -> new Count());
  }

  void intent(StrategyId id) {
    of(id).intents++;
  }

  void denial(StrategyId id, RiskDecision.Denied denial) {
    denial(id, denial.code().value(), denial.toString());
  }

  private void denial(StrategyId id, String code, String sentence) {
    Count count = of(id);
    count.denials.merge(code, 1L, Long::sum);
    count.lastDenial = sentence;
  }

  /** What an adapter refuses is denied as well: its reasons begin with a code, too. */
  void applied(Event event, TraderState state) {
    if (event instanceof OrderReport.Denied denied) {
      Order order = state.ledger().find(denied.orderId());
      if (order != null
          && order.status() == OrderStatus.DENIED
          && order.updatedAt() == state.time()) {
        String reason = denied.reason();
        int end = reason.indexOf(':');
        denial(order.strategy(), end < 0 ? reason : reason.substring(0, end), reason);
      }
    }
  }
}
