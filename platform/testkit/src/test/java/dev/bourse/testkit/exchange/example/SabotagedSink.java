package dev.bourse.testkit.exchange.example;

import dev.bourse.api.event.AccountEvent;
import dev.bourse.api.event.ConnectionChanged;
import dev.bourse.api.event.DataGap;
import dev.bourse.api.event.OrderReport;
import dev.bourse.api.event.VenueEvent;
import dev.bourse.api.exchange.EventSink;
import java.util.ArrayList;
import java.util.List;

/** Tells something else than the adapter said. */
final class SabotagedSink implements EventSink {
  private final Sabotage sabotage;
  private final EventSink real;
  private final SabotagedReports reports;
  private final List<OrderReport> accepted = new ArrayList<>();
  private Runnable onUp = () -> {};
  private boolean gone;
  private boolean silent;
  private int count;

  SabotagedSink(Sabotage sabotage, EventSink real) {
    this.sabotage = sabotage;
    this.real = real;
    reports = new SabotagedReports(sabotage);
  }

  /** Done when the connection is there, before that is told. */
  synchronized void onUp(Runnable work) {
    onUp = work;
  }

  synchronized void silence() {
    silent = true;
  }

  /** How much was told so far. */
  synchronized int count() {
    return count;
  }

  /** Tells what the adapter did not say. */
  synchronized void tell(VenueEvent event) {
    real.accept(event);
  }

  @Override
  public synchronized boolean accept(VenueEvent event) {
    if (silent || gone) {
      return false;
    }
    count++;
    notifyAll();
    for (VenueEvent each : told(event)) {
      real.accept(each);
    }
    return true;
  }

  private List<VenueEvent> told(VenueEvent event) {
    if (event instanceof OrderReport.Accepted order) {
      accepted.add(order);
    }
    if (event instanceof OrderReport report) {
      return reports.told(report, count);
    } else if (event instanceof AccountEvent.MassReport report) {
      return List.of(without(report));
    } else if (event instanceof AccountEvent.CashFlow flow
        && sabotage == Sabotage.EVERY_DEPOSIT_TWICE) {
      return List.of(
          flow,
          new AccountEvent.CashFlow(
              flow.account(), flow.id() + "-2", flow.amount(), flow.kind(), flow.eventTime()));
    } else if (event instanceof ConnectionChanged changed) {
      return told(changed);
    }
    boolean hidden = event instanceof DataGap && sabotage == Sabotage.GAP_HIDDEN;
    return hidden ? List.of() : List.of(event);
  }

  private List<VenueEvent> told(ConnectionChanged changed) {
    if (changed.connected()) {
      onUp.run();
    }
    gone = sabotage == Sabotage.NO_WAY_BACK && !changed.connected();
    boolean up = changed.connected() || sabotage == Sabotage.LOOKING_KEY_TAKEN;
    List<VenueEvent> all = new ArrayList<>();
    all.add(new ConnectionChanged(changed.account(), up, changed.detail(), changed.eventTime()));
    if (!up && sabotage == Sabotage.DEAD_VENUE_HAS_NO_ORDERS) {
      accepted.forEach(each -> all.add(canceled(each)));
    }
    return all;
  }

  private static OrderReport canceled(OrderReport of) {
    return new OrderReport.Canceled(of.account(), of.orderId(), "GONE: venue=dead", 1);
  }

  private AccountEvent.MassReport without(AccountEvent.MassReport report) {
    boolean fills = sabotage != Sabotage.REPORT_WITHOUT_FILLS;
    boolean foreign = sabotage != Sabotage.REPORT_WITHOUT_FOREIGN_ORDERS;
    return new AccountEvent.MassReport(
        report.account(),
        report.openOrders().stream()
            .filter(each -> foreign || !each.orderId().value().startsWith("venue."))
            .toList(),
        fills ? report.fills() : List.of(),
        report.balances(),
        report.requestedAt(),
        report.eventTime());
  }
}
