package dev.bourse.testkit.kit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.api.event.Trade;
import dev.bourse.api.strategy.Strategy;
import dev.bourse.api.strategy.StrategyContext;
import dev.bourse.api.strategy.StrategyFactory;
import dev.bourse.testkit.Instruments;
import dev.bourse.testkit.Market;
import dev.bourse.testkit.StrategyBench;
import org.junit.jupiter.api.Test;

/**
 * What every event strategy has to do, whatever it trades on: decide by what it sees and keeps, and
 * by nothing else. One that gives signals has {@link SignalStrategyKit}.
 *
 * @param <C> the annotation type of its parameters
 */
public abstract class StrategyKit<C> extends StrategyRules<C> {
  private static final String MISTAKEN =
      "gives signals: strategies of signals have a kit of their own, SignalStrategyKit";

  /** For the strategy's test. */
  protected StrategyKit() {}

  @Test
  void tradesOnAMarketThatMoves() {
    StrategyBench bench = new StrategyBench(Instruments.BTCUSD);

    run(create(bench), bench, 0, BARS);

    assertThat(bench.asked()).isNotEmpty();
  }

  @Test
  void decidesTheSameOnTheSame() {
    StrategyBench first = new StrategyBench(Instruments.BTCUSD);
    StrategyBench second = new StrategyBench(Instruments.BTCUSD);

    run(create(first), first, 0, BARS);
    run(create(second), second, 0, BARS);

    assertThat(second.asked()).isEqualTo(first.asked());
  }

  @Test
  void goesOnAfterARestartAsIfNothingHadHappened() {
    StrategyBench whole = new StrategyBench(Instruments.BTCUSD);
    run(create(whole), whole, 0, BARS);

    for (int stop = 1; stop < BARS; stop += 37) {
      StrategyBench before = new StrategyBench(Instruments.BTCUSD);
      run(create(before), before, 0, stop);
      StrategyBench after = before.restarted();
      run(create(after), after, stop, BARS);

      assertThat(after.asked()).as("restarted after %s bars", stop).isEqualTo(whole.asked());
    }
  }

  @Test
  void sharesNothingBetweenTwoInstruments() {
    StrategyBench alone = new StrategyBench(Instruments.BTCUSD);
    StrategyBench beside = new StrategyBench(Instruments.BTCUSD);
    StrategyBench other = new StrategyBench(Instruments.ETHUSD);
    StrategyFactory<C> factory = factory();

    run(create(alone), alone, 0, BARS);
    Strategy one = create(factory, beside);
    Strategy two = create(factory, other);
    for (int i = 0; i < BARS; i++) {
      run(two, other, BARS - i, BARS - i + 1);
      run(one, beside, i, i + 1);
    }

    assertThat(beside.asked()).isEqualTo(alone.asked());
  }

  @Test
  void doesNotMindTradesAndQuotes() {
    StrategyBench bench = new StrategyBench(Instruments.BTCUSD);
    Strategy strategy = create(bench);

    Trade trade = Market.trade(Instruments.BTCUSD, 1, "100.00", "1");
    strategy.onStart(bench);
    strategy.onTrade(trade, bench);
    strategy.onQuote(Market.quote(Instruments.BTCUSD, 1, "99.00", "1", "101.00", "1"), bench);

    assertThat(bench.position().isFlat() || bench.isLong()).isTrue();
  }

  private Strategy create(StrategyContext context) {
    return create(factory(), context);
  }

  private Strategy create(StrategyFactory<C> factory, StrategyContext context) {
    return made(factory, context, Strategy.class, MISTAKEN);
  }

  private static void run(Strategy strategy, StrategyBench bench, int from, int to) {
    Waves.bars(bench.instrument(), from, to).forEach(bar -> bench.bar(strategy, bar));
  }
}
