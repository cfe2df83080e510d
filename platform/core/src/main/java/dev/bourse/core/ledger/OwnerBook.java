package dev.bourse.core.ledger;

import dev.bourse.api.model.Instrument;
import dev.bourse.api.model.Money;
import dev.bourse.api.model.Order;
import dev.bourse.api.model.OrderType;
import dev.bourse.api.model.Price;
import dev.bourse.api.model.Quantity;
import dev.bourse.api.model.Side;
import dev.bourse.core.portfolio.Totals;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * The live orders of one owner (account, strategy, instrument), oldest first, and what is asked of
 * them again and again, counted as they change instead of walked over. Changed by the ledger only.
 */
public final class OwnerBook {
  /** What live entries of the same strategy on the same account reserve, on all instruments. */
  final Totals use;

  private final QuantitySum buying = new QuantitySum();
  private final QuantitySum selling = new QuantitySum();
  private final QuantitySum unpriced = new QuantitySum();
  private final Totals priced = new Totals();
  private @Nullable Place oldest;
  private @Nullable Place newest;
  private int size;
  private int entries;
  private int unknown;
  private int marketBuys;
  private int marketSells;

  OwnerBook(Totals use) {
    this.use = use;
  }

  void add(Place place, Order order) {
    link(place);
    size++;
    count(order, 1);
    weigh(order, true);
  }

  void remove(Place place, Order before) {
    unlink(place);
    size--;
    count(before, -1);
    weigh(before, false);
  }

  @SuppressWarnings("ReferenceEquality") // a move hands these objects on; others are reckoned
  void replace(Order before, Order after) {
    count(before, -1);
    count(after, 1);
    boolean same =
        before.spec() == after.spec()
            && before.filled() == after.filled()
            && before.change() == after.change()
            && before.link() == after.link();
    if (!same || before.entry() != after.entry()) {
      weigh(before, false);
      weigh(after, true);
    }
  }

  private void count(Order order, int by) {
    entries += order.entry() ? by : 0;
    unknown += order.unknown() ? by : 0;
    if (order.spec().type() == OrderType.MARKET && !order.isWaiting()) {
      marketBuys += order.spec().side() == Side.BUY ? by : 0;
      marketSells += order.spec().side() == Side.SELL ? by : 0;
    }
  }

  private void weigh(Order order, boolean comes) {
    Quantity left = order.outstanding();
    if (!OrderGroup.isShared(order)) {
      weigh(of(order.spec().side()), left, comes);
    }
    Price price = order.dearestPrice();
    Money amount = order.unusedAmount();
    if (order.entry() && amount != null) {
      weigh(amount, comes);
    } else if (order.entry() && price == null) {
      weigh(unpriced, left, comes);
    } else if (order.entry() && price != null) {
      weigh(order.spec().instrument().notional(price, left), comes);
    }
  }

  private void weigh(Money worth, boolean comes) {
    if (comes) {
      priced.add(worth);
    } else {
      priced.subtract(worth);
    }
  }

  private QuantitySum of(Side side) {
    return side == Side.BUY ? buying : selling;
  }

  /** Orders that share a quantity fill the greatest part of any of them at most. */
  void share(OrderGroup.Shared before, OrderGroup.Shared after) {
    share(before, false);
    share(after, true);
  }

  private void share(OrderGroup.Shared shared, boolean comes) {
    Money reserved = shared.reserved();
    if (shared.side() == null || shared.outstanding() == null || reserved == null) {
      return;
    }
    weigh(of(shared.side()), shared.outstanding(), comes);
    if (shared.entry() && comes) {
      use.add(reserved);
    } else if (shared.entry()) {
      use.subtract(reserved);
    }
  }

  private static void weigh(QuantitySum sum, Quantity quantity, boolean comes) {
    if (comes) {
      sum.add(quantity);
    } else {
      sum.subtract(quantity);
    }
  }

  /** By row; nearly always behind the newest. */
  private void link(Place place) {
    Place before = newest;
    while (before != null && before.row > place.row) {
      before = before.older;
    }
    Place behind = before == null ? oldest : before.newer;
    place.older = before;
    place.newer = behind;
    if (before == null) {
      oldest = place;
    } else {
      before.newer = place;
    }
    if (behind == null) {
      newest = place;
    } else {
      behind.older = place;
    }
  }

  private void unlink(Place place) {
    Place before = place.older;
    Place behind = place.newer;
    if (before == null) {
      oldest = behind;
    } else {
      before.newer = behind;
    }
    if (behind == null) {
      newest = before;
    } else {
      behind.older = before;
    }
    place.older = null;
    place.newer = null;
  }

  /** The live orders, oldest first. */
  List<Order> orders(IntFunction<Order> table) {
    List<Order> all = new ArrayList<>(size);
    for (Place place = oldest; place != null; place = place.newer) {
      all.add(table.apply(place.row));
    }
    return all;
  }

  /** Whether an order that may add exposure is live or of unknown fate. */
  public boolean hasEntry() {
    return entries > 0;
  }

  /** Whether an order of unknown fate exists. */
  public boolean hasUnknown() {
    return unknown > 0;
  }

  /** Whether a market order of the side is live. */
  public boolean hasMarket(Side side) {
    return (side == Side.BUY ? marketBuys : marketSells) > 0;
  }

  /** What the orders of one side may still fill, with the given decimals. */
  public Quantity outstanding(Side side, int decimals) {
    return of(side).in(decimals);
  }

  /**
   * What live entries are worth: at their own price or by what is left of their amount, the others
   * at the given price.
   */
  public Money working(Price reference, Instrument instrument) {
    Money worth = priced.of(instrument.settlement());
    Quantity rest = unpriced.in(instrument.quantityDecimals());
    return unpriced.isZero() ? worth : worth.plus(instrument.notional(reference, rest));
  }

  /** How many orders are live. */
  public int size() {
    return size;
  }

  /** Whether nothing is live. */
  public boolean isEmpty() {
    return size == 0;
  }
}
