package dev.bourse.data.parquet.file;

import dev.bourse.api.data.DataException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads the rows of a table in their order, a page at a time. Row groups whose first column ends
 * before the wanted range are not read.
 */
public final class TableReader implements AutoCloseable {
  private final Table table;
  private final FileChannel channel;
  private final List<ColumnReader> readers = new ArrayList<>();
  private int group = -1;
  private long leftInGroup;
  private int rows;
  private int row = -1;
  private long passed;

  private TableReader(Table table, FileChannel channel) {
    this.table = table;
    this.channel = channel;
    table.columns().forEach(each -> readers.add(new ColumnReader(channel, each)));
  }

  /**
   * Opens a table.
   *
   * @param from rows are wanted whose first column, which never falls, is not below this
   */
  public static TableReader open(Table table, long from) {
    try {
      TableReader reader =
          new TableReader(table, FileChannel.open(table.path(), StandardOpenOption.READ));
      reader.skipGroups(from);
      return reader;
    } catch (IOException e) {
      throw new DataException(table.path() + " cannot be read: " + e.getMessage(), e);
    }
  }

  /** Goes to the next row; false at the end. */
  public boolean next() {
    row++;
    if (row < rows) {
      passed++;
      return true;
    }
    if (!page()) {
      return false;
    }
    row = 0;
    passed++;
    return true;
  }

  /** The number in a column of this row. */
  public long number(int column) {
    return readers.get(column).number(row);
  }

  /** The word in a column of this row. */
  public String word(int column) {
    return readers.get(column).word(row);
  }

  /** How many rows are behind us, skipped ones included. */
  public long passed() {
    return passed;
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new DataException(table.path() + " cannot be closed: " + e.getMessage(), e);
    }
  }

  private void skipGroups(long from) {
    while (group + 1 < table.groups() && Ranges.most(table.chunk(group + 1, 0)) < from) {
      group++;
      passed += table.rowsOf(group);
    }
  }

  private boolean page() {
    try {
      if (leftInGroup == 0) {
        if (group + 1 >= table.groups()) {
          return false;
        }
        group++;
        leftInGroup = table.rowsOf(group);
        for (int i = 0; i < readers.size(); i++) {
          readers.get(i).begin(table.chunk(group, i));
        }
      }
      rows = (int) Math.min(leftInGroup, Pages.ROWS);
      for (ColumnReader reader : readers) {
        reader.page(rows);
      }
      leftInGroup -= rows;
      return true;
    } catch (IOException | RuntimeException e) {
      throw new DataException(
          table.path()
              + " is damaged in row group "
              + (group + 1)
              + " ("
              + e.getMessage()
              + "); remove it, and import or download its data again",
          e);
    }
  }
}
