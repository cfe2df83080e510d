package dev.bourse.exchange.binance.trade;

import dev.bourse.api.event.AccountEvent;
import dev.bourse.api.event.ConnectionChanged;
import dev.bourse.api.event.OrderReport;
import dev.bourse.api.event.VenueEvent;
import dev.bourse.api.exchange.EventSink;
import dev.bourse.api.model.AccountId;
import dev.bourse.api.model.AccountRights;
import dev.bourse.api.model.Balance;
import dev.bourse.api.model.ClientOrderId;
import dev.bourse.api.model.Money;
import dev.bourse.api.model.OrderChange;
import dev.bourse.exchange.binance.call.VenueClock;
import java.util.List;

/** Reports of an account, in the engine's words. Any thread. */
final class Reporter {
  private final AccountId account;
  private final EventSink events;
  private final VenueClock clock;
  private final Recent<Boolean> accepted = new Recent<>();

  Reporter(AccountId account, EventSink events, VenueClock clock) {
    this.account = account;
    this.events = events;
    this.clock = clock;
  }

  /** The account. */
  AccountId account() {
    return account;
  }

  /** Our time, nanoseconds since 1970. */
  long now() {
    return clock.ours();
  }

  void tell(VenueEvent event) {
    events.accept(event);
  }

  void connection(boolean up, String detail) {
    tell(new ConnectionChanged(account, up, detail, now()));
  }

  void rights(AccountRights rights) {
    tell(new AccountEvent.Rights(account, rights, now()));
  }

  void accepted(ClientOrderId id, String venueOrderId, long time) {
    accepted.put(id.value() + " " + venueOrderId, true);
    tell(new OrderReport.Accepted(account, id, venueOrderId, time));
  }

  /** The venue has it under this number; told once, for the word that it took it may be lost. */
  void taken(ClientOrderId id, String venueOrderId, long time) {
    if (accepted.get(id.value() + " " + venueOrderId) == null) {
      accepted(id, venueOrderId, time);
    }
  }

  /** The venue proved that it did nothing, for what the order is. */
  void rejected(ClientOrderId id, String reason) {
    rejected(id, reason, false);
  }

  /** The venue proved that it did nothing, for what passes by itself or not. */
  void rejected(ClientOrderId id, String reason, boolean passing) {
    tell(new OrderReport.Rejected(account, id, reason, passing, now()));
  }

  /** Nothing of it was sent, for what it is: it would be refused each time. */
  void denied(ClientOrderId id, String reason) {
    tell(new OrderReport.Denied(account, id, reason, now()));
  }

  /** Nothing of it was sent, for what passes by itself. */
  void deniedNow(ClientOrderId id, String reason) {
    tell(new OrderReport.Denied(account, id, reason, true, now()));
  }

  void canceled(ClientOrderId id, String reason, long time) {
    tell(new OrderReport.Canceled(account, id, reason, time));
  }

  void expired(ClientOrderId id, String reason, long time) {
    tell(new OrderReport.Expired(account, id, reason, time));
  }

  void triggered(ClientOrderId id, long time) {
    tell(new OrderReport.Triggered(account, id, time));
  }

  void updated(ClientOrderId id, String venueOrderId, OrderChange change, long time) {
    tell(new OrderReport.Updated(account, id, venueOrderId, change, time));
  }

  void updateRejected(ClientOrderId id, String reason) {
    tell(new OrderReport.UpdateRejected(account, id, reason, now()));
  }

  void cancelRejected(ClientOrderId id, String reason) {
    tell(new OrderReport.CancelRejected(account, id, reason, now()));
  }

  void lost(ClientOrderId id, String reason) {
    tell(new OrderReport.AnswerLost(account, id, reason, now()));
  }

  void balances(List<Balance> balances, long time) {
    tell(new AccountEvent.Balances(account, balances, time));
  }

  void flow(String id, Money amount, long time) {
    String kind = amount.signum() < 0 ? "withdrawal" : "deposit";
    tell(new AccountEvent.CashFlow(account, id, amount, kind, time));
  }
}
