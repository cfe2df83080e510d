package dev.bourse.testkit.exchange;

import dev.bourse.api.exchange.Exchange;
import dev.bourse.api.exchange.ExchangeContext;
import dev.bourse.api.model.InstrumentId;
import dev.bourse.api.model.Side;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * The venue at which an adapter is proven, and everything that can be done to it behind the
 * adapter's back.
 *
 * <p>The account has 100000 of the quote currency and 10 of the base, the instrument a tick of 0.01
 * and a step of 0.00001 or smaller ones. Prices are around 60000. Methods are called from the
 * test's thread; what they change holds at the venue when they return.
 */
public interface KitVenue extends AutoCloseable {
  /** What is traded, by its name at the adapter. */
  InstrumentId instrument();

  /**
   * Opens the account through the adapter, with a key that may trade. May be called again after the
   * exchange was closed, as another process would, and finds what was there.
   */
  Exchange open(ExchangeContext context);

  /**
   * Opens the account with a key that may look but not trade; empty if the venue knows no such
   * keys.
   */
  default Optional<Exchange> openReadOnly(ExchangeContext context) {
    return Optional.empty();
  }

  /** Keys, secrets and passwords of the account, as they must stand nowhere. */
  default List<String> secrets() {
    return List.of();
  }

  /** The market data that the adapter brings. */
  Set<Feed> feeds();

  /**
   * What the adapter calls the filter of the least notional, if it applies the venue's filters
   * before it sends an order; empty if it leaves them to the venue.
   */
  default Optional<String> notionalFilter() {
    return Optional.empty();
  }

  /** What cannot happen to this adapter, and why; everything else must be possible. */
  default Map<Mishap, String> impossible() {
    return Map.of();
  }

  /** Lets something go wrong. */
  void strike(Mishap mishap);

  /** Nothing goes wrong any more; what already did stays so. */
  void heal();

  /** A new best bid and offer by others. */
  void quote(String bid, String bidSize, String ask, String askSize);

  /** A trade of others, brought about by a seller. */
  void trade(String price, String size);

  /**
   * An order of the same account by another client; false if that cannot be.
   *
   * @param name what the other client calls it, no name of ours
   */
  boolean foreignOrder(String name, Side side, String quantity, String price);

  /**
   * Money comes to the account, or leaves it, in the quote currency; false if that cannot be.
   *
   * @param amount negative for what leaves
   */
  boolean transfer(String amount);

  /** How many connections the adapter has open at the venue now; empty if it needs none. */
  default OptionalInt connections() {
    return OptionalInt.empty();
  }

  /**
   * How long a rule waits for what must come: long enough for pauses between attempts on a busy
   * machine. No rule measures how long it took.
   */
  default Duration patience() {
    return Duration.ofSeconds(60);
  }

  /** The venue's time, nanoseconds since 1970. */
  long now();

  @Override
  void close();
}
