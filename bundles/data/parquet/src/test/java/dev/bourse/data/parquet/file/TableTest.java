package dev.bourse.data.parquet.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bourse.api.data.DataException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rows come back as they were written, and what was damaged is refused by name. */
@Tag("N30")
final class TableTest {
  private static final List<Column> COLUMNS =
      List.of(
          Column.time("time"),
          Column.decimal("price", 8),
          Column.number("side"),
          Column.text("id"));

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(ints = {0, 1, Pages.ROWS - 1, Pages.ROWS, Pages.ROWS + 1, Pages.GROUP + 5000})
  void rowsComeBackAsTheyWereWritten(int rows) throws IOException {
    List<Row> written = rows(rows, 7);
    Path file = write(written);

    List<Row> read = read(file, Long.MIN_VALUE);

    assertThat(read).isEqualTo(written);
  }

  @Test
  void theLargestAndTheSmallestNumbersComeBack() throws IOException {
    List<Row> written = new ArrayList<>();
    long[] numbers = {
      0, 1, -1, TableWriter.MOST, -TableWriter.MOST, Long.MAX_VALUE, Long.MIN_VALUE
    };
    for (long each : numbers) {
      written.add(new Row(1, each, -each, "é"));
    }

    List<Row> read = read(write(written), Long.MIN_VALUE);

    assertThat(read).isEqualTo(written);
  }

  @Test
  void rowGroupsBeforeTheWantedTimeAreNotRead() throws IOException {
    Path file = write(rows(3 * Pages.GROUP, 3));
    List<Row> all = read(file, Long.MIN_VALUE);
    long from = all.get(2 * Pages.GROUP + 10).time();

    List<Row> read = read(file, from);

    assertThat(read).isEqualTo(all.subList(2 * Pages.GROUP, all.size()));
  }

  @Test
  void wordsOfTheFooterComeBackWithTheHashOfThePages() throws IOException {
    Path file = write(rows(10, 1));

    Table table = Table.read(file);

    assertThat(table.words()).containsEntry("kind", "test").containsKey("bourse.pages.sha256");
    assertThat(table.columns()).isEqualTo(COLUMNS);
    assertThat(table.rows()).isEqualTo(10);
    assertThat(table.hash()).matches("[0-9a-f]{65,72}");
  }

  @Test
  void aFileThatWasCutOffAnywhereIsRefusedByName() throws IOException {
    byte[] whole = Files.readAllBytes(write(rows(2000, 5)));
    Path cut = folder.resolve("cut.parquet");

    for (int length = 0; length < whole.length; length += 1 + whole.length / 200) {
      Files.write(cut, Arrays.copyOf(whole, length));

      assertThatThrownBy(() -> read(cut, Long.MIN_VALUE))
          .isInstanceOf(DataException.class)
          .hasMessageStartingWith(cut + " ends after " + length + " bytes")
          .hasMessageContaining("it was cut off");
    }
  }

  @Test
  void noFlippedBitGoesUnnoticed() throws IOException {
    List<Row> written = rows(500, 5);
    byte[] whole = Files.readAllBytes(write(written));
    Path flipped = folder.resolve("flipped.parquet");
    int unnoticed = 0;

    for (int i = 4; i < whole.length; i++) {
      byte[] copy = whole.clone();
      copy[i] ^= (byte) (1 << (i & 7));
      Files.write(flipped, copy);
      try {
        unnoticed += read(flipped, Long.MIN_VALUE).equals(written) ? 0 : 1;
      } catch (DataException e) {
        assertThat(e).hasMessageStartingWith(flipped.toString());
      }
    }

    assertThat(unnoticed).isZero();
  }

  @Test
  void aFileThatWasNotFinishedIsNotLeftBehind() throws IOException {
    Path file = folder.resolve("begun.parquet");

    try (TableWriter writer = TableWriter.create(file, COLUMNS)) {
      writer.add(new long[] {1, 2, 3, 0}, "x");
    }

    assertThat(file).doesNotExist();
  }

  private Path write(List<Row> rows) throws IOException {
    Path file = folder.resolve("table.parquet");
    try (TableWriter writer = TableWriter.create(file, COLUMNS)) {
      for (Row each : rows) {
        writer.add(new long[] {each.time(), each.price(), each.side(), 0}, each.id());
      }
      writer.finish(Map.of("kind", "test"));
    }
    return file;
  }

  private static List<Row> read(Path file, long from) {
    List<Row> rows = new ArrayList<>();
    try (TableReader reader = TableReader.open(Table.read(file), from)) {
      while (reader.next()) {
        rows.add(new Row(reader.number(0), reader.number(1), reader.number(2), reader.word(3)));
      }
      assertThat(reader.passed()).isEqualTo(Table.read(file).rows());
    }
    return rows;
  }

  private static List<Row> rows(int count, long seed) {
    Random random = new Random(seed);
    List<Row> rows = new ArrayList<>();
    long time = 1_704_067_200_000_000_000L;
    for (int i = 0; i < count; i++) {
      time += random.nextInt(3) * 1_000_000L;
      rows.add(new Row(time, random.nextLong() >> random.nextInt(60), i % 3, "t" + i));
    }
    return rows;
  }

  private record Row(long time, long price, long side, String id) {}
}
