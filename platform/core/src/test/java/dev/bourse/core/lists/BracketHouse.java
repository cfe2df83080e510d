package dev.bourse.core.lists;

import static dev.bourse.core.Fixture.ACCOUNT;
import static dev.bourse.core.Fixture.BTC;

import dev.bourse.api.event.OrderReport;
import dev.bourse.api.event.TimerEvent;
import dev.bourse.api.model.ClientOrderId;
import dev.bourse.api.model.Money;
import dev.bourse.api.trace.TurnResult;
import dev.bourse.core.Fixture;
import dev.bourse.core.settings.Guards;
import java.util.List;

/** A trader whose brackets go to a venue that takes them; the taker's fee there is 0.2 %. */
final class BracketHouse {
  /** What of an entry of one the venue takes. */
  static final Money FEE = Money.of("0.00200", BTC);

  final ListHouse house =
      ListHouse.bracketing(new Guards(List.of(), ListHouse.WITHIN.toNanos(), true));
  final Fixture trader = house.trader;

  /** Entry, target and stop, all of them taken by the venue. */
  List<ClientOrderId> placed() {
    List<ClientOrderId> ids = house.places(ListHouse.bracket());
    ids.forEach(trader::accept);
    house.sent();
    return ids;
  }

  void expired(ClientOrderId id) {
    trader.on(new OrderReport.Expired(ACCOUNT, id, "EXPIRED: reason=OTO", trader.now()));
  }

  void rejected(ClientOrderId id) {
    trader.now(trader.now() + 1);
    trader.on(new OrderReport.Rejected(ACCOUNT, id, "would trigger", trader.now()));
  }

  /** What the venue does by itself it has done by then, or does not do. */
  void passTime() {
    long later = trader.now() + trader.core().state().settings().inFlightInterval();
    for (TimerEvent due = trader.core().due(later); due != null; due = trader.core().due(later)) {
      trader.at(due.deadline(), due);
    }
  }

  List<String> critical() {
    return trader.turns().stream()
        .flatMap(turn -> turn.results().stream())
        .filter(TurnResult.Noted.class::isInstance)
        .map(each -> ((TurnResult.Noted) each).text())
        .filter(each -> each.startsWith("UNPROTECTED"))
        .toList();
  }
}
