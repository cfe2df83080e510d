package dev.bourse.exchange.simulated.venue;

import dev.bourse.api.model.Instrument;
import dev.bourse.api.model.InstrumentId;
import dev.bourse.api.model.Money;
import dev.bourse.api.model.OrderSpec;
import dev.bourse.api.model.OrderType;
import dev.bourse.api.model.Price;
import dev.bourse.api.model.Quantity;
import dev.bourse.api.model.Side;
import dev.bourse.api.model.TimeInForce;
import org.jspecify.annotations.Nullable;

/**
 * A venue's rules for what it takes. Each answer is a reason with code and numbers, or null for
 * "fine".
 */
final class OrderChecks {
  private OrderChecks() {}

  /** The first rule that an order breaks. */
  static @Nullable String firstProblem(OrderSpec spec, @Nullable Book book) {
    if (book == null) {
      return unknownInstrument(spec.instrument().id());
    }
    Instrument instrument = book.instrument;
    if (!instrument.trading()) {
      return "NOT_TRADING: instrument=" + instrument.id();
    }
    String problem = kind(spec);
    if (problem == null) {
      problem = quantity(spec.quantity(), instrument);
    }
    if (problem == null && spec.price() != null) {
      problem = price(spec.price(), instrument);
    }
    if (problem == null) {
      problem = notional(spec, book);
    }
    return problem != null ? problem : postOnly(spec, book);
  }

  static String unknownInstrument(InstrumentId instrument) {
    return "UNKNOWN_INSTRUMENT: instrument=" + instrument;
  }

  private static @Nullable String kind(OrderSpec spec) {
    if (spec.type() != OrderType.MARKET && spec.type() != OrderType.LIMIT) {
      return "UNSUPPORTED_ORDER: type=" + spec.type() + " supported=MARKET,LIMIT";
    }
    TimeInForce life = spec.timeInForce();
    if (life != TimeInForce.GTC && life != TimeInForce.IOC && life != TimeInForce.FOK) {
      return "UNSUPPORTED_ORDER: timeInForce=" + life + " supported=GTC,IOC,FOK";
    }
    boolean rests = spec.type() == OrderType.LIMIT && life == TimeInForce.GTC;
    return spec.postOnly() && !rests
        ? "UNSUPPORTED_ORDER: postOnly=true needs type=LIMIT timeInForce=GTC"
        : null;
  }

  private static @Nullable String quantity(Quantity quantity, Instrument instrument) {
    if (!onStep(quantity, instrument)) {
      return "QUANTITY_NOT_ON_STEP: quantity=" + quantity + " step=" + instrument.stepSize();
    }
    if (quantity.compareTo(instrument.minQuantity()) < 0) {
      return "BELOW_MIN_QUANTITY: quantity=" + quantity + " min=" + instrument.minQuantity();
    }
    return quantity.compareTo(instrument.maxQuantity()) > 0
        ? "ABOVE_MAX_QUANTITY: quantity=" + quantity + " max=" + instrument.maxQuantity()
        : null;
  }

  private static @Nullable String price(Price price, Instrument instrument) {
    if (!price.isPositive()) {
      return "PRICE_NOT_POSITIVE: price=" + price;
    }
    return onTick(price, instrument)
        ? null
        : "PRICE_NOT_ON_TICK: price=" + price + " tick=" + instrument.tickSize();
  }

  private static @Nullable String notional(OrderSpec spec, Book book) {
    Price price = spec.price() != null ? spec.price() : expected(spec.side(), book);
    if (price == null) {
      return null;
    }
    Money notional = book.instrument.notional(price, spec.quantity());
    return notional.compareTo(book.instrument.minNotional()) < 0
        ? "BELOW_MIN_NOTIONAL: notional=" + notional + " min=" + book.instrument.minNotional()
        : null;
  }

  private static @Nullable String postOnly(OrderSpec spec, Book book) {
    Price best = spec.postOnly() ? expected(spec.side(), book) : null;
    if (best == null) {
      return null;
    }
    int compared = spec.limitPrice().compareTo(best);
    boolean takes = spec.side() == Side.BUY ? compared >= 0 : compared <= 0;
    return takes ? "POST_ONLY_WOULD_TAKE: price=" + spec.price() + " market=" + best : null;
  }

  private static @Nullable Price expected(Side side, Book book) {
    long raw = book.market.oppositeRaw(side);
    return raw == 0 ? null : book.instrument.price(raw);
  }

  static boolean onStep(Quantity quantity, Instrument instrument) {
    try {
      long raw = quantity.withDecimals(instrument.quantityDecimals()).raw();
      return raw % instrument.stepSize().raw() == 0;
    } catch (ArithmeticException e) {
      return false;
    }
  }

  static boolean onTick(Price price, Instrument instrument) {
    try {
      return price.withDecimals(instrument.priceDecimals()).raw() % instrument.tickSize().raw()
          == 0;
    } catch (ArithmeticException e) {
      return false;
    }
  }
}
