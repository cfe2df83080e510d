package dev.bourse.venue.binance;

import dev.bourse.api.model.Instrument;
import dev.bourse.venue.binance.protocol.Limits;
import dev.bourse.venue.binance.server.Heartbeat;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/**
 * What a venue is to be like.
 *
 * @param port where it listens on the loopback address, 0 for any free port
 * @param instruments what it lists
 * @param accounts who trades there
 * @param clock its time
 * @param selfTrade what happens when an order meets one of its own account: {@code NONE}, {@code
 *     EXPIRE_MAKER}, {@code EXPIRE_TAKER} or {@code EXPIRE_BOTH}
 * @param allowance how much clients may do
 * @param heartbeat how WebSockets are kept alive
 */
public record VenueSettings(
    int port,
    List<Instrument> instruments,
    List<VenueAccount> accounts,
    InstantSource clock,
    String selfTrade,
    Limits.Allowance allowance,
    Heartbeat heartbeat) {
  /** Keeps copies and checks the words. */
  public VenueSettings {
    instruments = List.copyOf(instruments);
    accounts = List.copyOf(accounts);
    if (!List.of("NONE", "EXPIRE_MAKER", "EXPIRE_TAKER", "EXPIRE_BOTH").contains(selfTrade)) {
      throw new IllegalArgumentException(
          "selfTrade="
              + selfTrade
              + " must be NONE, EXPIRE_MAKER, EXPIRE_TAKER or EXPIRE_BOTH; the venue knows no other");
    }
    if (instruments.isEmpty()) {
      throw new IllegalArgumentException("a venue must list at least one instrument");
    }
  }

  /** Any free port, the real time, BTCUSDT, ETHUSDT and ETHBTC, no account. */
  public static VenueSettings local() {
    return new VenueSettings(
        0,
        VenueInstruments.USUAL,
        List.of(),
        InstantSource.system(),
        "EXPIRE_MAKER",
        Limits.Allowance.USUAL,
        Heartbeat.USUAL);
  }

  /** The same with one more account. */
  public VenueSettings with(VenueAccount account) {
    List<VenueAccount> more = new ArrayList<>(accounts);
    more.add(account);
    return new VenueSettings(port, instruments, more, clock, selfTrade, allowance, heartbeat);
  }

  /** The same with other instruments. */
  public VenueSettings listing(List<Instrument> newInstruments) {
    return new VenueSettings(
        port, newInstruments, accounts, clock, selfTrade, allowance, heartbeat);
  }

  /** The same by another clock. */
  public VenueSettings at(InstantSource newClock) {
    return new VenueSettings(
        port, instruments, accounts, newClock, selfTrade, allowance, heartbeat);
  }

  /** The same on another port. */
  public VenueSettings on(int newPort) {
    return new VenueSettings(
        newPort, instruments, accounts, clock, selfTrade, allowance, heartbeat);
  }

  /** The same with another rule for orders that meet their own account's. */
  public VenueSettings preventing(String newSelfTrade) {
    return new VenueSettings(
        port, instruments, accounts, clock, newSelfTrade, allowance, heartbeat);
  }

  /** The same with another way to keep WebSockets alive. */
  public VenueSettings beating(Heartbeat newHeartbeat) {
    return new VenueSettings(
        port, instruments, accounts, clock, selfTrade, allowance, newHeartbeat);
  }

  /** The same with other limits. */
  public VenueSettings allowing(Limits.Allowance newAllowance) {
    return new VenueSettings(
        port, instruments, accounts, clock, selfTrade, newAllowance, heartbeat);
  }
}
