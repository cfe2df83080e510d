package dev.bourse.backtest.store;

import dev.bourse.api.backtest.Figure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code statistics.csv}: the figures of a run, exact; an empty value where there is none. */
public final class FigureFile {
  /** Its name in the folder of a result. */
  public static final String NAME = "statistics.csv";

  private FigureFile() {}

  /** The text of the file. */
  public static String of(List<Figure> figures) {
    Table table = new Table("statistic", "value", "text", "reason");
    for (Figure each : figures) {
      table.row(List.of(each.name(), plain(each.value()), each.text(), each.reason()));
    }
    return table.toString();
  }

  /** The number as text, empty without one. */
  public static String plain(@Nullable BigDecimal value) {
    return value == null
        ? ""
        : value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
  }

  /** The figures of a file; throws a sentence where it has another form. */
  public static List<Figure> read(Path file) {
    try {
      return read(Files.readString(file, StandardCharsets.UTF_8), file.toString());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
  }

  /** The figures of a text; throws a sentence that names its place where it has another form. */
  public static List<Figure> read(String text, String place) {
    return Table.rows(text).stream().skip(1).map(row -> figure(row, place)).toList();
  }

  private static Figure figure(List<String> row, String place) {
    try {
      BigDecimal value = row.get(1).isEmpty() ? null : new BigDecimal(row.get(1));
      return new Figure(row.get(0), value, row.get(2), row.get(3));
    } catch (NumberFormatException | IndexOutOfBoundsException e) {
      throw new IllegalArgumentException(
          place + " is damaged at \"" + String.join(",", row) + "\": run the backtest again", e);
    }
  }
}
