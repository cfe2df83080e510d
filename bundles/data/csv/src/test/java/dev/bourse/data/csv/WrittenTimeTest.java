package dev.bourse.data.csv;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.api.event.MarketEvent;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Times as people write them. */
@Tag("N30")
class WrittenTimeTest {
  private static final String HEADER = "time,price,size";

  @TempDir Path temp;

  private DataFolder written(String... times) {
    return onClocksIn("UTC", times);
  }

  private DataFolder onClocksIn(String zone, String... times) {
    String[] lines = new String[times.length + 1];
    lines[0] = HEADER;
    for (int i = 0; i < times.length; i++) {
      lines[i + 1] = times[i] + ",800,1";
    }
    return DataFolder.trades(temp).with("time.unit", "iso").with("time.zone", zone).lines(lines);
  }

  private static List<String> times(DataFolder folder) {
    return folder.events().stream()
        .map(MarketEvent::eventTime)
        .map(nanos -> Instant.ofEpochSecond(0, nanos).toString())
        .toList();
  }

  @ParameterizedTest
  @CsvSource({
    "2024-01-31, 2024-01-31T00:00:00Z",
    "2024-01-31 16:00, 2024-01-31T16:00:00Z",
    "2024-01-31T16:00:05.25, 2024-01-31T16:00:05.250Z",
    "2024-01-31T16:00:05.000000001Z, 2024-01-31T16:00:05.000000001Z",
    "2024-01-31 16:00:05+01:00, 2024-01-31T15:00:05Z",
    "2024-01-31T00:30-05:30, 2024-01-31T06:00:00Z",
  })
  void readsDaysAndTimesWithAndWithoutAnOffset(String text, String meant) {
    DataFolder folder = written(text);

    List<String> times = times(folder);

    assertThat(times).containsExactly(meant);
  }

  @Test
  void readsTheClockOfAZoneThroughItsSummer() {
    DataFolder folder = onClocksIn("America/New_York", "2024-03-08 16:00", "2024-03-11 16:00");

    List<String> times = times(folder);

    assertThat(times).containsExactly("2024-03-08T21:00:00Z", "2024-03-11T20:00:00Z");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2024-03-10 02:30 | did not happen in America/New_York, when clocks were changed",
        "2024-11-03 01:30 | happened twice in America/New_York, when clocks were changed",
      })
  void doesNotGuessAnHourThatTheClocksHadTwiceOrNever(String text, String reason) {
    DataFolder folder = onClocksIn("America/New_York", text);

    String message = folder.failure();

    assertThat(message)
        .isEqualTo(
            folder.file()
                + " line 2: time "
                + text
                + " "
                + reason
                + "; write times with their offset from UTC");
  }

  @Test
  void refusesAFileInWhichOnlySomeTimesHaveAnOffset() {
    DataFolder folder = written("2024-01-31T16:00:00Z", "2024-01-31T16:00:01");

    String message = folder.failure();

    assertThat(message)
        .isEqualTo(
            folder.file()
                + " line 3: time 2024-01-31T16:00:01 has no offset from UTC and the rows before have"
                + " it the other way; write all times in one way");
  }

  @Test
  void saysWhatATimeLooksLike() {
    DataFolder folder = written("31/01/2024");

    String message = folder.failure();

    assertThat(message)
        .isEqualTo(
            folder.file()
                + " line 2: time \"31/01/2024\" is no day like 2024-01-31 nor a time like"
                + " 2024-01-31T16:00:00Z; correct it, or time.unit");
  }
}
