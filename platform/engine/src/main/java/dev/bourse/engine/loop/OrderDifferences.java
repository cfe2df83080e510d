package dev.bourse.engine.loop;

import dev.bourse.api.event.AccountEvent;
import dev.bourse.api.event.OrderReport;
import dev.bourse.api.model.AccountId;
import dev.bourse.api.model.Order;
import dev.bourse.api.trader.Discrepancy;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Counts our orders, and logs those, that were found to stand otherwise at the venue while nothing
 * was known to be wrong: the stream should have told. An order that the next report finds again
 * counts once. What follows an outage is no such difference, nor is an order that is not ours. Loop
 * only.
 */
final class OrderDifferences {
  private static final Logger LOG = LoggerFactory.getLogger(OrderDifferences.class);
  private static final String LEFT_ALONE = "left alone";

  private static final String ORDER = "order ";
  private static final String FILL = "fill ";

  private final Map<AccountId, Long> counts = new TreeMap<>();
  private final Map<AccountId, Set<String>> last = new TreeMap<>();

  /** A report was compared with the books of an account that was reconciled before. */
  void compared(AccountEvent.MassReport report, List<Discrepancy> found) {
    AccountId account = report.account();
    Set<String> before = last.getOrDefault(account, Set.of());
    Set<String> now = new HashSet<>();
    counts.merge(account, 0L, Long::sum);
    for (Discrepancy each : found) {
      String order = order(report, each);
      if (!order.isEmpty() && !before.contains(order)) {
        log(account, each.subject(), each.ours(), each.venue(), each.action());
        counts.merge(account, now.contains(order) ? 0L : 1L, Long::sum);
      }
      now.add(order);
    }
    last.put(account, now);
  }

  /** The order of ours that a difference is about; empty for another kind of difference. */
  private static String order(AccountEvent.MassReport report, Discrepancy found) {
    String subject = found.subject();
    if (subject.startsWith(ORDER) && !found.action().equals(LEFT_ALONE)) {
      return subject.substring(ORDER.length());
    }
    return report.fills().stream()
        .filter(fill -> subject.equals(FILL + fill.fillId()))
        .map(fill -> fill.orderId().value())
        .findFirst()
        .orElse("");
  }

  /** A question for one order found that it stands otherwise. */
  void found(Order ours, OrderReport.Status venue) {
    AccountId account = ours.account();
    log(
        account,
        ORDER + ours.id(),
        ours.status() + ", filled " + ours.filled(),
        venue.status() + ", filled " + venue.filled(),
        "taken over");
    boolean news = last.computeIfAbsent(account, each -> new HashSet<>()).add(ours.id().value());
    counts.merge(account, news ? 1L : 0L, Long::sum);
  }

  private static void log(
      AccountId account, String subject, String ours, String venue, String action) {
    LOG.info(
        "Account {}: {} differs without a word of the stream: {} here, {} at the venue; {}",
        account,
        subject,
        ours,
        venue,
        action);
  }

  /** The connection was lost: what is found next has another reason. */
  void lost(AccountId account) {
    last.remove(account);
  }

  /** How many orders since this start, by account. */
  Map<String, Long> depths() {
    Map<String, Long> depths = new TreeMap<>();
    counts.forEach((id, count) -> depths.put("orders.differing " + id, count));
    return depths;
  }
}
