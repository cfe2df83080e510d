package dev.bourse.data.parquet.file;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.parquet.bytes.HeapByteBufferAllocator;
import org.apache.parquet.column.values.delta.DeltaBinaryPackingValuesWriterForLong;
import org.apache.parquet.format.ColumnChunk;
import org.apache.parquet.format.ColumnMetaData;
import org.apache.parquet.format.CompressionCodec;
import org.apache.parquet.format.DataPageHeader;
import org.apache.parquet.format.Encoding;
import org.apache.parquet.format.PageHeader;
import org.apache.parquet.format.PageType;
import org.apache.parquet.format.Statistics;
import org.apache.parquet.format.Util;

/** One column of the row group that is being written. */
final class ColumnWriter {
  private static final int SLAB = 1 << 12;
  private static final int MOST = 1 << 20;

  /** A page that packing makes smaller by less than this share is stored as it is. */
  private static final int WORTH = 10;

  private final Column column;
  private final DeltaBinaryPackingValuesWriterForLong numbers =
      new DeltaBinaryPackingValuesWriterForLong(SLAB, MOST, new HeapByteBufferAllocator());
  private final ByteArrayOutputStream plainBytes = new ByteArrayOutputStream();
  private final ByteArrayOutputStream pages = new ByteArrayOutputStream();
  private boolean packs;
  private int inPage;
  private long values;
  private long plainSize;
  private long least = Long.MAX_VALUE;
  private long most = Long.MIN_VALUE;

  ColumnWriter(Column column) {
    this.column = column;
  }

  void add(long value) throws IOException {
    numbers.writeLong(value);
    least = Math.min(least, value);
    most = Math.max(most, value);
    count();
  }

  void add(String word) throws IOException {
    byte[] bytes = word.getBytes(StandardCharsets.UTF_8);
    plainBytes.writeBytes(littleEndian(Integer.BYTES).putInt(bytes.length).array());
    plainBytes.writeBytes(bytes);
    count();
  }

  /** Ends the row group: its pages go to the file, and the column is as new. */
  ColumnChunk end(ColumnOutput file) throws IOException {
    endPage();
    long offset = file.position();
    byte[] bytes = pages.toByteArray();
    file.write(bytes);
    ColumnMetaData metadata =
        new ColumnMetaData(
            Schema.physical(column),
            List.of(encoding(), Encoding.RLE),
            List.of(column.name()),
            packs ? CompressionCodec.GZIP : CompressionCodec.UNCOMPRESSED,
            values,
            plainSize,
            bytes.length,
            offset);
    if (!column.isText()) {
      metadata.setStatistics(statistics());
    }
    ColumnChunk chunk = new ColumnChunk(offset);
    chunk.setMeta_data(metadata);
    clear();
    return chunk;
  }

  private void count() throws IOException {
    values++;
    inPage++;
    if (inPage == Pages.ROWS) {
      endPage();
    }
  }

  /** One codec holds for all pages of a chunk: the first page shows whether packing is worth it. */
  private void endPage() throws IOException {
    if (inPage == 0) {
      return;
    }
    if (!column.isText()) {
      numbers.getBytes().writeAllTo(plainBytes);
    }
    byte[] plain = plainBytes.toByteArray();
    if (pages.size() == 0) {
      packs = Pages.packed(plain).length < plain.length - plain.length / WORTH;
    }
    byte[] stored = packs ? Pages.packed(plain) : plain;
    PageHeader header = new PageHeader(PageType.DATA_PAGE, plain.length, stored.length);
    header.setData_page_header(new DataPageHeader(inPage, encoding(), Encoding.RLE, Encoding.RLE));
    header.setCrc(Pages.crc(stored));
    int before = pages.size();
    Util.writePageHeader(header, pages);
    plainSize += pages.size() - before + plain.length;
    pages.write(stored);
    numbers.reset();
    plainBytes.reset();
    inPage = 0;
  }

  private Encoding encoding() {
    return column.isText() ? Encoding.PLAIN : Encoding.DELTA_BINARY_PACKED;
  }

  private Statistics statistics() {
    Statistics statistics = new Statistics();
    statistics.setMin_value(littleEndian(Long.BYTES).putLong(least).array());
    statistics.setMax_value(littleEndian(Long.BYTES).putLong(most).array());
    statistics.setNull_count(0);
    return statistics;
  }

  private void clear() {
    pages.reset();
    values = 0;
    plainSize = 0;
    least = Long.MAX_VALUE;
    most = Long.MIN_VALUE;
  }

  private static ByteBuffer littleEndian(int size) {
    return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
  }
}
