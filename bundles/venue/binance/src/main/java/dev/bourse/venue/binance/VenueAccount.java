package dev.bourse.venue.binance;

import dev.bourse.venue.binance.protocol.ApiKey;
import java.util.List;

/**
 * An account of the venue.
 *
 * @param name letters, digits, {@code - _ .}
 * @param balances what it has at first, {@code 10000 USDT,1 BTC}
 * @param keys its keys
 */
public record VenueAccount(String name, String balances, List<ApiKey> keys) {
  /** Keeps a copy of the keys. */
  public VenueAccount {
    keys = List.copyOf(keys);
  }

  /** An account with some keys. */
  public VenueAccount(String name, String balances, ApiKey... keys) {
    this(name, balances, List.of(keys));
  }
}
