package dev.bourse.venue.binance.trading;

import dev.bourse.api.event.AccountEvent;
import dev.bourse.api.exchange.LockstepExchange;
import dev.bourse.api.model.AccountId;
import dev.bourse.api.model.Balance;
import dev.bourse.venue.binance.market.SymbolMarket;
import dev.bourse.venue.binance.protocol.Refusals;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** One account: its orders, its balances, and whoever hears its events. */
public final class Desk {
  private static final int MOST_MOVED = 10_000;

  private final AccountId account;
  private final long number;
  private final Map<Long, PlacedOrder> orders = new TreeMap<>();
  private final Map<String, PlacedOrder> openByClientId = new TreeMap<>();
  private final Map<Long, OrderGroup> groups = new TreeMap<>();
  private final Set<AccountListener> listeners = new LinkedHashSet<>();
  private final Deque<Moved> moved = new ArrayDeque<>();
  private final AccountLimits limits = new AccountLimits();
  private Map<String, Balance> balances = new TreeMap<>();
  private long balancesChangedAt;
  private boolean touched;
  private @Nullable LockstepExchange exchange;

  Desk(AccountId account, long number) {
    this.account = account;
    this.number = number;
  }

  void connect(LockstepExchange newExchange) {
    exchange = newExchange;
  }

  LockstepExchange exchange() {
    return Objects.requireNonNull(exchange, () -> "account " + account + " is not open");
  }

  void add(PlacedOrder order) {
    if (openByClientId.putIfAbsent(order.clientId(), order) != null) {
      throw Refusals.order("Duplicate order sent.");
    }
    orders.put(order.id(), order);
  }

  void add(OrderGroup group) {
    if (groups.values().stream()
        .anyMatch(each -> !each.isDone() && each.clientId().equals(group.clientId()))) {
      throw Refusals.order("Duplicate order sent.");
    }
    groups.put(group.id(), group);
  }

  /** How many of its lists in a market may still fill. */
  long openGroups(SymbolMarket market) {
    return groups.values().stream()
        .filter(each -> !each.isDone() && each.orders().get(0).ticket().market() == market)
        .count();
  }

  /** How many of its lists may still fill. */
  long openGroups() {
    return groups.values().stream().filter(each -> !each.isDone()).count();
  }

  void remove(PlacedOrder order) {
    orders.remove(order.id());
    openByClientId.remove(order.clientId(), order);
  }

  void remove(OrderGroup group) {
    groups.remove(group.id());
  }

  /** The name of an order that ended may be used again. */
  void settle(PlacedOrder order) {
    if (!order.isOpen()) {
      openByClientId.remove(order.clientId(), order);
    }
  }

  void rename(PlacedOrder order, String newClientId, Runnable change) {
    PlacedOrder other = openByClientId.get(newClientId);
    if (other != null && other != order) {
      throw Refusals.order("Duplicate order sent.");
    }
    String before = order.clientId();
    change.run();
    openByClientId.remove(before, order);
    openByClientId.put(newClientId, order);
  }

  void touch() {
    touched = true;
  }

  boolean wasTouched() {
    return touched;
  }

  /** Takes the newest balances; returns those that are not what they were. */
  List<Balance> take(AccountEvent.MassReport report) {
    touched = false;
    Map<String, Balance> newest = new TreeMap<>();
    report.balances().forEach(each -> newest.put(each.currency().code(), each));
    List<Balance> changed = new ArrayList<>();
    newest.forEach(
        (code, balance) -> {
          if (!balance.equals(balances.get(code))) {
            changed.add(balance);
          }
        });
    balances.forEach(
        (code, before) -> {
          if (!newest.containsKey(code) && before.total().signum() != 0) {
            Balance none = new Balance(before.currency().zero(), before.currency().zero());
            newest.put(code, none);
            changed.add(none);
          }
        });
    balances = newest;
    balancesChangedAt = changed.isEmpty() ? balancesChangedAt : report.eventTime();
    return changed;
  }

  void tell(Map<String, @Nullable Object> event) {
    List.copyOf(listeners).forEach(listener -> listener.onEvent(event));
  }

  /** Tells somebody everything from now on. */
  public void listen(AccountListener listener) {
    listeners.add(listener);
  }

  /** Tells somebody nothing any more. */
  public void forget(AccountListener listener) {
    listeners.remove(listener);
  }

  /** Money came or left. The oldest is forgotten when there is too much to remember. */
  void move(Moved money) {
    moved.add(money);
    if (moved.size() > MOST_MOVED) {
      moved.removeFirst();
    }
  }

  /** What moved last was a transfer from or to another wallet of the user. */
  void movedBetweenWallets(String wallet) {
    Moved last = moved.removeLast();
    moved.add(new Moved(last.number(), last.coin(), last.amount(), wallet, last.time()));
  }

  /** Money that came and left, oldest first. */
  public List<Moved> moved() {
    return List.copyOf(moved);
  }

  /** What it may have and do in all markets together. */
  public AccountLimits limits() {
    return limits;
  }

  /** Its name. */
  public AccountId account() {
    return account;
  }

  /** Its number in answers. */
  public long number() {
    return number;
  }

  /** What it holds, by currency; what it once held is there as zero. */
  public Collection<Balance> balances() {
    return List.copyOf(balances.values());
  }

  /** When that last changed, nanoseconds. */
  public long balancesChangedAt() {
    return balancesChangedAt;
  }

  /** All its orders, oldest first. */
  public List<PlacedOrder> orders() {
    return List.copyOf(orders.values());
  }

  /** Its orders that may still fill, oldest first. */
  public List<PlacedOrder> openOrders() {
    return openByClientId.values().stream()
        .sorted(Comparator.comparingLong(PlacedOrder::id))
        .toList();
  }

  /** All its lists, oldest first. */
  public List<OrderGroup> groups() {
    return List.copyOf(groups.values());
  }

  /** The order of a number, or null. */
  public @Nullable PlacedOrder order(long id) {
    return orders.get(id);
  }

  /** The open order of a client's name, else the last that had it, or null. */
  public @Nullable PlacedOrder order(String clientId) {
    PlacedOrder open = openByClientId.get(clientId);
    if (open != null) {
      return open;
    }
    PlacedOrder last = null;
    for (PlacedOrder order : orders.values()) {
      last = order.calledNow().equals(clientId) ? order : last;
    }
    return last;
  }
}
