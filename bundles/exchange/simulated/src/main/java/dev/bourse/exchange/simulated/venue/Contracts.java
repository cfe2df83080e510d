package dev.bourse.exchange.simulated.venue;

import dev.bourse.api.event.AccountEvent;
import dev.bourse.api.event.OrderReport;
import dev.bourse.api.model.AccountId;
import dev.bourse.api.model.Instrument;
import dev.bourse.api.model.InstrumentId;
import dev.bourse.api.model.MarginTerms;
import dev.bourse.api.model.Position;
import dev.bourse.api.model.PositionId;
import dev.bourse.api.model.StrategyId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What accounts hold of contracts, and what the venue did to them by itself: tables. */
final class Contracts {
  /** Whose positions they are at the venue: it knows accounts, no strategies. */
  private static final StrategyId ACCOUNT = new StrategyId("account");

  final ArrayDeque<OrderReport.Made> made = new ArrayDeque<>();
  final ArrayDeque<AccountEvent.CashFlow> flows = new ArrayDeque<>();

  /** When funding is paid next; {@link Long#MAX_VALUE} for nobody holds anything. */
  long nextFunding = Long.MAX_VALUE;

  long nextFlow = 1;

  /** Whose position, and which of both sides if the account is hedged. */
  private record Holder(AccountId account, PositionId side) implements Comparable<Holder> {
    @Override
    public int compareTo(Holder other) {
      int byAccount = account.compareTo(other.account);
      return byAccount != 0 ? byAccount : side.compareTo(other.side);
    }
  }

  private final Map<InstrumentId, Map<Holder, Position>> positions = new TreeMap<>();

  /**
   * What an account holds.
   *
   * @param side which of its positions, {@link Sides}
   */
  Position position(AccountId account, Instrument instrument, PositionId side) {
    Map<Holder, Position> holders = positions.get(instrument.id());
    Position held = holders == null ? null : holders.get(new Holder(account, side));
    return held == null ? Position.flat(account, ACCOUNT, instrument, side) : held;
  }

  void put(Position position) {
    positions
        .computeIfAbsent(position.instrument().id(), each -> new TreeMap<>())
        .put(new Holder(position.account(), position.id()), position);
  }

  /** An account cannot change between one position and both sides while it holds any. */
  void requireFits(AccountId account, @Nullable MarginTerms terms) {
    boolean hedged = terms != null && terms.hedged();
    for (Position each : all()) {
      boolean held = each.account().equals(account) && !each.isFlat();
      if (held && each.id().isNamed() != hedged) {
        throw new IllegalArgumentException(
            "position.mode="
                + (hedged ? "hedged" : "one-way")
                + ": account "
                + account
                + " holds "
                + each.side()
                + " "
                + each.quantity()
                + " of "
                + each.instrument().id()
                + " from before, in the other mode; close it there first");
      }
    }
  }

  /** The positions of one contract that are not flat, by account and side. */
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
    for (Position held : all()) {
      if (held.account().equals(account) && !held.isFlat()) {
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
