package dev.bourse.core;

import static dev.bourse.core.Fixture.ACCOUNT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.api.alert.Alert;
import dev.bourse.api.event.AccountEvent;
import dev.bourse.api.event.LifecycleEvent;
import dev.bourse.api.model.AccountRights;
import dev.bourse.api.persistence.Snapshot;
import dev.bourse.api.strategy.Strategy;
import dev.bourse.api.trace.Turn;
import dev.bourse.api.trace.TurnResult;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What the key of an account may do is shown, and a key that may withdraw is an alert. */
@Tag("A3")
@Tag("P21")
class KeyRightsTest {
  private static final AccountRights RISKY =
      new AccountRights(true, Optional.of(true), Optional.of(false));
  private static final AccountRights SAFE =
      new AccountRights(true, Optional.of(false), Optional.of(true));
  private static final TurnResult ALERT =
      new TurnResult.Noted(
          Alert.Level.WARNING,
          "the key of account acct MAY WITHDRAW MONEY, which trading does not need: make a key"
              + " without that right");

  private final Fixture trader = new Fixture().running(new Strategy() {});

  private Turn told(AccountRights rights) {
    return trader.on(new AccountEvent.Rights(ACCOUNT, rights, trader.now()));
  }

  @Test
  void aKeyThatMayWithdrawIsAnAlertOncePerStart() {
    Turn first = told(RISKY);
    Turn again = told(RISKY);
    trader.on(new LifecycleEvent.Started(2, ""));
    Turn afterAStart = told(RISKY);

    assertThat(first.results()).contains(ALERT);
    assertThat(again.results()).doesNotContain(ALERT);
    assertThat(afterAStart.results()).contains(ALERT);
  }

  @Test
  void aKeyThatMayNotWithdrawIsNone() {
    Turn turn = told(SAFE);

    assertThat(turn.results()).isEmpty();
    assertThat(trader.core().state().rights(ACCOUNT)).contains(SAFE);
  }

  @Test
  void whatAKeyMayDoIsTheSameAfterARestart() {
    told(RISKY);
    Snapshot snapshot = trader.core().save();

    TraderCore restored = TraderCore.restore(Fixture.settings(java.util.List.of()), snapshot);

    assertThat(restored.state().rights(ACCOUNT)).contains(RISKY);
    assertThat(restored.stateHash()).isEqualTo(trader.core().stateHash());
  }
}
