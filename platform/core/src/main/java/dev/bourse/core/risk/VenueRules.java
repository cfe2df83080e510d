package dev.bourse.core.risk;

import dev.bourse.api.exchange.Capabilities;
import dev.bourse.api.model.Instrument;
import dev.bourse.api.model.Money;
import dev.bourse.api.model.OrderSpec;
import dev.bourse.api.model.OrderType;
import dev.bourse.api.model.Price;
import dev.bourse.api.model.Quantity;
import dev.bourse.api.model.TimeInForce;
import dev.bourse.api.model.TrailingOffset;
import dev.bourse.api.model.Trigger;
import dev.bourse.api.model.TriggerType;
import dev.bourse.api.risk.DenialCode;
import dev.bourse.api.risk.RiskDecision;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a venue would refuse by its published rules; checked before sending. Pure functions; null
 * means no objection.
 */
public final class VenueRules {
  private VenueRules() {}

  /**
   * Checks an order.
   *
   * @param spec what is wanted
   * @param held whether the platform holds it until its trigger, so that the venue need not know
   *     its kind
   */
  static RiskDecision.@Nullable Denied check(
      OrderSpec spec, boolean held, Instrument rules, Optional<Capabilities> capabilities) {
    RiskDecision.Denied denial = form(spec, rules);
    if (denial == null && capabilities.isPresent()) {
      denial = supported(spec, held, capabilities.get());
    }
    return denial;
  }

  private static RiskDecision.@Nullable Denied form(OrderSpec spec, Instrument rules) {
    Price price = spec.price();
    if (price != null && (price.raw() <= 0 || price.raw() % rules.tickSize().raw() != 0)) {
      return DenialCode.PRICE_NOT_ON_TICK.because("price=" + price + " tick=" + rules.tickSize());
    }
    return spec.amount() == null ? quantity(spec.quantity(), rules) : null;
  }

  private static RiskDecision.@Nullable Denied quantity(Quantity quantity, Instrument rules) {
    if (quantity.raw() % rules.stepSize().raw() != 0) {
      return DenialCode.QUANTITY_NOT_ON_STEP.because(
          "quantity=" + quantity + " step=" + rules.stepSize());
    }
    if (quantity.compareTo(rules.minQuantity()) < 0) {
      return DenialCode.BELOW_MIN_QUANTITY.because(
          "quantity=" + quantity + " minimum=" + rules.minQuantity());
    }
    if (quantity.compareTo(rules.maxQuantity()) > 0) {
      return DenialCode.ABOVE_MAX_QUANTITY.because(
          "quantity=" + quantity + " maximum=" + rules.maxQuantity());
    }
    return null;
  }

  /** What only orders with a trigger or a time of expiry have. */
  static RiskDecision.@Nullable Denied conditions(OrderSpec spec, Instrument rules, long time) {
    Price trigger = spec.trigger() == null ? null : spec.trigger().price();
    if (trigger != null && (trigger.raw() <= 0 || trigger.raw() % rules.tickSize().raw() != 0)) {
      return DenialCode.TRIGGER_NOT_ON_TICK.because(
          "trigger=" + trigger + " tick=" + rules.tickSize());
    }
    if (spec.timeInForce() != TimeInForce.GTD) {
      return null;
    }
    if (spec.expiresAt() == 0) {
      return DenialCode.MISSING_EXPIRE_TIME.because("time_in_force=GTD");
    }
    return spec.expiresAt() > time
        ? null
        : DenialCode.EXPIRE_TIME_IN_PAST.because(
            "expires_at=" + spec.expiresAt() + " time=" + time);
  }

  private static RiskDecision.@Nullable Denied supported(
      OrderSpec spec, boolean held, Capabilities can) {
    OrderType type = held ? spec.type().triggered() : spec.type();
    if (!can.orderTypes().contains(type)) {
      return DenialCode.UNSUPPORTED_ORDER.because(
          "type=" + type + " supported=" + can.orderTypes());
    }
    Trigger trigger = spec.trigger();
    boolean watched =
        held
            || trigger == null
            || trigger.type() == TriggerType.DEFAULT
            || can.triggerTypes().contains(trigger.type());
    if (trigger != null && !watched) {
      return DenialCode.UNSUPPORTED_ORDER.because(
          "trigger_type=" + trigger.type() + " supported=" + can.triggerTypes());
    }
    TrailingOffset offset = held || trigger == null ? null : untaken(trigger, can);
    if (trigger != null && offset != null) {
      return DenialCode.UNSUPPORTED_ORDER.because(trailing(offset, trigger.type(), can));
    }
    if (spec.displayQuantity() != null && !can.displayQuantity()) {
      return DenialCode.UNSUPPORTED_ORDER.because("display_quantity=true supported=false");
    }
    boolean immediate = type == OrderType.MARKET;
    boolean expiresHere =
        spec.timeInForce() == TimeInForce.GTD && can.timesInForce().contains(TimeInForce.GTC);
    if (!immediate && !expiresHere && !can.timesInForce().contains(spec.timeInForce())) {
      return DenialCode.UNSUPPORTED_ORDER.because(
          "time_in_force=" + spec.timeInForce() + " supported=" + can.timesInForce());
    }
    return spec.postOnly() && !can.postOnly()
        ? DenialCode.UNSUPPORTED_ORDER.because("post_only=true supported=false")
        : null;
  }

  /** The offset of a trailing trigger that the venue does not take, or null. */
  public static @Nullable TrailingOffset untaken(Trigger trigger, Capabilities can) {
    TrailingOffset trailing = trigger.trailing();
    TrailingOffset limit = trigger.limitOffset();
    if (trailing != null && !can.takes(trailing)) {
      return trailing;
    }
    return limit != null && !can.takes(limit) ? limit : null;
  }

  private static String trailing(TrailingOffset offset, TriggerType watched, Capabilities can) {
    String here =
        watched.isVenueOnly()
            ? ""
            : ", or let the platform hold the order with protection=local in the trader's file";
    return "trailing_offset="
        + offset
        + " unit="
        + offset.unit()
        + " supported="
        + can.trailingUnits()
        + ": say the offset in a unit that the venue takes"
        + here;
  }

  static RiskDecision.@Nullable Denied notional(OrderSpec spec, Instrument rules, Price reference) {
    Money notional = spec.worth(reference);
    if (notional.compareTo(rules.minNotional()) < 0) {
      return DenialCode.BELOW_MIN_NOTIONAL.because(
          "notional=" + notional + " minimum=" + rules.minNotional());
    }
    Money most = rules.maxNotional();
    return most != null && notional.compareTo(most) > 0
        ? DenialCode.ABOVE_MAX_NOTIONAL.because("notional=" + notional + " maximum=" + most)
        : null;
  }
}
