package dev.bourse.engine.loop;

import static dev.bourse.engine.Eventually.waitUntil;
import static dev.bourse.engine.loop.Bench.strategy;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.api.event.AccountEvent;
import dev.bourse.api.event.ControlEvent;
import dev.bourse.api.model.Instrument;
import dev.bourse.api.model.OrderSpec;
import dev.bourse.api.model.PositionSide;
import dev.bourse.api.model.Price;
import dev.bourse.api.model.Quantity;
import dev.bourse.api.model.Rate;
import dev.bourse.api.model.Side;
import dev.bourse.engine.Market;
import dev.bourse.engine.TestStrategy;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What names rules that the trader was not told of is told of them first, or is refused. */
@Timeout(120)
class UnlistedInstrumentTest {
  private static final Instrument CHANGED = version(2);

  @TempDir private Path folder;
  private final TestStrategy watcher = new TestStrategy();
  private Bench bench;

  @BeforeEach
  void open() {
    bench = new Bench(folder);
  }

  @AfterEach
  void close() {
    bench.close();
  }

  private static Instrument version(int version) {
    Instrument known = Market.BTC;
    return new Instrument(
        known.id(),
        version,
        known.base(),
        known.quote(),
        known.tickSize(),
        known.stepSize(),
        known.minQuantity(),
        known.maxQuantity(),
        known.minNotional(),
        Rate.of("0.002"),
        Rate.of("0.002"),
        true);
  }

  private static OrderSpec buy(Instrument instrument) {
    return OrderSpec.limit(instrument, Side.BUY, Quantity.of("0.1000"), Price.of("90.00"));
  }

  @Test
  @Tag("P8")
  void dataThatOvertakesTheListingOfNewRulesCanBeReadByTheNextStart() {
    TraderRun first = bench.running(bench.live(strategy(watcher)));
    bench.venue.say(Market.trade(CHANGED, 1, 100_00));
    bench.await("the trade is seen", view -> view.feeds().get(0).events() == 1);
    waitUntil("it is durable", () -> bench.backend.forced() >= bench.snapshot().sequence());
    Bench.kill(first);

    bench.running(bench.live(strategy(watcher)));
    bench.venue.say(Market.trade(CHANGED, 2, 101_00));
    bench.await("the next is seen", view -> view.feeds().get(0).events() == 2);

    assertThat(bench.endings).isEmpty();
  }

  @Test
  void aReportThatNamesAnInstrumentOfAnotherSourceIsTaken() {
    TraderRun run = bench.running(bench.live(strategy(watcher)));
    Instrument strange = Market.instrument("XRPUSD");
    long before = bench.snapshot().sequence();

    bench.venue.say(
        new AccountEvent.MassReport(Bench.MAIN, List.of(), List.of(), List.of(), now(), now())
            .holding(
                List.of(
                    new AccountEvent.PositionReport(
                        strange, PositionSide.FLAT, Quantity.of("0.0000"), null))));
    bench.await("it was taken", view -> view.sequence() >= before + 2);

    assertThat(Bench.ask(run, new ControlEvent.Pause("test")))
        .succeedsWithin(Duration.ofSeconds(30));
  }

  private static long now() {
    return System.currentTimeMillis() * 1_000_000;
  }

  @Test
  @Tag("B6")
  void anOrderByHandForWhatNobodyListedIsRefusedAndTheTraderGoesOn() {
    TraderRun run = bench.running(bench.live(strategy(watcher)));

    CompletableFuture<String> refused =
        Bench.ask(run, new ControlEvent.Submit(buy(Market.instrument("XRPUSD")), "test"));

    assertThat(refused)
        .failsWithin(Duration.ofSeconds(30))
        .withThrowableThat()
        .withMessageContaining("XRPUSD.TEST is not listed: no account of this trader has it");
    assertThat(Bench.ask(run, new ControlEvent.Submit(buy(Market.BTC), "test")))
        .succeedsWithin(Duration.ofSeconds(30));
    assertThat(bench.endings).isEmpty();
  }
}
