package dev.bourse.data.csv;

import dev.bourse.api.data.DataException;
import java.nio.charset.StandardCharsets;

/**
 * The lines of a file, one at a time, cut into columns inside a single reused buffer: a row costs
 * no memory, and a file of any size needs no more than the buffer.
 */
final class Rows implements Place {
  /** The most columns of a row. */
  static final int MAX_COLUMNS = 256;

  /** The longest line, in bytes. */
  static final int MAX_LINE = 1 << 16;

  private static final int CAPACITY = 4 * MAX_LINE;

  private final DataFile file;
  private final byte delimiter;
  private final byte[] buffer = new byte[CAPACITY];
  private final int[] ends = new int[MAX_COLUMNS];
  private int start;
  private int next;
  private int limit;
  private int columns;
  private long line;
  private boolean exhausted;

  Rows(DataFile file, byte delimiter) {
    this.file = file;
    this.delimiter = delimiter;
  }

  /** Goes to the next line that is not blank; false at the end of the file. */
  boolean next() {
    do {
      start = next;
      line++;
      if (line == 1) {
        skipByteOrderMark();
      }
      if (!cut()) {
        return false;
      }
    } while (columns == 1 && from(0) == to(0));
    return true;
  }

  /** How many columns this row has. */
  int columns() {
    return columns;
  }

  /** The number of this line, the first is 1. */
  long line() {
    return line;
  }

  byte[] bytes() {
    return buffer;
  }

  /** Where a column begins in {@link #bytes}. */
  int from(int column) {
    return column == 0 ? start : ends[column - 1] + 1;
  }

  /** Where a column ends in {@link #bytes}, exclusive. */
  int to(int column) {
    return ends[column];
  }

  /** The text of a column without spaces around it. */
  String text(int column) {
    int from = from(column);
    return new String(buffer, from, to(column) - from, StandardCharsets.UTF_8).strip();
  }

  /** Whether a column holds this lower-case ASCII word, in any case; makes no text. */
  boolean is(int column, String word) {
    int from = from(column);
    if (to(column) - from != word.length()) {
      return false;
    }
    for (int i = 0; i < word.length(); i++) {
      byte found = buffer[from + i];
      int lower = found >= 'A' && found <= 'Z' ? found + ('a' - 'A') : found;
      if (lower != word.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  @Override
  public DataException bad(String reason) {
    return new DataException(file.path() + " line " + line + ": " + reason);
  }

  /** Finds the columns of the line at {@link #start}; false if the file ended before it. */
  private boolean cut() {
    int at = start;
    columns = 0;
    while (true) {
      while (at < limit) {
        byte found = buffer[at];
        if (found == delimiter) {
          endColumn(at);
        } else if (found == '\n') {
          return endLine(at, at + 1);
        }
        at++;
      }
      int scanned = at - start;
      if (!refill()) {
        return scanned > 0 && endLine(start + scanned, limit);
      }
      at = start + scanned;
    }
  }

  private void endColumn(int at) {
    if (columns == MAX_COLUMNS - 1) {
      throw bad("it has more than " + MAX_COLUMNS + " columns; is this the right file?");
    }
    ends[columns++] = at;
  }

  private boolean endLine(int end, int following) {
    ends[columns++] = end > from(columns) && buffer[end - 1] == '\r' ? end - 1 : end;
    next = following;
    return true;
  }

  /** Moves the begun line to the front and reads behind it; false at the end of the file. */
  private boolean refill() {
    if (exhausted) {
      return false;
    }
    if (limit - start >= MAX_LINE) {
      throw bad("it is longer than " + MAX_LINE + " bytes; is this a text file?");
    }
    int shift = start;
    System.arraycopy(buffer, start, buffer, 0, limit - start);
    for (int i = 0; i < columns; i++) {
      ends[i] -= shift;
    }
    limit -= shift;
    start = 0;
    int read = file.read(buffer, limit, buffer.length - limit);
    exhausted = read < 0;
    limit += Math.max(0, read);
    return !exhausted;
  }

  /** Files from some systems begin with three bytes that say nothing but the encoding. */
  private void skipByteOrderMark() {
    while (limit < 3 && refill()) {
      // small reads are possible
    }
    if (limit >= 3
        && buffer[0] == (byte) 0xef
        && buffer[1] == (byte) 0xbb
        && buffer[2] == (byte) 0xbf) {
      start = 3;
    }
  }
}
