package dev.bourse.exchange.binance.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The pauses between attempts to connect. */
@Tag("H2")
class ReconnectPausesTest {
  private static final Duration TEN = Duration.ofSeconds(10);
  private static final Duration HOUR = Duration.ofHours(1);

  private static List<Duration> failures(ReconnectPauses pauses, int number) {
    return Stream.generate(() -> pauses.failed(Duration.ZERO)).limit(number).toList();
  }

  private static List<Duration> seconds(long... seconds) {
    return Arrays.stream(seconds).mapToObj(Duration::ofSeconds).toList();
  }

  @Test
  void aLossIsFollowedByAnAttemptAtOnceAndEachFailureByALongerPause() {
    ReconnectPauses pauses = new ReconnectPauses(TEN);

    Duration first = pauses.lost(HOUR, Duration.ZERO);
    List<Duration> others = failures(pauses, 8);

    assertThat(first).isZero();
    assertThat(others).isEqualTo(seconds(10, 20, 30, 40, 50, 60, 60, 60));
  }

  @Test
  void aShorterFirstPauseGrowsSixfold() {
    ReconnectPauses pauses = new ReconnectPauses(Duration.ofMillis(100));

    List<Duration> all = failures(pauses, 7);

    assertThat(all)
        .extracting(Duration::toMillis)
        .containsExactly(100L, 200L, 300L, 400L, 500L, 600L, 600L);
  }

  @Test
  void noPauseIsLongerThanAMinute() {
    ReconnectPauses pauses = new ReconnectPauses(Duration.ofSeconds(25));

    List<Duration> all = failures(pauses, 4);

    assertThat(all).isEqualTo(seconds(25, 50, 60, 60));
  }

  @Test
  void whatTheVenueAsksForIsWaitedFor() {
    ReconnectPauses pauses = new ReconnectPauses(TEN);

    Duration afterLoss = pauses.lost(HOUR, Duration.ofSeconds(7));
    Duration longer = pauses.failed(Duration.ofSeconds(90));
    Duration shorter = pauses.failed(Duration.ofSeconds(3));

    assertThat(List.of(afterLoss, longer, shorter)).isEqualTo(seconds(7, 90, 20));
  }

  @Test
  void aConnectionThatLastedForAWhileBeginsTheSeriesAnew() {
    ReconnectPauses pauses = new ReconnectPauses(TEN);
    List<Duration> unused = failures(pauses, 3);

    Duration first = pauses.lost(TEN, Duration.ZERO);
    Duration second = pauses.failed(Duration.ZERO);

    assertThat(List.of(first, second)).isEqualTo(seconds(0, 10));
  }

  @Test
  void aConnectionThatEndedSoonCountsAsAnAttemptThatFailed() {
    ReconnectPauses pauses = new ReconnectPauses(TEN);
    List<Duration> unused = failures(pauses, 1);

    Duration pause = pauses.lost(TEN.minusNanos(1), Duration.ZERO);

    assertThat(pause).isEqualTo(Duration.ofSeconds(20));
  }

  @Test
  @Tag("G4")
  void aConnectionOfLessThanFiveSecondsFailedHoweverShortTheFirstPauseIs() {
    ReconnectPauses pauses = new ReconnectPauses(Duration.ofMillis(100));

    Duration soon = pauses.lost(Duration.ofSeconds(5).minusNanos(1), Duration.ZERO);
    Duration later = pauses.lost(Duration.ofSeconds(5), Duration.ZERO);

    assertThat(soon).hasMillis(100);
    assertThat(later).isZero();
  }

  @ParameterizedTest
  @CsvSource({"100ms,100", "10s,10000", "60s,60000", "1m,60000", "2 s,2000"})
  void theFirstPauseIsRead(String text, long millis) {
    Duration pause = ReconnectPauses.first("reconnect.pause", text);

    assertThat(pause).hasMillis(millis);
  }

  @ParameterizedTest
  @ValueSource(strings = {"99ms", "61s", "2m", "0s", "10", "off", "-1s", ""})
  void aFirstPauseOutOfItsRangeIsRefusedWithASentence(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ReconnectPauses.first("reconnect.pause", text))
        .withMessage(
            "reconnect.pause="
                + text
                + " must be a duration from 100ms to 60s, such as 500ms or 10s");
  }
}
