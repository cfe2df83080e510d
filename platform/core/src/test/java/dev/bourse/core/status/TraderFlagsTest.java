package dev.bourse.core.status;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.api.model.AccountId;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What was latched of an account that a trader does not have any more. */
@Tag("N12")
class TraderFlagsTest {
  private static final AccountId KEPT = new AccountId("kept");
  private static final AccountId REMOVED = new AccountId("removed");

  /** Nobody could lift it: no report of the account will ever come. */
  @Test
  void leavesWithTheAccount() {
    TraderFlags flags = new TraderFlags();
    flags.differing(KEPT, "a position differs");
    flags.differing(REMOVED, "another one differs");
    flags.shortage(REMOVED, "money is missing");

    flags.begin(List.of(KEPT));

    assertThat(flags.differing()).containsOnlyKeys(KEPT);
    assertThat(flags.shortages()).isEmpty();
  }
}
