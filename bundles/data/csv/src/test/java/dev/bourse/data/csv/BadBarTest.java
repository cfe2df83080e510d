package dev.bourse.data.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Bars that are refused: each with file, line, what is wrong and what to do. */
@Tag("N30")
final class BadBarTest {
  @TempDir Path temp;

  @Test
  void refusesABarOutsideOfItsRange() {
    DataFolder folder =
        DataFolder.bars(temp)
            .lines("time,open,high,low,close,volume", "1385337600,800,810,790,811,5");

    String message = folder.failure();

    assertThat(message)
        .isEqualTo(
            folder.file()
                + " line 2: open 800.00 or close 811.00 is outside low 790.00..high 810.00; correct them, or the columns");
  }

  @Test
  void refusesABarThatStandsTwice() {
    DataFolder folder =
        DataFolder.bars(temp)
            .lines(
                "time,open,high,low,close,volume",
                "1385337600,800,810,790,805,5",
                "1385337600,800,810,790,805,5");

    String message = folder.failure();

    assertThat(message)
        .isEqualTo(
            folder.file()
                + " line 3: it closes when the bar before it does; a bar may stand only once");
  }

  @Test
  void refusesABarEarlierThanTheOneBefore() {
    DataFolder folder =
        DataFolder.bars(temp)
            .lines(
                "time,open,high,low,close,volume",
                "1385337600,800,810,790,805,5",
                "1385337540,800,810,790,805,5");

    String message = folder.failure();

    assertThat(message)
        .isEqualTo(
            folder.file()
                + " line 3: its time 2013-11-25T00:00:00Z is before 2013-11-25T00:01:00Z of the row above; sort the file");
  }

  @Test
  void refusesABarThatBeginsInTheMiddle() {
    DataFolder folder =
        DataFolder.bars(temp)
            .lines("time,open,high,low,close,volume", "1385337601,800,810,790,805,5");

    String message = folder.failure();

    assertThat(message)
        .isEqualTo(
            folder.file()
                + " line 2: time 1385337601 is 2013-11-25T00:00:01Z, no multiple of the bar 1m; correct it, or bar and time.means");
  }

  @Test
  void refusesANegativeVolume() {
    DataFolder folder =
        DataFolder.bars(temp)
            .lines("time,open,high,low,close,volume", "1385337600,800,810,790,805,-5");

    String message = folder.failure();

    assertThat(message)
        .isEqualTo(folder.file() + " line 2: volume -5 must not be negative; correct it");
  }

  @Test
  void refusesABarFarFromTheOneBefore() {
    DataFolder folder =
        DataFolder.bars(temp)
            .lines(
                "time,open,high,low,close,volume",
                "1385337600,800,810,790,805,5",
                "1385337660,80000,80001,79999,80000,5");

    String message = folder.failure();

    assertThat(message)
        .isEqualTo(
            folder.file()
                + " line 3: open 80000.00 is more than 10 times away from 805.00 before it; correct it, or raise max.jump");
  }
}
