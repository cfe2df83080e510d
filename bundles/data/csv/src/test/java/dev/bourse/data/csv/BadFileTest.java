package dev.bourse.data.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that are refused as a whole. */
@Tag("N30")
final class BadFileTest {
  @TempDir Path temp;

  @Test
  void refusesAnEmptyFile() {
    DataFolder folder = DataFolder.trades(temp).bytes(new byte[0]);

    String message = folder.failure();

    assertThat(message).isEqualTo(folder.file() + " is empty; copy it again");
  }

  @Test
  void refusesAFileWithNothingButAHeader() {
    DataFolder folder = DataFolder.trades(temp).lines("time,price,size");

    String message = folder.failure();

    assertThat(message).isEqualTo(folder.file() + " has a header and no rows; copy it again");
  }

  @Test
  void refusesAGzipThatWasCutOff() {
    byte[] whole = DataFolder.gzip(manyRows());
    DataFolder folder = DataFolder.trades(temp).with("file", "sample.csv.gz");

    String message = folder.bytes(Arrays.copyOf(whole, whole.length - 20)).failure();

    assertThat(message)
        .isEqualTo(folder.file() + " ends in the middle: it was cut off; copy it again");
  }

  @Test
  void refusesAnEmptyGzip() {
    DataFolder folder = DataFolder.trades(temp).with("file", "sample.csv.gz");

    String message = folder.bytes(new byte[0]).failure();

    assertThat(message)
        .isEqualTo(folder.file() + " ends in the middle: it was cut off; copy it again");
  }

  @Test
  void refusesAGzipThatIsNone() {
    DataFolder folder = DataFolder.trades(temp).with("file", "sample.csv.gz");

    String message = folder.bytes(manyRows()).failure();

    assertThat(message)
        .isEqualTo(folder.file() + " is damaged (Not in GZIP format); copy it again");
  }

  @Test
  void refusesAGzipWithAnotherChecksum() {
    byte[] damaged = DataFolder.gzip(manyRows());
    damaged[damaged.length - 8] ^= 1;
    DataFolder folder = DataFolder.trades(temp).with("file", "sample.csv.gz");

    String message = folder.bytes(damaged).failure();

    assertThat(message)
        .isEqualTo(folder.file() + " is damaged (Corrupt GZIP trailer); copy it again");
  }

  @Test
  void refusesAZipThatWasCutOff() {
    byte[] whole = DataFolder.zip(manyRows(), "rows.csv");
    DataFolder folder = DataFolder.trades(temp).with("file", "sample.zip");

    String message = folder.bytes(Arrays.copyOf(whole, whole.length - 30)).failure();

    assertThat(message)
        .isEqualTo(folder.file() + " is damaged (zip END header not found); copy it again");
  }

  @Test
  void refusesAZipWithTwoFiles() {
    DataFolder folder = DataFolder.trades(temp).with("file", "sample.zip");

    String message = folder.bytes(DataFolder.zip(manyRows(), "a.csv", "b.csv")).failure();

    assertThat(message)
        .isEqualTo(folder.file() + " holds 2 files; put exactly one file into a zip");
  }

  @Test
  void refusesAFolderInPlaceOfAFile() throws IOException {
    DataFolder folder = DataFolder.trades(temp).describe();
    Files.createDirectory(folder.file());

    String message = folder.failure();

    assertThat(message).isEqualTo(folder.file() + " is not there, or is no file");
  }

  private static byte[] manyRows() {
    StringBuilder rows = new StringBuilder("time,price,size\n");
    for (int i = 0; i < 5_000; i++) {
      rows.append(1_385_337_600 + i).append(",800.").append(10 + i * 7 % 89).append(",1\n");
    }
    return DataFolder.text(rows.toString());
  }
}
