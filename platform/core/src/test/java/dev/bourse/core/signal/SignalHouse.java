package dev.bourse.core.signal;

import static dev.bourse.core.Fixture.BTCUSD;

import dev.bourse.api.event.Bar;
import dev.bourse.api.event.TimerEvent;
import dev.bourse.api.model.BarInterval;
import dev.bourse.api.model.ClientOrderId;
import dev.bourse.api.model.Order;
import dev.bourse.api.model.Signal;
import dev.bourse.api.model.SignalState;
import dev.bourse.api.strategy.PriceRule;
import dev.bourse.api.strategy.SignalInterval;
import dev.bourse.api.strategy.SignalRules;
import dev.bourse.api.strategy.SignalStrategy;
import dev.bourse.api.strategy.SignalView;
import dev.bourse.api.strategy.Strategy;
import dev.bourse.api.trace.Turn;
import dev.bourse.api.trace.TurnResult;
import dev.bourse.api.trader.TraderSnapshot;
import dev.bourse.core.Fixture;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;

/** A trader with one signal strategy that gives what the test says, driven by bars of a minute. */
final class SignalHouse implements SignalStrategy {
  static final long MINUTE = 60 * Fixture.SECOND;
  static final Signal MARKET =
      Signal.buy(BTCUSD.quantity("0.5"), BTCUSD.price("110.00"), BTCUSD.price("90.00"));
  static final Signal LIMIT = MARKET.at(BTCUSD.price("98.00"));

  final Fixture trader;
  final Queue<Signal> wishes = new ArrayDeque<>();
  final List<SignalView> askings = new ArrayList<>();
  SignalInterval interval = SignalInterval.ONE_MINUTE;
  boolean broken;
  SignalRules rules = SignalRules.DEFAULT.judgedBy(PriceRule.CLOSE, 1);

  SignalHouse() {
    this(List.of());
  }

  SignalHouse(List<String> riskModules) {
    trader = new Fixture(riskModules);
    trader.running(new Strategy() {});
  }

  /** Seats the strategy; what is set on this object counts from here. */
  SignalHouse open() {
    trader.core().bind(Fixture.bound("v1"), context -> this);
    return this;
  }

  @Override
  public SignalInterval interval() {
    return interval;
  }

  @Override
  public SignalRules rules() {
    return rules;
  }

  @Override
  public void onBar(Bar bar) {
    if (broken) {
      throw new IllegalStateException("broken");
    }
  }

  @Override
  public Optional<Signal> signal(SignalView view) {
    askings.add(view);
    return Optional.ofNullable(wishes.poll());
  }

  /** The next minute's bar, timers before it. */
  Turn bar(String open, String high, String low, String close) {
    long time = (Math.floorDiv(trader.now(), MINUTE) + 1) * MINUTE;
    pass(time);
    return trader.at(
        time,
        new Bar(
            BTCUSD,
            new BarInterval(MINUTE),
            time,
            BTCUSD.price(open).raw(),
            BTCUSD.price(high).raw(),
            BTCUSD.price(low).raw(),
            BTCUSD.price(close).raw(),
            10,
            true));
  }

  Turn bar(String close) {
    return bar(close, close, close, close);
  }

  /** Lets time pass: every timer fires at its own deadline. */
  void pass(long time) {
    for (TimerEvent due = trader.core().due(time); due != null; due = trader.core().due(time)) {
      trader.at(Math.max(trader.core().time(), due.deadline()), due);
    }
    trader.now(time);
  }

  /** Gives a signal and lets a bar at 100 close. */
  SignalHouse give(Signal signal) {
    wishes.add(signal);
    bar("100.00");
    return this;
  }

  /** Gives a market signal that is filled at 100. */
  SignalHouse holding() {
    give(MARKET);
    fill("0.5", "100.00");
    return this;
  }

  void fill(String quantity, String price) {
    ClientOrderId id = trader.last().id();
    trader.accept(id);
    trader.fill(id, quantity, price, Fixture.USD.zero());
  }

  SignalState state() {
    return view().state();
  }

  TraderSnapshot.SignalView view() {
    List<TraderSnapshot.SignalView> all = trader.core().view(Map.of(), Map.of(), "").signals();
    return all.get(0);
  }

  /** {@code OPENING GIVEN} for every move so far, oldest first. */
  List<String> moves() {
    List<String> moves = new ArrayList<>();
    for (Turn turn : trader.turns()) {
      for (TurnResult result : turn.results()) {
        if (result instanceof TurnResult.SignalMoved moved) {
          moves.add(moved.state() + " " + moved.reason());
        }
      }
    }
    return moves;
  }

  /** {@code BUY 0.5000 ... FILLED} for every order so far, oldest first. */
  List<String> orders() {
    return trader.core().state().ledger().all().stream().map(SignalHouse::say).toList();
  }

  private static String say(Order order) {
    return order.spec().side()
        + " "
        + order.spec().quantity()
        + (order.spec().price() == null ? "" : " at " + order.spec().price())
        + " "
        + order.status();
  }
}
