package dev.bourse.venue.binance;

import dev.bourse.venue.binance.protocol.ApiKey;
import java.util.ArrayList;
import java.util.List;

/**
 * Accounts as configuration writes them: {@code name:balances:key:secret}. Never prints a secret.
 */
final class AccountText {
  static final String USUAL = "local:100000 USDT,2 BTC,20 ETH:local:local";

  private AccountText() {}

  /** One account with a key that may read and trade. */
  static VenueAccount account(String text) {
    String[] parts = text.strip().split(":", -1);
    if (parts.length != 4) {
      throw new IllegalArgumentException(
          "an account must be <name>:<balances>:<key>:<secret>, like alice:1000 USDT:key:secret;"
              + " this one has "
              + parts.length
              + " parts");
    }
    return new VenueAccount(parts[0], parts[1], ApiKey.hmac(parts[2], parts[3]));
  }

  /** Several, separated by semicolons. */
  static List<VenueAccount> accounts(String text) {
    List<VenueAccount> accounts = new ArrayList<>();
    for (String each : text.split(";", -1)) {
      accounts.add(account(each));
    }
    return accounts;
  }
}
