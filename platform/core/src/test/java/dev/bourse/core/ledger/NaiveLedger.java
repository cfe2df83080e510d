package dev.bourse.core.ledger;

import dev.bourse.api.model.AccountId;
import dev.bourse.api.model.Balance;
import dev.bourse.api.model.ClientOrderId;
import dev.bourse.api.model.Currency;
import dev.bourse.api.model.Instrument;
import dev.bourse.api.model.InstrumentId;
import dev.bourse.api.model.Money;
import dev.bourse.api.model.Order;
import dev.bourse.api.model.OrderStatus;
import dev.bourse.api.model.OrderType;
import dev.bourse.api.model.Position;
import dev.bourse.api.model.Price;
import dev.bourse.api.model.Quantity;
import dev.bourse.api.model.Side;
import dev.bourse.api.model.StrategyId;
import dev.bourse.api.risk.RiskView;
import dev.bourse.core.portfolio.PositionKey;
import dev.bourse.core.portfolio.UserKey;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** All orders in a list, every answer by a walk: what {@link OrderLedger} must equal. */
final class NaiveLedger implements RiskView {
  private final Map<ClientOrderId, Order> orders = new LinkedHashMap<>();
  private final int keepClosed;

  NaiveLedger(int keepClosed) {
    this.keepClosed = keepClosed;
  }

  void add(Order order) {
    orders.put(order.id(), order);
    List<Order> closed = orders.values().stream().filter(each -> !each.isLive()).toList();
    closed.stream()
        .limit(Math.max(0, closed.size() - keepClosed))
        .forEach(each -> orders.remove(each.id()));
  }

  void update(Order order) {
    orders.put(order.id(), order);
  }

  List<Order> all() {
    return List.copyOf(orders.values());
  }

  @Override
  public List<Order> liveOrders() {
    return live().toList();
  }

  private Stream<Order> live() {
    return orders.values().stream().filter(Order::isLive);
  }

  List<Order> live(PositionKey owner) {
    return live().filter(order -> OrderLedger.key(order).equals(owner)).toList();
  }

  boolean hasUnknown(InstrumentId instrument) {
    return live()
        .anyMatch(order -> order.unknown() && order.spec().instrument().id().equals(instrument));
  }

  Quantity outstanding(PositionKey owner, Side side, int decimals) {
    return live(owner).stream()
        .filter(order -> order.spec().side() == side)
        .map(Order::unfilled)
        .reduce(Quantity.zero(decimals), Quantity::plus);
  }

  boolean hasMarket(PositionKey owner, Side side) {
    return live(owner).stream()
        .anyMatch(order -> order.spec().type() == OrderType.MARKET && order.spec().side() == side);
  }

  Money reserved(UserKey user, Currency currency) {
    return live()
        .filter(Order::entry)
        .filter(order -> new UserKey(order.account(), order.strategy()).equals(user))
        .map(Reservations::of)
        .filter(money -> money.currency().equals(currency))
        .reduce(currency.zero(), Money::plus);
  }

  Money reserved(Currency currency) {
    return live()
        .map(Reservations::of)
        .filter(money -> money.currency().equals(currency))
        .reduce(currency.zero(), Money::plus);
  }

  long cancellable(Predicate<Order> wanted) {
    return live()
        .filter(order -> order.status() != OrderStatus.PENDING_CANCEL)
        .filter(wanted)
        .count();
  }

  @Override
  public long time() {
    return 0;
  }

  @Override
  public Optional<Price> referencePrice(Instrument instrument) {
    return Optional.empty();
  }

  @Override
  public Position position(AccountId account, StrategyId strategy, Instrument instrument) {
    return Position.flat(account, strategy, instrument);
  }

  @Override
  public List<Position> positions() {
    return List.of();
  }

  @Override
  public Optional<Balance> balance(AccountId account, Currency currency) {
    return Optional.empty();
  }

  @Override
  public Money used(AccountId account, StrategyId strategy, Currency quote) {
    return reserved(new UserKey(account, strategy), quote);
  }
}
