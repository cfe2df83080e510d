package dev.bourse.control.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.api.trader.TraderRegistry;
import dev.bourse.api.trader.TraderSnapshot.AccountView;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whether real money is at stake stands where a user looks at an account. */
@Tag("A4")
class StakeScreensTest {
  private static Terminal terminal(@Nullable Boolean sandbox) {
    AccountView account =
        new AccountView(
            Demo.ACCOUNT,
            "binance",
            true,
            "Connected.",
            List.of(),
            List.of(),
            List.of(),
            Optional.empty(),
            Optional.ofNullable(sandbox));
    FakeTrader trader = new FakeTrader(Snapshots.of("demo").accounts(account).build());
    return new Terminal().offer(TraderRegistry.class, new FakeRegistry(trader));
  }

  @ParameterizedTest
  @CsvSource({"false, real", "true, not real", ", -"})
  void moneyIsSaidToBeWhatTheAdapterSaysThatItIs(@Nullable Boolean sandbox, String money) {
    Terminal terminal = terminal(sandbox);

    String info = terminal.run("trader:info demo");
    String list = terminal.run("exchange:list");

    assertThat(info).containsPattern("(?m)^ +sim +binance +" + money + " +yes +Connected\\.");
    assertThat(list).containsPattern("(?m)^sim +binance +" + money + " +demo +yes ");
  }
}
