package dev.bourse.api.model;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Orders of one instrument that depend on each other, wanted in one go.
 *
 * <p>With a first order the others wait until it fills: what it has filled, they may trade. {@link
 * Contingency#OCO} and {@link Contingency#OUO} say what those others do to each other; they are on
 * the same side then and together never fill more than one of them alone.
 *
 * @param first the order whose fill sends the others, or null if they are sent at once
 * @param legs the others: any number after a first order, otherwise two
 * @param contingency what the legs do to each other, {@link Contingency#OTO} for nothing
 */
public record OrderList(@Nullable OrderSpec first, List<OrderSpec> legs, Contingency contingency) {
  /** Checks that the orders can depend on each other as wanted. */
  public OrderList {
    legs = List.copyOf(legs);
    boolean shared = contingency != Contingency.OTO;
    if (legs.isEmpty() || (shared && legs.size() != 2) || (first == null && !shared)) {
      throw new IllegalArgumentException(
          "a list of "
              + legs.size()
              + " orders "
              + (first == null ? "" : "behind a first one ")
              + "cannot be "
              + contingency
              + ": OCO and OUO take two orders, OTO a first order and at least one other");
    }
    OrderSpec one = first == null ? legs.get(0) : first;
    if (one.amount() != null || legs.stream().anyMatch(leg -> leg.amount() != null)) {
      throw new IllegalArgumentException(
          "the orders of a list have quantities, which follow each other's fills, not amounts");
    }
    for (OrderSpec leg : legs) {
      if (!leg.instrument().id().equals(one.instrument().id())) {
        throw new IllegalArgumentException(
            "the orders of a list have one instrument, not "
                + one.instrument().id()
                + " and "
                + leg.instrument().id());
      }
      if (shared && leg.side() != legs.get(0).side()) {
        throw new IllegalArgumentException(
            "orders that share a quantity are on one side, not " + legs);
      }
    }
    if (first != null) {
      checkExits(first, legs, shared);
    }
    legs = ofOnePosition(one, legs);
  }

  /** The others are of the first one's position, whether they say so or not. */
  private static List<OrderSpec> ofOnePosition(OrderSpec one, List<OrderSpec> legs) {
    List<OrderSpec> all = new ArrayList<>();
    for (OrderSpec leg : legs) {
      if (leg.position().isNamed() && !leg.position().equals(one.position())) {
        throw new IllegalArgumentException(
            "the orders of a list have one position, not \""
                + one.position()
                + "\" and \""
                + leg.position()
                + "\"");
      }
      all.add(leg.position().equals(one.position()) ? leg : leg.forPosition(one.position()));
    }
    return List.copyOf(all);
  }

  /** The same orders for another position of their owner. */
  public OrderList forPosition(PositionId position) {
    return new OrderList(
        first == null ? null : first.forPosition(position),
        legs.stream().map(leg -> leg.forPosition(position)).toList(),
        contingency);
  }

  /** The position that their fills change. */
  public PositionId position() {
    return legs.get(0).position();
  }

  /** What gets out cannot be more than what gets in. */
  private static void checkExits(OrderSpec first, List<OrderSpec> legs, boolean shared) {
    Quantity most = Quantity.zero(first.quantity().decimals());
    for (OrderSpec leg : legs) {
      if (leg.side() != first.side()) {
        Quantity sum = shared ? leg.quantity() : most.plus(leg.quantity());
        most = sum.compareTo(most) > 0 ? sum : most;
      }
    }
    if (most.compareTo(first.quantity()) > 0) {
      throw new IllegalArgumentException(
          "exits of " + most + " are more than the " + first.quantity() + " of the first order");
    }
  }

  /**
   * An entry with a take-profit and a stop-loss: both wait until the entry fills, are as large as
   * what it filled, only reduce, and what one fills is taken off the other.
   *
   * @param entry the order that gets in
   * @param takeProfit the limit at which to get out with a gain
   * @param stopLoss the trigger at which to get out at the market with a loss
   */
  public static OrderList bracket(OrderSpec entry, Price takeProfit, Price stopLoss) {
    Side out = entry.side() == Side.BUY ? Side.SELL : Side.BUY;
    Instrument instrument = entry.instrument();
    return bracket(
        entry,
        OrderSpec.limit(instrument, out, entry.quantity(), takeProfit).reducing(),
        OrderSpec.stop(instrument, out, entry.quantity(), stopLoss).reducing());
  }

  /** An entry with two exits of any kind; what one fills is taken off the other. */
  public static OrderList bracket(OrderSpec entry, OrderSpec takeProfit, OrderSpec stopLoss) {
    if (takeProfit.side() == entry.side() || stopLoss.side() == entry.side()) {
      throw new IllegalArgumentException(
          "the exits of a bracket are on the other side than its entry, " + entry);
    }
    return new OrderList(entry, List.of(takeProfit, stopLoss), Contingency.OUO);
  }

  /** An order whose fill sends others that do not depend on each other. */
  public static OrderList oneTriggersOthers(OrderSpec first, OrderSpec... others) {
    return new OrderList(first, List.of(others), Contingency.OTO);
  }

  /** Two orders; any fill of one cancels the other. */
  public static OrderList oneCancelsOther(OrderSpec one, OrderSpec other) {
    return new OrderList(null, List.of(one, other), Contingency.OCO);
  }

  /** Two orders; what one fills is taken off the other. */
  public static OrderList oneUpdatesOther(OrderSpec one, OrderSpec other) {
    return new OrderList(null, List.of(one, other), Contingency.OUO);
  }

  /** What is traded. */
  public Instrument instrument() {
    return legs.get(0).instrument();
  }

  /** All orders: the first one, then the legs. */
  public List<OrderSpec> orders() {
    List<OrderSpec> all = new ArrayList<>();
    if (first != null) {
      all.add(first);
    }
    all.addAll(legs);
    return List.copyOf(all);
  }

  /** {@code BUY 0.01 BTCUSD.BITSTAMP MARKET, then OUO [SELL ..., SELL ...]}. */
  @Override
  public String toString() {
    String others = contingency + " " + legs;
    return first == null ? others : first + ", then " + others;
  }
}
