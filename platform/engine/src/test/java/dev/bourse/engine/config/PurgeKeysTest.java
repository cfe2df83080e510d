package dev.bourse.engine.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.api.model.TraderId;
import dev.bourse.core.settings.Purge;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When what nobody needs leaves memory, as a file says. */
@Tag("N14")
class PurgeKeysTest {
  private static final TraderId DEMO = new TraderId("demo");
  private final ConfigFixture files = new ConfigFixture();

  private Purge purge() {
    return files.read().traders().get(DEMO).values().purge();
  }

  @Test
  void nothingSaidMeansClosedOrdersStayForADay() {
    files.demo();

    Purge purge = purge();

    assertThat(purge)
        .isEqualTo(
            new Purge(
                Duration.ofMinutes(15).toNanos(),
                Duration.ofDays(1).toNanos(),
                Duration.ofDays(30).toNanos()));
  }

  @Test
  void allKeysCount() {
    files.demo("purge.interval", "10m", "purge.orders", "1h", "purge.flows", "90d");

    Purge purge = purge();

    assertThat(purge)
        .isEqualTo(
            new Purge(
                Duration.ofMinutes(10).toNanos(),
                Duration.ofHours(1).toNanos(),
                Duration.ofDays(90).toNanos()));
  }

  @Test
  void offLeavesAllToTheNumberThatIsKept() {
    files.demo("purge.interval", "off");

    Purge purge = purge();

    assertThat(purge).isEqualTo(Purge.NONE);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "purge.interval | 5s | purge.interval=5s must be 1m to 1d, or off",
        "purge.orders | 5m | purge.orders=5m must be 1h to 365d",
        "purge.flows | 1d | purge.flows=1d must be 7d to 3650d",
        "purge.flows | long | purge.flows=long must be a duration above zero",
      })
  void aTimeThatCannotBeMeantIsRefusedWithASentence(String key, String text, String sentence) {
    files.demo(key, text);

    List<String> problems = files.read().refused().get(DEMO);

    assertThat(problems).singleElement().asString().contains(sentence);
  }
}
