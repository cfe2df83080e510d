package dev.bourse.core.decision;

import dev.bourse.api.event.Bar;
import dev.bourse.api.event.BookEvent;
import dev.bourse.api.event.ControlEvent;
import dev.bourse.api.event.DataGap;
import dev.bourse.api.event.Event;
import dev.bourse.api.event.MarketEvent;
import dev.bourse.api.event.Quote;
import dev.bourse.api.event.TimerEvent;
import dev.bourse.api.event.Trade;
import dev.bourse.api.model.Fill;
import dev.bourse.api.model.Order;
import dev.bourse.api.model.OrderOutcome;
import dev.bourse.api.model.StrategyId;
import dev.bourse.core.signal.LiveSignal;
import dev.bourse.core.signal.SignalDriver;
import dev.bourse.core.state.Effects;
import dev.bourse.core.state.TraderState;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Calls strategies. Everything that an event changed was applied before; a strategy that throws is
 * not asked again, and the rest of the turn goes on. Belongs to the trader's thread.
 */
final class Asker {
  /** How often one turn may tell strategies of denials before they count as running in circles. */
  private static final int MAX_DENIALS = 100;

  /** One slot with what its strategy may see and how often it was called. */
  private record Seat(StrategySlot slot, Desk desk, Counters.Count count) {}

  /** What to do when a strategy throws. */
  interface Faults {
    void threw(StrategySlot slot, Throwable cause);
  }

  private final TraderState state;
  private final Counters counters;
  private final Requests requests;
  private final List<Order> denied;
  private final Faults faults;
  private final Map<StrategyId, List<Seat>> seats = new TreeMap<>();

  /** Those of strategies that threw, whose signals go on being guarded. */
  private final Map<StrategyId, List<Seat>> fallen = new TreeMap<>();

  private final List<List<Seat>> byInstrument = new ArrayList<>();

  Asker(
      TraderState state, Counters counters, Requests requests, List<Order> denied, Faults faults) {
    this.state = state;
    this.counters = counters;
    this.requests = requests;
    this.denied = denied;
    this.faults = faults;
  }

  void seat(StrategyId id, List<StrategySlot> slots) {
    unseat(id);
    List<Seat> all = new ArrayList<>();
    for (StrategySlot slot : slots) {
      Seat seat = new Seat(slot, new Desk(state, slot, requests), counters.of(id));
      all.add(seat);
      while (byInstrument.size() <= slot.number()) {
        byInstrument.add(new ArrayList<>());
      }
      byInstrument.get(slot.number()).add(seat);
    }
    seats.put(id, all);
  }

  List<StrategySlot> unseat(StrategyId id) {
    fallen.remove(id);
    return take(id).stream().map(Seat::slot).toList();
  }

  private List<Seat> take(StrategyId id) {
    List<Seat> gone = seats.remove(id);
    if (gone == null) {
      return List.of();
    }
    byInstrument.forEach(each -> each.removeAll(gone));
    return gone;
  }

  boolean isSeated(StrategyId id) {
    return seats.containsKey(id);
  }

  /** All slots, by strategy. */
  List<StrategySlot> slots() {
    return seats.values().stream().flatMap(List::stream).map(Seat::slot).toList();
  }

  void market(MarketEvent event, int number, Effects effects) {
    if (number >= byInstrument.size()) {
      return;
    }
    List<Seat> interested = byInstrument.get(number);
    if (interested.isEmpty()) {
      return;
    }
    if (!effects.bars().isEmpty()) {
      bars(effects);
    }
    for (int i = 0; i < interested.size(); i++) {
      Seat seat = interested.get(i);
      if (state.joins().isWaiting(seat.slot().id())) {
        boolean unused = guard(seat, event, effects);
      } else if (!(event instanceof Bar)) {
        tell(seat, event); // a bar was told among those that ended with it, in their order
      }
    }
  }

  private void tell(Seat seat, MarketEvent event) {
    try {
      if (event instanceof Quote quote) {
        seat.count().ask();
        seat.slot().strategy().onQuote(quote, seat.desk());
      } else if (event instanceof Trade trade) {
        seat.count().ask();
        seat.slot().strategy().onTrade(trade, seat.desk());
      } else if (event instanceof Bar bar && seat.slot().wants(bar.interval())) {
        seat.count().ask();
        seat.slot().strategy().onBar(bar, seat.desk());
      } else if ((event instanceof BookEvent || event instanceof DataGap)
          && state.market().at(seat.slot().number()).bookChanged()) {
        seat.count().ask();
        seat.slot().strategy().onBook(seat.desk().book(), seat.desk());
      }
    } catch (Throwable e) {
      threw(seat, e);
    }
  }

  void bars(Effects effects) {
    for (Bar bar : effects.bars()) {
      int number = state.market().instruments().number(bar.instrument());
      if (number < byInstrument.size()) {
        List<Seat> interested = byInstrument.get(number);
        for (int i = 0; i < interested.size(); i++) {
          StrategyId id = interested.get(i).slot().id();
          if (state.joins().tells(id, bar) && !state.joins().isWaiting(id)) {
            tell(interested.get(i), bar);
          }
        }
      }
    }
  }

  /** Bars ended by time alone; a strategy that waits for its past has its exits watched. */
  void ended(TimerEvent timer, Effects effects) {
    bars(effects);
    if (state.joins().isAnyWaiting()) {
      for (Seat seat : allSeats()) {
        if (state.joins().isWaiting(seat.slot().id())) {
          boolean unused = guard(seat, timer, effects);
        }
      }
    }
  }

  void timer(TimerEvent timer) {
    for (Seat seat : allSeats()) {
      if (seat.slot().timerOwner().equals(timer.owner())) {
        call(seat, () -> seat.slot().timer(timer.name(), seat.desk()));
      }
    }
  }

  /**
   * Lets the exits of signals be watched while strategies are not asked. Returns the slots of
   * strategies that threw whose signals moved: nobody else saves them.
   */
  List<StrategySlot> guard(Event event, Effects effects) {
    List<StrategySlot> moved = new ArrayList<>();
    for (Seat seat : allSeats()) {
      guard(seat, event, effects);
    }
    for (List<Seat> each : List.copyOf(fallen.values())) {
      for (Seat seat : each) {
        if (guard(seat, event, effects)) {
          moved.add(seat.slot());
        }
      }
    }
    return moved;
  }

  private boolean guard(Seat seat, Event event, Effects effects) {
    SignalDriver driver = seat.slot().signals().orElse(null);
    LiveSignal before = driver == null ? null : driver.book().newest();
    if (driver == null || before == null) {
      return false;
    }
    for (Bar bar : effects.bars()) {
      if (bar.instrument().id().equals(seat.slot().key().instrument())) {
        driver.guard(bar, seat.desk());
      }
    }
    if (event instanceof Trade trade
        && trade.instrument().id().equals(seat.slot().key().instrument())) {
      driver.guard(trade, seat.desk());
    }
    return !before.equals(driver.book().newest());
  }

  /** Ends a signal; false if no strategy here has it. */
  boolean close(ControlEvent.CloseSignal asked) {
    List<Seat> all = new ArrayList<>(allSeats());
    fallen.values().forEach(all::addAll);
    for (Seat seat : all) {
      SignalDriver driver = seat.slot().signals().orElse(null);
      if (driver != null && driver.close(asked.signal(), asked.by(), seat.desk())) {
        return true;
      }
    }
    return false;
  }

  /** Tells a strategy its past; there is nothing that it could order with. */
  void history(StrategyId id, List<Bar> past) {
    for (Bar bar : past) {
      int number = state.market().instruments().number(bar.instrument());
      for (Seat seat : List.copyOf(seats.getOrDefault(id, List.of()))) {
        if (seat.slot().number() == number && seat.slot().wants(bar.interval())) {
          call(seat, () -> seat.slot().strategy().onHistory(bar));
        }
      }
    }
  }

  void begin(StrategyId id) {
    for (Seat seat : List.copyOf(seats.getOrDefault(id, List.of()))) {
      call(seat, () -> seat.slot().start(seat.desk()));
    }
  }

  /**
   * Tells owners what became of their orders, then of denials, until nobody wants anything more.
   */
  void outcomes(Effects effects) {
    List<Effects.OrderChange> changes = effects.changes();
    for (int i = 0; i < changes.size(); i++) {
      Effects.OrderChange change = changes.get(i);
      Seat seat = find(change.order());
      if (seat != null) {
        for (int f = 0; f < change.fills().size(); f++) {
          Fill fill = change.fills().get(f);
          call(seat, () -> seat.slot().strategy().onFill(fill, seat.desk()));
        }
        OrderOutcome outcome = OrderOutcome.of(change.order());
        call(seat, () -> seat.slot().strategy().onOrder(outcome, seat.desk()));
      }
    }
    for (int told = 0; !denied.isEmpty(); told++) {
      Order order = denied.remove(0);
      Seat seat = find(order);
      if (seat != null && told >= MAX_DENIALS) {
        threw(seat, new IllegalStateException("it orders again on each denial: " + order.reason()));
      } else if (seat != null) {
        OrderOutcome outcome = OrderOutcome.of(order);
        call(seat, () -> seat.slot().strategy().onOrder(outcome, seat.desk()));
      }
    }
  }

  private @Nullable Seat find(Order order) {
    for (Seat seat : seats.getOrDefault(order.strategy(), List.of())) {
      if (seat.slot().key().instrument().equals(order.spec().instrument().id())
          && seat.slot().key().account().equals(order.account())) {
        return seat;
      }
    }
    return null;
  }

  private List<Seat> allSeats() {
    return seats.values().stream().flatMap(List::stream).toList();
  }

  private void call(Seat seat, Runnable callback) {
    try {
      seat.count().ask();
      callback.run();
    } catch (Throwable e) {
      threw(seat, e);
    }
  }

  private void threw(Seat seat, Throwable cause) {
    if (cause instanceof VirtualMachineError error && !(cause instanceof StackOverflowError)) {
      throw error;
    }
    List<Seat> gone = take(seat.slot().id());
    fallen.put(seat.slot().id(), gone);
    faults.threw(seat.slot(), cause);
  }
}
