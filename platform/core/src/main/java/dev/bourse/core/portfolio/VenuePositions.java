package dev.bourse.core.portfolio;

import dev.bourse.api.model.AccountId;
import dev.bourse.api.model.Currency;
import dev.bourse.api.model.Fill;
import dev.bourse.api.model.Instrument;
import dev.bourse.api.model.InstrumentId;
import dev.bourse.api.model.Money;
import dev.bourse.api.model.Position;
import dev.bourse.api.model.PositionId;
import dev.bourse.api.model.PositionSide;
import dev.bourse.api.model.Quantity;
import dev.bourse.api.model.StrategyId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What venues hold of the contracts of which we have several positions: to a venue they are one, or
 * one for each side. It realizes profits by its own average cost, and what it realized is in its
 * wallet. A contract with a single position of ours is not here: the venue's is the same. Not
 * thread-safe.
 */
public final class VenuePositions {
  /** To the venue everything is the account's. */
  private static final StrategyId ACCOUNT = new StrategyId("account");

  private static final PositionId LONG = new PositionId("LONG");
  private static final PositionId SHORT = new PositionId("SHORT");

  private final Map<PositionKey, Map<PositionId, Position>> held = new TreeMap<>();
  private final Map<AccountId, Totals> setOff = new TreeMap<>();

  /** Which of the venue's positions an order is for. */
  static PositionId of(boolean hedged, PositionSide side) {
    return !hedged ? PositionId.NETTED : side == PositionSide.LONG ? LONG : SHORT;
  }

  private static PositionKey key(AccountId account, InstrumentId instrument) {
    return new PositionKey(account, ACCOUNT, instrument);
  }

  /** Whether several positions of ours are one at the venue. */
  boolean isShared(AccountId account, InstrumentId instrument) {
    return !held.isEmpty() && held.containsKey(key(account, instrument));
  }

  /** A second position of ours is to begin: what the first one holds is the venue's so far. */
  void begin(AccountId account, Instrument instrument, List<Position> ours, boolean hedged) {
    Map<PositionId, Position> own = new TreeMap<>();
    for (PositionId id : hedged ? List.of(LONG, SHORT) : List.of(PositionId.NETTED)) {
      own.put(id, Position.flat(account, ACCOUNT, instrument, id));
    }
    for (Position each : ours) {
      own.computeIfPresent(of(hedged, each.side()), (id, sum) -> together(sum, each));
    }
    held.put(key(account, instrument.id()), own);
  }

  private static Position together(Position one, Position other) {
    if (other.isFlat()) {
      return one;
    }
    boolean same = one.isFlat() || one.side() == other.side();
    boolean less = !same && one.quantity().compareTo(other.quantity()) < 0;
    Position more = less || one.isFlat() ? other : one;
    Position rest = less ? one : other;
    Quantity quantity =
        one.isFlat()
            ? other.quantity()
            : same ? one.quantity().plus(other.quantity()) : more.quantity().minus(rest.quantity());
    Money cost = same ? one.cost().plus(other.cost()) : more.cost().minus(rest.cost());
    return new Position(
        one.account(),
        ACCOUNT,
        other.instrument(),
        quantity.isZero() ? PositionSide.FLAT : more.side(),
        quantity,
        quantity.isZero() ? cost.currency().zero() : cost,
        one.realized(),
        one.fees(),
        one.fills(),
        one.id());
  }

  /** Counts a fill of a shared contract; returns what the venue realized by it. */
  Money count(Fill fill, Money notional, PositionId id) {
    Position before = position(fill.account(), fill.instrument(), id);
    return put(before, before.after(fill, notional));
  }

  /** Corrects what was reckoned of a shared contract; returns what the venue realized by it. */
  Money correct(FillCorrection correction, PositionId id) {
    Fill fill = correction.fill();
    Position before = position(fill.account(), fill.instrument(), id);
    return put(before, correction.apply(before));
  }

  private Money put(Position before, Position after) {
    put(after);
    return after.realized().minus(before.realized());
  }

  private Position position(AccountId account, Instrument instrument, PositionId id) {
    Map<PositionId, Position> own = held.get(key(account, instrument.id()));
    Position known = own == null ? null : own.get(id);
    return known == null ? Position.flat(account, ACCOUNT, instrument, id) : known;
  }

  /** Puts a position as it was saved. */
  public void put(Position position) {
    held.computeIfAbsent(
            key(position.account(), position.instrument().id()), each -> new TreeMap<>())
        .put(position.id(), position);
  }

  /** The venue's positions of a shared contract. */
  Iterable<Position> of(AccountId account, InstrumentId instrument) {
    Map<PositionId, Position> own = held.get(key(account, instrument));
    return own == null ? List.of() : own.values();
  }

  /** All of them. */
  public List<Position> all() {
    List<Position> all = new ArrayList<>();
    held.values().forEach(each -> all.addAll(each.values()));
    return all;
  }

  /**
   * What of an account's cash belongs to positions that are still open: a venue that nets realizes
   * what one of ours gained by what another one lost, before ours are closed. Zero where every
   * contract has one position.
   */
  public Money setOff(AccountId account, Currency currency) {
    Totals sums = setOff.isEmpty() ? null : setOff.get(account);
    return sums == null ? currency.zero() : sums.of(currency);
  }

  /** Adds to what is set off, as it was saved, or as the venue realized other than we did. */
  public void setOff(AccountId account, Money amount) {
    if (amount.signum() != 0) {
      setOff.computeIfAbsent(account, each -> new Totals()).add(amount);
    }
  }
}
