package dev.bourse.control.shell;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whether real money is at stake stands where a user looks at an account. */
@Tag("A4")
class StakeScreensTest {
  @ParameterizedTest
  @CsvSource({"false, real", "true, not real", ", -"})
  void moneyIsSaidToBeWhatTheAdapterSaysThatItIs(@Nullable Boolean sandbox, String money) {
    Terminal terminal = Demo.terminal(Demo.atBinance(sandbox, null));

    String info = terminal.run("trader:info demo");
    String list = terminal.run("exchange:list");

    assertThat(info).containsPattern("(?m)^ +sim +binance +" + money + " +yes +Connected\\.");
    assertThat(list).containsPattern("(?m)^sim +binance +" + money + " +demo +yes ");
  }
}
