package dev.bourse.venue.binance;

import dev.bourse.venue.binance.protocol.ApiKey;
import dev.bourse.venue.binance.protocol.Right;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Accounts as configuration writes them: {@code name:balances:key:secret}, with the rights of the
 * key behind it if they are others than to read and to trade. Never prints a secret.
 */
final class AccountText {
  static final String USUAL = "local:100000 USDT,2 BTC,20 ETH:local:local";
  private static final int WITHOUT_RIGHTS = 4;

  private AccountText() {}

  /** One account with a key. */
  static VenueAccount account(String text) {
    String[] parts = text.strip().split(":", -1);
    if (parts.length != WITHOUT_RIGHTS && parts.length != WITHOUT_RIGHTS + 1) {
      throw new IllegalArgumentException(
          "an account must be <name>:<balances>:<key>:<secret>, like alice:1000 USDT:key:secret;"
              + " this one has "
              + parts.length
              + " parts");
    }
    ApiKey key =
        parts.length == WITHOUT_RIGHTS
            ? ApiKey.hmac(parts[2], parts[3])
            : ApiKey.hmac(parts[2], parts[3], rights(parts[WITHOUT_RIGHTS]));
    return new VenueAccount(parts[0], parts[1], key);
  }

  private static Right[] rights(String text) {
    return Arrays.stream(text.split(",", -1)).map(AccountText::right).toArray(Right[]::new);
  }

  private static Right right(String word) {
    return Arrays.stream(Right.values())
        .filter(each -> each.name().equals(word.strip().toUpperCase(Locale.ROOT)))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    word + " is no right of a key: read, trade, withdraw, separated by commas"));
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
