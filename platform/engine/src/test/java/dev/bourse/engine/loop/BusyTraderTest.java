package dev.bourse.engine.loop;

import static dev.bourse.engine.Eventually.waitUntil;
import static dev.bourse.engine.loop.Bench.strategy;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.api.event.AccountEvent;
import dev.bourse.api.event.ControlEvent;
import dev.bourse.api.model.Balance;
import dev.bourse.api.model.ClientOrderId;
import dev.bourse.api.model.Currency;
import dev.bourse.api.model.Money;
import dev.bourse.api.model.OrderSpec;
import dev.bourse.api.model.OrderStatus;
import dev.bourse.api.model.Side;
import dev.bourse.api.model.TraderStatus;
import dev.bourse.api.trader.TraderSnapshot;
import dev.bourse.engine.Market;
import dev.bourse.engine.ScriptedVenue;
import dev.bourse.engine.TestStrategy;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A trader that buys for 9 USD while each report is made; time is the test's. */
@Tag("C1")
@Tag("N7")
@Timeout(120)
class BusyTraderTest {
  private static final Currency USD = Market.BTC.quote();
  @TempDir private Path folder;
  private final HandClock clock = new HandClock(TimeUnit.SECONDS.toNanos(1_600_000_000L));
  private final ScriptedVenue venue = new ScriptedVenue(clock::now);
  private Bench bench;
  private TraderRun run;

  @BeforeEach
  void open() {
    bench = new Bench(folder, (mode, speed) -> clock);
    run = bench.running(bench.live(venue, strategy(new TestStrategy())));
    waitUntil(
        "there is a price",
        () -> {
          venue.exchange().market(Market.trade(Market.BTC, clock.now(), 100_00));
          return bench.snapshot().feeds().get(0).events() > 0;
        });
    venue.exchange().deaf(true);
  }

  @AfterEach
  void close() {
    bench.close();
  }

  private void pass(long seconds) {
    clock.reach(clock.now() + TimeUnit.SECONDS.toNanos(seconds));
  }

  private static long filled(TraderSnapshot view) {
    return view.orders().stream().filter(each -> each.status() == OrderStatus.FILLED).count();
  }

  private void trade(Side side, String quantity) {
    OrderSpec spec =
        OrderSpec.limit(Market.BTC, side, Market.BTC.quantity(quantity), Market.BTC.price("90.00"));
    long before = filled(bench.snapshot());
    var unused = Bench.ask(run, new ControlEvent.Submit(spec, "test"));
    TraderSnapshot placed =
        bench.await(
            "it rests",
            view -> view.orders().stream().anyMatch(each -> each.status() == OrderStatus.ACCEPTED));
    ClientOrderId id =
        placed.orders().stream()
            .filter(each -> each.status() == OrderStatus.ACCEPTED)
            .findFirst()
            .orElseThrow()
            .id();
    venue.exchange().fill(id, "90.00", quantity);
    bench.await("it is filled", view -> filled(view) == before + 1);
  }

  private void reportWhileItBuys() {
    reportWhileItTrades(Side.BUY, "0.1000");
  }

  /** A report whose balances were read before what is executed while it is on its way. */
  private void reportWhileItTrades(Side side, String quantity) {
    long requestedAt = clock.now();
    List<Balance> balances =
        List.of(
            new Balance(venue.exchange().balance(USD), USD.zero()),
            new Balance(venue.exchange().balance(Market.BTC.base()), Market.BTC.base().zero()));
    pass(1);
    trade(side, quantity);
    clock.reach(clock.now() + 1);
    venue
        .exchange()
        .report(
            new AccountEvent.MassReport(
                Bench.MAIN, List.of(), List.of(), balances, requestedAt, clock.now()));
    waitUntil("the report is there", this::isHeard);
  }

  /** A report that brings no news makes no turn, so only the watchers show that it came. */
  private boolean isHeard() {
    return run.watchers().stream().anyMatch(each -> each.heard() == clock.now());
  }

  /** Money that leaves without a word of the venue. */
  private void lose(String amount) {
    Money left = venue.exchange().balance(USD).minus(Money.of(amount, USD));
    venue.exchange().balance(left);
  }

  private void letItBeCompared() {
    int asked = venue.exchange().reportsAsked();
    pass(5);
    waitUntil("another report is wanted", () -> venue.exchange().reportsAsked() > asked);
  }

  @Test
  void stopsEntriesWhenTwoReportsMissTheSameMoneyAndNotBefore() {
    lose("50");
    reportWhileItBuys();
    letItBeCompared();
    TraderStatus first = bench.snapshot().status();

    reportWhileItBuys();
    pass(5);
    bench.await(TraderStatus.REDUCING);

    assertThat(first).isEqualTo(TraderStatus.RUNNING);
    assertThat(bench.snapshot().detail())
        .isEqualTo(
            "account main holds 9931.98 USD but our fills explain 9981.98 USD: entries stop until"
                + " this is explained");
  }

  @Test
  void goesOnWhenTheMoneyIsBackAlthoughItStillTrades() {
    lose("50");
    reportWhileItBuys();
    letItBeCompared();
    reportWhileItBuys();
    pass(5);
    bench.await(TraderStatus.REDUCING);
    lose("-50");
    reportWhileItTrades(Side.SELL, "0.1000");

    pass(5);
    bench.await(TraderStatus.RUNNING);

    assertThat(bench.alerts)
        .singleElement()
        .satisfies(alert -> assertThat(alert.text()).contains("holds 9931.98 USD"));
  }

  @Test
  void hearsOfNothingWhileEachReportIsOnlyOlderThanItsExecutions() {
    for (int each = 0; each < 3; each++) {
      reportWhileItBuys();
      pass(5);
    }

    lose("50");
    reportWhileItBuys();
    letItBeCompared();

    assertThat(bench.alerts).isEmpty();
    assertThat(bench.snapshot().status()).isEqualTo(TraderStatus.RUNNING);
  }

  @Test
  void takesMoneyThatCameAsUnallocated() {
    lose("-50");
    reportWhileItBuys();
    letItBeCompared();

    reportWhileItTrades(Side.BUY, "0.2000");
    pass(5);
    waitUntil("people hear of it", () -> !bench.alerts.isEmpty());

    assertThat(bench.alerts)
        .singleElement()
        .satisfies(
            alert ->
                assertThat(alert.text())
                    .isEqualTo(
                        "account main holds 10022.97 USD, more than the 9972.97 USD that our fills"
                            + " explain: the rest is unallocated and never sold"));
    assertThat(bench.snapshot().status()).isEqualTo(TraderStatus.RUNNING);
  }

  /** Of equal executions the venue may have had all, or none: then less would be there. */
  @Test
  void takesNothingForAGiftThatMayBeALoss() {
    lose("-50");

    for (int each = 0; each < 4; each++) {
      reportWhileItBuys();
      pass(5);
    }
    bench.await(TraderStatus.REDUCING);

    waitUntil("people hear of it", () -> !bench.alerts.isEmpty());
    assertThat(bench.alerts).hasSize(1);
    assertThat(bench.snapshot().detail())
        .isEqualTo(
            "balances of account main differ from what our executions explain, in 4 reports in a row"
                + " and each time by another amount: somebody else may trade there; entries stop"
                + " until trader:reconcile --accept");
  }

  @Test
  void stopsEntriesWhenFourReportsDifferEachByAnotherAmount() {
    for (int each = 0; each < 4; each++) {
      lose("7");
      reportWhileItTrades(Side.BUY, "0." + (each + 1) + "000");
      pass(5);
    }

    bench.await(TraderStatus.REDUCING);

    assertThat(bench.snapshot().detail()).contains("in 4 reports in a row");
  }

  @Test
  void asksMoreAndMoreSeldomWhileReportsDiffer() {
    lose("7");
    reportWhileItBuys();
    letItBeCompared();
    lose("7");
    reportWhileItTrades(Side.BUY, "0.2000");
    int asked = venue.exchange().reportsAsked();

    pass(5);
    clock.reach(clock.now() + 1);
    int early = venue.exchange().reportsAsked();
    pass(25);
    waitUntil("a third is wanted", () -> venue.exchange().reportsAsked() > asked);

    assertThat(early).isEqualTo(asked);
    assertThat(bench.alerts).isEmpty();
  }
}
