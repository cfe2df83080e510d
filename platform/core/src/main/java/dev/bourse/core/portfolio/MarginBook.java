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

/**
 * What accounts hold and order of contracts, on which terms. Live orders are summed as they change,
 * so that a check walks over the contracts of an account, not over its orders. Not thread-safe.
 */
final class MarginBook {
  /** One contract of one account: where its positions stand, and what live orders are worth. */
  private static final class Row {
    private Instrument instrument;
    private final List<Integer> positions = new ArrayList<>(1);
    private final Totals buying = new Totals();
    private final Totals selling = new Totals();

    Row(Instrument instrument) {
      this.instrument = instrument;
    }

    Totals orders(Side side) {
      return side == Side.BUY ? buying : selling;
    }
  }

  private final Map<AccountId, MarginTerms> terms = new TreeMap<>();
  private final Map<AccountId, Map<InstrumentId, Row>> rows = new TreeMap<>();

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

  void reserve(Order order, Money worth) {
    orders(order).add(worth);
  }

  void release(Order order, Money worth) {
    orders(order).subtract(worth);
  }

  private Totals orders(Order order) {
    return row(order.account(), order.spec().instrument()).orders(order.spec().side());
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
   * What an account holds and orders of the contracts that are settled in a currency; empty if
   * something is held whose price is not known.
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
      Exposure exposure = Exposure.none(row.instrument);
      for (int number : row.positions) {
        Position position = positions.apply(number);
        Optional<Price> mark = prices.apply(row.instrument.id());
        if (mark.isPresent()) {
          exposure = exposure.plus(position, mark.get());
        } else if (!position.isFlat()) {
          return Optional.empty();
        }
      }
      all.add(
          exposure
              .plus(Side.BUY, row.buying.of(settlement))
              .plus(Side.SELL, row.selling.of(settlement)));
    }
    return Optional.of(all);
  }
}
