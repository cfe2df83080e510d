package dev.bourse.exchange.simulated.venue;

import dev.bourse.api.model.Instrument;
import dev.bourse.api.model.InstrumentId;
import dev.bourse.api.model.Money;
import dev.bourse.api.model.OrderChange;
import dev.bourse.api.model.OrderSpec;
import dev.bourse.api.model.OrderType;
import dev.bourse.api.model.Price;
import dev.bourse.api.model.Quantity;
import dev.bourse.api.model.Side;
import dev.bourse.api.model.TimeInForce;
import dev.bourse.api.model.Trigger;
import dev.bourse.api.model.TriggerType;
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
      problem = spec.amount() == null ? quantity(spec.quantity(), instrument) : amount(spec, book);
    }
    if (problem == null && spec.price() != null) {
      problem = price(spec.price(), instrument);
    }
    if (problem == null) {
      problem = display(spec, instrument);
    }
    if (problem == null) {
      problem = trigger(spec, instrument);
    }
    if (problem == null) {
      problem = notional(spec, book);
    }
    return problem != null ? problem : postOnly(spec, book);
  }

  /** The first rule that the new values of a change break. */
  static @Nullable String firstProblem(OrderChange change, Instrument instrument) {
    String problem = change.quantity() == null ? null : quantity(change.quantity(), instrument);
    if (problem == null && change.price() != null) {
      problem = price(change.price(), instrument);
    }
    return problem == null && change.triggerPrice() != null
        ? price(change.triggerPrice(), instrument)
        : problem;
  }

  static String unknownInstrument(InstrumentId instrument) {
    return "UNKNOWN_INSTRUMENT: instrument=" + instrument;
  }

  private static @Nullable String kind(OrderSpec spec) {
    if (spec.type() == OrderType.MARKET_TO_LIMIT) {
      return "UNSUPPORTED_ORDER: type=" + spec.type();
    }
    TimeInForce life = spec.timeInForce();
    boolean once = life == TimeInForce.IOC || life == TimeInForce.FOK;
    boolean limited = spec.type().triggered() == OrderType.LIMIT;
    if (spec.postOnly() && (!limited || once)) {
      return "UNSUPPORTED_ORDER: postOnly=true needs a limit price and timeInForce=GTC, GTD or DAY,"
          + " has type="
          + spec.type()
          + " timeInForce="
          + life;
    }
    return null;
  }

  private static @Nullable String trigger(OrderSpec spec, Instrument instrument) {
    Trigger trigger = spec.trigger();
    if (trigger == null) {
      return null;
    }
    TriggerType type = trigger.type();
    if (type == TriggerType.MARK_PRICE || type == TriggerType.INDEX_PRICE) {
      return "UNSUPPORTED_ORDER: triggerType=" + type + ": this venue has no such price";
    }
    return trigger.price() == null ? null : price(trigger.price(), instrument);
  }

  private static @Nullable String display(OrderSpec spec, Instrument instrument) {
    Quantity display = spec.displayQuantity();
    if (display == null) {
      return null;
    }
    if (spec.type().triggered() != OrderType.LIMIT) {
      return "UNSUPPORTED_ORDER: displayQuantity=" + display + " needs a limit price";
    }
    return display.isPositive() && onStep(display, instrument)
        ? null
        : "DISPLAY_QUANTITY_NOT_ON_STEP: display=" + display + " step=" + instrument.stepSize();
  }

  /** What is wrong with an order at the moment at which it arrives. */
  static @Nullable String onArrival(VenueOrder order, Book book, OrderRules rules, long time) {
    if (order.expiresAt <= time) {
      return "EXPIRED_ON_ARRIVAL: expiresAt=" + order.expiresAt + " now=" + time;
    }
    return order.waits() && order.activation == Activation.DONE
        ? stopInMarket(order, order.triggerRaw, book, rules)
        : null;
  }

  /** Why a trigger price is refused: the market is there already. */
  static @Nullable String stopInMarket(
      VenueOrder order, long triggerRaw, Book book, OrderRules rules) {
    long now = rules.rejectStopInMarket() ? Watched.now(order, book.market) : 0;
    if (now == 0 || triggerRaw == 0) {
      return null;
    }
    boolean reached = Trail.risesTo(order) ? now >= triggerRaw : now <= triggerRaw;
    return reached
        ? "STOP_IN_MARKET: trigger="
            + book.instrument.price(triggerRaw)
            + " market="
            + book.instrument.price(now)
            + ": it would trigger immediately"
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

  /** As far as the market is known, the amount is for a quantity that the venue takes. */
  private static @Nullable String amount(OrderSpec spec, Book book) {
    Instrument instrument = book.instrument;
    if (!instrument.isSpot()) {
      return "UNSUPPORTED_ORDER: amount=" + spec.amount() + ": contracts are ordered by quantity";
    }
    Price price = expected(spec.side(), book);
    return spec.amount() == null || price == null
        ? null
        : quantity(instrument.quantityFor(spec.amount(), price), instrument);
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
    Price price = spec.price() != null ? spec.price() : triggerOrExpected(spec, book);
    if (price == null) {
      return null;
    }
    Money notional = spec.worth(price);
    Money most = book.instrument.maxNotional();
    if (most != null && notional.compareTo(most) > 0) {
      return "ABOVE_MAX_NOTIONAL: notional=" + notional + " max=" + most;
    }
    return notional.compareTo(book.instrument.minNotional()) < 0
        ? "BELOW_MIN_NOTIONAL: notional=" + notional + " min=" + book.instrument.minNotional()
        : null;
  }

  private static @Nullable Price triggerOrExpected(OrderSpec spec, Book book) {
    Trigger trigger = spec.trigger();
    Price price = trigger == null ? null : trigger.price();
    return price != null ? price : expected(spec.side(), book);
  }

  private static @Nullable String postOnly(OrderSpec spec, Book book) {
    boolean enters = spec.postOnly() && spec.trigger() == null;
    Price best = enters ? expected(spec.side(), book) : null;
    if (best == null) {
      return null;
    }
    return crosses(spec.side(), spec.limitPrice(), best)
        ? "POST_ONLY_WOULD_TAKE: price=" + spec.price() + " market=" + best
        : null;
  }

  static boolean crosses(Side side, Price limit, Price best) {
    int compared = limit.compareTo(best);
    return side == Side.BUY ? compared >= 0 : compared <= 0;
  }

  static @Nullable Price expected(Side side, Book book) {
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
