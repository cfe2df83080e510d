package dev.bourse.data.parquet.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.parquet.format.ColumnChunk;
import org.apache.parquet.format.ColumnOrder;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.KeyValue;
import org.apache.parquet.format.RowGroup;
import org.apache.parquet.format.TypeDefinedOrder;
import org.apache.parquet.format.Util;

/** Writes a table into a new file. A row group is held in memory, the rest is in the file. */
public final class TableWriter implements AutoCloseable {
  /** The largest number of {@link Column.Type#DECIMAL}. */
  public static final long MOST = 999_999_999_999_999_999L;

  static final byte[] MAGIC = "PAR1".getBytes(StandardCharsets.US_ASCII);
  static final String HASH = "bourse.pages.sha256";
  static final String CHECK = "bourse.check";

  private final Path path;
  private final List<Column> columns;
  private final FileChannel channel;
  private final ColumnOutput out;
  private final List<ColumnWriter> writers = new ArrayList<>();
  private final List<RowGroup> groups = new ArrayList<>();
  private long rows;
  private int inGroup;
  private boolean finished;

  private TableWriter(Path path, List<Column> columns, FileChannel channel) throws IOException {
    this.path = path;
    this.columns = List.copyOf(columns);
    this.channel = channel;
    this.out = new ColumnOutput(channel);
    columns.forEach(each -> writers.add(new ColumnWriter(each)));
    out.write(MAGIC);
  }

  /** Begins a file, over whatever was there. */
  public static TableWriter create(Path path, List<Column> columns) throws IOException {
    FileChannel channel =
        FileChannel.open(
            path,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE);
    return new TableWriter(path, columns, channel);
  }

  /** How many rows were written. */
  public long rows() {
    return rows;
  }

  /**
   * Writes a row.
   *
   * @param values one for each column; what stands for a column of words is not looked at
   * @param word for the column of words, if there is one
   */
  public void add(long[] values, String word) throws IOException {
    for (int i = 0; i < columns.size(); i++) {
      if (columns.get(i).isText()) {
        writers.get(i).add(word);
      } else {
        writers.get(i).add(values[i]);
      }
    }
    rows++;
    inGroup++;
    if (inGroup == Pages.GROUP) {
      endGroup();
    }
  }

  /** Ends the file and forces it to the disk; without this it is removed by {@link #close}. */
  public void finish(Map<String, String> words) throws IOException {
    endGroup();
    Map<String, String> metadata = new TreeMap<>(words);
    metadata.put(HASH, out.hash());
    FileMetaData footer = new FileMetaData(2, Schema.of(columns), rows, groups);
    footer.setCreated_by("bourse");
    footer.setColumn_orders(
        columns.stream().map(each -> ColumnOrder.TYPE_ORDER(new TypeDefinedOrder())).toList());
    footer.setKey_value_metadata(keyValues(metadata));
    metadata.put(CHECK, FooterCheck.of(footer, metadata));
    footer.setKey_value_metadata(keyValues(metadata));
    long begin = out.position();
    Util.writeFileMetaData(footer, out);
    int length = Math.toIntExact(out.position() - begin);
    out.write(
        ByteBuffer.allocate(Integer.BYTES).order(ByteOrder.LITTLE_ENDIAN).putInt(length).array());
    out.write(MAGIC);
    channel.force(true);
    finished = true;
  }

  @Override
  public void close() throws IOException {
    channel.close();
    if (!finished) {
      Files.deleteIfExists(path);
    }
  }

  private void endGroup() throws IOException {
    if (inGroup == 0) {
      return;
    }
    List<ColumnChunk> chunks = new ArrayList<>();
    long begin = out.position();
    for (ColumnWriter writer : writers) {
      chunks.add(writer.end(out));
    }
    groups.add(new RowGroup(chunks, out.position() - begin, inGroup));
    inGroup = 0;
  }

  private static List<KeyValue> keyValues(Map<String, String> words) {
    List<KeyValue> list = new ArrayList<>();
    words.forEach(
        (key, value) -> {
          KeyValue each = new KeyValue(key);
          each.setValue(value);
          list.add(each);
        });
    return list;
  }
}
