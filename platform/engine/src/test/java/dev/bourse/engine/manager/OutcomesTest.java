package dev.bourse.engine.manager;

import static dev.bourse.engine.Eventually.waitUntil;
import static dev.bourse.engine.manager.ManagerBench.plugin;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.api.exchange.ExchangeCommand;
import dev.bourse.api.model.CancelOutcome;
import dev.bourse.api.model.ClientOrderId;
import dev.bourse.api.model.OrderOutcome;
import dev.bourse.api.model.OrderSpec;
import dev.bourse.api.model.Price;
import dev.bourse.api.model.Quantity;
import dev.bourse.api.model.Side;
import dev.bourse.api.model.TraderStatus;
import dev.bourse.api.trader.RefreshedOrder;
import dev.bourse.api.trader.Trader;
import dev.bourse.engine.Market;
import dev.bourse.engine.ScriptedVenue;
import dev.bourse.engine.TestStrategy;
import dev.bourse.engine.plugin.PluginKind;
import dev.bourse.testkit.scripted.ScriptedAnswer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** How orders and cancels from outside end: in a closed set, whatever the venue tells. */
@Timeout(120)
@Tag("B6")
@Tag("B9")
@Tag("B10")
class OutcomesTest {
  private static final Duration LONG = Duration.ofSeconds(60);
  private static final Duration SHORT = Duration.ofMillis(200);
  private static final OrderSpec RESTING =
      OrderSpec.limit(Market.BTC, Side.BUY, Quantity.of("0.1000"), Price.of("90.00"));

  @TempDir private Path folder;
  private final ScriptedVenue venue = new ScriptedVenue();
  private ManagerBench bench;
  private Trader trader;

  @BeforeEach
  void open() {
    bench = new ManagerBench(folder, venue);
    bench.manager.add(plugin(PluginKind.STRATEGY, "test", new TestStrategy()));
    bench.configureTrader("demo", "main");
    bench.configureStrategy("demo", "s");
    bench.await("demo", TraderStatus.RUNNING);
    trader = bench.trader("demo");
    waitUntil("it has a price", this::hasPrice);
  }

  @AfterEach
  void close() {
    bench.close();
  }

  /** Data reaches a trader once it has subscribed. */
  private boolean hasPrice() {
    venue.exchange().market(Market.trade(Market.BTC, 1, 100_00));
    return trader.snapshot().feeds().get(0).events() > 0;
  }

  private long queries() {
    return venue.exchange().commands().stream()
        .filter(ExchangeCommand.Query.class::isInstance)
        .count();
  }

  private ClientOrderId working() throws Exception {
    return trader.submit(RESTING, "test", SHORT).get().orderId();
  }

  @Test
  void anOrderThatIsFilledIsSo() throws Exception {
    venue.exchange().answer(ScriptedAnswer.fill("90.00"));

    OrderOutcome outcome = trader.submit(RESTING, "test", LONG).get();

    assertThat(outcome).isInstanceOf(OrderOutcome.Filled.class);
  }

  @Test
  void whatNobodyHeardOfIsAskedForBeforeTheAnswer() throws Exception {
    venue.exchange().answer(ScriptedAnswer.accept().silent());

    OrderOutcome outcome = trader.submit(RESTING, "test", SHORT, true).get();

    assertThat(outcome).isInstanceOf(OrderOutcome.Working.class);
    assertThat(queries()).isEqualTo(1);
  }

  @Test
  void withoutSyncNothingIsAsked() throws Exception {
    venue.exchange().answer(ScriptedAnswer.accept().silent());

    OrderOutcome outcome = trader.submit(RESTING, "test", SHORT, false).get();

    assertThat(outcome).isInstanceOf(OrderOutcome.Sent.class);
    assertThat(queries()).isZero();
  }

  @Test
  void anOrderOfWhichNobodyAnswersIsUnknownOrSentAndNeverGuessed() throws Exception {
    venue.exchange().answer(ScriptedAnswer.lostOnTheWay());
    venue.exchange().deaf(true);

    OrderOutcome outcome = trader.submit(RESTING, "test", SHORT, true).get();

    assertThat(outcome).isInstanceOf(OrderOutcome.Unknown.class);
  }

  @Test
  @Tag("G2")
  void everyCallHasItsOwnPatienceWhateverTheTradersTimeoutsAre() throws Exception {
    venue.exchange().answer(ScriptedAnswer.accept().silent(), ScriptedAnswer.accept().silent());
    CompletableFuture<OrderOutcome> patient = trader.submit(RESTING, "test", LONG, false);

    OrderOutcome hasty = trader.submit(RESTING, "test", SHORT, false).get();
    boolean waits = !patient.isDone();
    venue.exchange().fill(trader.snapshot().orders().get(0).id(), "90.00", "");

    assertThat(hasty).isInstanceOf(OrderOutcome.Sent.class);
    assertThat(waits).isTrue();
    assertThat(patient.get()).isInstanceOf(OrderOutcome.Filled.class);
  }

  @Test
  @Tag("G2")
  void aCancelHasItsOwnPatienceToo() throws Exception {
    ClientOrderId id = working();
    venue.exchange().answer(ScriptedAnswer.accept().withheld());
    CompletableFuture<CancelOutcome> patient = trader.cancel(id, "test", LONG, false);

    CancelOutcome hasty = trader.cancel(id, "test", SHORT, false).get();
    boolean waits = !patient.isDone();
    venue.exchange().release();

    assertThat(hasty).isInstanceOf(CancelOutcome.Unknown.class);
    assertThat(waits).isTrue();
    assertThat(patient.get()).isInstanceOf(CancelOutcome.Done.class);
  }

  @Test
  @Tag("D5")
  void anOrderIsAskedForOnDemandAndTheAnswerIsInTheBooks() throws Exception {
    ClientOrderId id = working();
    venue.exchange().fillSilently(id, "90.00", "");

    RefreshedOrder refreshed = trader.refresh(id, "test", LONG).get();

    assertThat(refreshed.problem()).isEmpty();
    assertThat(refreshed.order().filled()).hasToString("0.1000");
  }

  @Test
  @Tag("D5")
  void anOrderOfWhichTheVenueSaysNothingIsWhatTheBooksSay() throws Exception {
    ClientOrderId id = working();
    venue.exchange().deaf(true);

    RefreshedOrder refreshed = trader.refresh(id, "test", SHORT).get();

    assertThat(refreshed)
        .isEqualTo(
            new RefreshedOrder(
                trader.snapshot().order(id).orElseThrow(), "the venue did not answer in time"));
  }

  @Test
  void aCancelThatIsAnsweredIsDone() throws Exception {
    ClientOrderId id = working();

    CancelOutcome outcome = trader.cancel(id, "test", LONG, true).get();

    assertThat(outcome).isInstanceOf(CancelOutcome.Done.class);
  }

  @Test
  void aCancelOfWhatWasFilledMeanwhileIsTooLateWithItsFills() throws Exception {
    ClientOrderId id = working();
    venue.exchange().fillSilently(id, "90.00", "");

    CancelOutcome outcome = trader.cancel(id, "test", LONG, true).get();

    assertThat(outcome).isInstanceOfAny(CancelOutcome.TooLate.class, CancelOutcome.Rejected.class);
    CancelOutcome again = awaitTooLate(id);
    assertThat(((CancelOutcome.TooLate) again).order().filled()).hasToString("0.1000");
  }

  private CancelOutcome awaitTooLate(ClientOrderId id) throws Exception {
    bench.await("demo", "knows the fill", view -> view.order(id).orElseThrow().status().isClosed());
    return trader.cancel(id, "test", LONG, true).get();
  }

  @Test
  void aCancelThatIsRefusedLeavesTheOrderWithTheReason() throws Exception {
    ClientOrderId id = working();
    venue.exchange().answer(ScriptedAnswer.reject("NOT_NOW: busy"));

    CancelOutcome outcome = trader.cancel(id, "test", LONG, true).get();

    assertThat(outcome).isEqualTo(new CancelOutcome.Rejected(id, "NOT_NOW: busy"));
  }

  @Test
  void aCancelThatNobodyAnswersIsUnknown() throws Exception {
    ClientOrderId id = working();
    venue.exchange().answer(ScriptedAnswer.accept().silent());
    venue.exchange().deaf(true);

    CancelOutcome outcome = trader.cancel(id, "test", SHORT, true).get();

    assertThat(outcome)
        .isEqualTo(new CancelOutcome.Unknown(id, "the venue has not answered the cancel yet"));
  }

  @Test
  void anOrderThatIsNotThereCannotBeCancelled() {
    ClientOrderId id = new ClientOrderId("demo-manual-1-99");

    var outcome = trader.cancel(id, "test", LONG, true);

    assertThat(outcome)
        .failsWithin(LONG)
        .withThrowableThat()
        .withMessageContaining("there is no order demo-manual-1-99 to cancel");
  }
}
