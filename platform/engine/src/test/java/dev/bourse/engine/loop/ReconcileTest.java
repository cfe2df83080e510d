package dev.bourse.engine.loop;

import static dev.bourse.engine.Eventually.waitUntil;
import static dev.bourse.engine.loop.Bench.strategy;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.api.alert.Alert;
import dev.bourse.api.event.AccountEvent;
import dev.bourse.api.event.OrderReport;
import dev.bourse.api.model.Balance;
import dev.bourse.api.model.ClientOrderId;
import dev.bourse.api.model.Currency;
import dev.bourse.api.model.Money;
import dev.bourse.api.model.OrderStatus;
import dev.bourse.api.model.Quantity;
import dev.bourse.api.model.TraderStatus;
import dev.bourse.api.trader.Discrepancy;
import dev.bourse.api.trader.ReconcileMode;
import dev.bourse.api.trader.TraderSnapshot;
import dev.bourse.engine.Market;
import dev.bourse.engine.ScriptedVenue;
import dev.bourse.engine.TestStrategy;
import dev.bourse.engine.clock.WallClock;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Books and venue, compared at a start and on demand. */
@Tag("N7")
@Tag("B11")
@Timeout(120)
class ReconcileTest {
  private static final Currency USD = Market.BTC.quote();

  @TempDir private Path folder;
  private Bench bench;
  private final ScriptedVenue venue = new ScriptedVenue();

  @BeforeEach
  void open() {
    bench = new Bench(folder);
  }

  @AfterEach
  void close() {
    bench.close();
  }

  private TraderRun running() {
    return bench.running(bench.live(venue, strategy(TestStrategy.buyer())));
  }

  private List<Discrepancy> compare(TraderRun run, ReconcileMode mode) throws Exception {
    CompletableFuture<List<Discrepancy>> answer = new CompletableFuture<>();
    run.compare(mode, "test", answer);
    return answer.get(60, TimeUnit.SECONDS);
  }

  private static List<String> texts(List<Discrepancy> found) {
    return found.stream()
        .map(
            each ->
                each.subject() + ": " + each.ours() + " | " + each.venue() + " | " + each.action())
        .toList();
  }

  private void deposit(String usd) {
    venue.exchange().balance(Money.of(usd, USD));
  }

  private static Money total(TraderSnapshot view) {
    return view.accounts().get(0).balances().stream()
        .filter(each -> each.currency().equals(USD))
        .findFirst()
        .orElseThrow()
        .total();
  }

  @Test
  void aLookShowsTheDifferenceAndChangesNothing() throws Exception {
    TraderRun run = running();
    deposit("9000.00");

    List<Discrepancy> found = compare(run, ReconcileMode.LOOK);
    long sequence = bench.snapshot().sequence();
    List<Discrepancy> again = compare(run, ReconcileMode.LOOK);

    assertThat(texts(found))
        .containsExactly("balance USD: 10000.00 USD | 9000.00 USD | not explained: entries stop");
    assertThat(again).isEqualTo(found);
    assertThat(bench.snapshot().sequence()).isEqualTo(sequence);
    assertThat(bench.snapshot().status()).isEqualTo(TraderStatus.RUNNING);
  }

  @Test
  void whatIsMissingStopsEntriesUntilItIsAccepted() throws Exception {
    TraderRun run = running();
    deposit("9000.00");

    compare(run, ReconcileMode.APPLY);
    bench.await(TraderStatus.REDUCING);
    String why = bench.snapshot().detail();
    List<Discrepancy> accepted = compare(run, ReconcileMode.ACCEPT);
    bench.await(TraderStatus.RUNNING);

    assertThat(why)
        .isEqualTo(
            "account main holds 9000.00 USD but our fills explain 10000.00 USD: entries stop until"
                + " this is explained");
    assertThat(texts(accepted))
        .containsExactly("balance USD: 10000.00 USD | 9000.00 USD | taken over");
    assertThat(total(bench.snapshot())).isEqualTo(Money.of("9000.00", USD));
  }

  @Test
  void whatTheVenueHasMoreIsUnallocated() throws Exception {
    TraderRun run = running();
    deposit("11000.00");

    List<Discrepancy> found = compare(run, ReconcileMode.APPLY);
    bench.await("it is taken", view -> total(view).equals(Money.of("11000.00", USD)));

    assertThat(texts(found))
        .containsExactly("balance USD: 10000.00 USD | 11000.00 USD | the rest is unallocated");
    assertThat(bench.snapshot().status()).isEqualTo(TraderStatus.RUNNING);
  }

  @Test
  void nothingIsComparedWhileTheVenueIsAway() {
    TraderRun run = running();
    venue.exchange().connected(false);
    bench.await(TraderStatus.SUSPENDED);

    CompletableFuture<List<Discrepancy>> answer = new CompletableFuture<>();
    run.compare(ReconcileMode.LOOK, "test", answer);
    waitUntil("it is answered", answer::isDone);

    assertThat(answer)
        .failsWithin(Duration.ofSeconds(1))
        .withThrowableThat()
        .withMessageContaining("account main is not connected: nothing can be compared now");
  }

  @Test
  void nothingIsAcceptedWhileTheVenueIsAwayNorOnceItIsBack() {
    TraderRun run = running();
    venue.exchange().connected(false);
    bench.await(TraderStatus.SUSPENDED);

    CompletableFuture<List<Discrepancy>> answer = new CompletableFuture<>();
    run.compare(ReconcileMode.ACCEPT, "test", answer);
    waitUntil("it is answered", answer::isDone);
    deposit("9000.00");
    venue.exchange().connected(true);

    assertThat(answer)
        .failsWithin(Duration.ofSeconds(1))
        .withThrowableThat()
        .withMessageContaining("account main is not connected: nothing can be accepted now");
    bench.await(TraderStatus.REDUCING);
  }

  @Test
  void whoWaitsWhenTheConnectionIsLostIsToldThatNothingWasAccepted() {
    TraderRun run = running();
    venue.exchange().deaf(true);
    CompletableFuture<List<Discrepancy>> answer = new CompletableFuture<>();
    run.compare(ReconcileMode.ACCEPT, "test", answer);

    venue.exchange().connected(false);

    assertThat(answer)
        .failsWithin(Duration.ofSeconds(60))
        .withThrowableThat()
        .withMessageContaining("account main")
        .withMessageContaining("connect");
  }

  @Test
  void aReportThatCannotBeTakenKeepsTheTraderFromStarting() throws Exception {
    TraderRun run = running();

    venue.exchange().report(twice());
    bench.await(TraderStatus.RECONCILING);
    String why = bench.snapshot().detail();
    compare(run, ReconcileMode.APPLY);
    bench.await(TraderStatus.RUNNING);

    assertThat(why)
        .isEqualTo(
            "account main waits for the venue's report: the venue lists two orders with the id"
                + " x-1, V-1 and V-2: nobody can tell which of them is ours; end one of them at"
                + " the venue");
    assertThat(bench.alerts)
        .anySatisfy(
            alert -> {
              assertThat(alert.level()).isEqualTo(Alert.Level.CRITICAL);
              assertThat(alert.text())
                  .isEqualTo(
                      "account main could not be reconciled: the venue lists two orders with the"
                          + " id x-1, V-1 and V-2: nobody can tell which of them is ours; end one"
                          + " of them at the venue; trader:reconcile shows all differences");
            });
  }

  private static AccountEvent.MassReport twice() {
    long now = WallClock.wallNanos();
    return new AccountEvent.MassReport(
        Bench.MAIN,
        List.of(status("V-1", now), status("V-2", now)),
        List.of(),
        List.of(new Balance(Money.of("10000.00", USD), USD.zero())),
        now,
        now);
  }

  private static OrderReport.Status status(String venueId, long now) {
    return new OrderReport.Status(
        Bench.MAIN,
        new ClientOrderId("x-1"),
        venueId,
        OrderStatus.ACCEPTED,
        Quantity.of("0.0000"),
        USD.zero(),
        "",
        now);
  }
}
