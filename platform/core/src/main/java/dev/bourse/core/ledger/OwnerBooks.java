package dev.bourse.core.ledger;

import dev.bourse.api.model.AccountId;
import dev.bourse.api.model.Currency;
import dev.bourse.api.model.InstrumentId;
import dev.bourse.api.model.Money;
import dev.bourse.api.model.PositionId;
import dev.bourse.api.model.StrategyId;
import dev.bourse.core.portfolio.PositionKey;
import dev.bourse.core.portfolio.Totals;
import dev.bourse.core.portfolio.UserKey;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The books of all owners. That of an owner's position without a name is made when it is first
 * asked for, that of a named one with its first order: looking at a name keeps nothing. The
 * ledger's only.
 */
final class OwnerBooks {
  private final Map<PositionKey, OwnerBook> books = new HashMap<>();
  private final Map<PositionKey, List<OwnerBook>> named = new HashMap<>();
  private final Map<UserKey, Totals> uses = new HashMap<>();

  /** Of names that never had an order; nobody adds to it. */
  private final OwnerBook none = new OwnerBook(new Totals());

  private @Nullable PositionKey lastKey;
  private @Nullable OwnerBook lastBook;

  /** A book is asked for several times in a row. */
  OwnerBook book(
      AccountId account, StrategyId strategy, InstrumentId instrument, PositionId position) {
    PositionKey last = lastKey;
    OwnerBook known = lastBook;
    if (last != null
        && known != null
        && last.instrument().equals(instrument)
        && last.strategy().equals(strategy)
        && last.account().equals(account)
        && last.position().equals(position)) {
      return known;
    }
    return book(new PositionKey(account, strategy, instrument, position));
  }

  OwnerBook book(PositionKey key) {
    OwnerBook book = books.get(key);
    return book == null && key.position().isNamed() ? none : keep(key);
  }

  /** The book of an order. */
  OwnerBook of(
      AccountId account, StrategyId strategy, InstrumentId instrument, PositionId position) {
    OwnerBook known = book(account, strategy, instrument, position);
    return known.equals(none)
        ? keep(new PositionKey(account, strategy, instrument, position))
        : known;
  }

  private OwnerBook keep(PositionKey key) {
    OwnerBook book = books.get(key);
    if (book == null) {
      UserKey user = new UserKey(key.account(), key.strategy());
      book = new OwnerBook(uses.computeIfAbsent(user, each -> new Totals()));
      books.put(key, book);
      if (key.position().isNamed()) {
        named.computeIfAbsent(key.with(PositionId.NETTED), each -> new ArrayList<>()).add(book);
      }
    }
    lastKey = key;
    lastBook = book;
    return book;
  }

  /** A book if there is one. */
  @Nullable OwnerBook find(PositionKey key) {
    return books.get(key);
  }

  /** The books of an owner's named positions. */
  List<OwnerBook> named(AccountId account, StrategyId strategy, InstrumentId instrument) {
    return named.isEmpty()
        ? List.of()
        : named.getOrDefault(new PositionKey(account, strategy, instrument), List.of());
  }

  /** The named positions that have a book. */
  List<PositionKey> named() {
    return books.keySet().stream().filter(key -> key.position().isNamed()).toList();
  }

  /** Forgets the book of a named position that has no orders. */
  void forget(PositionKey key) {
    OwnerBook gone = books.remove(key);
    PositionKey owner = key.with(PositionId.NETTED);
    List<OwnerBook> left = named.get(owner);
    if (gone != null && left != null && left.remove(gone) && left.isEmpty()) {
      named.remove(owner);
    }
    lastKey = null;
    lastBook = null;
  }

  /** What the live entries of a strategy reserve of a currency. */
  Money reserved(UserKey user, Currency currency) {
    Totals use = uses.get(user);
    return use == null ? currency.zero() : use.of(currency);
  }
}
