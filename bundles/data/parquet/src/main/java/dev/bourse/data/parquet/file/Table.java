package dev.bourse.data.parquet.file;

import dev.bourse.api.data.DataException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.parquet.format.ColumnMetaData;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.KeyValue;
import org.apache.parquet.format.RowGroup;
import org.apache.parquet.format.Util;

/** What the footer of a file says; it was read and checked, no row was. Immutable. */
public final class Table {
  private static final int TAIL = 8;

  private final Path path;
  private final List<Column> columns;
  private final Map<String, String> words;
  private final List<RowGroup> groups;
  private final long rows;

  private Table(Path path, FileMetaData footer) {
    this.path = path;
    this.columns = Schema.columns(footer.getSchema());
    this.words = words(footer);
    this.groups = List.copyOf(footer.getRow_groups());
    this.rows = footer.getNum_rows();
    if (!FooterCheck.of(footer, words).equals(words.get(TableWriter.CHECK))) {
      throw new IllegalArgumentException("its footer does not have the checksum that it names");
    }
  }

  /** Reads the footer of a file; throws {@link DataException} that names it. */
  public static Table read(Path path) {
    try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
      return new Table(path, footer(path, channel));
    } catch (IOException e) {
      throw new DataException(path + " cannot be read: " + e.getMessage(), e);
    } catch (DataException e) {
      throw e;
    } catch (RuntimeException e) {
      throw new DataException(
          path
              + " is damaged, or was not written by Bourse ("
              + e.getMessage()
              + "); remove it,"
              + " and import or download its data again",
          e);
    }
  }

  private static FileMetaData footer(Path path, FileChannel channel) throws IOException {
    long size = channel.size();
    if (size < TAIL + TableWriter.MAGIC.length) {
      throw cut(path, size);
    }
    ByteBuffer tail = bytes(channel, size - TAIL, TAIL);
    int length = tail.getInt();
    byte[] magic = new byte[TableWriter.MAGIC.length];
    tail.get(magic);
    if (!Arrays.equals(magic, TableWriter.MAGIC) || length < 0 || length > size - TAIL) {
      throw cut(path, size);
    }
    byte[] footer = bytes(channel, size - TAIL - length, length).array();
    return Util.readFileMetaData(new ByteArrayInputStream(footer));
  }

  private static DataException cut(Path path, long size) {
    return new DataException(
        path
            + " ends after "
            + size
            + " bytes without the footer of a Parquet file: it was cut off, or is something else;"
            + " remove it, and import or download its data again");
  }

  private static ByteBuffer bytes(FileChannel channel, long from, int length) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
    while (buffer.hasRemaining()) {
      if (channel.read(buffer, from + buffer.position()) < 0) {
        throw new IOException("it became shorter while it was read");
      }
    }
    return buffer.flip();
  }

  private static Map<String, String> words(FileMetaData footer) {
    Map<String, String> words = new HashMap<>();
    for (KeyValue each : footer.getKey_value_metadata()) {
      words.put(each.getKey(), each.getValue());
    }
    return Map.copyOf(words);
  }

  /** The file. */
  public Path path() {
    return path;
  }

  /** Its columns. */
  public List<Column> columns() {
    return columns;
  }

  /** What was written with it. */
  public Map<String, String> words() {
    return words;
  }

  /** How many rows it has. */
  public long rows() {
    return rows;
  }

  /** What stands for its whole content. */
  public String hash() {
    return words.getOrDefault(TableWriter.HASH, "") + words.getOrDefault(TableWriter.CHECK, "");
  }

  int groups() {
    return groups.size();
  }

  long rowsOf(int group) {
    return groups.get(group).getNum_rows();
  }

  ColumnMetaData chunk(int group, int column) {
    return groups.get(group).getColumns().get(column).getMeta_data();
  }
}
