package dev.bourse.control.shell.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("P11")
class ProgressTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      ignoreLeadingAndTrailingWhitespace = false,
      value = {
        "0;0;0;[>                             ]   0 %  0 events  0/s  ",
        "0.5;1000000;2;[===============>              ]  50 %  1,000,000 events  500,000/s  2 s left",
        "0.25;1500;30;[=======>                      ]  25 %  1,500 events  50/s  1 m 30 s left",
        "1;4000;2;[==============================] 100 %  4,000 events  2,000/s  done",
        "1.5;4000;2;[==============================] 100 %  4,000 events  2,000/s  done"
      })
  void saysHowFarHowFastAndHowLong(double share, long events, long seconds, String expected) {
    String line = Progress.line(share, events, TimeUnit.SECONDS.toNanos(seconds));

    assertThat(line).isEqualTo(expected);
  }
}
