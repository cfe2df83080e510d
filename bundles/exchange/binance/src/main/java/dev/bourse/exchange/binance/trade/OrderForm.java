package dev.bourse.exchange.binance.trade;

import dev.bourse.api.filter.Wanted;
import dev.bourse.api.model.OrderSpec;
import dev.bourse.api.model.OrderType;
import dev.bourse.api.model.Price;
import dev.bourse.api.model.Rate;
import dev.bourse.api.model.Side;
import dev.bourse.api.model.TimeInForce;
import dev.bourse.api.model.TrailingOffset;
import dev.bourse.api.model.Trigger;
import dev.bourse.api.model.TriggerType;
import dev.bourse.exchange.binance.call.Params;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * An order in the venue's words (web-socket-api.md, "Place new order").
 *
 * @param wanted what filters look at
 * @param params what is sent, without its name
 */
record OrderForm(Wanted wanted, Params params) {
  /** One hundredth of a percent of a share. */
  private static final long BASIS_POINT = Rate.ONE / 10_000;

  /**
   * Writes an order; throws {@link IllegalArgumentException} with a code and the numbers if the
   * venue has no words for it.
   *
   * @param role what it is for
   * @param last the last price, by which a trailing order knows on which side it is activated
   */
  static OrderForm of(OrderSpec spec, Wanted.Role role, @Nullable Price last) {
    String type = type(spec, last);
    Wanted wanted = Wanted.of(spec, type, delta(spec.trigger()), role);
    return new OrderForm(wanted, params(spec, wanted));
  }

  private static Params params(OrderSpec spec, Wanted wanted) {
    Params params =
        new Params()
            .with("symbol", spec.instrument().id().symbol())
            .with("side", spec.side().name())
            .with("type", wanted.type());
    if (wanted.price() != null && !wanted.type().equals("LIMIT_MAKER")) {
      params.with("timeInForce", life(spec));
    }
    if (spec.amount() != null) {
      params.with("quoteOrderQty", spec.amount().amount());
    }
    with(params, "quantity", wanted.quantity());
    with(params, "price", wanted.price());
    with(params, "stopPrice", wanted.stopPrice());
    with(params, "icebergQty", wanted.shown());
    if (wanted.trailingDelta() != null) {
      params.with("trailingDelta", wanted.trailingDelta());
    }
    return params;
  }

  private static void with(Params params, String name, @Nullable BigDecimal value) {
    if (value != null) {
      params.with(name, value.toPlainString());
    }
  }

  private static String type(OrderSpec spec, @Nullable Price last) {
    Trigger trigger = spec.trigger();
    if (spec.timeInForce() == TimeInForce.DAY) {
      throw new IllegalArgumentException("UNSUPPORTED_ORDER: time_in_force=DAY");
    }
    if (trigger != null
        && trigger.type() != TriggerType.DEFAULT
        && trigger.type() != TriggerType.LAST_PRICE) {
      throw new IllegalArgumentException("UNSUPPORTED_ORDER: trigger_type=" + trigger.type());
    }
    boolean immediate =
        spec.timeInForce() == TimeInForce.IOC || spec.timeInForce() == TimeInForce.FOK;
    if (spec.postOnly() && (spec.type() != OrderType.LIMIT || immediate)) {
      throw new IllegalArgumentException(
          "POST_ONLY: type=" + spec.type() + " time_in_force=" + spec.timeInForce());
    }
    if (spec.displayQuantity() != null && (immediate || spec.price() == null)) {
      throw new IllegalArgumentException(
          "ICEBERG: type=" + spec.type() + " time_in_force=" + spec.timeInForce());
    }
    return switch (spec.type()) {
      case MARKET -> "MARKET";
      case LIMIT -> spec.postOnly() ? "LIMIT_MAKER" : "LIMIT";
      case STOP_MARKET -> "STOP_LOSS";
      case STOP_LIMIT -> "STOP_LOSS_LIMIT";
      case MARKET_IF_TOUCHED -> "TAKE_PROFIT";
      case LIMIT_IF_TOUCHED -> "TAKE_PROFIT_LIMIT";
      case TRAILING_STOP_MARKET -> trailing(spec, last);
      default -> throw new IllegalArgumentException("UNSUPPORTED_ORDER: type=" + spec.type());
    };
  }

  /** The venue asks on which side of the price a trailing order waits for its activation. */
  private static String trailing(OrderSpec spec, @Nullable Price last) {
    Price activation = spec.trigger() == null ? null : spec.trigger().price();
    if (activation == null) {
      return "STOP_LOSS";
    }
    if (last == null) {
      throw new IllegalArgumentException("NO_PRICE: activation=" + activation + " last=unknown");
    }
    boolean above = activation.compareTo(last) > 0;
    return above == (spec.side() == Side.SELL) ? "TAKE_PROFIT" : "STOP_LOSS";
  }

  private static @Nullable Long delta(@Nullable Trigger trigger) {
    TrailingOffset offset = trigger == null ? null : trigger.trailing();
    if (offset == null) {
      return null;
    }
    if (offset instanceof TrailingOffset.ByShare share && share.share().raw() % BASIS_POINT == 0) {
      return share.share().raw() / BASIS_POINT;
    }
    throw new IllegalArgumentException(
        "TRAILING_OFFSET: offset=" + offset + " allowed=whole hundredths of a percent");
  }

  /** An order that ends at a time is ended by the platform; the venue knows no such. */
  static String life(OrderSpec spec) {
    return switch (spec.timeInForce()) {
      case IOC -> "IOC";
      case FOK -> "FOK";
      default -> "GTC";
    };
  }
}
