package dev.bourse.core.reconciliation;

import static dev.bourse.core.Fixture.ACCOUNT;
import static dev.bourse.core.Fixture.BTCUSD;
import static dev.bourse.core.Fixture.SECOND;
import static dev.bourse.core.Fixture.USD;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.api.event.AccountEvent;
import dev.bourse.api.event.ConnectionChanged;
import dev.bourse.api.event.ControlEvent;
import dev.bourse.api.event.InstrumentListed;
import dev.bourse.api.event.LifecycleEvent;
import dev.bourse.api.model.AccountId;
import dev.bourse.api.model.Balance;
import dev.bourse.api.model.ClientOrderId;
import dev.bourse.api.model.Money;
import dev.bourse.api.model.OrderSpec;
import dev.bourse.api.model.Price;
import dev.bourse.api.model.Side;
import dev.bourse.api.model.TraderId;
import dev.bourse.api.model.TraderStatus;
import dev.bourse.api.model.TradingMode;
import dev.bourse.api.persistence.Snapshot;
import dev.bourse.api.state.StateReader;
import dev.bourse.api.state.StateWriter;
import dev.bourse.core.Fixture;
import dev.bourse.core.TraderCore;
import dev.bourse.core.settings.TraderSettings;
import dev.bourse.core.state.SnapshotCodec;
import dev.bourse.core.status.TraderFlags;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A trader with two accounts of 10,000 USD each; one of them holds less than that. */
@Tag("N7")
@Tag("N21")
class ShortageTest {
  private static final AccountId SECOND_ACCOUNT = new AccountId("second");
  private static final String MISSING =
      "account acct holds 4000.00000000 USD but our fills explain 10000.00000000 USD: entries stop"
          + " until this is explained";
  private static final TraderSettings SETTINGS =
      TraderSettings.of(
          new TraderId("t"), TradingMode.REPLAY, List.of(ACCOUNT, SECOND_ACCOUNT), List.of());

  private final Fixture trader = new Fixture(new TraderCore(SETTINGS));

  @BeforeEach
  void missesMoney() {
    trader.on(new LifecycleEvent.Started(1, "mode=replay"));
    trader.on(new InstrumentListed(BTCUSD, trader.now()));
    trader.on(new LifecycleEvent.Recovered("empty store"));
    trader.on(new ConnectionChanged(ACCOUNT, true, "", trader.now()));
    trader.on(new ConnectionChanged(SECOND_ACCOUNT, true, "", trader.now()));
    report(ACCOUNT, "10000");
    report(SECOND_ACCOUNT, "10000");
    report(ACCOUNT, "4000");
  }

  private void report(AccountId account, String usd) {
    trader.now(trader.now() + SECOND);
    Balance cash = new Balance(Money.of(usd, USD), USD.zero());
    trader.on(
        new AccountEvent.MassReport(
            account, List.of(), List.of(), List.of(cash), trader.now(), trader.now()));
  }

  private TraderFlags flags() {
    return trader.core().state().flags();
  }

  @Test
  void isNotExplainedByTheReportOfAnotherAccount() {
    TraderStatus before = flags().status();

    report(SECOND_ACCOUNT, "10000");

    assertThat(List.of(before, flags().status())).containsOnly(TraderStatus.REDUCING);
    assertThat(flags().detail()).isEqualTo(MISSING);
  }

  @Test
  void isExplainedByItsOwnAccountWhileAnotherMissesSomething() {
    report(SECOND_ACCOUNT, "9000");
    String both = flags().detail();

    report(ACCOUNT, "10000");

    assertThat(both).startsWith(MISSING + "; account second holds 9000.");
    assertThat(flags().status()).isEqualTo(TraderStatus.REDUCING);
    assertThat(flags().detail()).startsWith("account second holds 9000.");
  }

  @Test
  void isOverWhenAPersonAcceptsIt() {
    trader.on(new ControlEvent.Reconcile(true, "op"));

    report(SECOND_ACCOUNT, "10000");
    TraderStatus others = flags().status();
    report(ACCOUNT, "4000");

    assertThat(others).isEqualTo(TraderStatus.REDUCING);
    assertThat(flags().status()).isEqualTo(TraderStatus.RUNNING);
  }

  @Test
  void isFoundWhileNobodyKnowsWhatBecameOfAnOrderOfAnotherAccount() {
    report(ACCOUNT, "10000");
    trader.on(
        new ControlEvent.Submit(
            OrderSpec.limit(BTCUSD, Side.BUY, BTCUSD.quantity("1"), Price.of("100.00")), "op"));
    trader.sent(trader.last().id());
    List<ClientOrderId> doubts = trader.core().state().doubts().all();

    report(ACCOUNT, "10000");
    report(SECOND_ACCOUNT, "9000");

    assertThat(doubts).hasSize(1);
    assertThat(flags().shortages()).containsOnlyKeys(SECOND_ACCOUNT);
  }

  /** Who accepted meant what the venue said then. */
  @Test
  void isNotOverByAnAcceptanceFromBeforeAnOutage() {
    trader.on(new ControlEvent.Reconcile(true, "op"));
    trader.on(new ConnectionChanged(ACCOUNT, false, "cut", trader.now()));
    trader.on(new ConnectionChanged(ACCOUNT, true, "", trader.now()));

    report(ACCOUNT, "4000");

    assertThat(flags().status()).isEqualTo(TraderStatus.REDUCING);
    assertThat(flags().detail()).isEqualTo(MISSING);
  }

  @Test
  void isNotOverByAReportThatWasAskedForBeforeItWasAccepted() {
    long before = trader.now();
    trader.now(before + SECOND);
    trader.on(new ControlEvent.Reconcile(true, "op"));
    Balance old = new Balance(Money.of("7000", USD), USD.zero());
    trader.on(
        new AccountEvent.MassReport(
            ACCOUNT, List.of(), List.of(), List.of(old), before, trader.now()));
    TraderStatus early = flags().status();

    report(ACCOUNT, "4000");

    assertThat(early).isEqualTo(TraderStatus.REDUCING);
    assertThat(flags().status()).isEqualTo(TraderStatus.RUNNING);
  }

  @Test
  void isFoundAgainAfterARestart() {
    Snapshot saved = SnapshotCodec.save(trader.core().state(), List.of());

    TraderFlags restored = TraderCore.restore(SETTINGS, saved).state().flags();

    assertThat(restored.shortages()).containsOnlyKeys(ACCOUNT);
    assertThat(restored.detail()).isEqualTo(MISSING);
  }

  @Test
  void ofAStoreThatKeptOneForAllIsItsAccounts() {
    StateWriter store = new StateWriter();
    store.putBoolean(true).putBoolean(true).putBoolean(false).putBoolean(false);
    store.putBoolean(false).putBoolean(false).putText("").putText("").putText(MISSING);
    store.putInt(0).putInt(0).putInt(2);
    store.putText("acct").putBoolean(true).putBoolean(true).putText("");
    store.putText("second").putBoolean(true).putBoolean(true).putText("");

    TraderFlags loaded = new TraderFlags();
    loaded.load(new StateReader(store.toBytes()));

    assertThat(loaded.shortage(ACCOUNT)).isEqualTo(MISSING);
    assertThat(loaded.shortage(SECOND_ACCOUNT)).isEmpty();
    assertThat(loaded.status()).isEqualTo(TraderStatus.REDUCING);
  }
}
