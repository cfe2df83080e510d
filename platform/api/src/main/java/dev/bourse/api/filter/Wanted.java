package dev.bourse.api.filter;

import dev.bourse.api.model.OrderSpec;
import dev.bourse.api.model.Price;
import dev.bourse.api.model.Quantity;
import dev.bourse.api.model.Side;
import dev.bourse.api.model.Trigger;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * An order as it is about to be sent, or as it arrives, in the venue's words.
 *
 * @param type the kind of order: {@code MARKET}, {@code LIMIT}, {@code STOP_LOSS}, {@code
 *     STOP_LOSS_LIMIT}, {@code TAKE_PROFIT} and so on
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
    CHANGE,
    /** Judged by the venue itself, which knows for certain what the others have to guess. */
    ARRIVED,
    /** The same of one that makes an order list. */
    ARRIVED_LISTED
  }

  /**
   * An order in the venue's words; of one for an amount of the quote currency the quantity is not
   * known.
   *
   * @param type the kind of order
   * @param trailingDelta how far its trigger trails in hundredths of a percent, or null
   */
  public static Wanted of(OrderSpec spec, String type, @Nullable Long trailingDelta, Role role) {
    Trigger trigger = spec.trigger();
    Quantity shown = spec.displayQuantity();
    return new Wanted(
        type,
        spec.side(),
        spec.amount() == null ? number(spec.quantity()) : null,
        number(spec.price()),
        trigger == null ? null : number(trigger.price()),
        shown == null ? null : number(shown),
        trailingDelta,
        role);
  }

  private static @Nullable BigDecimal number(@Nullable Price price) {
    return price == null ? null : new BigDecimal(price.toString());
  }

  private static BigDecimal number(Quantity quantity) {
    return new BigDecimal(quantity.toString());
  }

  /** The same of another quantity. */
  public Wanted withQuantity(BigDecimal known) {
    return new Wanted(type, side, known, price, stopPrice, shown, trailingDelta, role);
  }

  /** Whether it is judged by what only the venue knows for certain. */
  public boolean isEntry() {
    return role == Role.ENTRY || role == Role.ARRIVED || isListed();
  }

  /** The same as one of an order list. */
  boolean isListed() {
    return role == Role.LISTED_ENTRY || role == Role.ARRIVED_LISTED;
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
