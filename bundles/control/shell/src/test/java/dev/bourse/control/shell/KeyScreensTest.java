package dev.bourse.control.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.api.model.AccountRights;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What the key of an account may do stands where its user looks at the account. */
@Tag("P21")
class KeyScreensTest {
  private static String screen(AccountRights rights, String command) {
    return Demo.terminal(Demo.atBinance(false, rights)).run(command);
  }

  @Test
  void aKeyThatMayWithdrawIsShownInCapitals() {
    AccountRights rights = new AccountRights(true, Optional.of(true), Optional.of(false));

    String info = screen(rights, "trader:info demo");
    String list = screen(rights, "exchange:list");

    assertThat(info)
        .containsPattern("Key sim +reads and trades, MAY WITHDRAW MONEY, works from anywhere");
    assertThat(list).contains("MAY WITHDRAW");
  }

  @Test
  void aKeyWithTheRightsThatItShouldHaveIsShownToo() {
    AccountRights rights = new AccountRights(true, Optional.of(false), Optional.of(true));

    String info = screen(rights, "trader:info demo");
    String list = screen(rights, "exchange:list");

    assertThat(info)
        .containsPattern("Key sim +reads and trades, may not withdraw, only from named addresses");
    assertThat(list).contains("trades").doesNotContain("WITHDRAW");
  }

  @Test
  void whatTheVenueDoesNotSayIsSaidToBeUnknown() {
    AccountRights rights = new AccountRights(true, Optional.empty(), Optional.empty());

    String info = screen(rights, "trader:info demo");

    assertThat(info)
        .containsPattern("Key sim +reads and trades, whether it may withdraw is not known");
  }
}
