package dev.bourse.testkit.scripted;

import dev.bourse.api.event.AccountEvent;
import dev.bourse.api.event.OrderReport;
import dev.bourse.api.event.VenueEvent;
import dev.bourse.api.model.AccountId;
import dev.bourse.api.model.Balance;
import dev.bourse.api.model.ClientOrderId;
import dev.bourse.api.model.Currency;
import dev.bourse.api.model.Fill;
import dev.bourse.api.model.Instrument;
import dev.bourse.api.model.Liquidity;
import dev.bourse.api.model.Money;
import dev.bourse.api.model.Order;
import dev.bourse.api.model.OrderChange;
import dev.bourse.api.model.OrderSpec;
import dev.bourse.api.model.OrderStatus;
import dev.bourse.api.model.Price;
import dev.bourse.api.model.Quantity;
import dev.bourse.api.model.Side;
import dev.bourse.api.model.Trigger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What is true at a scripted venue, whatever is told. Used on the exchange's thread only. */
final class ScriptedBooks {
  private final AccountId account;
  private final Map<ClientOrderId, Order> orders = new LinkedHashMap<>();
  private final Map<String, Money> balances = new TreeMap<>();
  private final List<Fill> fills = new ArrayList<>();
  private boolean feeInBase;
  private @Nullable List<AccountEvent.PositionReport> positions;

  ScriptedBooks(AccountId account) {
    this.account = account;
  }

  void forget(ClientOrderId id) {
    orders.remove(id);
  }

  void set(Money balance) {
    balances.put(balance.currency().code(), balance);
  }

  Money balance(Currency currency) {
    return balances.getOrDefault(currency.code(), currency.zero());
  }

  void chargeBase() {
    feeInBase = true;
  }

  void hold(List<AccountEvent.PositionReport> held) {
    positions = List.copyOf(held);
  }

  @Nullable Order order(ClientOrderId id) {
    return orders.get(id);
  }

  VenueEvent accept(Order order, long time) {
    Order accepted =
        order.with(OrderStatus.ACCEPTED, "", time).withVenueOrderId("v" + (orders.size() + 1));
    orders.put(order.id(), accepted);
    return new OrderReport.Accepted(account, order.id(), "v" + orders.size(), time);
  }

  VenueEvent reject(Order order, String reason, long time) {
    orders.put(order.id(), order.with(OrderStatus.REJECTED, reason, time));
    return new OrderReport.Rejected(account, order.id(), reason, time);
  }

  VenueEvent cancel(Order order, long time) {
    orders.put(order.id(), order.with(OrderStatus.CANCELED, "CANCELED_BY_TRADER", time));
    return new OrderReport.Canceled(account, order.id(), "CANCELED_BY_TRADER", time);
  }

  /**
   * Executes a part of an open order; throws {@link IllegalArgumentException} for more than is left
   * of it.
   */
  VenueEvent fill(Order order, ScriptedAnswer.Execution execution, long time) {
    Instrument instrument = order.spec().instrument();
    Quantity quantity =
        execution.quantity().isEmpty()
            ? order.unfilled()
            : instrument.quantity(execution.quantity());
    if (quantity.compareTo(order.unfilled()) > 0) {
      throw new IllegalArgumentException(
          "order "
              + order.id()
              + ": a fill of "
              + quantity
              + " is more than the "
              + order.unfilled()
              + " left");
    }
    Price price = instrument.price(execution.price());
    Money notional = instrument.notional(price, quantity);
    boolean whole = quantity.compareTo(order.unfilled()) == 0;
    Fill fill =
        new Fill(
            account + "-" + (fills.size() + 1),
            order.id(),
            account,
            instrument,
            order.spec().side(),
            price,
            quantity,
            fee(order, quantity, notional),
            Liquidity.TAKER,
            time,
            false);
    fills.add(fill);
    settle(fill, notional);
    orders.put(
        order.id(),
        order.withFill(
            quantity, notional, whole ? OrderStatus.FILLED : OrderStatus.PARTIALLY_FILLED, time));
    return new OrderReport.Filled(fill);
  }

  VenueEvent amend(Order order, OrderChange change, long time) {
    Order changed = order.withSpec(change.applied(order.spec()), order.status(), time);
    orders.put(order.id(), changed);
    return new OrderReport.Updated(
        account, order.id(), String.valueOf(order.venueOrderId()), change, time);
  }

  VenueEvent status(ClientOrderId id, long queriedAt, long time) {
    Order order = orders.get(id);
    return order == null
        ? new OrderReport.NotFound(account, id, queriedAt, time)
        : status(order, time);
  }

  AccountEvent.MassReport report(long since, long time) {
    List<OrderReport.Status> open =
        orders.values().stream()
            .filter(order -> order.status().isLive())
            .map(order -> status(order, time))
            .toList();
    return new AccountEvent.MassReport(
            account,
            open,
            fills.stream().filter(fill -> fill.eventTime() >= since).toList(),
            balances.values().stream()
                .filter(money -> money.signum() != 0)
                .map(money -> new Balance(money, money.currency().zero()))
                .toList(),
            time,
            time)
        .describing(
            orders.values().stream()
                .filter(order -> order.status().isLive())
                .map(order -> new AccountEvent.Described(order.id(), order.spec()))
                .toList())
        .holding(positions);
  }

  private OrderReport.Status status(Order order, long time) {
    return new OrderReport.Status(
        account,
        order.id(),
        order.venueOrderId(),
        order.status(),
        order.filled(),
        order.filledNotional(),
        order.reason(),
        time,
        terms(order.spec()));
  }

  private static OrderChange terms(OrderSpec spec) {
    Trigger trigger = spec.trigger();
    return new OrderChange(spec.quantity(), spec.price(), trigger == null ? null : trigger.price());
  }

  private Money fee(Order order, Quantity quantity, Money notional) {
    Money charged =
        feeInBase && order.spec().side() == Side.BUY
            ? base(order.spec().instrument(), quantity)
            : notional;
    return charged.times(order.spec().instrument().takerFee(), RoundingMode.CEILING);
  }

  private void settle(Fill fill, Money notional) {
    Money base = base(fill.instrument(), fill.quantity());
    boolean buy = fill.side() == Side.BUY;
    add(buy ? base : base.negate());
    add(buy ? notional.negate() : notional);
    add(fill.fee().negate());
  }

  private void add(Money change) {
    balances.merge(change.currency().code(), change, Money::plus);
  }

  private static Money base(Instrument instrument, Quantity quantity) {
    Currency currency = instrument.base();
    return Money.of(quantity.toString(), currency);
  }
}
