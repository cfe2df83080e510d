package dev.bourse.exchange.simulated.venue;

import dev.bourse.api.model.Instrument;
import dev.bourse.api.model.Price;
import dev.bourse.api.model.TrailingOffset;
import dev.bourse.api.model.Trigger;
import java.util.Objects;

/**
 * When triggers are passed, and how trailing ones move. A trigger only ever moves towards the
 * market, and stays its distance behind the best price seen.
 */
final class Trail {
  private Trail() {}

  /** Whether the price has to rise for the order to be set off. */
  static boolean risesTo(VenueOrder order) {
    return order.isBuy() != order.spec.type().isIfTouched();
  }

  /** Whether a price is at or beyond the trigger. */
  static boolean reached(VenueOrder order, long priceRaw) {
    if (order.triggerRaw == 0 || order.activation != Activation.DONE) {
      return false;
    }
    return risesTo(order) ? priceRaw >= order.triggerRaw : priceRaw <= order.triggerRaw;
  }

  /** Whether two prices in a row are needed. */
  static boolean needsTwo(VenueOrder order) {
    return switch (trigger(order).type()) {
      case DOUBLE_LAST, DOUBLE_BID_ASK -> true;
      default -> false;
    };
  }

  /** Counts a price; whether it sets the order off. */
  static boolean counts(VenueOrder order, long priceRaw) {
    order.hits = reached(order, priceRaw) ? order.hits + 1 : 0;
    return order.hits >= (needsTwo(order) ? 2 : 1);
  }

  /** Lets a trailing trigger follow a price; whether it moved. */
  static boolean follow(VenueOrder order, long priceRaw) {
    if (!order.spec.type().isTrailing()) {
      return false;
    }
    if (order.activation != Activation.DONE) {
      return activate(order, priceRaw);
    }
    long candidate = behind(order, priceRaw);
    boolean better =
        order.triggerRaw == 0
            || (order.isBuy() ? candidate < order.triggerRaw : candidate > order.triggerRaw);
    order.triggerRaw = better ? candidate : order.triggerRaw;
    return better;
  }

  /** Until it is active, the trigger price is the activation price. */
  private static boolean activate(VenueOrder order, long priceRaw) {
    if (order.activation == Activation.OPEN) {
      order.activation =
          priceRaw < order.triggerRaw ? Activation.FROM_BELOW : Activation.FROM_ABOVE;
    }
    boolean active =
        order.activation == Activation.FROM_BELOW
            ? priceRaw >= order.triggerRaw
            : priceRaw <= order.triggerRaw;
    if (active) {
      order.activation = Activation.DONE;
      order.triggerRaw = behind(order, priceRaw);
    }
    return true;
  }

  /** The limit of a trailing stop-limit that is set off. */
  static long limit(VenueOrder order) {
    TrailingOffset offset = Objects.requireNonNull(trigger(order).limitOffset());
    return order.isBuy()
        ? Math.addExact(order.triggerRaw, distance(order, offset, order.triggerRaw))
        : lower(order, offset, order.triggerRaw);
  }

  /** How far the trigger stays behind a price. */
  static long distance(VenueOrder order, long priceRaw) {
    return distance(order, Objects.requireNonNull(trigger(order).trailing()), priceRaw);
  }

  static Trigger trigger(VenueOrder order) {
    return Objects.requireNonNull(order.spec.trigger(), "a conditional order without trigger");
  }

  private static long behind(VenueOrder order, long priceRaw) {
    TrailingOffset offset = Objects.requireNonNull(trigger(order).trailing());
    return order.isBuy()
        ? Math.addExact(priceRaw, distance(order, offset, priceRaw))
        : lower(order, offset, priceRaw);
  }

  /** Never below one tick: a price of zero cannot be traded. */
  private static long lower(VenueOrder order, TrailingOffset offset, long priceRaw) {
    long tick = order.instrument.tickSize().raw();
    return Math.max(tick, priceRaw - distance(order, offset, priceRaw));
  }

  private static long distance(VenueOrder order, TrailingOffset offset, long priceRaw) {
    Instrument instrument = order.instrument;
    Price distance = offset.distance(instrument.price(priceRaw), instrument);
    return distance.withDecimals(instrument.priceDecimals()).raw();
  }
}
