package dev.bourse.data.csv;

import dev.bourse.api.data.DataCursor;
import dev.bourse.api.data.DataException;
import dev.bourse.api.data.DataFormat;
import dev.bourse.api.data.DataRange;
import dev.bourse.api.model.BarInterval;
import dev.bourse.api.model.Instrument;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Files that a venue publishes with columns in a fixed order, with a line of their names or without
 * one, times in milliseconds or microseconds.
 */
abstract sealed class PublishedFormat implements DataFormat
    permits BinanceAggTrades, BinanceKlines, BinanceTrades {
  /**
   * Where the closing time of bars stands; together with the opening time it tells their length.
   */
  static final String CLOSE_TIME = "close.time";

  /** How many times a price may differ from the one before; a listing moves more than a market. */
  static final int MAX_JUMP = 1000;

  private final String name;
  private final Kind kind;
  private final Pattern fileName;
  private final Map<String, Integer> columns;

  /**
   * @param name the word that commands use
   * @param kind what a row is
   * @param fileName what the names of such files look like; the first group is the symbol, a second
   *     one the length of the bars
   * @param columns where each role stands, from 0
   */
  PublishedFormat(String name, Kind kind, Pattern fileName, Map<String, Integer> columns) {
    this.name = name;
    this.kind = kind;
    this.fileName = fileName;
    this.columns = Map.copyOf(columns);
  }

  @Override
  public final String name() {
    return name;
  }

  @Override
  public final boolean recognises(Path file) {
    return matcher(file).isPresent();
  }

  @Override
  public final String symbol(Path file) {
    return matcher(file).map(found -> found.group(1)).orElse("");
  }

  @Override
  public final Optional<Instrument> instrument(Path file) {
    return Optional.empty();
  }

  @Override
  public final DataCursor open(Path file, Instrument instrument) {
    return CsvCursor.open(description(file, instrument), DataRange.all(name));
  }

  private Description description(Path path, Instrument instrument) {
    try (DataFile file = DataFile.open(path)) {
      Rows rows = new Rows(file, (byte) ',');
      if (!rows.next()) {
        throw new DataException(path + " is empty; copy it again");
      }
      boolean header = !isNumber(rows.text(0));
      Map<String, String> names = names(rows, header, matcher(path).isEmpty());
      if (header && !rows.next()) {
        throw new DataException(path + " has a header and no rows; copy it again");
      }
      TimeMeaning meaning = kind == Kind.BARS ? TimeMeaning.OPEN : TimeMeaning.EVENT;
      TimeColumn time = new TimeColumn(TimeUnits.MS_OR_US, meaning, bar(path, rows));
      return new Description(
          name,
          path,
          kind,
          new Layout(header, (byte) ',', names),
          time,
          instrument,
          new Policies(MAX_JUMP, ZeroAmounts.REFUSE, disorder(), Repeats.SKIP));
    }
  }

  private Disorder disorder() {
    return kind == Kind.BARS ? Disorder.FAIL : Disorder.CARRY;
  }

  /** The closing time is needed only where the file's name does not tell how long the bars are. */
  private Map<String, String> names(Rows first, boolean header, boolean measures) {
    Map<String, String> names = new HashMap<>();
    columns.forEach(
        (role, index) -> {
          if (role.equals(CLOSE_TIME) && !measures) {
            return;
          }
          if (index >= first.columns()) {
            throw first.bad(
                "it has "
                    + first.columns()
                    + " columns, but in "
                    + name
                    + " "
                    + role
                    + " is number "
                    + (index + 1)
                    + "; is it another kind of file?");
          }
          names.put(role, header ? first.text(index) : String.valueOf(index + 1));
        });
    names.remove(CLOSE_TIME);
    return names;
  }

  private @Nullable BarInterval bar(Path path, Rows row) {
    if (kind != Kind.BARS) {
      return null;
    }
    Optional<String> named = matcher(path).map(found -> found.group(2));
    return named.isPresent() ? named(path, named.get()) : measured(row);
  }

  private static BarInterval named(Path path, String length) {
    try {
      return BarInterval.ofTime(length);
    } catch (IllegalArgumentException e) {
      throw new DataException(
          path
              + " holds bars of "
              + length
              + ", which are not aligned to a fixed length; store"
              + " smaller ones, from which larger ones are built",
          e);
    }
  }

  /** From the first row: a bar closes one unit of time before the next one opens. */
  private BarInterval measured(Rows row) {
    long open = time(row, columns.getOrDefault("time", 0));
    long close = time(row, columns.getOrDefault(CLOSE_TIME, 0));
    long unit = close % TimeUnit.MILLISECONDS.toNanos(1) == 0 ? 1_000_000L : 1_000L;
    long length = close + unit - open;
    if (length <= 0 || length % TimeUnit.SECONDS.toNanos(1) != 0) {
      throw row.bad("open and close time do not tell how long the bar is; correct them");
    }
    return new BarInterval(length);
  }

  private static long time(Rows row, int index) {
    NumberColumn column = new NumberColumn("time", index, 0, 1, "whole milliseconds");
    return TimeUnits.MS_OR_US.nanos(column.read(row));
  }

  private Optional<Matcher> matcher(Path file) {
    Matcher matcher = fileName.matcher(String.valueOf(file.getFileName()));
    return matcher.matches() ? Optional.of(matcher) : Optional.empty();
  }

  private static boolean isNumber(String text) {
    return !text.isEmpty() && text.chars().allMatch(each -> each >= '0' && each <= '9');
  }
}
