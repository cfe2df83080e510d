package dev.bourse.api.strategy;

import dev.bourse.api.book.BookView;
import dev.bourse.api.model.ClientOrderId;
import dev.bourse.api.model.Instrument;
import dev.bourse.api.model.Money;
import dev.bourse.api.model.Order;
import dev.bourse.api.model.OrderChange;
import dev.bourse.api.model.OrderList;
import dev.bourse.api.model.OrderSpec;
import dev.bourse.api.model.Position;
import dev.bourse.api.model.PositionId;
import dev.bourse.api.model.Price;
import dev.bourse.api.model.Quantity;
import dev.bourse.api.model.Side;
import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/**
 * What a strategy may see and ask for on its instrument. Valid during the callback only, on its
 * thread.
 *
 * <p>Orders are recorded, checked by the risk gate at once, made durable, then sent. The answer
 * comes by {@code onOrder}; a denial arrives there too. Questions are honest about what is in
 * flight: a market order just placed makes {@link #isFlat} false.
 */
@ProviderType
public interface Orders {
  /** How many named positions of one instrument a strategy may have. */
  int MOST_POSITIONS = 1_000;

  /** The instrument, newest version. */
  Instrument instrument();

  /** Our time in nanoseconds; the only clock a strategy has. */
  long time();

  /** What this strategy holds; of one that hedges, the position that this is a desk of. */
  Position position();

  /**
   * The desk of one named position, for a strategy that hedges ({@code oms=hedging} in its file):
   * what it tells ({@link #position}, {@link #isFlat}, {@link #isLong}, {@link #live}) and does
   * ({@link #close}, {@link #cancelAll}) is of that position alone, and what is ordered there is
   * for that position. Valid as long as this one.
   *
   * <p>A named position opens with its first order and is never crossed through zero: an order
   * against it is at most what it holds less what its other orders may still close, and while it is
   * flat its live orders are on one side. Names are used again; there may be {@value
   * #MOST_POSITIONS} of an instrument.
   */
  default Orders forPosition(PositionId id) {
    throw new UnsupportedOperationException("this desk has no position \"" + id + "\"");
  }

  /** What this strategy holds of the instrument, position by position; none that is flat. */
  default List<Position> positions() {
    return position().isFlat() ? List.of() : List.of(position());
  }

  /**
   * No position above the venue's minimum, and no order live or of unknown fate: neither an entry
   * that may still buy nor an exit that may still sell.
   */
  boolean isFlat();

  /** Holds base above the venue's minimum. */
  boolean isLong();

  /** The live orders of the position, oldest first. */
  List<Order> live();

  /**
   * The last known price: last trade, else the middle of the quote, or of the book where no quote
   * is known, else the last bar's close.
   */
  Optional<Price> lastPrice();

  /**
   * The book of the instrument as it is now; one without levels where the data has no book, or it
   * was lost.
   */
  default BookView book() {
    return BookView.none();
  }

  /**
   * What the strategy may size its orders by, in the instrument's quote currency: what its account
   * is worth at the last known prices, at most its allotment. What the account holds without a
   * price to this currency counts nothing. Empty while the account's balances are unknown.
   */
  Optional<Money> equity();

  /** Asks for any order; the instrument must be this one. */
  ClientOrderId submit(OrderSpec spec);

  /**
   * Asks for orders that depend on each other; the instrument must be this one. They are judged
   * together: if one of them is denied, all are. The platform then lets them live and end as the
   * list says, whether or not the venue knows such lists, also after a restart.
   *
   * @return their ids, in the order of {@link OrderList#orders()}
   */
  List<ClientOrderId> submit(OrderList list);

  /**
   * Cancels an order of this strategy, whatever its position; nothing happens if it is closed or
   * already being cancelled.
   */
  void cancel(ClientOrderId orderId);

  /**
   * Changes a live order of this strategy, whatever its position; the gate is asked again. Nothing
   * happens if it is closed or already being changed or cancelled. The answer comes by {@code
   * onOrder}.
   */
  void amend(ClientOrderId orderId, OrderChange change);

  /** Cancels all live orders of the position. */
  void cancelAll();

  /**
   * Closes the position by a market order; nothing happens while a close is under way. Quantities
   * of live exits are taken off, the rest is rounded down to the step; less than the venue's
   * minimum is left as dust. Empty if nothing was sent.
   */
  Optional<ClientOrderId> close();

  /**
   * Asks for a timer; one with the same name is replaced.
   *
   * @param name the name, given back by {@code onTimer}
   * @param deadline our time in nanoseconds
   */
  void setTimer(String name, long deadline);

  /** Takes a timer back. */
  void cancelTimer(String name);

  /** Buys at the market. */
  default ClientOrderId buyMarket(Quantity quantity) {
    return submit(OrderSpec.market(instrument(), Side.BUY, quantity));
  }

  /** Sells at the market. */
  default ClientOrderId sellMarket(Quantity quantity) {
    return submit(OrderSpec.market(instrument(), Side.SELL, quantity));
  }

  /**
   * Buys at the market for an amount of the quote currency, fees apart. Where the venue takes no
   * amounts, a quantity is ordered instead: the amount at the last price, rounded down to the step.
   */
  default ClientOrderId buyMarketFor(Money amount) {
    return submit(OrderSpec.marketFor(instrument(), Side.BUY, amount));
  }

  /**
   * Sells at the market until an amount of the quote currency came in, fees apart. Where the venue
   * takes no amounts, or the position would not do at half the price, a quantity is ordered
   * instead: the amount at the last price, rounded down to the step.
   */
  default ClientOrderId sellMarketFor(Money amount) {
    return submit(OrderSpec.marketFor(instrument(), Side.SELL, amount));
  }

  /** Buys at the given price or better. */
  default ClientOrderId buyLimit(Quantity quantity, Price price) {
    return submit(OrderSpec.limit(instrument(), Side.BUY, quantity, price));
  }

  /** Sells at the given price or better. */
  default ClientOrderId sellLimit(Quantity quantity, Price price) {
    return submit(OrderSpec.limit(instrument(), Side.SELL, quantity, price));
  }
}
