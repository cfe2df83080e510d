package dev.bourse.exchange.simulated.venue;

import dev.bourse.api.model.Currency;
import dev.bourse.api.model.Instrument;
import dev.bourse.api.model.Int128;
import dev.bourse.api.model.Liquidity;
import dev.bourse.api.model.Money;
import dev.bourse.api.model.Quantity;
import dev.bourse.api.model.Rate;
import dev.bourse.exchange.simulated.venue.FeeRules.PaidIn;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** What fills cost, in which currency. Fees are rounded up to the currency's decimals. */
final class Fees {
  private final FeeRules rules;
  private final VenueState state;

  Fees(FeeRules rules, VenueState state) {
    this.rules = rules;
    this.state = state;
  }

  /** What a buy has to pay in quote currency beside the notional, if all of it trades at once. */
  Money onTop(VenueOrder order, Money notional, Quantity quantity, Rate rate) {
    return rules.paidIn() == PaidIn.QUOTE
        ? inQuote(order, notional, quantity, rate)
        : notional.currency().zero();
  }

  /** What of that does not depend on the quantity. */
  Money fixed(VenueOrder order) {
    Currency quote = order.instrument.settlement();
    boolean charged = rules.paidIn() == PaidIn.QUOTE && order.filledRaw == 0;
    return charged ? up(rules.perOrder(), quote) : quote.zero();
  }

  /** The higher of both rates, at least zero: what has to be reserved. */
  Rate highest(VenueOrder order) {
    Rate makers = rate(order, Liquidity.MAKER);
    Rate takers = rate(order, Liquidity.TAKER);
    Rate higher = makers.raw() > takers.raw() ? makers : takers;
    return higher.raw() > 0 ? higher : Rate.ZERO;
  }

  /** The rate of an account's next fill. */
  Rate rate(VenueOrder order, Liquidity liquidity) {
    boolean makes = liquidity == Liquidity.MAKER;
    Instrument instrument = order.instrument;
    @Nullable Rate rate = makes ? rules.maker() : rules.taker();
    if (rate == null) {
      rate = makes ? instrument.makerFee() : instrument.takerFee();
    }
    if (!rules.tiers().isEmpty()) {
      Money traded = state.volumes.recent(order.account, instrument.settlement(), state.time);
      BigDecimal volume = decimal(traded);
      for (FeeRules.Tier tier : rules.tiers()) {
        if (volume.compareTo(tier.volume()) >= 0) {
          rate = makes ? tier.maker() : tier.taker();
        }
      }
    }
    return rules.charged(rate);
  }

  /** What a fill costs; called before the fill is counted. */
  Money of(VenueOrder order, Money notional, Quantity quantity, Liquidity liquidity) {
    Rate rate = rate(order, liquidity);
    Money quote = inQuote(order, notional, quantity, rate);
    if (rules.paidIn() == PaidIn.THIRD) {
      Money third = inThird(order, quote);
      if (third != null) {
        return third;
      }
    }
    if (!order.instrument.isSpot()) {
      return quote;
    }
    if (rules.paidIn() == PaidIn.QUOTE || !order.isBuy()) {
      return order.isBuy() ? quote : payable(order, notional, quote);
    }
    Money base = Settlement.base(order.instrument, quantity);
    Money share = base.times(rate, RoundingMode.CEILING);
    BigDecimal rest = decimal(quote).subtract(decimal(inShare(notional, rate)));
    return rest.signum() == 0
        ? share
        : payable(order, base, share.plus(worth(rest, notional, base)));
  }

  /** Who receives less than the fee pays what there is: nothing is ever below zero. */
  private Money payable(VenueOrder order, Money received, Money fee) {
    Money most = state.wallet(order.account).balance(received.currency()).free().plus(received);
    return fee.compareTo(most) > 0 ? most : fee;
  }

  private Money inQuote(VenueOrder order, Money notional, Quantity quantity, Rate rate) {
    Currency quote = notional.currency();
    Money fee = inShare(notional, rate);
    if (rules.perUnit().signum() != 0) {
      fee = fee.plus(up(rules.perUnit().multiply(new BigDecimal(quantity.toString())), quote));
    }
    return order.filledRaw == 0 ? fee.plus(up(rules.perOrder(), quote)) : fee;
  }

  private static Money inShare(Money notional, Rate rate) {
    return notional.times(rate, RoundingMode.CEILING);
  }

  /** An amount of quote currency in base, at the price of the fill. */
  private static Money worth(BigDecimal amount, Money notional, Money base) {
    if (notional.signum() == 0) {
      return base.currency().zero();
    }
    return up(
        amount
            .multiply(decimal(base))
            .divide(decimal(notional), base.currency().decimals(), RoundingMode.CEILING),
        base.currency());
  }

  /** The fee in the third currency, or null if nobody knows its price or there is too little. */
  private @Nullable Money inThird(VenueOrder order, Money fee) {
    Wallet wallet = state.wallet(order.account);
    Money free = wallet.free(rules.third());
    BigDecimal price = rules.thirdPrice();
    if (price == null) {
      price = lastPrice(fee.currency());
    }
    if (free == null || price == null || price.signum() <= 0) {
      return null;
    }
    BigDecimal due =
        decimal(fee)
            .multiply(BigDecimal.ONE.subtract(BigDecimal.valueOf(rules.thirdDiscount().raw(), 6)));
    Currency third = free.currency();
    Money amount = up(due.divide(price, third.decimals(), RoundingMode.CEILING), third);
    return amount.compareTo(free) <= 0 ? amount : null;
  }

  /** What the third currency last cost here, in a quote currency; 1 of itself. */
  private @Nullable BigDecimal lastPrice(Currency quote) {
    if (quote.code().equals(rules.third())) {
      return BigDecimal.ONE;
    }
    for (Book book : state.books) {
      Instrument each = book.instrument;
      boolean fits = each.base().code().equals(rules.third()) && each.quote().equals(quote);
      if (fits && book.market.middleOrLast() != 0) {
        return new BigDecimal(each.price(book.market.middleOrLast()).toString());
      }
    }
    return null;
  }

  private static BigDecimal decimal(Money money) {
    return new BigDecimal(money.raw().toBigInteger(), money.currency().decimals());
  }

  private static Money up(BigDecimal amount, Currency currency) {
    BigDecimal rounded = amount.setScale(currency.decimals(), RoundingMode.CEILING);
    return new Money(Int128.of(rounded.unscaledValue()), currency);
  }
}
