package dev.bourse.engine.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.api.model.TraderId;
import dev.bourse.core.settings.History;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is written down of orders and positions, as a file says. */
@Tag("N13")
class HistoryKeysTest {
  private static final TraderId DEMO = new TraderId("demo");
  private final ConfigFixture files = new ConfigFixture();

  @Test
  void nothingSaidMeansNothingKept() {
    files.demo();

    History history = files.read().traders().get(DEMO).values().history();

    assertThat(history.isOff()).isTrue();
  }

  @Test
  void bothKeysCount() {
    files.demo("history.changes", "true", "history.interval", "1m");

    History history = files.read().traders().get(DEMO).values().history();

    assertThat(history).isEqualTo(new History(true, Duration.ofMinutes(1).toNanos()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "100ms | history.interval=100ms must be 1s to 1d, or off",
        "2d | history.interval=2d must be 1s to 1d, or off",
        "often | history.interval=often must be a duration above zero, such as 50ms, 5s, 10m or 1h,"
            + " or off",
      })
  void anIntervalThatCannotBeMeantIsRefusedWithASentence(String text, String sentence) {
    files.demo("history.interval", text);

    List<String> problems = files.read().refused().get(DEMO);

    assertThat(problems).singleElement().asString().contains(sentence);
  }
}
