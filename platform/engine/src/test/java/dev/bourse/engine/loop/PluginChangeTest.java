package dev.bourse.engine.loop;

import static dev.bourse.engine.Eventually.waitUntil;
import static dev.bourse.engine.loop.Bench.EMA;
import static dev.bourse.engine.loop.Bench.strategy;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.api.event.ControlEvent;
import dev.bourse.api.model.OrderStatus;
import dev.bourse.api.model.Price;
import dev.bourse.api.model.Quantity;
import dev.bourse.api.model.StrategyId;
import dev.bourse.api.model.TraderStatus;
import dev.bourse.api.trader.TraderSnapshot;
import dev.bourse.engine.Market;
import dev.bourse.engine.TestStrategy;
import dev.bourse.engine.plan.StrategyPlan;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Strategies leave, come back, throw and hang while their trader trades. */
@Timeout(120)
@Tag("P4")
class PluginChangeTest {
  @TempDir private Path folder;
  private Bench bench;

  @BeforeEach
  void open() {
    bench = new Bench(folder);
  }

  @AfterEach
  void close() {
    bench.close();
  }

  @Test
  void keepsPositionAndStateWhileAStrategyIsReplaced() throws Exception {
    TestStrategy first = TestStrategy.buyer();
    StrategyPlan plan = strategy(first);
    TraderRun run = bench.running(bench.live(plan));
    bench.venue.trade(100_00);
    bench.await("it holds", view -> !view.positions().isEmpty());

    boolean released =
        run.release(plan.plugin(), "strategy type test is not installed")
            .await(30, TimeUnit.SECONDS);
    bench.await(TraderStatus.REDUCING);
    TestStrategy second = TestStrategy.buyer();
    run.bind(strategy(second));
    bench.await(TraderStatus.RUNNING);
    bench.venue.trade(101_00);
    waitUntil("the new object is asked", () -> second.count() == 2);

    assertThat(released).isTrue();
    assertThat(first.count()).isEqualTo(1);
    assertThat(bench.venue.submits()).isEqualTo(1);
    assertThat(bench.snapshot().positions())
        .singleElement()
        .satisfies(
            position -> assertThat(position.quantity()).isEqualTo(Quantity.of("0.10000000")));
  }

  @Test
  void rehearsesWhatAStrategyMissedAndSendsNothingOfIt() throws Exception {
    TestStrategy quiet = new TestStrategy();
    StrategyPlan plan = strategy(quiet);
    TraderRun run = bench.running(bench.live(plan));
    bench.venue.trade(100_00);
    waitUntil("it saw one", () -> quiet.count() == 1);
    run.release(plan.plugin(), "strategy type test is not installed").await(30, TimeUnit.SECONDS);

    for (int i = 1; i <= 500; i++) {
      bench.venue.trade(100_00 + i);
    }
    bench.await("all are seen", view -> view.feeds().get(0).events() == 501);
    TestStrategy eager = TestStrategy.buyer();
    run.bind(strategy(eager));
    bench.await(TraderStatus.RUNNING);

    assertThat(quiet.count()).isEqualTo(1);
    assertThat(eager.count()).isEqualTo(501);
    assertThat(bench.venue.submits()).isZero();
    assertThat(bench.snapshot().orders()).isEmpty();
  }

  @Test
  @Tag("P1")
  void forgetsAStrategyThatLeavesAgainWhileItCatchesUp() throws Exception {
    CountDownLatch inside = new CountDownLatch(1);
    CountDownLatch goOn = new CountDownLatch(1);
    TestStrategy leaving = waiting(inside, goOn);

    TraderRun run = leavesWhileItCatchesUp(leaving, inside);
    TestStrategy last = new TestStrategy();
    run.bind(strategy(last));
    bench.await(TraderStatus.RUNNING);
    goOn.countDown();
    bench.venue.trade(101_00);
    waitUntil("the last is asked", () -> last.count() == 2);
    bench.await(TraderStatus.RUNNING);

    assertThat(leaving.count()).isEqualTo(1);
  }

  @Test
  @Tag("P1")
  void staysWithoutAStrategyThatLeftWhileItCaughtUp() throws Exception {
    CountDownLatch inside = new CountDownLatch(1);
    CountDownLatch goOn = new CountDownLatch(1);
    TestStrategy leaving = waiting(inside, goOn);

    leavesWhileItCatchesUp(leaving, inside);
    goOn.countDown();
    waitUntil("it has caught up in vain", () -> !isCatchingUp());
    bench.venue.trade(101_00);
    bench.await("the other is seen", view -> view.feeds().get(0).events() == 2);

    assertThat(leaving.count()).isEqualTo(1);
    assertThat(bench.snapshot().status()).isEqualTo(TraderStatus.REDUCING);
  }

  @Test
  void saysWhatATraderWaitsForWhileAStrategyIsAway() throws Exception {
    StrategyPlan plan = strategy(new TestStrategy());
    TraderRun run = bench.running(bench.live(plan));

    run.release(plan.plugin(), "strategy type test is not installed").await(30, TimeUnit.SECONDS);
    bench.await(TraderStatus.REDUCING);

    assertThat(bench.snapshot().detail()).isEqualTo("strategy type test is not installed");
    assertThat(bench.snapshot().strategies())
        .singleElement()
        .satisfies(view -> assertThat(view.bound()).isFalse());
  }

  @Test
  void restoresAStrategyThatWasAwayWhenItsTraderWasKilled() throws Exception {
    TestStrategy first = new TestStrategy();
    StrategyPlan plan = strategy(first);
    TraderRun run = bench.running(bench.live(plan));
    bench.venue.trade(100_00);
    waitUntil("it saw one", () -> first.count() == 1);
    run.release(plan.plugin(), "strategy type test is not installed").await(30, TimeUnit.SECONDS);
    bench.venue.trade(101_00);
    bench.await("the other is seen", view -> view.feeds().get(0).events() == 2);
    Bench.ask(run, new ControlEvent.Pause("test")).get(30, TimeUnit.SECONDS);
    Bench.kill(run);

    TestStrategy second = new TestStrategy();
    bench.start(bench.live(strategy(second)));
    bench.await(TraderStatus.PAUSED);

    assertThat(second.count()).isEqualTo(2);
  }

  @Test
  void goesOnWithOthersWhenOneStrategyThrows() {
    TestStrategy bad =
        new TestStrategy()
            .habit(
                (trade, count, orders) -> {
                  throw new IllegalStateException("bug");
                });
    TestStrategy good = new TestStrategy();
    bench.running(
        bench.live(strategy(bad), strategy(new StrategyId("good"), good, Market.ETH.id())));

    bench.venue.trade(100_00);
    bench.await(TraderStatus.FAULTED);

    assertThat(bench.snapshot().detail())
        .isEqualTo("strategy s threw java.lang.IllegalStateException: bug");
    waitUntil("it is announced", () -> !bench.alerts.isEmpty());
    assertThat(bench.alerts)
        .anySatisfy(alert -> assertThat(alert.text()).contains("strategy s threw"));
  }

  @Test
  void cancelsAndFlattensAfterAStrategyHung() throws Exception {
    bench.deadline(Duration.ofMillis(200));
    CountDownLatch never = new CountDownLatch(1);
    AtomicBoolean hangs = new AtomicBoolean();
    TestStrategy looping =
        new TestStrategy()
            .habit(
                (trade, count, orders) -> {
                  if (orders.isFlat()) {
                    orders.buyMarket(Quantity.of("0.1000"));
                    orders.buyLimit(Quantity.of("0.1000"), Price.of("90.00"));
                  }
                  if (hangs.get()) {
                    spin(never);
                  }
                });
    StrategyPlan plan = strategy(looping);
    TraderRun run = bench.running(bench.live(plan));
    bench.venue.trade(100_00);
    bench.await("it holds and rests", view -> !view.positions().isEmpty() && rests(view));
    hangs.set(true);
    bench.venue.trade(101_00);
    waitUntil("it is found hanging", () -> !bench.hung.isEmpty());

    run.abandon();
    TraderRun next =
        bench.start(
            bench.live(plan).without(Set.of(EMA), Set.of()),
            Absences.failed(EMA, bench.hung.get(0)));
    bench.await(TraderStatus.FAULTED);
    Bench.ask(next, new ControlEvent.CancelAll("test")).get(30, TimeUnit.SECONDS);
    bench.await("nothing rests", view -> view.liveOrders().isEmpty());
    Bench.ask(next, new ControlEvent.Flatten("test")).get(30, TimeUnit.SECONDS);
    TraderSnapshot flat =
        bench.await("it is flat", view -> view.positions().stream().allMatch(p -> p.isFlat()));
    Bench.ask(next, new ControlEvent.Halt("enough", "test")).get(30, TimeUnit.SECONDS);
    bench.await(TraderStatus.HALTED);
    never.countDown();

    assertThat(bench.hung).containsExactly("strategy s did not return within 200 ms");
    assertThat(flat.strategies())
        .singleElement()
        .satisfies(view -> assertThat(view.bound()).isFalse());
    assertThat(run.awaitEnd(Duration.ofSeconds(30))).isTrue();
    assertThat(bench.endings).isEmpty();
  }

  @Test
  void doesNotStartWithAStrategyThatCannotReadItsFormerState() throws Exception {
    TraderRun run = bench.running(bench.live(strategy(new TestStrategy())));
    run.stop("by test").get(30, TimeUnit.SECONDS);
    waitUntil("it ended", () -> bench.endings.size() == 1);

    bench.start(bench.live(strategy(new ForgetfulStrategy())));
    waitUntil("it is refused", () -> bench.endings.size() == 2);

    assertThat(bench.endings)
        .last()
        .isEqualTo(
            "refused: kept state \"count\" of strategy s cannot be read: layout 1 is too old for"
                + " me");
  }

  private static boolean rests(TraderSnapshot view) {
    return view.orders().stream().anyMatch(order -> order.status() == OrderStatus.ACCEPTED);
  }

  private static boolean isCatchingUp() {
    return Thread.getAllStackTraces().keySet().stream()
        .anyMatch(thread -> thread.getName().endsWith("-catch-up"));
  }

  /** A trader whose strategy left, and whose next one left before it had caught up. */
  private TraderRun leavesWhileItCatchesUp(TestStrategy leaving, CountDownLatch inside)
      throws Exception {
    StrategyPlan plan = strategy(new TestStrategy());
    TraderRun run = bench.running(bench.live(plan));
    bench.venue.trade(100_00);
    bench.await("it is seen", view -> view.feeds().get(0).events() == 1);
    run.release(plan.plugin(), "strategy type test is not installed").await(30, TimeUnit.SECONDS);
    StrategyPlan between = strategy(leaving);
    run.bind(between);
    inside.await(30, TimeUnit.SECONDS);
    run.release(between.plugin(), "strategy type test is not installed")
        .await(30, TimeUnit.SECONDS);
    return run;
  }

  private static TestStrategy waiting(CountDownLatch inside, CountDownLatch goOn) {
    return new TestStrategy()
        .habit(
            (trade, count, orders) -> {
              inside.countDown();
              try {
                goOn.await(30, TimeUnit.SECONDS);
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            });
  }

  private static void spin(CountDownLatch until) {
    while (until.getCount() > 0) {
      Thread.onSpinWait();
    }
  }
}
