package dev.bourse.backtest.run;

import dev.bourse.api.event.CommandEvent;
import dev.bourse.api.event.Event;
import dev.bourse.api.event.OrderReport;
import dev.bourse.api.model.ClientOrderId;
import dev.bourse.api.model.Conversion;
import dev.bourse.api.model.Fill;
import dev.bourse.api.model.Order;
import dev.bourse.api.trace.TurnResult;
import dev.bourse.core.decision.TurnRecord;
import dev.bourse.core.ledger.ExitMoves;
import dev.bourse.core.ledger.OrderLedger;
import dev.bourse.core.ledger.OrderMoves;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Every order and every fill of a run, taken from the turns: the ledger forgets old orders, a
 * result must not.
 */
final class OrderBook {
  private final OrderLedger ledger;
  private final Map<ClientOrderId, Order> orders = new LinkedHashMap<>();
  private final List<Fill> fills = new ArrayList<>();
  private final Map<String, Conversion> conversions = new LinkedHashMap<>();

  OrderBook(OrderLedger ledger) {
    this.ledger = ledger;
  }

  /** Takes a turn; true if something was filled. */
  boolean take(TurnRecord record) {
    int before = fills.size();
    Event event = record.event();
    if (event instanceof OrderReport.Made made) {
      made(made.orderId());
    } else if (event instanceof OrderReport report) {
      moved(report.orderId(), report, record.time());
    } else if (event instanceof CommandEvent command) {
      moved(command.orderId(), null, record.time());
    }
    for (TurnResult result : record.results()) {
      decided(result, record.time());
    }
    return fills.size() > before;
  }

  private void decided(TurnResult result, long time) {
    if (result instanceof TurnResult.OrderApproved approved) {
      orders.put(approved.order().id(), approved.order());
    } else if (result instanceof TurnResult.OrderDenied denied) {
      orders.put(denied.order().id(), denied.order());
    } else if (result instanceof TurnResult.FeeConverted fee) {
      if (fee.conversion() != null) {
        conversions.put(fee.fillId(), fee.conversion());
      }
    } else if (result instanceof TurnResult.CancelRequested cancel) {
      moved(cancel.orderId(), null, time);
    } else if (result instanceof TurnResult.AmendRequested amend) {
      moved(amend.orderId(), null, time);
    } else if (result instanceof TurnResult.OrderReleased released) {
      moved(released.orderId(), null, time);
    } else if (result instanceof TurnResult.HeldOrderEnded ended) {
      moved(ended.orderId(), null, time);
    } else if (result instanceof TurnResult.LegActivated activated) {
      moved(activated.orderId(), null, time);
    } else if (result instanceof TurnResult.HeldOrderChanged changed) {
      moved(changed.orderId(), null, time);
    } else if (result instanceof TurnResult.LegReduced reduced) {
      moved(reduced.orderId(), null, time);
    } else if (result instanceof TurnResult.ReplaceRequested replaced) {
      moved(replaced.orderId(), null, time);
    } else if (result instanceof TurnResult.QueryRequested query) {
      moved(query.orderId(), null, time);
    }
  }

  /** An order that the venue made. */
  private void made(ClientOrderId id) {
    Order order = ledger.find(id);
    if (order != null) {
      orders.putIfAbsent(id, order);
    }
  }

  private void moved(ClientOrderId id, @Nullable OrderReport report, long time) {
    Order before = orders.get(id);
    if (before == null) {
      return;
    }
    Order now = ledger.find(id);
    Order after = now != null ? now : forgotten(before, report, time);
    orders.put(id, after);
    if (report instanceof OrderReport.Filled filled
        && after.filled().compareTo(before.filled()) > 0) {
      fills.add(filled.fill());
    }
  }

  /** The ledger dropped the order in the turn that closed it: the same move once more. */
  private static Order forgotten(Order before, @Nullable OrderReport report, long time) {
    if (report instanceof OrderReport.Filled filled) {
      return OrderMoves.filled(before, filled.fill(), time);
    } else if (report instanceof OrderReport.Canceled canceled) {
      return OrderMoves.canceled(before, canceled.reason(), time);
    } else if (report instanceof OrderReport.Expired expired) {
      return OrderMoves.expired(before, expired.reason(), time);
    } else if (report instanceof OrderReport.Rejected rejected) {
      return ExitMoves.rejected(before, rejected, time);
    } else if (report instanceof OrderReport.Denied denied) {
      return ExitMoves.denied(before, denied, time);
    }
    return before;
  }

  /** All orders, oldest first, as they ended. */
  List<Order> orders() {
    return List.copyOf(orders.values());
  }

  /** How many fills there were. */
  int fillCount() {
    return fills.size();
  }

  /** A fill by its number. */
  Fill fill(int number) {
    return fills.get(number);
  }

  /** What fees in third currencies were worth, by fill id. */
  Map<String, Conversion> conversions() {
    return conversions;
  }

  /** All fills in order. */
  List<Fill> fills() {
    return List.copyOf(fills);
  }
}
