package dev.bourse.api.risk;

import java.util.regex.Pattern;

/**
 * Why an order was refused, as a stable word that programs can match. Modules may define codes of
 * their own.
 *
 * @param value upper-case letters, digits and underscores
 */
public record DenialCode(String value) {
  // Before the constants: they are checked against it.
  private static final Pattern FORM = Pattern.compile("[A-Z][A-Z0-9_]{2,39}");

  /** No price is known for the instrument. */
  public static final DenialCode NO_PRICE = new DenialCode("NO_PRICE");

  /** An asset of the account has no price that leads to the account's currency. */
  public static final DenialCode UNPRICED = new DenialCode("UNPRICED");

  /** A breaker cannot know what the account has lost. */
  public static final DenialCode NO_EQUITY = new DenialCode("NO_EQUITY");

  /** The position that the entry adds to has no working stop, though one was declared. */
  public static final DenialCode UNPROTECTED = new DenialCode("UNPROTECTED");

  /** The account's balances are not known. */
  public static final DenialCode NO_ACCOUNT = new DenialCode("NO_ACCOUNT");

  /** The free balance does not cover price, quantity and fee. */
  public static final DenialCode INSUFFICIENT_BALANCE = new DenialCode("INSUFFICIENT_BALANCE");

  /** The strategy does not hold what it wants to sell. */
  public static final DenialCode EXCEEDS_POSITION = new DenialCode("EXCEEDS_POSITION");

  /**
   * A strategy that hedges names the position of an entry, one that nets does not; nor may there be
   * too many names.
   */
  public static final DenialCode INVALID_POSITION_ID = new DenialCode("INVALID_POSITION_ID");

  /** The price is not a positive multiple of the tick size. */
  public static final DenialCode PRICE_NOT_ON_TICK = new DenialCode("PRICE_NOT_ON_TICK");

  /** The quantity is not a multiple of the step size. */
  public static final DenialCode QUANTITY_NOT_ON_STEP = new DenialCode("QUANTITY_NOT_ON_STEP");

  /** The quantity is below the venue's minimum. */
  public static final DenialCode BELOW_MIN_QUANTITY = new DenialCode("BELOW_MIN_QUANTITY");

  /** The quantity is above the venue's maximum. */
  public static final DenialCode ABOVE_MAX_QUANTITY = new DenialCode("ABOVE_MAX_QUANTITY");

  /** The notional is above the venue's maximum. */
  public static final DenialCode ABOVE_MAX_NOTIONAL = new DenialCode("ABOVE_MAX_NOTIONAL");

  /** A contract is wanted on an account that holds spot only. */
  public static final DenialCode NO_MARGIN_ACCOUNT = new DenialCode("NO_MARGIN_ACCOUNT");

  /** The account's available margin does not cover the initial margin and the fee. */
  public static final DenialCode INSUFFICIENT_MARGIN = new DenialCode("INSUFFICIENT_MARGIN");

  /** The notional is below the venue's minimum. */
  public static final DenialCode BELOW_MIN_NOTIONAL = new DenialCode("BELOW_MIN_NOTIONAL");

  /** The venue holds no orders of this kind. */
  public static final DenialCode UNSUPPORTED_ORDER = new DenialCode("UNSUPPORTED_ORDER");

  /** The venue does not trade the instrument now. */
  public static final DenialCode NOT_TRADING = new DenialCode("NOT_TRADING");

  /** The trader's status allows no entries. */
  public static final DenialCode TRADER_NOT_RUNNING = new DenialCode("TRADER_NOT_RUNNING");

  /** An order of unknown fate blocks entries on its instrument. */
  public static final DenialCode UNKNOWN_ORDER = new DenialCode("UNKNOWN_ORDER");

  /** A configured risk module is not there. */
  public static final DenialCode RISK_MODULE_MISSING = new DenialCode("RISK_MODULE_MISSING");

  /** A risk module threw. */
  public static final DenialCode RISK_MODULE_FAILED = new DenialCode("RISK_MODULE_FAILED");

  /** Too many commands wait for the disk. */
  public static final DenialCode JOURNAL_BACKLOG = new DenialCode("JOURNAL_BACKLOG");

  /** The disk takes no more entries. */
  public static final DenialCode STORAGE = new DenialCode("STORAGE");

  /** The adapter's command queue is full. */
  public static final DenialCode VENUE_BUSY = new DenialCode("VENUE_BUSY");

  /** The command waited longer than {@code command.max-age}. */
  public static final DenialCode COMMAND_TOO_OLD = new DenialCode("COMMAND_TOO_OLD");

  /** A reduce-only order would add exposure. */
  public static final DenialCode NOT_REDUCING = new DenialCode("NOT_REDUCING");

  /** The account or instrument is not this trader's. */
  public static final DenialCode UNKNOWN_INSTRUMENT = new DenialCode("UNKNOWN_INSTRUMENT");

  /** A balance at the venue is below what our fills explain. */
  public static final DenialCode BOOKS_UNEXPLAINED = new DenialCode("BOOKS_UNEXPLAINED");

  /** The kind of order does not have what is to be changed. */
  public static final DenialCode INVALID_CHANGE = new DenialCode("INVALID_CHANGE");

  /** A changed quantity must be above what is filled already. */
  public static final DenialCode QUANTITY_NOT_ABOVE_FILLED =
      new DenialCode("QUANTITY_NOT_ABOVE_FILLED");

  /** The order has no answer from the venue yet, or is closed: there is nothing to change. */
  public static final DenialCode ORDER_NOT_WORKING = new DenialCode("ORDER_NOT_WORKING");

  /** The trigger price is not a positive multiple of the tick size. */
  public static final DenialCode TRIGGER_NOT_ON_TICK = new DenialCode("TRIGGER_NOT_ON_TICK");

  /** A good-till-date order needs the time at which it ends. */
  public static final DenialCode MISSING_EXPIRE_TIME = new DenialCode("MISSING_EXPIRE_TIME");

  /** A good-till-date order would be over already. */
  public static final DenialCode EXPIRE_TIME_IN_PAST = new DenialCode("EXPIRE_TIME_IN_PAST");

  /** Another order of the same list was denied: a list is taken as a whole or not at all. */
  public static final DenialCode ORDER_LIST_DENIED = new DenialCode("ORDER_LIST_DENIED");

  /** More orders, or changes of orders, than the trader may send in a time. */
  public static final DenialCode RATE_LIMIT_EXCEEDED = new DenialCode("RATE_LIMIT_EXCEEDED");

  /** Checks the form. */
  public DenialCode {
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException(
          "denial code \"" + value + "\" must be upper-case letters, digits and '_'");
    }
  }

  /** This code with the numbers behind it. */
  public RiskDecision.Denied because(String numbers) {
    return new RiskDecision.Denied(this, numbers);
  }

  @Override
  public String toString() {
    return value;
  }
}
