package dev.bourse.exchange.simulated.venue;

import dev.bourse.api.event.AccountEvent;
import dev.bourse.api.event.OrderReport;
import dev.bourse.api.model.AccountId;
import dev.bourse.api.model.Instrument;
import dev.bourse.api.model.InstrumentId;
import dev.bourse.api.model.Position;
import dev.bourse.api.model.StrategyId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What accounts hold of contracts, and what the venue did to them by itself: tables. */
final class Contracts {
  /** Whose positions they are at the venue: it knows accounts, no strategies. */
  private static final StrategyId ACCOUNT = new StrategyId("account");

  final ArrayDeque<OrderReport.Made> made = new ArrayDeque<>();
  final ArrayDeque<AccountEvent.CashFlow> flows = new ArrayDeque<>();

  /** When funding is paid next; {@link Long#MAX_VALUE} for nobody holds anything. */
  long nextFunding = Long.MAX_VALUE;

  long nextFlow = 1;

  private final Map<InstrumentId, Map<AccountId, Position>> positions = new TreeMap<>();

  Position position(AccountId account, Instrument instrument) {
    Map<AccountId, Position> holders = positions.get(instrument.id());
    Position held = holders == null ? null : holders.get(account);
    return held == null ? Position.flat(account, ACCOUNT, instrument) : held;
  }

  void put(Position position) {
    positions
        .computeIfAbsent(position.instrument().id(), each -> new TreeMap<>())
        .put(position.account(), position);
  }

  /** The positions of one contract that are not flat, by account. */
  List<Position> open(Instrument instrument) {
    List<Position> open = new ArrayList<>();
    for (Position each : positions.getOrDefault(instrument.id(), Map.of()).values()) {
      if (!each.isFlat()) {
        open.add(each);
      }
    }
    return open;
  }

  /** What an account holds of contracts, as it is told. */
  List<AccountEvent.PositionReport> reported(AccountId account) {
    List<AccountEvent.PositionReport> reported = new ArrayList<>();
    for (Map<AccountId, Position> holders : positions.values()) {
      Position held = holders.get(account);
      if (held != null && !held.isFlat()) {
        reported.add(
            new AccountEvent.PositionReport(
                held.instrument(), held.side(), held.quantity(), held.averagePrice().orElse(null)));
      }
    }
    return reported;
  }

  /** Every position, flat ones included. */
  List<Position> all() {
    List<Position> all = new ArrayList<>();
    positions.values().forEach(holders -> all.addAll(holders.values()));
    return all;
  }

  boolean isFlat() {
    return all().stream().allMatch(Position::isFlat);
  }

  void forgetBefore(long horizon) {
    while (!made.isEmpty() && made.getFirst().eventTime() < horizon) {
      made.removeFirst();
    }
    while (!flows.isEmpty() && flows.getFirst().eventTime() < horizon) {
      flows.removeFirst();
    }
  }

  List<OrderReport.Made> madeSince(AccountId account, long since) {
    return made.stream()
        .filter(each -> each.account().equals(account) && each.eventTime() >= since)
        .toList();
  }

  List<AccountEvent.CashFlow> flowsSince(AccountId account, long since) {
    return flows.stream()
        .filter(each -> each.account().equals(account) && each.eventTime() >= since)
        .toList();
  }
}
