package dev.bourse.core.decision;

import dev.bourse.api.book.BookView;
import dev.bourse.api.model.ClientOrderId;
import dev.bourse.api.model.Instrument;
import dev.bourse.api.model.Money;
import dev.bourse.api.model.Order;
import dev.bourse.api.model.OrderChange;
import dev.bourse.api.model.OrderList;
import dev.bourse.api.model.OrderSpec;
import dev.bourse.api.model.OrderStatus;
import dev.bourse.api.model.Position;
import dev.bourse.api.model.PositionId;
import dev.bourse.api.model.PositionSide;
import dev.bourse.api.model.Price;
import dev.bourse.api.model.Quantity;
import dev.bourse.api.model.Side;
import dev.bourse.api.strategy.Orders;
import dev.bourse.api.trace.TurnResult;
import dev.bourse.core.ledger.OwnerBook;
import dev.bourse.core.portfolio.Equity;
import dev.bourse.core.portfolio.Portfolio;
import dev.bourse.core.portfolio.PositionKey;
import dev.bourse.core.signal.SignalOrders;
import dev.bourse.core.state.TraderState;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a strategy may see and ask for of one position of its instrument. One per slot, and one more
 * for each name while it is looked at; reads the state as applied so far.
 */
final class Desk implements SignalOrders {
  private final TraderState state;
  private final StrategySlot slot;
  private final PositionKey key;
  private final Requests requests;
  private final Dust dust;
  private @Nullable OwnerBook book;
  private int row = Portfolio.NO_ROW;
  private int heldWhenAsked;
  private long forgottenWhenAsked;

  Desk(TraderState state, StrategySlot slot, Requests requests) {
    this(state, slot, slot.key(), requests);
  }

  private Desk(TraderState state, StrategySlot slot, PositionKey key, Requests requests) {
    this.state = state;
    this.slot = slot;
    this.key = key;
    this.requests = requests;
    this.dust = new Dust(state, slot.number());
  }

  @Override
  public Instrument instrument() {
    return state.market().at(slot.number()).instrument();
  }

  @Override
  public long time() {
    return state.time();
  }

  @Override
  public Position position() {
    return hasRow()
        ? state.portfolio().at(row)
        : Position.flat(key.account(), key.strategy(), instrument(), key.position());
  }

  @Override
  public Orders forPosition(PositionId id) {
    return id.equals(key.position()) ? this : new Desk(state, slot, key.with(id), requests);
  }

  @Override
  public List<Position> positions() {
    return state.portfolio().open().stream()
        .filter(each -> each.instrument().id().equals(key.instrument()))
        .filter(each -> each.strategy().equals(key.strategy()))
        .filter(each -> each.account().equals(key.account()))
        .toList();
  }

  /** Rows and books stay until a name is forgotten, so each is looked up once. */
  private void lookAnew() {
    if (forgottenWhenAsked != state.forgottenNames()) {
      forgottenWhenAsked = state.forgottenNames();
      row = Portfolio.NO_ROW;
      heldWhenAsked = 0;
      book = null;
    }
  }

  private boolean hasRow() {
    lookAnew();
    if (row == Portfolio.NO_ROW && state.portfolio().held() != heldWhenAsked) {
      heldWhenAsked = state.portfolio().held();
      row = state.portfolio().row(key);
    }
    return row != Portfolio.NO_ROW;
  }

  private OwnerBook ownerBook() {
    lookAnew();
    OwnerBook known = book;
    if (known == null) {
      known = state.ledger().book(key);
      book = state.ledger().knows(key) ? known : null;
    }
    return known;
  }

  @Override
  public boolean isFlat() {
    return ownerBook().isEmpty() && (!hasRow() || dust.is(state.portfolio().at(row)));
  }

  @Override
  public boolean isLong() {
    if (!hasRow()) {
      return false;
    }
    Position position = state.portfolio().at(row);
    return position.side() == PositionSide.LONG && !dust.is(position);
  }

  @Override
  public List<Order> live() {
    return state.ledger().live(key);
  }

  @Override
  public Optional<Price> lastPrice() {
    return state.market().at(slot.number()).referencePrice();
  }

  @Override
  public BookView book() {
    return state.market().at(slot.number()).book();
  }

  @Override
  public Optional<Money> equity() {
    Money none = instrument().quote().zero();
    if (!state.portfolio().accounts().contains(slot.key().account())) {
      return Optional.empty();
    }
    Money worth =
        Equity.of(slot.key().account(), state.portfolio(), state.market()).stream()
            .filter(each -> each.currency().equals(none.currency()))
            .reduce(none, Money::plus);
    return Optional.of(slot.allotment().filter(most -> most.compareTo(worth) < 0).orElse(worth));
  }

  @Override
  public ClientOrderId submit(OrderSpec spec) {
    checkOwn(spec.instrument());
    return requests.order(slot, isOther(spec.position()) ? named(spec) : spec);
  }

  @Override
  public List<ClientOrderId> submit(OrderList list) {
    checkOwn(list.instrument());
    boolean other = isOther(list.position());
    return requests.list(slot, other ? list.forPosition(own(list.position())) : list);
  }

  /** An order that names a position is of that one; at the desk of a name it may not be another. */
  private boolean isOther(PositionId wanted) {
    return key.position().isNamed() && !wanted.equals(key.position());
  }

  private OrderSpec named(OrderSpec spec) {
    return spec.forPosition(own(spec.position()));
  }

  private PositionId own(PositionId wanted) {
    if (wanted.isNamed()) {
      throw new IllegalArgumentException(
          "the desk of position \""
              + key.position()
              + "\" cannot order for position \""
              + wanted
              + "\"");
    }
    return key.position();
  }

  /** Throws for another instrument, and for rules that its venue never told. */
  private void checkOwn(Instrument wanted) {
    if (!wanted.id().equals(slot.key().instrument())) {
      throw new IllegalArgumentException(
          "strategy "
              + slot.id()
              + " on "
              + slot.key().instrument()
              + " cannot order "
              + wanted.id());
    }
    state.market().instruments().number(wanted);
  }

  @Override
  public void cancel(ClientOrderId orderId) {
    Order order = state.ledger().find(orderId);
    if (order != null && (order.isLive() || state.ledger().comesAgain(order)) && key.owns(order)) {
      cancel(order);
    }
  }

  private void cancel(Order order) {
    if (order.status() != OrderStatus.PENDING_CANCEL) {
      requests.cancel(slot, order);
    }
  }

  @Override
  public void amend(ClientOrderId orderId, OrderChange change) {
    Order order = state.ledger().find(orderId);
    if (order != null && order.isLive() && key.owns(order)) {
      requests.amend(slot, order, change);
    }
  }

  @Override
  public void cancelAll() {
    live().forEach(this::cancel);
    state.ledger().comingAgain(key.instrument()).stream().filter(key::owns).forEach(this::cancel);
  }

  @Override
  public Optional<ClientOrderId> close() {
    Position position = position();
    if (state.isDust(position) || isClosing(position)) {
      return Optional.empty();
    }
    Side side = position.side() == PositionSide.LONG ? Side.SELL : Side.BUY;
    Quantity exits = ownerBook().outstanding(side, instrument().quantityDecimals());
    if (exits.compareTo(position.quantity()) >= 0) {
      return Optional.empty();
    }
    Quantity left =
        instrument()
            .roundDown(
                position.quantity().minus(exits.withDecimals(position.quantity().decimals())));
    if (!left.isPositive() || left.compareTo(instrument().minQuantity()) < 0) {
      return Optional.empty();
    }
    return Optional.of(submit(OrderSpec.market(instrument(), side, left).reducing()));
  }

  private boolean isClosing(Position position) {
    Side side = position.side() == PositionSide.LONG ? Side.SELL : Side.BUY;
    return ownerBook().hasMarket(side);
  }

  @Override
  public void setTimer(String name, long deadline) {
    requests.timer(slot, name, deadline);
  }

  @Override
  public void cancelTimer(String name) {
    requests.cancelTimer(slot, name);
  }

  @Override
  public void announce(TurnResult.SignalMoved move) {
    requests.signal(move);
  }

  @Override
  public boolean isDue(String timer) {
    return state.strategyTimers().isDue(slot.timerOwner(), timer, state.time());
  }

  @Override
  public void warn(String sentence) {
    requests.warn(sentence);
  }
}
