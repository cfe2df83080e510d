package dev.bourse.api.model;

import java.math.RoundingMode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One version of an instrument's rules. Venues change them; every change is a new version, and
 * whatever is stored names the version that scales it.
 *
 * @param id symbol and venue
 * @param version 1 or more, rising with each change
 * @param base what is bought
 * @param quote what is paid with; prices are quote per base
 * @param tickSize the smallest price step; its decimals are the decimals of all raw prices
 * @param stepSize the smallest quantity step; its decimals are the decimals of all raw quantities
 * @param minQuantity the smallest order quantity
 * @param maxQuantity the largest order quantity
 * @param minNotional the smallest notional of an order, in the currency in which it is settled
 * @param makerFee the share charged when our order rested in the book
 * @param takerFee the share charged when our order took from the book
 * @param trading whether the venue accepts orders now
 * @param contract what one unit stands for
 * @param maxNotional the largest notional of an order, in the currency in which it is settled, or
 *     null for no limit
 * @param filters what else its venue demands of orders, as the venue publishes it; empty if that is
 *     not known
 */
public record Instrument(
    InstrumentId id,
    int version,
    Currency base,
    Currency quote,
    Price tickSize,
    Quantity stepSize,
    Quantity minQuantity,
    Quantity maxQuantity,
    Money minNotional,
    Rate makerFee,
    Rate takerFee,
    boolean trading,
    Contract contract,
    @Nullable Money maxNotional,
    List<VenueFilter> filters) {
  /** Without filters. */
  public Instrument(
      InstrumentId id,
      int version,
      Currency base,
      Currency quote,
      Price tickSize,
      Quantity stepSize,
      Quantity minQuantity,
      Quantity maxQuantity,
      Money minNotional,
      Rate makerFee,
      Rate takerFee,
      boolean trading,
      Contract contract,
      @Nullable Money maxNotional) {
    this(
        id,
        version,
        base,
        quote,
        tickSize,
        stepSize,
        minQuantity,
        maxQuantity,
        minNotional,
        makerFee,
        takerFee,
        trading,
        contract,
        maxNotional,
        List.of());
  }

  /** Spot: the base itself, without a largest notional. */
  public Instrument(
      InstrumentId id,
      int version,
      Currency base,
      Currency quote,
      Price tickSize,
      Quantity stepSize,
      Quantity minQuantity,
      Quantity maxQuantity,
      Money minNotional,
      Rate makerFee,
      Rate takerFee,
      boolean trading) {
    this(
        id,
        version,
        base,
        quote,
        tickSize,
        stepSize,
        minQuantity,
        maxQuantity,
        minNotional,
        makerFee,
        takerFee,
        trading,
        Contract.SPOT,
        null);
  }

  /** Checks that steps are positive and that all numbers share their step's decimals. */
  public Instrument {
    if (!tickSize.isPositive() || !stepSize.isPositive()) {
      throw new IllegalArgumentException(
          id + ": tick size " + tickSize + " and step size " + stepSize + " must be above zero");
    }
    Currency settlement = contract.isInverse() ? base : quote;
    if (!minNotional.currency().equals(settlement)) {
      throw new IllegalArgumentException(
          id + ": minimum notional " + minNotional + " must be in " + settlement);
    }
    if (contract.brackets().stream()
        .anyMatch(each -> !each.above().currency().equals(settlement))) {
      throw new IllegalArgumentException(id + ": its margin brackets must be in " + settlement);
    }
    if (maxNotional != null && maxNotional.compareTo(minNotional) < 0) {
      throw new IllegalArgumentException(
          id + ": maximum notional " + maxNotional + " is below the minimum " + minNotional);
    }
    if (stepSize.decimals() > base.decimals()) {
      throw new IllegalArgumentException(
          id
              + ": step size "
              + stepSize
              + " has more decimals than "
              + base
              + " keeps, "
              + base.decimals());
    }
    minQuantity = minQuantity.withDecimals(stepSize.decimals());
    maxQuantity = maxQuantity.withDecimals(stepSize.decimals());
    filters = List.copyOf(filters);
  }

  /** Decimals of every raw price of this version. */
  public int priceDecimals() {
    return tickSize.decimals();
  }

  /** Decimals of every raw quantity of this version. */
  public int quantityDecimals() {
    return stepSize.decimals();
  }

  /** The price with the given raw value. */
  public Price price(long raw) {
    return new Price(raw, priceDecimals());
  }

  /** Reads a price; throws {@link IllegalArgumentException} if it is not on the tick. */
  public Price price(String text) {
    return price(onGrid("price", text, priceDecimals(), tickSize.raw(), "tick", tickSize));
  }

  /** The quantity with the given raw value. */
  public Quantity quantity(long raw) {
    return new Quantity(raw, quantityDecimals());
  }

  /** Reads a quantity; throws {@link IllegalArgumentException} if it is not on the step. */
  public Quantity quantity(String text) {
    return quantity(onGrid("quantity", text, quantityDecimals(), stepSize.raw(), "step", stepSize));
  }

  private long onGrid(String what, String text, int decimals, long grid, String unit, Object size) {
    boolean finer = Decimals.parse(text).stripTrailingZeros().scale() > decimals;
    long raw = finer ? 1 : Decimals.parse(text, decimals);
    if (finer || raw % grid != 0) {
      throw new IllegalArgumentException(
          id + ": " + what + " " + text + " is not a multiple of the " + unit + " size " + size);
    }
    return raw;
  }

  /** The largest multiple of the step that is not above the given quantity. */
  public Quantity roundDown(Quantity quantity) {
    long raw = quantity.withDecimals(quantityDecimals(), RoundingMode.DOWN).raw();
    return quantity(raw - raw % stepSize.raw());
  }

  /** The currency of notionals, profit and loss: quote, or base for inverse contracts. */
  public Currency settlement() {
    return contract.isInverse() ? base : quote;
  }

  /** Whether the base itself changes hands. */
  public boolean isSpot() {
    return contract.isSpot();
  }

  /**
   * What a quantity is worth at a price in the currency of {@link #settlement()}, half even to its
   * decimals: price times quantity for spot.
   */
  public Money notional(Price price, Quantity quantity) {
    return contract.notional(price, quantity, settlement());
  }

  /**
   * The price at which a quantity has the given worth, half even to the given decimals, fewer where
   * those do not fit 64 bits.
   */
  public Price priceOf(Money worth, Quantity quantity, int decimals) {
    return ContractMath.price(contract, worth, quantity, decimals);
  }

  /**
   * The largest multiple of the step that costs no more than an amount of quote currency at a
   * price, fees apart, at most {@link #maxQuantity()} and one step: price times quantity, times the
   * contract's size for linear contracts; an inverse one stands for its size at any price.
   */
  public Quantity quantityFor(Money amount, Price price) {
    return ContractMath.quantity(this, amount, price);
  }

  /** The same instrument as a contract; its minimum notional must be in the right currency. */
  public Instrument as(Contract newContract, Money newMinNotional, @Nullable Money newMaxNotional) {
    return new Instrument(
        id,
        version,
        base,
        quote,
        tickSize,
        stepSize,
        minQuantity,
        maxQuantity,
        newMinNotional,
        makerFee,
        takerFee,
        trading,
        newContract,
        newMaxNotional,
        filters);
  }

  /** The same instrument with the filters that its venue publishes. */
  public Instrument filtered(List<VenueFilter> published) {
    return new Instrument(
        id,
        version,
        base,
        quote,
        tickSize,
        stepSize,
        minQuantity,
        maxQuantity,
        minNotional,
        makerFee,
        takerFee,
        trading,
        contract,
        maxNotional,
        published);
  }
}
