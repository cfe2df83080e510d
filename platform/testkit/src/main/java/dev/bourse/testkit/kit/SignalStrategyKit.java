package dev.bourse.testkit.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.bourse.api.config.Parameter;
import dev.bourse.api.config.Parameters;
import dev.bourse.api.event.Bar;
import dev.bourse.api.model.Instrument;
import dev.bourse.api.strategy.SignalInterval;
import dev.bourse.api.strategy.SignalRules;
import dev.bourse.api.strategy.SignalStrategy;
import dev.bourse.api.strategy.StrategyContext;
import dev.bourse.api.strategy.StrategyFactory;
import dev.bourse.api.strategy.TradingStrategy;
import dev.bourse.testkit.ConfigFixtures;
import dev.bourse.testkit.Instruments;
import dev.bourse.testkit.SignalBench;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * What every strategy of signals has to do, whatever it looks for: answer by what it was told and
 * keeps, and by nothing else, with signals that its own rules take. It is told of bars and asked as
 * in {@link SignalBench}.
 *
 * @param <C> the annotation type of its parameters
 */
@Tag("S3")
public abstract class SignalStrategyKit<C> extends StrategyRules<C> {
  private static final String MISTAKEN =
      "trades by events: strategies of events have a kit of their own, StrategyKit";

  private static final int TIMES = 8;
  private static final long PATIENCE = TimeUnit.SECONDS.toNanos(10);

  /** A text that is no number, no amount and no word of anybody's. */
  private static final String UNREADABLE = "?!";

  /** For the strategy's test. */
  protected SignalStrategyKit() {}

  /**
   * Parameters of which each is right but that do not fit together, as keys and values in turn;
   * none unless overridden.
   */
  protected String[] contradicting() {
    return new String[0];
  }

  /** A free text is taken; whatever else cannot be read is refused by name of the value. */
  @Test
  void refusesATextThatItCannotReadWithASentence() {
    List<Parameter> texts =
        Parameters.of(factory().configType()).list().stream()
            .filter(each -> each.type().equals("text"))
            .toList();

    for (Parameter each : texts) {
      Throwable refusal = refusal(each.name(), UNREADABLE);
      assertThat(refusal == null || refusal instanceof IllegalArgumentException)
          .as("%s=%s ended in %s", each.name(), UNREADABLE, refusal)
          .isTrue();
      assertThat(refusal == null ? UNREADABLE : refusal.getMessage())
          .as("why %s=%s is refused", each.name(), UNREADABLE)
          .contains(UNREADABLE);
    }
  }

  @Test
  void refusesParametersThatDoNotFitTogetherWithASentence() {
    String[] contradicting = contradicting();
    assumeTrue(contradicting.length > 1, "this strategy has none that contradict each other");

    Throwable refusal = refusal(contradicting);

    assertThat(refusal)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(contradicting[0] + "=" + contradicting[1]);
  }

  @Test
  void signalsOnAMarketThatMoves() {
    SignalBench bench = new SignalBench(Instruments.BTCUSD);

    run(create(bench), bench, 0, BARS);

    assertThat(bench.given()).isNotEmpty();
  }

  @Test
  void givesOnlySignalsThatItsOwnRulesTake() {
    SignalBench bench = new SignalBench(Instruments.BTCUSD);
    SignalStrategy strategy = create(bench);

    run(strategy, bench, 0, BARS);

    assertThat(bench.given())
        .allSatisfy(
            each ->
                assertThat(
                        strategy.rules().problems(each.signal(), Instruments.BTCUSD, each.price()))
                    .isEmpty());
  }

  @Test
  void answersTheSameOnTheSame() {
    SignalBench first = new SignalBench(Instruments.BTCUSD);
    SignalBench second = new SignalBench(Instruments.BTCUSD);

    run(create(first), first, 0, BARS);
    run(create(second), second, 0, BARS);

    assertThat(second.given()).isEqualTo(first.given());
  }

  @Test
  void saysTheSameIntervalAndRulesAlways() {
    SignalBench bench = new SignalBench(Instruments.BTCUSD);
    SignalStrategy strategy = create(bench);
    SignalInterval interval = strategy.interval();
    SignalRules rules = strategy.rules();

    for (int i = 0; i < BARS; i++) {
      run(strategy, bench, i, i + 1);
      assertThat(strategy.interval()).isEqualTo(interval);
      assertThat(strategy.rules()).isEqualTo(rules);
    }

    assertThat(create(new SignalBench(Instruments.BTCUSD)).interval()).isEqualTo(interval);
  }

  @Test
  void goesOnAfterARestartAsIfNothingHadHappened() {
    SignalBench whole = new SignalBench(Instruments.BTCUSD);
    run(create(whole), whole, 0, BARS);

    for (int stop = 1; stop < BARS; stop += 37) {
      SignalBench before = new SignalBench(Instruments.BTCUSD);
      run(create(before), before, 0, stop);
      SignalBench after = before.restarted();
      run(create(after), after, stop, BARS);

      assertThat(after.given()).as("restarted after %s bars", stop).isEqualTo(whole.given());
    }
  }

  @Test
  void sharesNothingBetweenTwoInstruments() {
    SignalBench alone = new SignalBench(Instruments.BTCUSD);
    SignalBench beside = new SignalBench(Instruments.BTCUSD);
    SignalBench other = new SignalBench(Instruments.ETHUSD);
    StrategyFactory<C> factory = factory();

    run(create(alone), alone, 0, BARS);
    SignalStrategy one = create(factory, beside.context());
    SignalStrategy two = create(factory, other.context());
    for (int i = 0; i < BARS; i++) {
      run(two, other, BARS - i, BARS - i + 1);
      run(one, beside, i, i + 1);
    }

    assertThat(beside.given()).isEqualTo(alone.given());
  }

  /** The platform places the orders of a signal: a strategy that does so too holds both. */
  @Test
  void placesNoOrderOfItsOwn() {
    SignalBench bench = new SignalBench(Instruments.BTCUSD);
    SignalStrategy strategy = create(bench);

    for (Bar bar : bars(bench.instrument(), 0, BARS)) {
      bench.bar(strategy, bar);
      bench.look();
    }

    assertThat(bench.ordered()).isEmpty();
  }

  /** A thread that stays each time would be as many as strategies were made. */
  @Test
  void leavesNoThreadBehind() {
    Set<Thread> before = Thread.getAllStackTraces().keySet();

    for (int i = 0; i < TIMES; i++) {
      SignalBench bench = new SignalBench(Instruments.BTCUSD);
      run(create(bench), bench, 0, BARS);
    }

    long deadline = System.nanoTime() + PATIENCE;
    while (grown(before) >= TIMES && System.nanoTime() < deadline) {
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
    }
    assertThat(grown(before)).isLessThan(TIMES);
  }

  private static long grown(Set<Thread> before) {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(each -> each.isAlive() && !before.contains(each))
        .count();
  }

  /** Why parameters are refused; null if they are not. */
  private Throwable refusal(String... keysAndValues) {
    String[] all =
        Stream.concat(Arrays.stream(parameters()), Arrays.stream(keysAndValues))
            .toArray(String[]::new);
    return catchThrowable(
        () -> {
          C config = ConfigFixtures.of(factory().configType(), all);
          TradingStrategy unused =
              factory().create(config, new SignalBench(Instruments.BTCUSD).context());
        });
  }

  private SignalStrategy create(SignalBench bench) {
    return create(factory(), bench.context());
  }

  private SignalStrategy create(StrategyFactory<C> factory, StrategyContext context) {
    return made(factory, context, SignalStrategy.class, MISTAKEN);
  }

  private static void run(SignalStrategy strategy, SignalBench bench, int from, int to) {
    bars(bench.instrument(), from, to).forEach(bar -> bench.bar(strategy, bar));
  }

  private static List<Bar> bars(Instrument instrument, int from, int to) {
    return Waves.bars(instrument, from, to);
  }
}
