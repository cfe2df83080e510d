package dev.bourse.control.shell.order;

import dev.bourse.api.model.CancelOutcome;
import dev.bourse.api.model.Contingency;
import dev.bourse.api.model.Instrument;
import dev.bourse.api.model.Money;
import dev.bourse.api.model.Order;
import dev.bourse.api.model.OrderLink;
import dev.bourse.api.model.OrderList;
import dev.bourse.api.model.OrderOutcome;
import dev.bourse.api.model.OrderSpec;
import dev.bourse.api.model.Price;
import dev.bourse.control.shell.text.Display;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.stream.Collectors;

/** Orders and what became of them, in words. */
public final class OrderText {
  private static final int MORE_DECIMALS = 4;

  private OrderText() {}

  /** {@code BUY 0.01 BTCUSD.BITSTAMP LIMIT 805.00 GTC post-only}. */
  public static String spec(OrderSpec spec) {
    StringBuilder text = new StringBuilder();
    text.append(spec.side()).append(' ').append(size(spec)).append(' ');
    text.append(spec.instrument().id()).append(' ').append(spec.type());
    if (spec.price() != null) {
      text.append(' ').append(Display.price(spec.price())).append(' ').append(spec.timeInForce());
    }
    if (spec.trigger() != null) {
      text.append(" trigger ").append(spec.trigger());
    }
    return text.append(spec.postOnly() ? " post-only" : "")
        .append(spec.reduceOnly() ? " reduce-only" : "")
        .append(spec.position().isNamed() ? " for position " + spec.position() : "")
        .toString();
  }

  /** {@code 0.01}, {@code for 100.00 USD}. */
  static String size(OrderSpec spec) {
    return spec.amount() == null
        ? Display.quantity(spec.quantity())
        : "for " + Display.money(spec.amount());
  }

  /** {@code BUY 0.01 BTCUSD.BITSTAMP MARKET, then SELL ... or SELL ...}. */
  public static String list(OrderList list) {
    String between = list.contingency() == Contingency.OTO ? " and " : " or ";
    String legs = list.legs().stream().map(OrderText::spec).collect(Collectors.joining(between));
    OrderSpec first = list.first();
    return first == null ? legs : spec(first) + ", then " + legs;
  }

  /** {@code ACCEPTED}, {@code SUBMITTED, UNKNOWN}, {@code EMULATED, WAITING}. */
  public static String status(Order order) {
    return order.status()
        + (order.unknown() ? ", UNKNOWN" : "")
        + (order.isWaiting() ? ", WAITING" : "");
  }

  /** {@code here for demo-ema-3-17 to fill}; empty for an order that waits for none. */
  static String awaited(Order order) {
    OrderLink link = order.link();
    if (link == null || link.parent() == null || !order.isWaiting()) {
      return "";
    }
    return order.isPending()
        ? "at the venue for " + link.parent() + " to fill whole"
        : "here for " + link.parent() + " to fill";
  }

  /** What the filled part cost per unit, or {@link Display#NONE}. */
  public static String averagePrice(Order order) {
    if (!order.filled().isPositive()) {
      return Display.NONE;
    }
    Instrument instrument = order.spec().instrument();
    int least = instrument.priceDecimals();
    BigDecimal notional = new BigDecimal(order.filledNotional().amount());
    BigDecimal average =
        notional.divide(
            new BigDecimal(order.filled().toString()),
            least + MORE_DECIMALS,
            RoundingMode.HALF_EVEN);
    BigDecimal shown = average.stripTrailingZeros();
    return (shown.scale() < least ? shown.setScale(least) : shown).toPlainString();
  }

  /** {@code 0.02 worse than the expected 805.10}, per unit. */
  public static String slippage(Order order, Price expected) {
    BigDecimal worse =
        new BigDecimal(averagePrice(order))
            .subtract(new BigDecimal(expected.toString()))
            .multiply(BigDecimal.valueOf(order.spec().side().sign()));
    if (worse.signum() == 0) {
      return "none: " + Display.price(expected) + " was expected";
    }
    return worse.abs().stripTrailingZeros().toPlainString()
        + (worse.signum() > 0 ? " worse" : " better")
        + " than the expected "
        + Display.price(expected);
  }

  /**
   * {@code 0.01 of 0.01 BTC at 805.10 on average (8.05 USD)}, {@code 0.12 BTC for 99.98 of 100.00
   * USD at ...}.
   */
  public static String filled(Order order) {
    Instrument instrument = order.spec().instrument();
    Money amount = order.spec().amount();
    if (amount != null) {
      String used =
          Display.quantity(order.filled(), instrument.base())
              + " for "
              + Display.money(order.filledNotional())
              + " of "
              + Display.money(amount);
      return order.filled().isPositive()
          ? used + " at " + averagePrice(order) + " on average"
          : used;
    }
    String parts =
        Display.quantity(order.filled())
            + " of "
            + Display.quantity(order.spec().quantity(), instrument.base());
    return order.filled().isPositive()
        ? parts
            + " at "
            + averagePrice(order)
            + " on average ("
            + Display.money(order.filledNotional())
            + ")"
        : parts;
  }

  /** What became of a cancel, as a sentence. */
  static String cancelled(CancelOutcome outcome) {
    String id = "Order " + outcome.orderId();
    if (outcome instanceof CancelOutcome.Done done) {
      return id + " is cancelled; filled before that: " + filled(done.order()) + ".";
    } else if (outcome instanceof CancelOutcome.TooLate late) {
      return id
          + " had ended before: "
          + Display.word(late.order().status())
          + ", "
          + filled(late.order())
          + ".";
    } else if (outcome instanceof CancelOutcome.Rejected rejected) {
      return id + " was not cancelled and goes on: " + rejected.reason();
    }
    return id
        + ": the cancel is not proven either way and the venue is being asked. See it with:"
        + " order:info "
        + outcome.orderId();
  }

  /** What became of a submitted order, as sentences. */
  static String outcome(OrderOutcome outcome) {
    String id = "Order " + outcome.orderId();
    if (outcome instanceof OrderOutcome.Filled filled) {
      return id + " is filled: " + filled(filled.order()) + ".";
    } else if (outcome instanceof OrderOutcome.Partly partly) {
      return id
          + " is filled in part: "
          + filled(partly.order())
          + (partly.live()
              ? "; the rest may still fill."
              : "; the rest ended: " + partly.order().reason());
    } else if (outcome instanceof OrderOutcome.Working) {
      return id
          + " works at the venue; nothing is filled yet. Cancel it with: order:cancel "
          + outcome.orderId();
    } else if (outcome instanceof OrderOutcome.Ended ended) {
      return id
          + " ended with nothing filled: "
          + Display.word(ended.order().status())
          + ", "
          + ended.order().reason();
    } else if (outcome instanceof OrderOutcome.Denied denied) {
      return id + " was denied and never left: " + denied.reason();
    } else if (outcome instanceof OrderOutcome.Rejected rejected) {
      return id + " was rejected: " + rejected.reason();
    } else if (outcome instanceof OrderOutcome.Unknown unknown) {
      return id
          + ": nothing is proven, it keeps its reservation and is being queried: "
          + unknown.reason();
    }
    return id
        + " is on its way; nothing is known yet. See it with: order:info "
        + outcome.orderId();
  }
}
