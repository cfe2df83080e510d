package dev.bourse.testkit;

import dev.bourse.api.book.BookView;
import dev.bourse.api.book.OrderBook;
import dev.bourse.api.event.Bar;
import dev.bourse.api.event.BookEvent;
import dev.bourse.api.model.ClientOrderId;
import dev.bourse.api.model.Instrument;
import dev.bourse.api.model.Money;
import dev.bourse.api.model.Order;
import dev.bourse.api.model.OrderChange;
import dev.bourse.api.model.OrderList;
import dev.bourse.api.model.OrderSpec;
import dev.bourse.api.model.OrderType;
import dev.bourse.api.model.Position;
import dev.bourse.api.model.PositionSide;
import dev.bourse.api.model.Price;
import dev.bourse.api.model.Quantity;
import dev.bourse.api.model.Side;
import dev.bourse.api.model.StrategyId;
import dev.bourse.api.state.Kept;
import dev.bourse.api.state.StateReader;
import dev.bourse.api.state.StateWriter;
import dev.bourse.api.strategy.Orders;
import dev.bourse.api.strategy.Strategy;
import dev.bourse.api.strategy.StrategyContext;
import dev.bourse.api.strategy.Watcher;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A place to try a strategy alone: it is its context and its orders. Market orders fill at once at
 * the last price, limit orders rest until cancelled; there are no fees and no risk modules. For
 * answers as a venue gives them, use a backtest.
 *
 * <p>Not thread-safe.
 */
public final class StrategyBench implements StrategyContext, Orders {
  private final Instrument instrument;
  private final Map<String, Kept> kept = new TreeMap<>();
  private final Map<String, Long> timers = new TreeMap<>();
  private final Map<String, Watcher> watchers = new TreeMap<>();
  private final List<OrderSpec> submitted = new ArrayList<>();
  private final Map<ClientOrderId, Order> resting = new TreeMap<>();
  private final Map<String, Saved> saved = new TreeMap<>();
  private Quantity held;
  private Money worth;
  private long time;
  private final OrderBook book;
  private @Nullable Price last;

  /** A bench for one instrument, with nothing held. */
  public StrategyBench(Instrument instrument) {
    this.instrument = instrument;
    this.book = new OrderBook(instrument);
    this.held = Quantity.zero(instrument.base().decimals());
    this.worth = Money.of("10000", instrument.quote());
  }

  /**
   * What a restart leaves: position, resting orders and the bytes of what was kept, but no object
   * of the strategy. A strategy that is created on it gets its kept state restored.
   */
  public StrategyBench restarted() {
    StrategyBench next = new StrategyBench(instrument);
    next.submitted.addAll(submitted);
    next.timers.putAll(timers);
    next.resting.putAll(resting);
    next.held = held;
    next.worth = worth;
    next.time = time;
    next.last = last;
    kept.forEach((name, state) -> next.saved.put(name, Saved.of(state)));
    return next;
  }

  /** Says what the strategy is told that it may use, 10,000 of the quote currency at first. */
  public StrategyBench worth(Money equity) {
    worth = equity;
    return this;
  }

  /** Hands bars of one minute with these closes to a strategy, as numbers separated by blanks. */
  public void closes(Strategy strategy, String closes) {
    for (String close : closes.strip().split(" +", -1)) {
      double seconds = time / 1e9 + 60;
      bar(
          strategy,
          Market.bar(instrument, seconds, String.join(" ", close, close, close, close), "1"));
    }
  }

  /** Hands one bar to a strategy. */
  public void bar(Strategy strategy, Bar bar) {
    time = bar.eventTime();
    last = bar.close();
    strategy.onBar(bar, this);
  }

  /** Hands what a venue says of its book to a strategy, if the book looks different then. */
  public void book(Strategy strategy, BookEvent event) {
    time = event.eventTime();
    if (book.apply(event)) {
      strategy.onBook(book, this);
    }
  }

  @Override
  public BookView book() {
    return book;
  }

  /** Everything that was asked for, oldest first: {@code BUY 0.1}, {@code SELL 0.1 at 105}. */
  public List<String> asked() {
    return submitted.stream().map(StrategyBench::say).toList();
  }

  /** The timers that are set, by name. */
  public Map<String, Long> timers() {
    return timers;
  }

  @Override
  public StrategyId id() {
    return TestOrders.STRATEGY;
  }

  @Override
  public Instrument instrument() {
    return instrument;
  }

  @Override
  public <T extends Kept> T keep(String name, T state) {
    if (kept.putIfAbsent(name, state) != null) {
      throw new IllegalArgumentException("the name " + name + " is used twice");
    }
    Saved before = saved.get(name);
    if (before != null) {
      state.load(before.version(), new StateReader(before.bytes()));
    }
    return state;
  }

  @Override
  public void watch(String name, Duration interval, Watcher watcher) {
    if (watchers.putIfAbsent(name, watcher) != null) {
      throw new IllegalArgumentException("the watcher " + name + " is there twice");
    }
  }

  /** The names of the watchers that the strategy registered. */
  public Set<String> watchers() {
    return Set.copyOf(watchers.keySet());
  }

  /** Lets a watcher look now; what it throws comes through. */
  public void look(String watcher) {
    Watcher found = watchers.get(watcher);
    if (found == null) {
      throw new IllegalArgumentException(
          "there is no watcher " + watcher + " among " + watchers.keySet());
    }
    found.look(this);
  }

  @Override
  public long time() {
    return time;
  }

  @Override
  public Optional<Money> equity() {
    return Optional.of(worth);
  }

  @Override
  public Position position() {
    Position flat = Position.flat(TestOrders.ACCOUNT, id(), instrument);
    if (held.isZero()) {
      return flat;
    }
    return new Position(
        flat.account(),
        flat.strategy(),
        instrument,
        PositionSide.LONG,
        held,
        lastPrice().map(price -> instrument.notional(price, held)).orElse(flat.cost()),
        flat.realized(),
        flat.fees(),
        submitted.size());
  }

  @Override
  public boolean isFlat() {
    return held.isZero() && resting.values().stream().noneMatch(Order::entry);
  }

  @Override
  public boolean isLong() {
    return held.isPositive();
  }

  @Override
  public List<Order> live() {
    return List.copyOf(resting.values());
  }

  @Override
  public Optional<Price> lastPrice() {
    return Optional.ofNullable(last);
  }

  /** The orders of a list stand each for itself here. */
  @Override
  public List<ClientOrderId> submit(OrderList list) {
    return list.orders().stream().map(this::submit).toList();
  }

  @Override
  public ClientOrderId submit(OrderSpec spec) {
    submitted.add(spec);
    ClientOrderId id = new ClientOrderId(String.format("bench-%06d", submitted.size()));
    if (spec.type() == OrderType.MARKET) {
      Quantity quantity = ordered(spec).withDecimals(held.decimals());
      held = spec.side() == Side.BUY ? held.plus(quantity) : held.minus(quantity);
    } else {
      resting.put(id, TestOrders.order(id.value(), spec));
    }
    return id;
  }

  private Quantity ordered(OrderSpec spec) {
    Money amount = spec.amount();
    return amount == null
        ? spec.quantity()
        : instrument.quantityFor(amount, lastPrice().orElseThrow());
  }

  @Override
  public void cancel(ClientOrderId orderId) {
    resting.remove(orderId);
  }

  @Override
  public void amend(ClientOrderId orderId, OrderChange change) {
    resting.computeIfPresent(
        orderId, (id, order) -> order.withSpec(change.applied(order.spec()), order.status(), time));
  }

  @Override
  public void cancelAll() {
    resting.clear();
  }

  @Override
  public Optional<ClientOrderId> close() {
    Quantity size = held.withDecimals(instrument.quantityDecimals(), RoundingMode.DOWN);
    return size.isPositive() ? Optional.of(sellMarket(size)) : Optional.empty();
  }

  @Override
  public void setTimer(String name, long deadline) {
    timers.put(name, deadline);
  }

  @Override
  public void cancelTimer(String name) {
    timers.remove(name);
  }

  private static String say(OrderSpec spec) {
    Price price = spec.price();
    String limit = price == null ? "" : " at " + price;
    return spec.side()
        + " "
        + (spec.amount() == null ? spec.quantity() : "for " + spec.amount())
        + limit
        + (spec.trigger() == null ? "" : " trigger " + spec.trigger());
  }

  /** The bytes of a kept state, which nothing else refers to. */
  @SuppressWarnings("ArrayRecordComponent")
  private record Saved(int version, byte[] bytes) {
    static Saved of(Kept state) {
      StateWriter out = new StateWriter();
      state.save(out);
      return new Saved(state.stateVersion(), out.toBytes());
    }
  }
}
