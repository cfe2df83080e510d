package dev.bourse.exchange.simulated.venue;

import dev.bourse.api.event.Trade;
import dev.bourse.api.filter.OrderFilter;
import dev.bourse.api.filter.OrderFilters;
import dev.bourse.api.model.Instrument;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One instrument's open orders: those that wait for their trigger and those that look for liquidity
 * by arrival, resting ones by price and place.
 */
final class Book {
  private static final Comparator<VenueOrder> BEST_BID_FIRST =
      Comparator.comparingLong((VenueOrder order) -> -order.priceRaw)
          .thenComparingLong(order -> order.place);
  private static final Comparator<VenueOrder> BEST_ASK_FIRST =
      Comparator.comparingLong((VenueOrder order) -> order.priceRaw)
          .thenComparingLong(order -> order.place);

  private static final Comparator<VenueOrder> FIRST_COME =
      Comparator.comparingLong(order -> order.place);
  private static final Comparator<VenueOrder> OLDEST_FIRST =
      Comparator.comparingLong(order -> order.number);

  final MarketState market = new MarketState();
  final List<VenueOrder> waiting = new ArrayList<>();
  final List<VenueOrder> takers = new ArrayList<>();
  final List<VenueOrder> bids = new ArrayList<>();
  final List<VenueOrder> asks = new ArrayList<>();

  /** Its place among the venue's books; rows name it by that. */
  final int index;

  Instrument instrument;

  /** The filters of {@link #judged}, which was the instrument when they were read. */
  private List<OrderFilter> filters = List.of();

  private Duration looksBack = Duration.ZERO;
  private int mostAmends;
  private @Nullable Instrument judged;

  /** Whether the present step changed its market. */
  boolean touched;

  Book(int index, Instrument instrument) {
    this.index = index;
    this.instrument = instrument;
  }

  /** The filters that its venue publishes. */
  List<OrderFilter> filters() {
    read();
    return filters;
  }

  /** How much of the past they look at. */
  Duration looksBack() {
    read();
    return looksBack;
  }

  /** How often one of its orders may be amended in its place; 0 for always. */
  int mostAmends() {
    read();
    return mostAmends;
  }

  @SuppressWarnings("ReferenceEquality") // a shortcut
  private void read() {
    if (judged != instrument) {
      filters = OrderFilters.of(instrument.filters());
      looksBack = OrderFilters.looksBack(filters);
      mostAmends = OrderFilters.mostAmends(instrument.filters());
      judged = instrument;
    }
  }

  /** Counts a trade of others for filters that judge by what was traded. */
  void traded(Trade trade, long time) {
    if (!looksBack().isZero() && trade.sizeRaw() > 0) {
      market.traded.add(
          time,
          new BigDecimal(instrument.price(trade.priceRaw()).toString()),
          new BigDecimal(instrument.quantity(trade.sizeRaw()).toString()),
          looksBack);
    }
  }

  boolean isEmpty() {
    return waiting.isEmpty() && takers.isEmpty() && bids.isEmpty() && asks.isEmpty();
  }

  void add(VenueOrder order) {
    List<VenueOrder> list = listOf(order);
    Comparator<VenueOrder> rule = ruleOf(order);
    int place = list.size();
    while (place > 0 && rule.compare(order, list.get(place - 1)) < 0) {
      place--;
    }
    list.add(place, order);
  }

  void remove(VenueOrder order) {
    listOf(order).remove(order);
  }

  /** Makes a resting order of one that looked for liquidity. */
  void rest(VenueOrder order) {
    remove(order);
    order.taker = false;
    add(order);
  }

  /** All open orders, oldest first. */
  List<VenueOrder> open() {
    List<VenueOrder> all = new ArrayList<>(takers);
    all.addAll(bids);
    all.addAll(asks);
    all.addAll(waiting);
    all.sort(OLDEST_FIRST);
    return all;
  }

  private static Comparator<VenueOrder> ruleOf(VenueOrder order) {
    if (order.waits() || order.taker) {
      return FIRST_COME;
    }
    return order.isBuy() ? BEST_BID_FIRST : BEST_ASK_FIRST;
  }

  private List<VenueOrder> listOf(VenueOrder order) {
    if (order.waits()) {
      return waiting;
    }
    if (order.taker) {
      return takers;
    }
    return order.isBuy() ? bids : asks;
  }
}
