package dev.bourse.exchange.binance.trade;

import dev.bourse.api.filter.Wanted;
import dev.bourse.api.model.Order;
import dev.bourse.api.model.OrderSpec;
import dev.bourse.api.model.OrderType;
import dev.bourse.api.model.Side;
import dev.bourse.exchange.binance.call.Params;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Lists of orders in the venue's words (web-socket-api.md, "Place new Order list - OCO", "... OTO",
 * "... OTOCO"). Of a pair the order with the greater price is above, the other below. Pure
 * functions.
 */
final class ListForm {
  private ListForm() {}

  /**
   * An order of a list.
   *
   * @param form what it wants
   */
  record Leg(Order order, Wanted form) {}

  /** An order as one of a pair: its limit waits there for the price and never takes. */
  static OrderSpec inPair(OrderSpec spec) {
    return spec.type() == OrderType.LIMIT ? spec.postingOnly() : spec;
  }

  /**
   * What is sent for two orders of which one ends the other, without the list's name.
   *
   * @param stop the order that stops a loss
   * @param target the order that takes a profit
   */
  static Params pair(Leg stop, Leg target) {
    Params params = symbol(stop);
    sized(params, "", stop);
    return pair(params, "", stop, target);
  }

  /**
   * What is sent for an order and one or two that wait until it has filled whole, without the
   * list's name. Throws {@link IllegalArgumentException} with a code if the venue has no such list.
   *
   * @param exits what waits; of two the one that stops a loss first
   */
  static Params bracket(Leg entry, List<Leg> exits) {
    boolean limit =
        entry.form().type().equals("LIMIT") || entry.form().type().equals("LIMIT_MAKER");
    if (!limit) {
      throw new IllegalArgumentException(
          "UNSUPPORTED_ORDER: entry=" + entry.form().type() + " allowed=LIMIT, LIMIT_MAKER");
    }
    Params params = symbol(entry);
    sized(params, "working", entry);
    leg(params, "working", entry);
    Leg first = exits.get(0);
    sized(params, "pending", first);
    if (exits.size() == 1) {
      leg(params, "pending", first);
      return params;
    }
    return pair(params, "pending", first, exits.get(1));
  }

  private static Params symbol(Leg leg) {
    return new Params().with("symbol", leg.order().spec().instrument().id().symbol());
  }

  private static void sized(Params params, String prefix, Leg leg) {
    OrderSpec spec = leg.order().spec();
    if (spec.amount() != null) {
      throw new IllegalArgumentException(
          "UNSUPPORTED_ORDER: amount=" + spec.amount() + " orders of a list have a quantity");
    }
    params
        .with(named(prefix, "Side"), spec.side().name())
        .with(named(prefix, "Quantity"), spec.quantity().toString());
  }

  /** Both have the side and the quantity that are said once. */
  private static Params pair(Params params, String prefix, Leg stop, Leg target) {
    OrderSpec one = stop.order().spec();
    OrderSpec other = target.order().spec();
    if (one.side() != other.side() || one.quantity().compareTo(other.quantity()) != 0) {
      throw new IllegalArgumentException(
          "UNSUPPORTED_ORDER: pair="
              + one.side()
              + " "
              + one.quantity()
              + ", "
              + other.side()
              + " "
              + other.quantity());
    }
    boolean sells = one.side() == Side.SELL;
    leg(params, named(prefix, sells ? "Below" : "Above"), stop);
    leg(params, named(prefix, sells ? "Above" : "Below"), target);
    return params;
  }

  private static void leg(Params params, String where, Leg leg) {
    Wanted form = leg.form();
    params
        .with(where + "Type", form.type())
        .with(where + "ClientOrderId", leg.order().id().value());
    with(params, where + "Price", form.price());
    with(params, where + "StopPrice", form.stopPrice());
    with(params, where + "IcebergQty", form.shown());
    if (form.trailingDelta() != null) {
      params.with(where + "TrailingDelta", form.trailingDelta());
    }
    if (form.price() != null && !form.type().equals("LIMIT_MAKER")) {
      params.with(where + "TimeInForce", OrderForm.life(leg.order().spec()));
    }
  }

  private static void with(Params params, String name, @Nullable BigDecimal value) {
    if (value != null) {
      params.with(name, value.toPlainString());
    }
  }

  /** A name that begins with a small letter, with or without a prefix. */
  private static String named(String prefix, String name) {
    return prefix.isEmpty()
        ? Character.toLowerCase(name.charAt(0)) + name.substring(1)
        : prefix + name;
  }
}
