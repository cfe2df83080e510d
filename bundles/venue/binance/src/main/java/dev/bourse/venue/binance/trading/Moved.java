package dev.bourse.venue.binance.trading;

import java.math.BigDecimal;

/**
 * Money that came to an account or left it without a trade.
 *
 * @param number its number at the venue, which no event tells
 * @param coin what it is
 * @param amount how much, below zero for what left
 * @param wallet the user's other wallet that it came from or went to, empty for none
 * @param time when, nanoseconds
 */
public record Moved(long number, String coin, BigDecimal amount, String wallet, long time) {
  /** Whether it left. */
  public boolean isOut() {
    return amount.signum() < 0;
  }

  /** The kind of transfer between wallets, empty if it is none. */
  public String transfer() {
    String out = "MAIN_" + wallet;
    return wallet.isEmpty() ? "" : isOut() ? out : wallet + "_MAIN";
  }
}
