package dev.bourse.engine.loop;

import static dev.bourse.engine.Eventually.waitUntil;
import static dev.bourse.engine.loop.Bench.warmedUp;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.api.event.Trade;
import dev.bourse.engine.ListData;
import dev.bourse.engine.Market;
import dev.bourse.engine.TestStrategy;
import dev.bourse.engine.clock.Speed;
import dev.bourse.engine.plan.TraderPlan;
import dev.bourse.engine.plugin.Plugin;
import dev.bourse.engine.plugin.PluginKind;
import dev.bourse.exchange.simulated.SimulatedExchangeFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A trader whose strategy is told of the past in a data set before it trades. */
@Timeout(240)
@Tag("A12")
class WarmUpReplayTest {
  private static final long SECOND = 1_000_000_000L;
  private static final long START = 1_385_337_600L * SECOND;

  @TempDir private Path folder;
  private final TestStrategy strategy = new TestStrategy();
  private final ListData now = new ListData("now", trades(0, 30));

  /** A trade in the middle of each minute. */
  private static List<Trade> trades(long from, long to) {
    return LongStream.range(from, to)
        .mapToObj(i -> Market.trade(Market.BTC, START + (60 * i + 30) * SECOND, 10_000 + i))
        .toList();
  }

  private void past(Bench bench, long from, long to) {
    ListData past = new ListData("past", trades(from, to));
    bench.plugins.add(new Plugin<>(PluginKind.DATA, "list", past, "test", "1"));
  }

  private TraderPlan plan(Bench bench, String warmUp) {
    return bench.replay(
        now,
        "now",
        Speed.MAX,
        new SimulatedExchangeFactory(),
        warmedUp(strategy, "1m", warmUp, "past"));
  }

  private void runToTheEnd(Bench bench, String warmUp) {
    bench.start(plan(bench, warmUp));
    bench.await("the data ended", view -> view.detail().equals("the recorded data has ended"));
  }

  private static void awaitAlert(Bench bench, String beginning) {
    waitUntil(
        () -> "an alert begins with \"" + beginning + "\", there are " + bench.alerts,
        () -> bench.alerts.stream().anyMatch(alert -> alert.text().startsWith(beginning)));
  }

  @Test
  void tellsTheLastBarsBeforeTheFirstEventAndThenTrades() {
    try (Bench bench = new Bench(folder)) {
      past(bench, -50, 0);

      runToTheEnd(bench, "5");

      assertThat(strategy.history())
          .extracting(bar -> bar.close().toString())
          .containsExactly("99.95", "99.96", "99.97", "99.98", "99.99");
      awaitAlert(bench, "strategy s was warmed up with 5 bars, 2013-11-24T23:56");
    }
  }

  @Test
  void aRestartTellsNothingAgain() throws Exception {
    try (Bench bench = new Bench(folder)) {
      past(bench, -50, 0);
      TraderRun first = bench.start(plan(bench, "5"));
      bench.await("it saw data", view -> !view.feeds().isEmpty());
      first.suspend();
      first.awaitEnd(Duration.ofSeconds(60));
      awaitAlert(bench, "strategy s was warmed up");
      long made = strategy.made();

      runToTheEnd(bench, "5");

      assertThat(strategy.made()).isGreaterThan((int) made);
      assertThat(bench.alerts)
          .filteredOn(alert -> alert.text().startsWith("strategy s was warmed up"))
          .hasSize(1);
    }
  }

  @Test
  void withoutThatPastItSaysWhyAndTradesAsItIs() {
    try (Bench bench = new Bench(folder)) {
      runToTheEnd(bench, "5");

      assertThat(strategy.history()).isEmpty();
      awaitAlert(
          bench,
          "strategy s is not warmed up and waits for its bars to come: data set past is not there:"
              + " see data:list");
    }
  }

  @Test
  void aPastThatEndedLongAgoIsAnother() {
    try (Bench bench = new Bench(folder)) {
      past(bench, -500, -400);

      runToTheEnd(bench, "5");

      assertThat(strategy.history()).isEmpty();
      awaitAlert(
          bench,
          "strategy s is not warmed up and waits for its bars to come: data set past ends at"
              + " 2013-11-24T17:20:00Z, more than 10 bars before 2013-11-25T00:00:30Z: download the"
              + " rest, see data:download");
    }
  }
}
