package dev.bourse.api.sizing;

import dev.bourse.api.model.Instrument;
import dev.bourse.api.model.Money;
import dev.bourse.api.model.Price;
import dev.bourse.api.model.Quantity;
import dev.bourse.api.model.Rate;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * How much of an instrument to order, by the usual rules.
 *
 * <p>Every result is computed exactly, limited, then rounded down to the step, so it never costs or
 * risks more than was asked for. What is left below the venue's least quantity or least notional is
 * not raised to it: the answer is then no quantity and a sentence. Fees and slippage are not taken
 * off: a strategy that puts all its equity into one order leaves room for them.
 *
 * <p>Prices are quote per base, and amounts and equity are in quote currency. One unit costs its
 * price, times the contract's size for linear contracts; an inverse contract costs its size,
 * whatever the price. The profit of one unit is the difference of prices, times the size for linear
 * contracts. An inverse contract gains and loses base, {@code size * |1/entry - 1/exit|}: there the
 * rules that know a risk reckon equity and loss in base, so that the share of the coins that is
 * lost is the one that was asked for. Immutable; any thread.
 */
public final class Sizing {
  private static final BigDecimal ONE = BigDecimal.ONE;

  private final Instrument instrument;
  private final @Nullable Quantity most;
  private final @Nullable Rate mostShare;

  private Sizing(Instrument instrument, @Nullable Quantity most, @Nullable Rate mostShare) {
    this.instrument = instrument;
    this.most = most;
    this.mostShare = mostShare;
  }

  /** Sizes for an instrument, limited by its largest order only. */
  public static Sizing of(Instrument instrument) {
    return new Sizing(instrument, null, null);
  }

  /** The same, but never more than a quantity. */
  public Sizing atMost(Quantity quantity) {
    return new Sizing(instrument, quantity, mostShare);
  }

  /**
   * The same, but never costs more than a share of the equity, in those rules that know equity.
   *
   * @param share of the equity, above zero; {@code 0.1} is a tenth
   */
  public Sizing atMostOfEquity(Rate share) {
    return new Sizing(instrument, most, requirePositive("largest share of the equity", share));
  }

  /**
   * A fixed quantity.
   *
   * @param price what one unit costs, for the least notional
   */
  public PositionSize fixed(Quantity quantity, Price price) {
    requirePositive("price", price);
    return fit(decimal(quantity), price, null);
  }

  /**
   * A fixed amount of the quote currency: {@code cost / price}; of an inverse contract {@code cost
   * / size}.
   *
   * @param cost what to spend, in the instrument's quote currency
   */
  public PositionSize cost(Money cost, Price price) {
    requireQuote("cost", cost);
    requirePositive("price", price);
    return fit(divide(decimal(cost), unit(price)), price, null);
  }

  /**
   * A share of the equity: {@code equity * share / price}.
   *
   * @param equity what the strategy may use, in the instrument's quote currency
   * @param share how much of it to spend, above zero; {@code 0.1} is a tenth
   */
  public PositionSize percentOfEquity(Money equity, Rate share, Price price) {
    requireQuote("equity", equity);
    requirePositive("price", price);
    requirePositive("share", share);
    return fit(divide(decimal(equity).multiply(decimal(share)), unit(price)), price, equity);
  }

  /**
   * Fixed fractional: what is lost at the stop is a fixed share of the equity, {@code equity * risk
   * / |entry - stop|} (R. Vince, Portfolio Management Formulas, 1990); of an inverse contract
   * {@code equity * risk * stop / (size * |entry - stop|)}.
   *
   * @param equity what the strategy may use, in the instrument's quote currency
   * @param risk the share of it that may be lost, above zero; {@code 0.01} is one percent
   * @param entry the price at which the position is opened
   * @param stop the price at which it is given up, on either side of the entry
   */
  public PositionSize fixedFractional(Money equity, Rate risk, Price entry, Price stop) {
    requireQuote("equity", equity);
    requirePositive("price", entry);
    requirePositive("risk", risk);
    if (instrument.contract().isInverse()) {
      requirePositive("stop", stop);
    }
    BigDecimal distance = decimal(entry).subtract(decimal(stop)).abs();
    if (distance.signum() == 0) {
      return none(
          "stop=" + stop + " is the entry price: without a distance there is no risk to size by");
    }
    return fit(atRisk(equity, risk, distance, decimal(stop)), entry, equity);
  }

  /**
   * Volatility target: a move of some average true ranges costs a fixed share of the equity, {@code
   * equity * risk / (atr * multiple)} (the unit of C. Faith, Way of the Turtle, 2007, with a
   * multiple of 1); of an inverse contract, which loses most when the price falls, {@code equity *
   * risk * (price - move) / (size * move)}.
   *
   * @param equity what the strategy may use, in the instrument's quote currency
   * @param risk the share of it that one such move may cost, above zero
   * @param atr the average true range in price units, of an indicator
   * @param multiple how many of them, above zero; 2 is usual
   * @param price what one unit costs
   */
  public PositionSize atr(Money equity, Rate risk, double atr, Rate multiple, Price price) {
    requireQuote("equity", equity);
    requirePositive("price", price);
    requirePositive("risk", risk);
    requirePositive("multiple", multiple);
    if (!Double.isFinite(atr) || atr <= 0) {
      return none(
          "atr=" + atr + " is no range to size by: the indicator must be ready, and above zero");
    }
    BigDecimal move = new BigDecimal(atr).multiply(decimal(multiple));
    BigDecimal after = decimal(price).subtract(move);
    return instrument.contract().isInverse() && after.signum() <= 0
        ? none(
            "a move of " + move.toPlainString() + " would take the price " + price + " below zero")
        : fit(atRisk(equity, risk, move, after), price, equity);
  }

  /** The quantity that loses a share of the equity by a move to the price after it. */
  private BigDecimal atRisk(Money equity, Rate risk, BigDecimal move, BigDecimal after) {
    BigDecimal most = decimal(equity).multiply(decimal(risk));
    BigDecimal loss = decimal(instrument.contract().size()).multiply(move);
    return instrument.contract().isInverse()
        ? divide(most.multiply(after), loss)
        : divide(most, loss);
  }

  /** What one unit costs, in quote currency. */
  private BigDecimal unit(Price price) {
    BigDecimal size = decimal(instrument.contract().size());
    return instrument.contract().isInverse() ? size : size.multiply(decimal(price));
  }

  /**
   * A fraction of the Kelly criterion: {@code equity * fraction * max(0, w - (1 - w) / r) / price}
   * with the share of winners w and the payoff ratio r (J. L. Kelly, A New Interpretation of
   * Information Rate, 1956). The whole criterion assumes that both numbers are known exactly; a
   * quarter of it is usual. Never more than the whole equity.
   *
   * @param equity what the strategy may use, in the instrument's quote currency
   * @param winners the share of trades that win, 0 to 1
   * @param payoff the average win divided by the average loss, above zero
   * @param fraction how much of the criterion to use, above zero, at most 1
   * @param price what one unit costs
   */
  public PositionSize kelly(Money equity, Rate winners, Rate payoff, Rate fraction, Price price) {
    requireQuote("equity", equity);
    requirePositive("price", price);
    requirePositive("payoff", payoff);
    requirePositive("fraction", fraction);
    if (winners.raw() < 0 || winners.raw() > Rate.ONE || fraction.raw() > Rate.ONE) {
      throw new IllegalArgumentException(
          "winners="
              + winners
              + " and fraction="
              + fraction
              + " are shares: each must be 0 to 1, like 0.25");
    }
    BigDecimal win = decimal(winners);
    BigDecimal edge = win.multiply(decimal(payoff)).subtract(ONE.subtract(win));
    if (edge.signum() <= 0) {
      return none(
          "with winners="
              + winners
              + " and payoff="
              + payoff
              + " there is no edge: Kelly puts nothing at stake");
    }
    BigDecimal stake = decimal(equity).multiply(decimal(fraction)).multiply(edge);
    return fit(divide(stake, decimal(payoff).multiply(unit(price))), price, equity);
  }

  /** Limits, rounds down, and looks at what the venue takes. */
  private PositionSize fit(BigDecimal wanted, Price price, @Nullable Money equity) {
    if (wanted.signum() <= 0) {
      return none("there is nothing to size with: the rule gives " + wanted.toPlainString());
    }
    BigDecimal limited = wanted.min(decimal(instrument.maxQuantity()));
    Quantity cap = most;
    Rate share = mostShare;
    if (cap != null) {
      limited = limited.min(decimal(cap));
    }
    if (share != null && equity != null) {
      limited = limited.min(divide(decimal(equity).multiply(decimal(share)), unit(price)));
    }
    BigDecimal step = decimal(instrument.stepSize());
    BigDecimal rounded = limited.divideToIntegralValue(step).multiply(step);
    Quantity quantity =
        instrument.quantity(
            rounded
                .setScale(instrument.quantityDecimals(), RoundingMode.UNNECESSARY)
                .unscaledValue()
                .longValueExact());
    return taken(quantity, limited, price);
  }

  private PositionSize taken(Quantity quantity, BigDecimal exact, Price price) {
    String what = "size " + exact.round(new MathContext(8, RoundingMode.DOWN)).toPlainString();
    if (!quantity.isPositive() || quantity.compareTo(instrument.minQuantity()) < 0) {
      Quantity least =
          instrument.minQuantity().isPositive() ? instrument.minQuantity() : instrument.stepSize();
      return none(what + " is below the least quantity of " + instrument.id() + ", " + least);
    }
    Money notional = instrument.notional(price, quantity);
    if (notional.compareTo(instrument.minNotional()) < 0) {
      return none(
          "size "
              + quantity
              + " at "
              + price
              + " is worth "
              + notional
              + ", below the least order of "
              + instrument.id()
              + ", "
              + instrument.minNotional());
    }
    return new PositionSize(quantity, "");
  }

  private PositionSize none(String problem) {
    return new PositionSize(instrument.quantity(0), problem);
  }

  private void requireQuote(String name, Money amount) {
    if (!amount.currency().equals(instrument.quote())) {
      throw new IllegalArgumentException(
          name + "=" + amount + " must be in " + instrument.quote() + ", which prices are in");
    }
  }

  private static void requirePositive(String name, Price price) {
    if (!price.isPositive()) {
      throw new IllegalArgumentException(name + "=" + price + " must be above zero");
    }
  }

  private static Rate requirePositive(String name, Rate rate) {
    if (rate.raw() <= 0) {
      throw new IllegalArgumentException(name + "=" + rate + " must be above zero");
    }
    return rate;
  }

  /** Rounded down behind far more decimals than any step has. */
  private BigDecimal divide(BigDecimal amount, BigDecimal by) {
    return amount.divide(by, instrument.quantityDecimals() + 18, RoundingMode.DOWN);
  }

  private static BigDecimal decimal(Price price) {
    return BigDecimal.valueOf(price.raw(), price.decimals());
  }

  private static BigDecimal decimal(Quantity quantity) {
    return BigDecimal.valueOf(quantity.raw(), quantity.decimals());
  }

  private static BigDecimal decimal(Rate rate) {
    return new BigDecimal(rate.raw()).divide(new BigDecimal(Rate.ONE));
  }

  private static BigDecimal decimal(Money money) {
    return new BigDecimal(money.raw().toBigInteger(), money.currency().decimals());
  }
}
