package dev.bourse.core.portfolio;

import dev.bourse.api.model.AccountId;
import dev.bourse.api.model.Currency;
import dev.bourse.api.model.Instrument;
import dev.bourse.api.model.InstrumentId;
import dev.bourse.api.model.Money;
import dev.bourse.api.model.Position;
import dev.bourse.api.model.PositionId;
import dev.bourse.api.model.Quantity;
import dev.bourse.api.model.StrategyId;
import dev.bourse.core.table.CowTable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Every position by its key, and what the positions of a strategy cost together. Knows neither cash
 * nor margin. Not thread-safe.
 */
final class Holdings {
  /** Where a position stands, and what its user's positions cost together. */
  private record Holding(PositionKey key, int row, Totals costs) {}

  private final CowTable<Position> positions = new CowTable<>();
  private final Map<PositionKey, Holding> sorted = new TreeMap<>();
  private final Map<PositionKey, Holding> index = new HashMap<>();
  private final List<Holding> named = new ArrayList<>();
  private final Map<UserKey, Totals> costs = new HashMap<>();
  private @Nullable Holding last;
  private @Nullable List<Position> open;

  /** Flat if there was none. */
  Position of(AccountId account, StrategyId strategy, Instrument instrument, PositionId id) {
    Holding holding = find(account, strategy, instrument.id(), id);
    return holding == null
        ? Position.flat(account, strategy, instrument, id)
        : positions.get(holding.row());
  }

  private @Nullable Holding find(
      AccountId account, StrategyId strategy, InstrumentId instrument, PositionId id) {
    Holding known = last;
    if (known != null
        && known.key().instrument().equals(instrument)
        && known.key().strategy().equals(strategy)
        && known.key().account().equals(account)
        && known.key().position().equals(id)) {
      return known;
    }
    Holding found = index.get(new PositionKey(account, strategy, instrument, id));
    last = found == null ? known : found;
    return found;
  }

  /** {@link Portfolio#NO_ROW} if there was none. */
  int row(PositionKey key) {
    Holding holding = index.get(key);
    return holding == null ? Portfolio.NO_ROW : holding.row();
  }

  /** One above the highest row ever given. */
  int end() {
    return positions.end();
  }

  Position at(int row) {
    return positions.get(row);
  }

  void put(Position position) {
    open = null;
    InstrumentId instrument = position.instrument().id();
    Holding holding = find(position.account(), position.strategy(), instrument, position.id());
    if (holding == null) {
      holding = add(position);
    } else {
      holding.costs().subtract(positions.get(holding.row()).cost());
      positions.set(holding.row(), position);
    }
    holding.costs().add(position.cost());
  }

  private Holding add(Position position) {
    PositionKey key = PositionKey.of(position);
    UserKey user = new UserKey(key.account(), key.strategy());
    Totals sums = costs.computeIfAbsent(user, each -> new Totals());
    Holding holding = new Holding(key, positions.add(position), sums);
    index.put(key, holding);
    sorted.put(key, holding);
    if (position.id().isNamed()) {
      named.add(holding);
    }
    return holding;
  }

  /** Takes out a position that is flat: it costs nothing. */
  void remove(PositionKey key) {
    Holding gone = index.remove(key);
    if (gone != null) {
      sorted.remove(key);
      named.remove(gone);
      positions.remove(gone.row());
      last = null;
    }
  }

  /** The named ones ever put and not removed. */
  List<PositionKey> named() {
    return named.stream().map(Holding::key).toList();
  }

  /** Whether an account ever had a named position of an instrument. */
  boolean hasNamed(AccountId account, InstrumentId instrument) {
    return !named.isEmpty()
        && named.stream()
            .anyMatch(
                each ->
                    each.key().account().equals(account)
                        && each.key().instrument().equals(instrument));
  }

  /** How much an owner holds in all named positions, long and short added up. */
  Quantity inNamed(AccountId account, StrategyId strategy, Instrument instrument) {
    Quantity sum = Quantity.zero(instrument.quantityDecimals());
    for (int i = 0; i < named.size(); i++) {
      Holding each = named.get(i);
      boolean counts =
          each.key().account().equals(account)
              && each.key().strategy().equals(strategy)
              && each.key().instrument().equals(instrument.id());
      sum = counts ? sum.plus(positions.get(each.row()).quantity()) : sum;
    }
    return sum;
  }

  /** What the positions of a strategy cost, in one currency. */
  Money cost(UserKey user, Currency currency) {
    Totals sums = costs.get(user);
    return sums == null ? currency.zero() : sums.of(currency);
  }

  /** All that are there, in order of first fill; readable on any thread. */
  List<Position> all() {
    return positions.root();
  }

  /** Those that are not flat, by account, instrument, strategy and name; walked once. */
  List<Position> open() {
    List<Position> known = open;
    if (known == null) {
      known = walk();
      open = known;
    }
    return known;
  }

  private List<Position> walk() {
    List<Position> walked = new ArrayList<>();
    for (Holding holding : sorted.values()) {
      Position position = positions.get(holding.row());
      if (!position.isFlat()) {
        walked.add(position);
      }
    }
    return List.copyOf(walked);
  }
}
