package dev.bourse.core.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.api.event.AccountEvent;
import dev.bourse.api.event.AccountEvent.CashFlow;
import dev.bourse.api.event.ConnectionChanged;
import dev.bourse.api.event.ControlEvent;
import dev.bourse.api.event.LifecycleEvent;
import dev.bourse.api.model.Balance;
import dev.bourse.api.model.Money;
import dev.bourse.api.strategy.Strategy;
import dev.bourse.api.trader.Discrepancy;
import dev.bourse.core.Fixture;
import dev.bourse.core.codec.ValueCodec;
import dev.bourse.core.state.SnapshotCodec;
import dev.bourse.core.state.TraderState;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Deposits and withdrawals that nobody heard of: what the venue's history lists is booked where it
 * makes a difference of balances to the last digit, once, and is no reason for anything otherwise.
 * The account has 10,000 USD.
 */
@Tag("N7")
@Tag("F5")
class MissedFlowsTest {
  private static final long HOUR = TimeUnit.HOURS.toNanos(1);

  private final Fixture trader = new Fixture();
  private final List<CashFlow> listed = new ArrayList<>();

  @BeforeEach
  void start() {
    trader.running(new Strategy() {});
    pass();
    report("10000", List.of());
    pass();
  }

  private void pass() {
    trader.now(trader.now() + HOUR);
  }

  private AccountEvent.MassReport reported(String usd, @Nullable List<CashFlow> history) {
    Balance cash = new Balance(Money.of(usd, Fixture.USD), Fixture.USD.zero());
    long now = trader.now();
    return new AccountEvent.MassReport(
            Fixture.ACCOUNT, List.of(), List.of(), List.of(cash), now, now)
        .remembering(history);
  }

  private void report(String usd, @Nullable List<CashFlow> history) {
    trader.on(reported(usd, history));
  }

  /** The venue's history lists one more. */
  private CashFlow lists(String id, String usd) {
    CashFlow row = flow(id, usd, trader.now());
    listed.add(row);
    return row;
  }

  private static CashFlow flow(String id, String usd, long time) {
    String kind = usd.startsWith("-") ? "withdrawal" : "deposit";
    return new CashFlow(Fixture.ACCOUNT, id, Money.of(usd, Fixture.USD), kind, time);
  }

  private void hears(String id, String usd) {
    trader.on(flow(id, usd, trader.now()));
  }

  private TraderState state() {
    return trader.core().state();
  }

  private String usd() {
    return state()
        .portfolio()
        .balance(Fixture.ACCOUNT, Fixture.USD)
        .orElseThrow()
        .total()
        .toString();
  }

  private List<String> booked() {
    return state().portfolio().flows().all().stream()
        .map(each -> each.kind() + " " + each.amount())
        .toList();
  }

  private String shortage() {
    return state().flags().shortage(Fixture.ACCOUNT);
  }

  @Test
  void aWithdrawalThatNobodyHeardOfIsBookedAndEntriesGoOn() {
    lists("w-1", "-400");
    pass();

    report("9600", listed);

    assertThat(booked()).containsExactly("withdrawal -400.00000000 USD");
    assertThat(usd()).isEqualTo("9600.00000000 USD");
    assertThat(shortage()).isEmpty();
  }

  @Test
  void theSameHistoryAfterEveryReconnectIsBookedOnce() {
    lists("d-1", "250");
    lists("w-1", "-400");
    pass();
    report("9850", listed);

    for (int i = 0; i < 3; i++) {
      trader.on(new ConnectionChanged(Fixture.ACCOUNT, false, "cut", trader.now()));
      pass();
      trader.on(new ConnectionChanged(Fixture.ACCOUNT, true, "", trader.now()));
      report("9850", listed);
    }

    assertThat(booked())
        .containsExactly("deposit 250.00000000 USD", "withdrawal -400.00000000 USD");
    assertThat(usd()).isEqualTo("9850.00000000 USD");
  }

  @Test
  void aFlowThatAnEventToldIsNotCountedOnceMoreByItsRow() {
    hears("USD-1", "500");
    lists("d-1", "500");
    pass();
    lists("d-2", "500");
    pass();

    report("11000", listed);

    assertThat(booked()).containsExactly("deposit 1000.00000000 USD");
    assertThat(usd()).isEqualTo("11000.00000000 USD");
  }

  @Test
  void anEventThatComesAfterTheReportIsNotCountedOnceMore() {
    long then = trader.now();
    lists("d-1", "500");
    report("10500", listed);

    trader.on(flow("USD-1", "500", then));
    pass();
    hears("USD-2", "500");

    assertThat(usd()).isEqualTo("11000.00000000 USD");
    assertThat(booked()).containsExactly("deposit 1000.00000000 USD");
  }

  @Test
  void aReportThatWasTakenBeforeItsEventCameIsNotCountedTwiceEither() {
    long then = trader.now();
    report("10500", null);

    trader.on(flow("USD-1", "500", then));
    pass();
    report("10500", null);

    assertThat(usd()).isEqualTo("10500.00000000 USD");
    assertThat(shortage()).isEmpty();
  }

  @Test
  void whatIsNotTheDifferenceToTheLastDigitIsLeftToPeople() {
    lists("w-1", "-400");
    pass();

    report("9599.99999999", listed);

    assertThat(booked()).isEmpty();
    assertThat(usd()).isEqualTo("10000.00000000 USD");
    assertThat(shortage()).contains("9599.99999999 USD", "10000.00000000 USD");
  }

  @Test
  void aRowThatWasToldExplainsNoLossOfTheSameSize() {
    hears("USD-1", "-400");
    lists("w-1", "-400");
    pass();

    report("9200", listed);

    assertThat(usd()).isEqualTo("9600.00000000 USD");
    assertThat(shortage()).contains("9200.00000000 USD");
  }

  @Test
  void aRowThatAPersonAcceptedExplainsNoLaterLoss() {
    lists("w-1", "-400");
    trader.on(new ControlEvent.Reconcile(true, "op"));
    report("9600", null);
    pass();

    report("9200", listed);

    assertThat(usd()).isEqualTo("9600.00000000 USD");
    assertThat(shortage()).isNotEmpty();
  }

  @Test
  void whatWasInTheFirstReportExplainsNothingLater() {
    Fixture late = new Fixture();
    late.on(new LifecycleEvent.Started(1, "mode=live"));
    late.on(new LifecycleEvent.Recovered("empty store"));
    late.on(new ConnectionChanged(Fixture.ACCOUNT, true, "", late.now()));
    CashFlow old = flow("w-0", "-400", late.now() - 1);
    late.on(reported("10000", List.of(old)));

    late.on(reported("9600", List.of(old)));

    assertThat(late.core().state().flags().shortage(Fixture.ACCOUNT)).contains("9600.00000000 USD");
    assertThat(late.core().state().portfolio().flows().all()).isEmpty();
  }

  @Test
  void aHistoryThatComesLateExplainsWhatStoppedEntries() {
    CashFlow row = lists("w-1", "-400");
    report("9600", List.of());
    pass();
    String before = shortage();

    report("9600", List.of(row));

    assertThat(before).isNotEmpty();
    assertThat(shortage()).isEmpty();
    assertThat(booked()).containsExactly("withdrawal -400.00000000 USD");
  }

  @Test
  void aReportIsNotComparedWhileAFlowIsYoungerThanIt() {
    AccountEvent.MassReport asked = reported("10000", null);
    pass();
    hears("USD-1", "500");

    trader.on(asked);

    assertThat(usd()).isEqualTo("10500.00000000 USD");
    assertThat(shortage()).isEmpty();
  }

  @Test
  void aDryRunSaysWhatWouldBeBooked() {
    lists("d-1", "250");
    lists("w-1", "-400");
    pass();

    List<Discrepancy> found =
        trader.core().reconciliation(reported("9850", listed), false).discrepancies();

    assertThat(found)
        .extracting(Discrepancy::action)
        .containsExactly("booked: deposit of 250.00000000 USD, withdrawal of -400.00000000 USD");
    assertThat(booked()).isEmpty();
  }

  @Test
  @Tag("N22")
  void aRestartKnowsWhatWasBookedAndWhatWasTold() {
    lists("d-1", "250");
    report("10250", listed);
    pass();
    hears("USD-1", "70");
    lists("d-2", "70");
    Money difference = Money.of("70", Fixture.USD);

    TraderState loaded =
        SnapshotCodec.load(
            state().settings(), SnapshotCodec.save(state(), List.<SnapshotCodec.KeptSource>of()));

    assertThat(saved(loaded)).isEqualTo(saved(state()));
    assertThat(loaded.flows().explaining(Fixture.ACCOUNT, listed, difference)).isEmpty();
  }

  private static byte[] saved(TraderState state) {
    return state.flows().save(new ValueCodec(state.market().instruments())).toBytes();
  }
}
