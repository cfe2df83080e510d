package dev.bourse.core.portfolio;

import dev.bourse.api.model.AccountId;
import dev.bourse.api.model.Currency;
import dev.bourse.api.model.Exposure;
import dev.bourse.api.model.Instrument;
import dev.bourse.api.model.InstrumentId;
import dev.bourse.api.model.MarginTerms;
import dev.bourse.api.model.Money;
import dev.bourse.api.model.Order;
import dev.bourse.api.model.Position;
import dev.bourse.api.model.PositionSide;
import dev.bourse.api.model.Price;
import dev.bourse.api.model.Side;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * What accounts hold and order of contracts, on which terms. Live orders are summed as they change,
 * so that a check walks over the contracts of an account, not over its orders. Not thread-safe.
 */
final class MarginBook {
  /** One contract of one account: where its positions stand, and what live orders are worth. */
  private static final class Row {
    private Instrument instrument;
    private final List<Integer> positions = new ArrayList<>(1);
    private final Ordered forLong = new Ordered();
    private final Ordered forShort = new Ordered();

    Row(Instrument instrument) {
      this.instrument = instrument;
    }

    Ordered ordered(PositionSide side) {
      return side == PositionSide.LONG ? forLong : forShort;
    }
  }

  /** What live orders for one side of a contract are worth. */
  private static final class Ordered {
    private final Totals buying = new Totals();
    private final Totals selling = new Totals();

    Totals of(Side side) {
      return side == Side.BUY ? buying : selling;
    }

    Exposure addTo(Exposure exposure, Currency settlement) {
      return exposure.plus(Side.BUY, buying.of(settlement)).plus(Side.SELL, selling.of(settlement));
    }
  }

  private final VenuePositions venue;
  private final Map<AccountId, MarginTerms> terms = new TreeMap<>();
  private final Map<AccountId, Map<InstrumentId, Row>> rows = new TreeMap<>();

  MarginBook(VenuePositions venue) {
    this.venue = venue;
  }

  void terms(AccountId account, MarginTerms agreed) {
    terms.put(account, agreed);
  }

  Optional<MarginTerms> terms(AccountId account) {
    return Optional.ofNullable(terms.get(account));
  }

  Map<AccountId, MarginTerms> terms() {
    return Collections.unmodifiableMap(terms);
  }

  /** A position of a contract got its row. */
  void hold(Position position, int row) {
    row(position.account(), position.instrument()).positions.add(row);
  }

  /** A position that had a row is forgotten. */
  void forget(Position position, int row) {
    if (!position.instrument().isSpot()) {
      row(position.account(), position.instrument()).positions.remove((Integer) row);
    }
  }

  void reserve(Order order, Money worth) {
    orders(order).add(worth);
  }

  void release(Order order, Money worth) {
    orders(order).subtract(worth);
  }

  private Totals orders(Order order) {
    return row(order.account(), order.spec().instrument())
        .ordered(order.positionSide())
        .of(order.spec().side());
  }

  private Row row(AccountId account, Instrument instrument) {
    Row row =
        rows.computeIfAbsent(account, each -> new TreeMap<>())
            .computeIfAbsent(instrument.id(), each -> new Row(instrument));
    row.instrument = instrument;
    return row;
  }

  private Collection<Row> contracts(AccountId account) {
    Map<InstrumentId, Row> own = rows.get(account);
    return own == null ? List.of() : own.values();
  }

  /** The currencies in which an account's contracts are settled, by code. */
  List<Currency> settlements(AccountId account) {
    return contracts(account).stream()
        .map(row -> row.instrument.settlement())
        .distinct()
        .sorted((one, other) -> one.code().compareTo(other.code()))
        .toList();
  }

  /**
   * What an account holds and orders of the contracts that are settled in a currency, of a hedged
   * account side by side; empty if something is held whose price is not known.
   */
  Optional<List<Exposure>> exposures(
      AccountId account,
      Currency settlement,
      IntFunction<Position> positions,
      Function<InstrumentId, Optional<Price>> prices) {
    List<Exposure> all = new ArrayList<>();
    for (Row row : contracts(account)) {
      if (!row.instrument.settlement().equals(settlement)) {
        continue;
      }
      Price mark = prices.apply(row.instrument.id()).orElse(null);
      Iterable<Position> held = held(account, row, positions);
      if (mark == null && isHeld(held)) {
        return Optional.empty();
      }
      if (isHedged(account)) {
        all.add(side(row, PositionSide.LONG, settlement, held, mark));
        all.add(side(row, PositionSide.SHORT, settlement, held, mark));
      } else {
        Exposure both = held(Exposure.none(row.instrument), held, mark);
        all.add(row.forShort.addTo(row.forLong.addTo(both, settlement), settlement));
      }
    }
    return Optional.of(all);
  }

  /** What the venue holds: its own positions where ours are several, else ours. */
  private Iterable<Position> held(AccountId account, Row row, IntFunction<Position> positions) {
    return venue.isShared(account, row.instrument.id())
        ? venue.of(account, row.instrument.id())
        : ours(row, positions);
  }

  private static List<Position> ours(Row row, IntFunction<Position> positions) {
    List<Position> all = new ArrayList<>(row.positions.size());
    for (int number : row.positions) {
      all.add(positions.apply(number));
    }
    return all;
  }

  /** Our positions of a contract that were ever held. */
  List<Position> held(AccountId account, InstrumentId instrument, IntFunction<Position> positions) {
    Map<InstrumentId, Row> own = rows.get(account);
    Row row = own == null ? null : own.get(instrument);
    return row == null ? List.of() : ours(row, positions);
  }

  private static boolean isHeld(Iterable<Position> positions) {
    for (Position each : positions) {
      if (!each.isFlat()) {
        return true;
      }
    }
    return false;
  }

  /** Whether an account holds both sides of a contract at a time. */
  boolean isHedged(AccountId account) {
    MarginTerms agreed = terms.get(account);
    return agreed != null && agreed.hedged();
  }

  private static Exposure side(
      Row row,
      PositionSide side,
      Currency settlement,
      Iterable<Position> held,
      @Nullable Price mark) {
    Exposure none = Exposure.none(row.instrument, side);
    return row.ordered(side).addTo(held(none, held, mark), settlement);
  }

  private static Exposure held(Exposure none, Iterable<Position> held, @Nullable Price mark) {
    Exposure exposure = none;
    for (Position position : held) {
      if (mark != null && exposure.counts(position)) {
        exposure = exposure.plus(position, mark);
      }
    }
    return exposure;
  }
}
