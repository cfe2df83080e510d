package dev.bourse.exchange.simulated.venue;

import dev.bourse.api.model.AccountId;
import dev.bourse.api.model.Fill;
import dev.bourse.api.model.Instrument;
import dev.bourse.api.model.InstrumentId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Everything the venue knows, as tables. Nothing in here decides. */
final class VenueState {
  /** In the order in which they were listed. */
  final List<Book> books = new ArrayList<>();

  final Map<AccountId, Wallet> wallets = new TreeMap<>();
  final ArrayDeque<Pending> pending = new ArrayDeque<>();
  final Volumes volumes = new Volumes();
  final Contracts contracts = new Contracts();
  final ArrayDeque<Fill> fills = new ArrayDeque<>();

  long time = Long.MIN_VALUE;
  long position;
  long nextOrder = 1;
  long nextFill = 1;
  long nextCommand = 1;

  private final Map<InstrumentId, Book> booksById = new HashMap<>();
  private final Map<OrderKey, VenueOrder> orders = new HashMap<>();
  private final TreeSet<VenueOrder> expiring =
      new TreeSet<>(
          Comparator.comparingLong((VenueOrder order) -> order.expiresAt)
              .thenComparingLong(order -> order.number));
  private final Map<Group, List<VenueOrder>> groups = new HashMap<>();
  private final ArrayDeque<VenueOrder> closed = new ArrayDeque<>();
  private @Nullable Book lastBook;

  @Nullable Book book(InstrumentId id) {
    return booksById.get(id);
  }

  /** The book of an event's instrument, which is nearly always that of the event before. */
  @Nullable Book bookOf(Instrument instrument) {
    Book book = lastBook;
    if (book == null || !book.instrument.id().equals(instrument.id())) {
      book = booksById.get(instrument.id());
      lastBook = book;
    }
    return book;
  }

  Book addBook(Instrument instrument) {
    Book book = new Book(books.size(), instrument);
    books.add(book);
    booksById.put(instrument.id(), book);
    return book;
  }

  @Nullable VenueOrder order(OrderKey key) {
    return orders.get(key);
  }

  void put(VenueOrder order) {
    orders.put(new OrderKey(order.account, order.id), order);
    expireInTime(order);
    joinGroup(order);
  }

  private void joinGroup(VenueOrder order) {
    Group group = Group.of(order);
    if (group != null) {
      groups.computeIfAbsent(group, key -> new ArrayList<>()).add(order);
    }
  }

  private void leaveGroup(VenueOrder order) {
    Group group = Group.of(order);
    List<VenueOrder> members = group == null ? null : groups.get(group);
    if (group != null && members != null && members.remove(order) && members.isEmpty()) {
      groups.remove(group);
    }
  }

  /** The open orders that share an order's reservation, without itself. */
  List<VenueOrder> siblings(VenueOrder order) {
    return others(order).stream().filter(VenueOrder::isOpen).toList();
  }

  /**
   * The orders that share, or shared, an order's reservation and are remembered, without itself.
   */
  List<VenueOrder> others(VenueOrder order) {
    Group group = Group.of(order);
    return group == null
        ? List.of()
        : members(group).stream().filter(each -> each != order).toList();
  }

  /** The orders of a group that are remembered. */
  List<VenueOrder> members(Group group) {
    return List.copyOf(groups.getOrDefault(group, List.of()));
  }

  private void expireInTime(VenueOrder order) {
    if (order.expiresAt != Long.MAX_VALUE && order.isOpen()) {
      expiring.add(order);
    }
  }

  /** The open order that ends next by itself, or null. */
  @Nullable VenueOrder nextExpiring() {
    return expiring.isEmpty() ? null : expiring.first();
  }

  /** Puts an order in the place of what was known of it. */
  void replace(VenueOrder order) {
    VenueOrder old = orders.put(new OrderKey(order.account, order.id), order);
    Book book = booksById.get(order.instrument.id());
    if (old != null) {
      leaveGroup(old);
    }
    if (old != null && old.isOpen() && book != null) {
      book.remove(old);
      expiring.remove(old);
    }
    expireInTime(order);
    joinGroup(order);
    if (!order.isOpen()) {
      close(order);
    } else if (book != null) {
      book.add(order);
    }
  }

  /** Moves an order that just closed to where it is forgotten in time. */
  void close(VenueOrder order) {
    closed.add(order);
    expiring.remove(order);
  }

  Wallet wallet(AccountId account) {
    return wallets.computeIfAbsent(account, id -> new Wallet());
  }

  void add(Fill fill) {
    fills.add(fill);
  }

  /** Forgets what closed before the given time. */
  void forgetBefore(long horizon) {
    while (!closed.isEmpty() && closed.getFirst().closedAt < horizon) {
      VenueOrder order = closed.removeFirst();
      orders.remove(new OrderKey(order.account, order.id), order);
      leaveGroup(order);
    }
    while (!fills.isEmpty() && fills.getFirst().eventTime() < horizon) {
      fills.removeFirst();
    }
    contracts.forgetBefore(horizon);
  }

  /** Every order that is remembered, by its number. */
  List<VenueOrder> allOrders() {
    List<VenueOrder> all = new ArrayList<>(orders.values());
    all.sort(Comparator.comparingLong(order -> order.number));
    return all;
  }

  /** The open orders of an account, oldest first. */
  List<VenueOrder> open(AccountId account) {
    List<VenueOrder> open = new ArrayList<>();
    for (Book book : books) {
      book.open().stream().filter(order -> order.account.equals(account)).forEach(open::add);
    }
    open.sort(Comparator.comparingLong(order -> order.number));
    return open;
  }

  /** The fills of an account since a time, oldest first. */
  List<Fill> fillsSince(AccountId account, long since) {
    return fills.stream()
        .filter(fill -> fill.account().equals(account) && fill.eventTime() >= since)
        .toList();
  }
}
