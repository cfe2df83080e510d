package dev.bourse.core.portfolio;

import dev.bourse.api.model.Conversion;
import dev.bourse.api.model.Currency;
import dev.bourse.api.model.Instrument;
import dev.bourse.api.model.Int128;
import dev.bourse.api.model.Money;
import dev.bourse.api.model.Price;
import dev.bourse.core.market.InstrumentMarket;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * How an amount gets from one currency to another: by the price of one instrument, directly (base
 * to quote) or inversely, else by two, through one common currency.
 *
 * <p>Of all ways with known prices the first counts: direct before inverse, one price before two,
 * spot before contracts, then in order of listing. Without such a way it is the first of those that
 * wait for a price.
 *
 * @param hops the prices on the way, one or two
 */
public record Route(List<Hop> hops) {
  /**
   * One price.
   *
   * @param market whose price
   * @param inverse from quote to base
   */
  record Hop(InstrumentMarket market, boolean inverse) {
    Currency to() {
      Instrument instrument = market.instrument();
      return inverse ? instrument.base() : instrument.quote();
    }

    boolean isPriced() {
      return market.referencePrice().filter(Price::isPositive).isPresent();
    }

    Money apply(Money amount) {
      Price price = market.referencePrice().orElseThrow();
      return inverse ? divided(amount, price, to()) : multiplied(amount, price, to());
    }

    Conversion.Leg leg() {
      Price price = market.referencePrice().orElseThrow();
      return new Conversion.Leg(market.instrument().id(), price, inverse, market.lastTime());
    }

    @Override
    public String toString() {
      return (inverse ? "1/" : "") + market.instrument().id();
    }
  }

  /** Keeps a copy of the hops. */
  public Route {
    hops = List.copyOf(hops);
  }

  /** The way between two different currencies; empty if no instruments lead there. */
  public static Optional<Route> of(Currency from, Currency to, List<InstrumentMarket> markets) {
    List<Route> all = new ArrayList<>();
    List<Hop> first = hops(from, markets);
    for (Hop hop : first) {
      if (hop.to().code().equals(to.code())) {
        all.add(new Route(List.of(hop)));
      }
    }
    for (Hop hop : first) {
      for (Hop next : hops(hop.to(), markets)) {
        if (next.to().code().equals(to.code()) && next.market() != hop.market()) {
          all.add(new Route(List.of(hop, next)));
        }
      }
    }
    Optional<Route> priced = all.stream().filter(Route::isPriced).findFirst();
    return priced.isPresent() ? priced : all.stream().findFirst();
  }

  /** Every price that leads away from a currency, in order of preference. */
  private static List<Hop> hops(Currency from, List<InstrumentMarket> markets) {
    List<Hop> hops = new ArrayList<>();
    for (boolean inverse : new boolean[] {false, true}) {
      for (boolean spot : new boolean[] {true, false}) {
        for (InstrumentMarket each : markets) {
          Instrument instrument = each.instrument();
          Currency begin = inverse ? instrument.quote() : instrument.base();
          if (instrument.isSpot() == spot && begin.code().equals(from.code())) {
            hops.add(new Hop(each, inverse));
          }
        }
      }
    }
    return hops;
  }

  /** Whether every price on the way is known. */
  public boolean isPriced() {
    return hops.stream().allMatch(Hop::isPriced);
  }

  /** The amount at the end of the way; throws if a price is missing. */
  public Conversion convert(Money amount) {
    Money worth = amount;
    List<Conversion.Leg> legs = new ArrayList<>();
    for (Hop hop : hops) {
      worth = hop.apply(worth);
      legs.add(hop.leg());
    }
    return new Conversion(amount, worth, legs);
  }

  private static Money multiplied(Money amount, Price price, Currency quote) {
    int decimals = amount.currency().decimals() + price.decimals();
    Int128 raw = amount.raw().times(price.raw());
    return new Money(raw.rescaled(decimals, quote.decimals(), RoundingMode.HALF_EVEN), quote);
  }

  private static Money divided(Money amount, Price price, Currency base) {
    BigDecimal value =
        new BigDecimal(amount.raw().toBigInteger(), amount.currency().decimals())
            .divide(
                BigDecimal.valueOf(price.raw(), price.decimals()),
                base.decimals(),
                RoundingMode.HALF_EVEN);
    return new Money(Int128.of(value.unscaledValue()), base);
  }

  /** {@code BNBUSDT.BINANCE}, {@code 1/USDTBTC.X}, {@code BNBBTC.X then BTCUSDT.X}. */
  @Override
  public String toString() {
    return hops.stream().map(Hop::toString).collect(Collectors.joining(" then "));
  }
}
