package dev.bourse.core.signal;

import static dev.bourse.core.Fixture.ACCOUNT;
import static dev.bourse.core.Fixture.BTCUSD;
import static dev.bourse.core.Fixture.SECOND;
import static dev.bourse.core.Fixture.USD;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.api.event.Bar;
import dev.bourse.api.event.ControlEvent;
import dev.bourse.api.event.OrderReport;
import dev.bourse.api.event.TimerEvent;
import dev.bourse.api.event.Trade;
import dev.bourse.api.exchange.Capabilities;
import dev.bourse.api.indicator.Ema;
import dev.bourse.api.model.AggressorSide;
import dev.bourse.api.model.Order;
import dev.bourse.api.model.OrderStatus;
import dev.bourse.api.model.Side;
import dev.bourse.api.model.Signal;
import dev.bourse.api.model.SignalReason;
import dev.bourse.api.model.SignalState;
import dev.bourse.api.persistence.JournalEntry;
import dev.bourse.api.persistence.Snapshot;
import dev.bourse.api.strategy.PriceRule;
import dev.bourse.api.strategy.SignalRules;
import dev.bourse.api.strategy.SignalStrategy;
import dev.bourse.api.strategy.SignalView;
import dev.bourse.api.strategy.Strategy;
import dev.bourse.api.strategy.StrategyContext;
import dev.bourse.api.trace.Turn;
import dev.bourse.api.trace.TurnResult;
import dev.bourse.core.Fixture;
import dev.bourse.core.TraderCore;
import dev.bourse.core.codec.TurnCodec;
import dev.bourse.core.state.TraderState;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;
import net.jqwik.api.constraints.IntRange;

/** Signals among random markets, answers, refusals, people and restarts. */
@Tag("S3")
class SignalProperties {
  private static final int STEPS = 300;

  /** Wants something at nearly every asking, near enough to move often. */
  private static final class Eager implements SignalStrategy {
    private final Ema mean;

    Eager(StrategyContext context) {
      mean = context.keep("mean", new Ema(3));
    }

    @Override
    public SignalRules rules() {
      return SignalRules.DEFAULT
          .judgedBy(PriceRule.VWAP, 2)
          .times(Duration.ofMinutes(10), Duration.ofMinutes(5));
    }

    @Override
    public void onBar(Bar bar) {
      mean.add(bar.closeAsDouble());
    }

    @Override
    public Optional<Signal> signal(SignalView view) {
      long close = view.bar().closeRaw();
      Signal signal =
          Signal.buy(
                  BTCUSD.quantity("0.5"),
                  BTCUSD.price(close + close / 60),
                  BTCUSD.price(close - close / 60))
              .lasting(Duration.ofMinutes(4));
      boolean below = view.bar().closeAsDouble() < mean.value();
      return close % 7 == 0
          ? Optional.empty()
          : Optional.of(below ? signal : signal.at(BTCUSD.price(close - close / 300)));
    }
  }

  /** Makes inputs from the state and a seed: the same for equal cores. */
  private static final class World {
    private final Random random;
    private final Fixture trader;
    private long price = 10_000;

    World(long seed, Fixture trader) {
      this.random = new Random(seed);
      this.trader = trader;
    }

    void step() {
      long time = trader.now() + random.nextInt(30) * SECOND;
      for (TimerEvent due = trader.core().due(time); due != null; due = trader.core().due(time)) {
        trader.at(Math.max(trader.core().time(), due.deadline()), due);
      }
      trader.now(Math.max(time, trader.core().time()));
      List<Order> live = trader.core().state().ledger().live();
      int dice = random.nextInt(80);
      if (dice < 2) {
        control();
      } else if (dice == 2) {
        late();
      } else if (live.isEmpty() || random.nextInt(3) == 0) {
        trade();
      } else {
        answer(live.get(random.nextInt(live.size())));
      }
    }

    private void trade() {
      int jump = random.nextInt(50) == 0 ? random.nextInt(801) - 400 : 0;
      price = Math.max(5_000, price + random.nextInt(121) - 60 + jump);
      trader.on(new Trade(BTCUSD, trader.now(), price, 10_000, AggressorSide.UNKNOWN, null));
    }

    private void answer(Order order) {
      switch (random.nextInt(10)) {
        case 0 -> trader.sent(order.id());
        case 1 -> trader.accept(order.id());
        case 2, 3, 4 -> fill(order);
        case 5 -> trader.on(new OrderReport.AnswerLost(ACCOUNT, order.id(), "lost", 0));
        case 6 -> trader.on(new OrderReport.Canceled(ACCOUNT, order.id(), "gone", 0));
        case 7 -> trader.on(new OrderReport.Rejected(ACCOUNT, order.id(), "no", 0));
        case 8 -> trader.on(new OrderReport.Denied(ACCOUNT, order.id(), "never left", 0));
        default ->
            trader.on(
                new OrderReport.Status(
                    ACCOUNT,
                    order.id(),
                    "v",
                    OrderStatus.ACCEPTED,
                    order.filled(),
                    order.filledNotional(),
                    "",
                    0));
      }
    }

    /** The venue said that an entry is cancelled, and then it fills. */
    private void late() {
      trader.core().state().ledger().all().stream()
          .filter(order -> order.spec().side() == Side.BUY)
          .filter(order -> order.status() == OrderStatus.CANCELED)
          .reduce((first, second) -> second)
          .ifPresent(this::fill);
    }

    private void fill(Order order) {
      if (order.unfilled().isPositive()) {
        long size = random.nextBoolean() ? order.unfilled().raw() : order.unfilled().raw() / 2;
        String quantity = BTCUSD.quantity(Math.max(1, size)).toString();
        trader.fill(order.id(), quantity, BTCUSD.price(price).toString(), USD.zero());
      }
    }

    private void control() {
      switch (random.nextInt(6)) {
        case 0 -> trader.on(new ControlEvent.Pause("op"));
        case 1 -> trader.on(new ControlEvent.Flatten("op"));
        case 2 -> trader.on(new ControlEvent.Halt("look", "op"));
        case 3 ->
            trader.core().view(Map.of(), Map.of(), "").signals().stream()
                .findFirst()
                .ifPresent(each -> trader.on(new ControlEvent.CloseSignal(each.id(), "op")));
        default -> {
          trader.on(new ControlEvent.Reset("op"));
          trader.on(new ControlEvent.Resume("op"));
        }
      }
    }
  }

  private static Fixture begin() {
    Fixture trader = new Fixture();
    trader.running(new Strategy() {});
    trader.core().bind(Fixture.bound("v1"), Eager::new);
    return trader;
  }

  private static Fixture played(long seed, int steps) {
    Fixture trader = begin();
    World world = new World(seed, trader);
    for (int i = 0; i < steps; i++) {
      world.step();
    }
    return trader;
  }

  private static Stream<TurnResult.SignalMoved> moves(List<Turn> turns) {
    return turns.stream()
        .flatMap(turn -> turn.results().stream())
        .filter(TurnResult.SignalMoved.class::isInstance)
        .map(TurnResult.SignalMoved.class::cast);
  }

  /** What the table allows to follow what. */
  private static Map<SignalState, Set<SignalState>> allowed() {
    Map<SignalState, Set<SignalState>> allowed = new EnumMap<>(SignalState.class);
    for (SignalState from : SignalState.values()) {
      Set<SignalState> next = EnumSet.noneOf(SignalState.class);
      for (SignalEvent event : SignalEvent.values()) {
        next.add(SignalLife.on(from, event).next());
      }
      next.remove(from);
      allowed.put(from, next);
    }
    return allowed;
  }

  @Property(tries = 200)
  @Tag("S19")
  void everyMoveIsOneOfTheTableAndEveryEndIsFlat(@ForAll long seed) {
    Fixture trader = begin();
    World world = new World(seed, trader);
    Map<SignalState, Set<SignalState>> allowed = allowed();
    List<String> wrong = new ArrayList<>();
    SignalState state = SignalState.GIVEN;
    String id = "";

    for (int i = 0; i < STEPS; i++) {
      int from = trader.turns().size();
      world.step();
      List<Turn> turns = trader.turns().subList(from, trader.turns().size());
      for (TurnResult.SignalMoved move : moves(turns).toList()) {
        state = move.signal().equals(id) ? state : SignalState.GIVEN;
        id = move.signal();
        if (!allowed.getOrDefault(state, Set.of()).contains(move.state())) {
          wrong.add(state + " to " + move);
        }
        state = move.state();
      }
      List<Turn> last = turns.subList(Math.max(0, turns.size() - 1), turns.size());
      if (moves(last).anyMatch(move -> move.state().isEnd()) && holds(trader)) {
        wrong.add(id + " is " + state + " and something is held");
      }
    }

    assertThat(wrong).isEmpty();
  }

  @Example
  void theWorldLeadsEverywhere() {
    Set<SignalState> states = EnumSet.noneOf(SignalState.class);
    Set<SignalReason> reasons = EnumSet.noneOf(SignalReason.class);

    for (long seed = 0; seed < 60; seed++) {
      moves(played(seed, STEPS).turns())
          .forEach(
              move -> {
                states.add(move.state());
                reasons.add(move.reason());
              });
    }

    assertThat(states).isEqualTo(EnumSet.complementOf(EnumSet.of(SignalState.GIVEN)));
    assertThat(reasons).isEqualTo(EnumSet.allOf(SignalReason.class));
  }

  private static boolean holds(Fixture trader) {
    TraderState state = trader.core().state();
    return state.portfolio().open().stream().anyMatch(position -> !state.isDust(position));
  }

  @Property(tries = 200)
  @Tag("S19")
  void eachEntryHasItsOwnSignalAndNothingIsOversold(@ForAll long seed) {
    Fixture trader = played(seed, STEPS);

    long entries =
        trader.core().state().ledger().all().stream()
            .filter(order -> order.spec().side() == Side.BUY)
            .count();
    long openings =
        moves(trader.turns()).filter(move -> move.state() == SignalState.OPENING).count();
    long bought = filled(trader, Side.BUY);
    long sold = filled(trader, Side.SELL);

    assertThat(entries).isEqualTo(openings);
    assertThat(sold).isLessThanOrEqualTo(bought);
  }

  private static long filled(Fixture trader, Side side) {
    return trader.core().state().ledger().all().stream()
        .filter(order -> order.spec().side() == side)
        .mapToLong(order -> order.filled().raw())
        .sum();
  }

  @Property(tries = 150)
  @Tag("P16")
  void aRestartAtAnyTurnGivesTheSameStateAndTheSameDecisions(
      @ForAll long seed,
      @ForAll @IntRange(min = 10, max = STEPS) int cut,
      @ForAll @IntRange(max = 9) int age) {
    Fixture trader = begin();
    World world = new World(seed, trader);
    Snapshot snapshot = trader.core().save();
    List<JournalEntry> journal = new ArrayList<>();
    TurnCodec codec = new TurnCodec(trader.core().instruments());
    for (int i = 0; i < cut; i++) {
      int from = trader.turns().size();
      world.step();
      trader.turns().subList(from, trader.turns().size()).stream()
          .map(turn -> codec.encode(turn.sequence(), turn.time(), turn.event(), turn.results()))
          .forEach(journal::add);
      if (i == cut * age / 10) {
        snapshot = trader.core().save();
        journal.clear();
      }
    }

    TraderCore restored = TraderCore.restore(Fixture.settings(List.of()), snapshot);
    restored.bind(Fixture.bound("v1"), Eager::new);
    restored.bindAccount(ACCOUNT, Capabilities.basic(Duration.ofDays(1), true));
    TurnCodec reader = new TurnCodec(restored.instruments());
    List<String> differences = new ArrayList<>();
    journal.forEach(entry -> differences.addAll(restored.replay(reader.decode(entry))));

    assertThat(differences).isEmpty();
    assertThat(restored.stateHash()).isEqualTo(trader.core().stateHash());
    assertThat(next(new Fixture(restored), trader.now(), seed))
        .isEqualTo(next(trader, trader.now(), seed));
  }

  private static List<Turn> next(Fixture trader, long now, long seed) {
    trader.now(now);
    int from = trader.turns().size();
    World world = new World(seed + 1, trader);
    for (int i = 0; i < 60; i++) {
      world.step();
    }
    return List.copyOf(trader.turns().subList(from, trader.turns().size()));
  }
}
