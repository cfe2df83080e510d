package dev.bourse.core.signal;

import dev.bourse.api.model.ClientOrderId;
import dev.bourse.api.model.Decimals;
import dev.bourse.api.model.Instrument;
import dev.bourse.api.model.OrderOutcome;
import dev.bourse.api.model.OrderSpec;
import dev.bourse.api.model.Position;
import dev.bourse.api.model.Price;
import dev.bourse.api.model.Quantity;
import dev.bourse.api.model.Side;
import dev.bourse.api.model.Signal;
import dev.bourse.api.model.SignalReason;
import dev.bourse.api.model.SignalState;
import dev.bourse.api.model.StrategyId;
import dev.bourse.api.strategy.SignalRules;
import dev.bourse.api.trace.TurnResult;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Carries moves out: looks them up in the table, announces them, and does what they ask for. */
final class SignalMoves {
  /** How long after an exit was tried it is tried again, as long as something is held. */
  static final long RETRY = TimeUnit.SECONDS.toNanos(10);

  private final StrategyId strategy;
  private final SignalBook book;

  SignalMoves(StrategyId strategy, SignalBook book) {
    this.strategy = strategy;
    this.book = book;
  }

  /** Takes a new signal: refused, waiting, or entering at once. */
  void given(
      Signal signal, Price price, SignalRules rules, List<String> problems, SignalOrders orders) {
    Price entry = signal.entry();
    Price open = entry == null ? price : entry;
    Instrument instrument = orders.instrument();
    Quantity size =
        problems.isEmpty()
            ? signal.size(instrument, open)
            : Quantity.zero(instrument.quantityDecimals());
    String id = strategy + "-" + instrument.id() + "-" + orders.time() / 1_000_000;
    book.set(LiveSignal.given(id, signal, size, rules, orders));
    String wish = signal + " price=" + price + (signal.note().isEmpty() ? "" : " " + signal.note());
    if (!problems.isEmpty()) {
      on(SignalEvent.REFUSED, SignalReason.INVALID, String.join("; ", problems), orders);
    } else if (entry == null) {
      on(SignalEvent.ENTER, SignalReason.GIVEN, wish, orders);
    } else if (price.compareTo(entry) <= 0) {
      on(SignalEvent.ENTER, SignalReason.PRICE_REACHED, wish, orders);
    } else {
      on(SignalEvent.WAIT, SignalReason.GIVEN, wish, orders);
    }
  }

  /** What became of the entry order; a refusal gives the interval back. */
  void entry(LiveSignal live, OrderOutcome outcome, SignalOrders orders) {
    if (!orders.isFlat()) {
      look(live, orders); // it works, or something is held that came in late
    } else if (outcome instanceof OrderOutcome.Denied denied) {
      refused(SignalReason.DENIED, denied.reason(), orders);
    } else if (outcome instanceof OrderOutcome.Rejected rejected) {
      refused(SignalReason.REJECTED, rejected.reason(), orders);
    } else if (outcome instanceof OrderOutcome.Ended ended) {
      on(SignalEvent.NOTHING_BOUGHT, SignalReason.ENTRY_ENDED, ended.order().reason(), orders);
    } else {
      look(live, orders);
    }
  }

  private void refused(SignalReason reason, String detail, SignalOrders orders) {
    book.giveIntervalBack();
    on(SignalEvent.NOTHING_BOUGHT, reason, detail, orders);
  }

  /** Makes the move that the books call for, if any. */
  void look(LiveSignal live, SignalOrders orders) {
    SignalEvent event = SignalFacts.of(live, orders);
    if (event == null) {
      return;
    }
    Position position = orders.position();
    boolean leaving = live.state() == SignalState.CLOSING;
    switch (event) {
      case BOUGHT ->
          on(
              event,
              live.state() == SignalState.OPENING ? SignalReason.FILLED : SignalReason.LEFTOVER,
              "size=" + position.quantity() + " average=" + position.averagePrice().orElseThrow(),
              orders);
      case ALL_SOLD ->
          on(
              event,
              leaving ? live.reason() : SignalReason.POSITION_GONE,
              "profit=" + position.realized().minus(live.earnedBefore()) + " before fees",
              orders);
      case TIMED_OUT -> on(event, live.reason(), live.detail(), orders);
      default ->
          on(
              event,
              leaving ? live.reason() : SignalReason.ENTRY_ENDED,
              "nothing was bought",
              orders);
    }
  }

  /** Makes a move. */
  void on(SignalEvent event, SignalReason reason, String detail, SignalOrders orders) {
    LiveSignal before = book.newest();
    if (before == null) {
      throw new IllegalStateException("there is no signal for " + event);
    }
    SignalStep step = SignalLife.on(before.state(), event);
    if (step.next() != before.state()) {
      LiveSignal moved = before.moved(step.next(), reason, detail, orders.time());
      book.set(moved);
      orders.announce(
          new TurnResult.SignalMoved(
              strategy, orders.instrument().id(), moved.id(), moved.state(), reason, detail));
      timer(before, moved, orders);
    }
    switch (step.action()) {
      case NONE -> {}
      case ENTER -> enter(orders);
      case WITHDRAW -> withdraw(orders);
      case EXIT -> exit(orders);
    }
  }

  private static void timer(LiveSignal before, LiveSignal moved, SignalOrders orders) {
    boolean first = before.state() == SignalState.GIVEN;
    long until = moved.until();
    if (moved.state() == SignalState.CLOSING) {
      return; // its exit sets it
    }
    if (until == Long.MAX_VALUE && !first) {
      orders.cancelTimer(SignalDriver.TIMER);
    } else if (until != Long.MAX_VALUE && (first || until != before.until())) {
      orders.setTimer(SignalDriver.TIMER, until);
    }
  }

  private void enter(SignalOrders orders) {
    LiveSignal live = newest();
    Instrument instrument = orders.instrument();
    Quantity size = instrument.roundDown(live.size());
    if (!size.isPositive()) {
      refused(SignalReason.DENIED, "size=" + live.size() + " is below the venue's step", orders);
      return;
    }
    Price entry = live.signal().entry();
    OrderSpec spec =
        entry == null
            ? OrderSpec.market(instrument, Side.BUY, size)
            : OrderSpec.limit(instrument, Side.BUY, size, onTick(entry, instrument));
    ClientOrderId order = orders.submit(spec);
    book.set(newest().entering(order));
  }

  /** The tick may have changed while the signal waited: never above what was wanted. */
  private static Price onTick(Price price, Instrument instrument) {
    long tick = instrument.tickSize().raw();
    int decimals = Math.max(price.decimals(), instrument.priceDecimals());
    long step = tick * Decimals.powerOfTen(decimals - instrument.priceDecimals());
    long raw = price.withDecimals(decimals).raw();
    return new Price(raw - Math.floorMod(raw, step), decimals)
        .withDecimals(instrument.priceDecimals());
  }

  private void withdraw(SignalOrders orders) {
    ClientOrderId entry = newest().entry();
    if (entry != null) {
      orders.cancel(entry);
    }
  }

  private void exit(SignalOrders orders) {
    withdraw(orders);
    orders.close().ifPresent(id -> book.set(newest().leaving(id)));
    orders.setTimer(SignalDriver.TIMER, orders.time() + RETRY);
  }

  private LiveSignal newest() {
    @Nullable LiveSignal newest = book.newest();
    if (newest == null) {
      throw new IllegalStateException("there is no signal");
    }
    return newest;
  }
}
