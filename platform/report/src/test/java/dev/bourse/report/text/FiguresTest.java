package dev.bourse.report.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FiguresTest {
  @ParameterizedTest
  @CsvSource({"10134.21, 2", "9.5, 6", "0.25, 7", "0.0025, 8", "1000000, 2", "0, 6", "123.456, 4"})
  void giveAmountsAboutSevenDigits(BigDecimal largest, int expected) {
    int decimals = Figures.decimals(largest, 7, 8);

    assertThat(decimals).isEqualTo(expected);
    assertThat(Figures.decimals(largest, 7, 3)).isEqualTo(Math.min(3, expected));
  }

  @ParameterizedTest
  @CsvSource({"1.005, 1.00", "1.015, 1.02", "-0.001, 0.00", "-1.239, -1.24", "1e3, 1000.00"})
  void roundAmountsHalfEven(BigDecimal value, String expected) {
    String text = Figures.amount(value, 2);

    assertThat(text).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({"0.5000, 0.5", "100, 100", "1E+2, 100", "0.00, 0"})
  void trimZerosAtTheEnd(BigDecimal value, String expected) {
    String text = Figures.trimmed(value);

    assertThat(text).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({"0.1234, 12.34 %", "-0.00001, 0.00 %", "NaN, -", "Infinity, -"})
  void printSharesAsPercent(double share, String expected) {
    String text = Figures.percent(share);

    assertThat(text).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({"1.2345, 1.23", "Infinity, -", "-Infinity, -", "NaN, -"})
  void printRatios(double value, String expected) {
    String text = Figures.ratio(value);

    assertThat(text).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0 s",
    "59, 59 s",
    "60, 1 m 0 s",
    "3599, 59 m 59 s",
    "3600, 1 h 0 m",
    "86399, 23 h 59 m",
    "86400, 1 d 0 h",
    "576000, 6 d 16 h"
  })
  void printDurationsInTheTwoLargestUnits(long seconds, String expected) {
    String text = Figures.duration(TimeUnit.SECONDS.toNanos(seconds));

    assertThat(text).isEqualTo(expected);
  }

  @Test
  void printTimesInUtc() {
    long time = TimeUnit.SECONDS.toNanos(1_385_337_600L) + 999_999_999L;

    String text = Figures.time(time);

    assertThat(text).isEqualTo("2013-11-25T00:00:00Z");
    assertThat(Figures.time(-1)).isEqualTo("1969-12-31T23:59:59Z");
  }
}
