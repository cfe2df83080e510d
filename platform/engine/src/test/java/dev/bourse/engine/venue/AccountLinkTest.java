package dev.bourse.engine.venue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("H2")
@Tag("H4")
class AccountLinkTest {
  @ParameterizedTest
  @CsvSource({
    "0, 10000, 1000",
    "1, 10000, 10000",
    "2, 10000, 20000",
    "6, 10000, 60000",
    "7, 10000, 60000",
    "1000000, 10000, 60000",
    "6, 20000, 60000",
    "0, 100, 100",
    "3, 100, 300",
    "9, 100, 600"
  })
  void anAccountThatWasGivenUpIsOpenedSoonAndThenMoreAndMoreSeldom(
      int failures, long step, long pause) {
    Duration told = AccountLink.pause(failures, Duration.ofMillis(step));

    assertThat(told).isEqualTo(Duration.ofMillis(pause));
  }
}
