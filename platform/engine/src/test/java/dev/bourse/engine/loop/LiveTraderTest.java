package dev.bourse.engine.loop;

import static dev.bourse.engine.Eventually.waitUntil;
import static dev.bourse.engine.loop.Bench.strategy;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.api.event.ControlEvent;
import dev.bourse.api.event.InstrumentListed;
import dev.bourse.api.exchange.ExchangeCommand;
import dev.bourse.api.model.Order;
import dev.bourse.api.model.OrderOutcome;
import dev.bourse.api.model.OrderStatus;
import dev.bourse.api.model.Price;
import dev.bourse.api.model.Quantity;
import dev.bourse.api.model.TraderStatus;
import dev.bourse.api.trader.RefreshedOrder;
import dev.bourse.api.trader.TraderSnapshot;
import dev.bourse.engine.Market;
import dev.bourse.engine.ScriptVenue.Mood;
import dev.bourse.engine.TestStrategy;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class LiveTraderTest {
  @TempDir private Path folder;
  private Bench bench;
  private final TestStrategy buyer = TestStrategy.buyer();

  @BeforeEach
  void open() {
    bench = new Bench(folder);
  }

  @AfterEach
  void close() {
    bench.close();
  }

  @Test
  @Tag("P4")
  void buysAndHoldsWhatTheVenueFilled() {
    bench.running(bench.live(strategy(buyer)));

    bench.venue.trade(100_00);
    TraderSnapshot after = bench.await("it holds", view -> !view.positions().isEmpty());

    assertThat(after.positions())
        .singleElement()
        .satisfies(
            position -> assertThat(position.quantity()).isEqualTo(Quantity.of("0.10000000")));
    assertThat(after.orders()).extracting(Order::status).containsExactly(OrderStatus.FILLED);
    assertThat(buyer.outcomes()).last().isInstanceOf(OrderOutcome.Filled.class);
    assertThat(bench.venue.submits()).isEqualTo(1);
  }

  @Test
  @Tag("P8")
  void sendsNothingWhileTheDiskHasNotAnswered() {
    bench.running(bench.live(strategy(buyer)));
    CountDownLatch disk = bench.backend.holdForce();

    bench.venue.trade(100_00);
    bench.await("the intent is there", view -> view.orders().size() == 1);
    long before = bench.venue.submits();
    disk.countDown();
    bench.await("it is filled", view -> view.orders().get(0).status() == OrderStatus.FILLED);

    assertThat(before).isZero();
    assertThat(bench.venue.submits()).isEqualTo(1);
  }

  @Test
  @Tag("B6")
  void neverPlacesASecondOrderWhileTheAnswerIsWithheld() {
    bench.running(bench.live(strategy(buyer)));
    bench.venue.mood(Mood.SILENT);

    bench.venue.trade(100_00);
    bench.await("it was sent", view -> has(view, OrderStatus.SUBMITTED));
    for (int i = 0; i < 50; i++) {
      bench.venue.trade(100_00 + i);
    }
    bench.await("all trades are seen", view -> view.feeds().get(0).events() == 51);

    assertThat(bench.venue.submits()).isEqualTo(1);
    assertThat(bench.snapshot().liveOrders()).hasSize(1);
  }

  @Test
  void takesAProvenRejectionAsTheEndOfTheOrder() {
    bench.running(bench.live(strategy(buyer)));
    bench.venue.mood(Mood.REJECT);

    bench.venue.trade(100_00);
    TraderSnapshot after = bench.await("it is rejected", view -> has(view, OrderStatus.REJECTED));

    assertThat(after.orders().get(0).reason()).isEqualTo("NO: not today");
    assertThat(buyer.outcomes()).last().isInstanceOf(OrderOutcome.Rejected.class);
  }

  @Test
  @Tag("B7")
  void anOrderThatItsAdapterDeniesEndsAsDeniedAndItsStrategyHearsThat() {
    bench.running(bench.live(strategy(buyer)));
    bench.venue.mood(Mood.DENY);

    bench.venue.trade(100_00);
    TraderSnapshot after = bench.await("it is denied", view -> has(view, OrderStatus.DENIED));

    assertThat(after.orders().get(0).reason()).isEqualTo("LOT_SIZE: max=1");
    assertThat(buyer.outcomes()).last().isInstanceOf(OrderOutcome.Denied.class);
  }

  @Test
  void countsABusyAdapterAsADenial() {
    bench.running(bench.live(strategy(buyer)));
    bench.venue.mood(Mood.BUSY);

    bench.venue.trade(100_00);
    TraderSnapshot after = bench.await("it is denied", view -> has(view, OrderStatus.DENIED));

    assertThat(after.orders().get(0).reason()).isEqualTo("VENUE_BUSY: account=main");
    assertThat(bench.venue.submits()).isZero();
  }

  @Test
  @Tag("P8")
  void dropsWhatAFailedForceLeftAndStopsEntries() {
    bench.running(bench.live(strategy(buyer)));
    bench.await("nothing waits for the disk", view -> bench.backend.forced() >= view.sequence());
    bench.backend.failForce("no space left on device");

    bench.venue.trade(100_00);
    TraderSnapshot after = bench.await("it is denied", view -> has(view, OrderStatus.DENIED));

    assertThat(after.orders().get(0).reason())
        .isEqualTo("STORAGE: the journal failed and takes nothing more: no space left on device");
    assertThat(bench.venue.submits()).isZero();
    bench.await("storage is shown", view -> view.storage().contains("no space left on device"));
    assertThat(bench.snapshot().status()).isEqualTo(TraderStatus.REDUCING);
  }

  @Test
  @Tag("P8")
  @Tag("N16")
  void queriesAnOrderInFlightAfterARestartAndNeverSendsItAgain() {
    TraderRun first = bench.running(bench.live(strategy(buyer)));
    bench.venue.mood(Mood.SILENT);
    bench.venue.trade(100_00);
    bench.await("it was sent", view -> has(view, OrderStatus.SUBMITTED));
    Bench.kill(first);

    bench.venue.mood(Mood.ANSWER);
    bench.start(bench.live(strategy(buyer)));
    TraderSnapshot after = bench.await("its fill is known", view -> has(view, OrderStatus.FILLED));

    assertThat(bench.venue.submits()).isEqualTo(1);
    assertThat(after.orders()).extracting(Order::strategy).containsExactly(Bench.EMA);
    assertThat(after.positions())
        .singleElement()
        .satisfies(
            position -> assertThat(position.quantity()).isEqualTo(Quantity.of("0.10000000")));
  }

  @Test
  @Tag("P8")
  void keepsAnOrderUnknownWhileNothingIsProven() {
    TraderRun first = bench.running(bench.live(strategy(buyer)));
    bench.venue.mood(Mood.LOSE);
    bench.venue.trade(100_00);
    bench.await("it was sent", view -> has(view, OrderStatus.SUBMITTED));
    Bench.kill(first);

    bench.venue.mood(Mood.ANSWER);
    bench.start(bench.live(strategy(buyer)));
    bench.await(TraderStatus.RUNNING);
    bench.venue.trade(101_00);
    TraderSnapshot after =
        bench.await("it was queried", view -> queries() > 0 && view.feeds().get(0).events() == 2);

    assertThat(after.orders())
        .singleElement()
        .satisfies(order -> assertThat(order.unknown()).isTrue());
    assertThat(bench.venue.submits()).isEqualTo(1);
  }

  @Test
  void closesAConnectionWhoseAnswersFindNoRoomAndReconciles() throws Exception {
    bench.executionLane(64);
    TraderRun run = bench.running(bench.live(strategy(buyer)));
    int openings = bench.venue.openings();
    CountDownLatch stuck = new CountDownLatch(1);
    CountDownLatch inside = new CountDownLatch(1);
    buyer.habit(
        (trade, count, orders) -> {
          inside.countDown();
          awaitQuietly(stuck);
        });

    bench.venue.trade(100_00);
    inside.await();
    boolean taken = true;
    for (int i = 0; i < 65; i++) {
      taken = bench.venue.say(new InstrumentListed(Market.BTC, i));
    }
    stuck.countDown();
    waitUntil("it was opened anew", () -> bench.venue.openings() > openings);
    bench.await(TraderStatus.RUNNING);

    assertThat(taken).isFalse();
    assertThat(run.awaitEnd(Duration.ZERO)).isFalse();
    assertThat(bench.alerts)
        .anySatisfy(
            alert -> assertThat(alert.text()).contains("had no room for the venue's answers"));
  }

  @Test
  @Tag("N27")
  void answersAPersonOnceItsWishIsDurable() throws Exception {
    TraderRun run = bench.running(bench.live(strategy(buyer)));
    CountDownLatch disk = bench.backend.holdForce();

    var answer = Bench.ask(run, new ControlEvent.Pause("test"));
    bench.await(TraderStatus.PAUSED);
    boolean early = answer.isDone();
    disk.countDown();

    assertThat(answer.get(30, TimeUnit.SECONDS)).isEqualTo("now PAUSED: paused by an operator");
    assertThat(early).isFalse();
  }

  @Test
  @Tag("F1")
  void haltsPausesAndFlattens() throws Exception {
    TraderRun run = bench.running(bench.live(strategy(buyer)));
    bench.venue.trade(100_00);
    bench.await("it holds", view -> !view.positions().isEmpty());

    Bench.ask(run, new ControlEvent.Flatten("test")).get(30, TimeUnit.SECONDS);
    bench.await("it is flat", view -> view.positions().stream().allMatch(p -> p.isFlat()));
    Bench.ask(run, new ControlEvent.Halt("enough", "test")).get(30, TimeUnit.SECONDS);
    bench.await(TraderStatus.HALTED);

    assertThat(bench.venue.submits()).isEqualTo(2);
    assertThat(bench.snapshot().detail()).startsWith("halted by test: enough");
  }

  @Test
  @Tag("P8")
  void cancelsEntriesWhenItStopsAndSaysWhatStays() throws Exception {
    TestStrategy patient =
        new TestStrategy()
            .habit(
                (trade, count, orders) -> {
                  if (orders.isFlat()) {
                    orders.buyLimit(Quantity.of("0.1000"), Price.of("90.00"));
                  }
                });
    TraderRun run = bench.running(bench.live(strategy(patient)));
    bench.venue.trade(100_00);
    bench.await("it rests", view -> has(view, OrderStatus.ACCEPTED));

    String stays = run.stop("by test").get(30, TimeUnit.SECONDS);

    assertThat(stays).isEqualTo("t stopped; no order stays at a venue; nothing is held");
    assertThat(bench.venue.commands()).last().isInstanceOf(ExchangeCommand.Cancel.class);
    waitUntil("it ended", () -> bench.endings.equals(List.of("ended")));
    assertThat(bench.venue.isClosed()).isTrue();
  }

  @Test
  @Tag("P8")
  void goesOnWithItsStateAfterAnOrderlyStop() throws Exception {
    TraderRun first = bench.running(bench.live(strategy(buyer)));
    bench.venue.trade(100_00);
    bench.await("it holds", view -> !view.positions().isEmpty());
    first.stop("by test").get(30, TimeUnit.SECONDS);
    waitUntil("it ended", () -> bench.endings.size() == 1);
    long epoch = bench.snapshot().epoch();

    bench.running(bench.live(strategy(buyer)));
    bench.venue.trade(101_00);
    TraderSnapshot after = bench.await("the trade is seen", view -> buyer.count() == 2);

    assertThat(after.epoch()).isEqualTo(epoch + 1);
    assertThat(after.positions())
        .singleElement()
        .satisfies(
            position -> assertThat(position.quantity()).isEqualTo(Quantity.of("0.10000000")));
    assertThat(bench.venue.submits()).isEqualTo(1);
  }

  @Test
  @Tag("B9")
  void whoStillWaitsWhenARunEndsIsToldSo() {
    TraderRun run = bench.running(bench.live(strategy(buyer)));
    bench.venue.mood(Mood.SILENT);
    bench.venue.trade(100_00);
    TraderSnapshot sent = bench.await("it was sent", view -> has(view, OrderStatus.SUBMITTED));
    CompletableFuture<RefreshedOrder> answer = new CompletableFuture<>();
    run.refresh(sent.orders().get(0).id(), "test", answer);

    Bench.kill(run);

    assertThat(answer)
        .failsWithin(Duration.ofSeconds(60))
        .withThrowableThat()
        .withMessageContaining("the trader was restarted before there was an answer");
  }

  @Test
  void runsPluginCodeUnderItsOwnClassLoader() {
    bench.running(bench.live(strategy(buyer)));

    bench.venue.trade(100_00);
    waitUntil("it was asked", () -> buyer.count() == 1);

    assertThat(buyer.loaders()).containsOnly(TestStrategy.class.getClassLoader());
  }

  @Test
  @Tag("P8")
  void haltsWhenItsJournalWasDamaged() {
    bench.backend.damage("segment 3 is damaged and was put aside: turns 10 to 20 are lost");

    bench.start(bench.live(strategy(buyer)));
    bench.await(TraderStatus.HALTED);

    assertThat(bench.snapshot().detail()).contains("segment 3 is damaged");
  }

  @Test
  void waitsWithTheStoresOwnSentenceWhenItCannotBeOpened() {
    bench.backend.failOpen("store t is open in another process; stop that first");

    bench.start(bench.live(strategy(buyer)));
    waitUntil("it is refused", () -> !bench.endings.isEmpty());

    assertThat(bench.endings)
        .containsExactly("refused: store t is open in another process; stop that first");
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private long queries() {
    return bench.venue.commands().stream().filter(ExchangeCommand.Query.class::isInstance).count();
  }

  private static boolean has(TraderSnapshot view, OrderStatus status) {
    return view.orders().stream().anyMatch(order -> order.status() == status);
  }
}
