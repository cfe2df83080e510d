package dev.bourse.core.ledger;

import dev.bourse.api.model.AccountId;
import dev.bourse.api.model.ClientOrderId;
import dev.bourse.api.model.Currency;
import dev.bourse.api.model.Instrument;
import dev.bourse.api.model.InstrumentId;
import dev.bourse.api.model.Money;
import dev.bourse.api.model.Order;
import dev.bourse.api.model.OrderLeg;
import dev.bourse.api.model.OrderLink;
import dev.bourse.api.model.OrderSpec;
import dev.bourse.api.model.OrderStatus;
import dev.bourse.api.model.PositionId;
import dev.bourse.api.model.Quantity;
import dev.bourse.api.model.Side;
import dev.bourse.api.model.StrategyId;
import dev.bourse.core.portfolio.Portfolio;
import dev.bourse.core.portfolio.PositionKey;
import dev.bourse.core.portfolio.UserKey;
import dev.bourse.core.risk.ApprovedOrder;
import dev.bourse.core.table.CowTable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * All orders of a trader. Takes new ones only as {@link ApprovedOrder}; keeps every live order and
 * the newest closed ones. Every change adjusts the reservation in the portfolio by what it changed.
 * Not thread-safe.
 *
 * <p>What is asked on the way of an order is counted as orders change ({@link OwnerBook}, {@link
 * LiveCounts}): its cost does not depend on how many orders are live.
 */
public final class OrderLedger {
  private final CowTable<Order> orders = new CowTable<>();
  private final Places places = new Places();
  private final OwnerBooks books = new OwnerBooks();
  private final LiveCounts counts = new LiveCounts();
  private final ClosedPlaces closed = new ClosedPlaces();
  private final OrderGroups groups = new OrderGroups();
  private final Portfolio portfolio;
  private final int keepClosed;

  /** A ledger that reserves in the portfolio and keeps the given number of closed orders. */
  public OrderLedger(Portfolio portfolio, int keepClosed) {
    this.portfolio = portfolio;
    this.keepClosed = keepClosed;
  }

  /** Adds an order that passed the gate. */
  public void add(ApprovedOrder approved) {
    insert(approved.order());
  }

  /** Adds an order that was refused, for the record. */
  public void addDenied(Order denied) {
    if (denied.isLive()) {
      throw new IllegalArgumentException(denied.id() + " is not denied but " + denied.status());
    }
    insert(denied);
  }

  /** Puts an order as it was saved; what it reserves on spot is part of the saved balances. */
  public void restore(Order order) {
    Place place = place(order, false);
    if (place.reserved != null && !order.spec().instrument().isSpot()) {
      portfolio.reserve(order, place.reserved);
    }
  }

  private Place place(Order order, boolean cash) {
    Place place =
        new Place(
            order.id(),
            orders.add(order),
            books.of(
                order.account(),
                order.strategy(),
                order.spec().instrument().id(),
                position(order)));
    places.add(place);
    boolean listed = group(place, order, cash);
    if (order.isLive()) {
      counts.add(order);
      place.book.add(place, order);
      reserve(place, order);
    } else if (!listed) {
      closed.add(place);
    }
    return place;
  }

  /** A name that was denied is not kept: it never had anything. */
  private static PositionId position(Order order) {
    return order.status() == OrderStatus.DENIED ? PositionId.NETTED : order.spec().position();
  }

  /** Keeps an order with the others of its list; false if it stands alone. */
  private boolean group(Place place, Order order, boolean cash) {
    if (order.link() == null || isDone(order.link().leg())) {
      return false;
    }
    OrderGroup known = groups.of(order);
    OrderGroup.Shared before = known == null ? OrderGroup.Shared.NONE : known.shared();
    OrderGroup group = groups.put(place, order);
    if (group != null && !group.shared().equals(before)) {
      share(place.book, order, before, group.shared(), cash);
    }
    return true;
  }

  private static boolean isDone(@Nullable OrderLeg leg) {
    return leg != null && leg.stage() == OrderLeg.Stage.DONE;
  }

  private void share(
      OwnerBook book,
      Order order,
      OrderGroup.Shared before,
      OrderGroup.Shared after,
      boolean cash) {
    book.share(before, after);
    Money gone = before.reserved();
    Money taken = after.reserved();
    boolean counts = cash || !order.spec().instrument().isSpot();
    if (counts && gone != null) {
      portfolio.release(order, gone);
    }
    if (counts && taken != null) {
      portfolio.reserve(order, taken);
    }
  }

  private void insert(Order order) {
    if (places.find(order.id()) != null) {
      throw new IllegalStateException("client order id " + order.id() + " was used before");
    }
    Place place = place(order, true);
    if (place.reserved != null) {
      portfolio.reserve(order, place.reserved);
    }
    purge();
  }

  /** Replaces an order by its next state; returns the new state. */
  public Order update(Order after) {
    Place place = places.find(after.id());
    if (place == null) {
      throw new IllegalStateException("order " + after.id() + " is not in the ledger");
    }
    Order before = orders.get(place.row);
    orders.set(place.row, after);
    boolean listed = groups.of(after) != null && group(place, after, true);
    if (before.isLive()) {
      counts.remove(before);
    } else if (after.isLive() && !listed) {
      closed.remove(place);
    }
    if (after.isLive()) {
      counts.add(after);
    } else if (before.isLive() && !listed) {
      closed.add(place);
    }
    book(place, before, after);
    if (!reservesTheSame(before, after)) {
      release(place, before);
      take(place, after);
    }
    return after;
  }

  private static void book(Place place, Order before, Order after) {
    if (before.isLive() && after.isLive()) {
      place.book.replace(before, after);
    } else if (before.isLive()) {
      place.book.remove(place, before);
    } else if (after.isLive()) {
      place.book.add(place, after);
    }
  }

  private static void reserve(Place place, Order order) {
    if (OrderGroup.isShared(order)) {
      return;
    }
    Money reserved = Reservations.of(order);
    place.reserved = reserved;
    if (order.entry()) {
      place.book.use.add(reserved);
    }
  }

  private void take(Place place, Order order) {
    if (order.isLive() && !OrderGroup.isShared(order)) {
      reserve(place, order);
      portfolio.reserve(order, Objects.requireNonNull(place.reserved));
    }
  }

  private void release(Place place, Order order) {
    Money reserved = place.reserved;
    if (reserved != null) {
      place.reserved = null;
      portfolio.release(order, reserved);
      if (order.entry()) {
        place.book.use.subtract(reserved);
      }
    }
  }

  /** Whether a reservation cannot differ: it depends on nothing but these. */
  @SuppressWarnings("ReferenceEquality") // a move hands these objects on; others are reckoned
  private static boolean reservesTheSame(Order before, Order after) {
    return before.isLive() == after.isLive()
        && before.entry() == after.entry()
        && before.spec() == after.spec()
        && before.filled() == after.filled()
        && before.expectedPrice() == after.expectedPrice()
        && before.link() == after.link()
        && before.change() == after.change();
  }

  /** The order of an id, or null if it is not known (any more). */
  public @Nullable Order find(ClientOrderId id) {
    Place place = places.find(id);
    return place == null ? null : orders.get(place.row);
  }

  /** All orders kept, oldest first; readable on any thread. */
  public List<Order> all() {
    return orders.root();
  }

  /** All live orders, oldest first: a walk, not for the way of an order. */
  public List<Order> live() {
    List<Order> result = new ArrayList<>(counts.live());
    for (int row = orders.first(); result.size() < counts.live(); row = orders.next(row)) {
      Order order = orders.get(row);
      if (order.isLive()) {
        result.add(order);
      }
    }
    return result;
  }

  /** How many orders are live. */
  public int liveCount() {
    return counts.live();
  }

  /** How many live entries are not being cancelled. */
  public int cancellableEntries() {
    return counts.cancellableEntries();
  }

  /** How many live orders, other than exits at the market, are not being cancelled. */
  public int cancellable() {
    return counts.cancellable();
  }

  /** The live orders of an owner, oldest first. */
  public List<Order> live(PositionKey key) {
    OwnerBook book = books.find(key);
    return book == null || book.isEmpty() ? List.of() : book.orders(orders::get);
  }

  /** The counts of an owner's live orders; created when first asked for, and kept. */
  public OwnerBook book(AccountId account, StrategyId strategy, InstrumentId instrument) {
    return books.book(account, strategy, instrument, PositionId.NETTED);
  }

  /** The counts of the live orders of one position. */
  public OwnerBook book(
      AccountId account, StrategyId strategy, InstrumentId instrument, PositionId position) {
    return books.book(account, strategy, instrument, position);
  }

  /** The counts of the live orders of one position. */
  public OwnerBook book(PositionKey key) {
    return books.book(key);
  }

  /** Whether an owner ever had an order of a position. */
  public boolean knows(PositionKey key) {
    return books.find(key) != null;
  }

  /** The books of an owner's named positions. */
  public List<OwnerBook> named(AccountId account, StrategyId strategy, InstrumentId instrument) {
    return books.named(account, strategy, instrument);
  }

  /** What an owner's live orders of one side may still fill. */
  public Quantity outstanding(PositionKey key, Instrument instrument, Side side) {
    return book(key).outstanding(side, instrument.quantityDecimals());
  }

  /** What the live entries of a strategy reserve of a currency, on all instruments. */
  public Money reserved(UserKey user, Currency currency) {
    return books.reserved(user, currency);
  }

  /** Whether an order of unknown fate exists on the instrument, of any owner. */
  public boolean hasUnknown(InstrumentId instrument) {
    return counts.hasUnknown(instrument);
  }

  /** The lists of which an order is live, of one instrument or of all, by id. */
  public List<ClientOrderId> lists(@Nullable InstrumentId instrument) {
    return groups.ids(instrument);
  }

  /** Whether an order of a list may be live. */
  public boolean hasLists() {
    return !groups.isEmpty();
  }

  /** The orders of a list, oldest first, closed ones too; none if it was over long ago. */
  public List<Order> list(ClientOrderId id) {
    OrderGroup group = groups.find(id);
    return group == null ? List.of() : List.copyOf(group.orders());
  }

  /**
   * Whether an order of a list never left, or was refused for a limit, and another is to come in
   * its place.
   */
  public boolean comesAgain(Order order) {
    boolean never = order.status() == OrderStatus.DENIED || order.status() == OrderStatus.REJECTED;
    return never && comesAnew(order);
  }

  /** Whether an order of a list ended, however, and another is to come in its place. */
  public boolean comesAnew(Order order) {
    OrderLink link = order.link();
    OrderGroup group = link == null ? null : groups.find(link.list());
    return group != null && group.awaitsSuccessor(order);
  }

  /** Those that come again, of an instrument or of all. */
  public List<Order> comingAgain(@Nullable InstrumentId instrument) {
    return lists(instrument).stream()
        .flatMap(id -> list(id).stream())
        .filter(this::comesAgain)
        .toList();
  }

  /** Nothing takes the place of an order of a list any more; none of them is live. */
  public void endLists() {
    groups.dissolveAll().forEach(this::done);
  }

  private void done(Place place) {
    orders.set(place.row, OrderMoves.done(orders.get(place.row)));
    closed.add(place);
  }

  /** Orders of a list are forgotten together: what one has filled counts for the others. */
  private void purge() {
    groups.dissolve().forEach(this::done);
    while (closed.size() > keepClosed) {
      Place oldest = closed.poll();
      if (oldest != null) {
        places.remove(closed.polledHash(), oldest);
        orders.remove(closed.polledRow());
      }
    }
  }

  /** Forgets those closed orders that nobody needs any more; a walk over all closed ones. */
  public void forget(Predicate<Order> needless) {
    groups.dissolve().forEach(this::done);
    for (Place gone : closed.take(place -> needless.test(orders.get(place.row)))) {
      places.remove(gone.hash, gone);
      orders.remove(gone.row);
    }
  }

  /**
   * Named positions of which no order is kept; a walk over all orders.
   *
   * @param others names to look at besides those that had orders here
   */
  public Set<PositionKey> unused(Collection<PositionKey> others) {
    Set<PositionKey> unused = new TreeSet<>(books.named());
    unused.addAll(others);
    if (!unused.isEmpty()) {
      orders.root().forEach(order -> unused.remove(key(order)));
    }
    return unused;
  }

  /** Forgets a named position of which no order is kept. */
  public void forget(PositionKey unused) {
    books.forget(unused);
  }

  /** The owner of an order. */
  public static PositionKey key(Order order) {
    OrderSpec spec = order.spec();
    return new PositionKey(
        order.account(), order.strategy(), spec.instrument().id(), spec.position());
  }
}
