package dev.bourse.api.model;

import java.util.Optional;

/**
 * What the key of an account may do at its venue, as far as that says so.
 *
 * @param trades whether it may place orders
 * @param withdraws whether it may take money out; empty if the venue does not say
 * @param bound whether it works only from addresses that were named; empty if the venue does not
 *     say
 */
public record AccountRights(boolean trades, Optional<Boolean> withdraws, Optional<Boolean> bound) {
  /** Whether it is known that the key may take money out. */
  public boolean mayWithdraw() {
    return withdraws.orElse(false);
  }

  /** {@code reads and trades, MAY WITHDRAW MONEY, works from anywhere}, for people. */
  @Override
  public String toString() {
    String money =
        withdraws
            .map(may -> may ? "MAY WITHDRAW MONEY" : "may not withdraw")
            .orElse("whether it may withdraw is not known");
    String from =
        bound
            .map(named -> named ? ", only from named addresses" : ", works from anywhere")
            .orElse("");
    return (trades ? "reads and trades, " : "reads, ") + money + from;
  }
}
