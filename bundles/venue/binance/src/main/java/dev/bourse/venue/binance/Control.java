package dev.bourse.venue.binance;

import dev.bourse.api.event.Quote;
import dev.bourse.api.event.Trade;
import dev.bourse.api.model.AggressorSide;
import dev.bourse.api.model.Currency;
import dev.bourse.api.model.Instrument;
import dev.bourse.api.model.Money;
import dev.bourse.api.model.VenueFilter;
import dev.bourse.venue.binance.calls.Asked;
import dev.bourse.venue.binance.calls.CallTable;
import dev.bourse.venue.binance.calls.Route;
import dev.bourse.venue.binance.faults.Faults;
import dev.bourse.venue.binance.market.Markets;
import dev.bourse.venue.binance.protocol.Params;
import dev.bourse.venue.binance.server.House;
import dev.bourse.venue.binance.trading.Desk;
import dev.bourse.venue.binance.trading.Floor;
import dev.bourse.venue.binance.trading.PlacedOrder;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Everything that can be done to the venue from behind its protocol. On the venue's thread. */
final class Control {
  private final Markets markets;
  private final Floor floor;
  private final CallTable calls;
  private final Publication publication;
  private final Faults faults;
  private @Nullable House house;

  Control(Markets markets, Floor floor, CallTable calls, Publication publication, Faults faults) {
    this.markets = markets;
    this.floor = floor;
    this.calls = calls;
    this.publication = publication;
    this.faults = faults;
  }

  void connect(House newHouse) {
    house = newHouse;
  }

  Markets markets() {
    return markets;
  }

  Floor floor() {
    return floor;
  }

  Faults faults() {
    return faults;
  }

  Publication publication() {
    return publication;
  }

  House house() {
    return Objects.requireNonNull(house, "the venue has not started yet");
  }

  void quote(String symbol, String bid, String bidSize, String ask, String askSize) {
    Instrument instrument = markets.of(symbol).instrument();
    publication.publish(
        new Quote(
            instrument,
            floor.now(),
            instrument.price(bid).raw(),
            instrument.quantity(bidSize).raw(),
            instrument.price(ask).raw(),
            instrument.quantity(askSize).raw()));
  }

  void trade(String symbol, String price, String size, AggressorSide aggressor) {
    Instrument instrument = markets.of(symbol).instrument();
    publication.publish(
        new Trade(
            instrument,
            floor.now(),
            instrument.price(price).raw(),
            instrument.quantity(size).raw(),
            aggressor,
            null));
  }

  /** A call for an account that nobody signed. */
  @Nullable Object call(String account, String name, Map<String, String> parameters) {
    Route route = calls.rest(name);
    if (route == null) {
      throw new IllegalArgumentException("the venue has no call " + name);
    }
    Desk desk = floor.desk(account);
    return route.call().answer(new Asked(new Params(parameters), desk, floor.now()));
  }

  /** Numbers of orders that took another's place, with that other's. */
  SortedMap<Long, Long> replacements(String account) {
    SortedMap<Long, Long> replacements = new TreeMap<>();
    for (PlacedOrder order : floor.desk(account).orders()) {
      PlacedOrder earlier = order.replaced();
      if (earlier != null) {
        replacements.put(order.id(), earlier.id());
      }
    }
    return replacements;
  }

  boolean transfer(String account, String amount, String currency, String wallet) {
    Desk desk = floor.desk(account);
    return floor.transfer(desk, Money.of(amount, currencyOf(currency)), wallet);
  }

  private Currency currencyOf(String code) {
    return markets.all().stream()
        .map(market -> market.instrument())
        .map(each -> each.base().code().equals(code) ? each.base() : each.quote())
        .filter(each -> each.code().equals(code))
        .findFirst()
        .orElseThrow(
            () -> new IllegalArgumentException("no market of this venue has the currency " + code));
  }

  /** What an account may have and do in all markets together. */
  void limit(String account, String what, String most) {
    floor.desk(account).limits().set(what, new BigDecimal(most));
  }

  /** The reference price of a market, empty for none at the moment. */
  void refer(String symbol, String price) {
    markets.of(symbol).refer(price.isEmpty() ? null : new BigDecimal(price));
  }

  /** A filter of a market, without values for none. */
  void declare(String symbol, VenueFilter filter) {
    markets.of(symbol).filters().declare(filter);
  }

  void setClockOffset(long millis) {
    faults.setClockOffset(TimeUnit.MILLISECONDS.toNanos(millis));
  }
}
