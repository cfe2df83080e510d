package dev.bourse.exchange.binance.rules;

import dev.bourse.api.model.Side;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * An order as it is about to be sent, in the venue's words.
 *
 * @param type the venue's kind of order
 * @param side buy or sell
 * @param quantity how much of the base, or null for an amount of the quote currency
 * @param price the limit, or null
 * @param stopPrice the trigger, or null
 * @param shown how much others may see, or null for all
 * @param trailingDelta how far the trigger trails in hundredths of a percent, or null
 * @param role what it is for
 */
public record Wanted(
    String type,
    Side side,
    @Nullable BigDecimal quantity,
    @Nullable BigDecimal price,
    @Nullable BigDecimal stopPrice,
    @Nullable BigDecimal shown,
    @Nullable Long trailingDelta,
    Role role) {
  /**
   * What an order is for. What the venue may know better than we do, as how many orders are open
   * there at this moment, is judged here of entries only: an exit is sent, and the venue decides.
   */
  public enum Role {
    /** Adds exposure. */
    ENTRY,
    /** Adds exposure, as one of an order list. */
    LISTED_ENTRY,
    /** Takes exposure away. */
    EXIT,
    /** Another form of an order that is there. */
    CHANGE
  }

  /** Whether it is one more order that adds exposure. */
  boolean isEntry() {
    return role == Role.ENTRY || isListedEntry();
  }

  /** The same as one of an order list. */
  boolean isListedEntry() {
    return role == Role.LISTED_ENTRY;
  }

  /** Whether it fills at once, without a limit. */
  boolean isMarket() {
    return type.equals("MARKET");
  }

  /** Whether it waits for a trigger: what the venue calls an algo order. */
  public boolean isAlgo() {
    return type.startsWith("STOP_LOSS") || type.startsWith("TAKE_PROFIT");
  }
}
