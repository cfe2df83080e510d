package dev.bourse.data.parquet.file;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import org.apache.parquet.bytes.ByteBufferInputStream;
import org.apache.parquet.column.values.delta.DeltaBinaryPackingValuesReader;
import org.apache.parquet.format.ColumnMetaData;
import org.apache.parquet.format.CompressionCodec;
import org.apache.parquet.format.Encoding;
import org.apache.parquet.format.PageHeader;
import org.apache.parquet.format.Util;

/** One column of the row group that is being read, page by page. */
final class ColumnReader {
  private static final int BUFFER = 1 << 13;

  private final FileChannel channel;
  private final boolean text;
  private final long[] numbers = new long[Pages.ROWS];
  private final String[] words;
  private BufferedInputStream in;
  private boolean packed;

  ColumnReader(FileChannel channel, Column column) {
    this.channel = channel;
    this.text = column.isText();
    this.words = new String[text ? Pages.ROWS : 0];
    this.in = new BufferedInputStream(new ChannelInput(channel, 0, 0), 1);
  }

  /** Goes to the beginning of a chunk. */
  void begin(ColumnMetaData chunk) {
    long from = chunk.getData_page_offset();
    packed = chunk.getCodec() == CompressionCodec.GZIP;
    in =
        new BufferedInputStream(
            new ChannelInput(channel, from, from + chunk.getTotal_compressed_size()), BUFFER);
  }

  /**
   * Reads the next page.
   *
   * @param rows how many values it must have
   */
  void page(int rows) throws IOException {
    PageHeader header = Util.readPageHeader(in);
    int stored = header.getCompressed_page_size();
    int plain = header.getUncompressed_page_size();
    if (stored < 0 || plain < 0 || Math.max(stored, plain) > Pages.LARGEST) {
      throw new IOException("a page claims to have " + stored + " bytes");
    }
    byte[] bytes = in.readNBytes(stored);
    if (bytes.length != stored || header.getCrc() != Pages.crc(bytes)) {
      throw new IOException("a page does not have the checksum that it names");
    }
    if (header.getData_page_header().getNum_values() != rows
        || header.getData_page_header().getEncoding() != expected()) {
      throw new IOException("a page does not have the " + rows + " values that it should");
    }
    byte[] content = packed ? Pages.unpacked(bytes, plain) : bytes;
    if (text) {
      readWords(content, rows);
    } else {
      readNumbers(content, rows);
    }
  }

  private Encoding expected() {
    return text ? Encoding.PLAIN : Encoding.DELTA_BINARY_PACKED;
  }

  long number(int row) {
    return numbers[row];
  }

  String word(int row) {
    return words[row];
  }

  private void readNumbers(byte[] content, int rows) throws IOException {
    DeltaBinaryPackingValuesReader reader = new DeltaBinaryPackingValuesReader();
    reader.initFromPage(rows, ByteBufferInputStream.wrap(ByteBuffer.wrap(content)));
    for (int i = 0; i < rows; i++) {
      numbers[i] = reader.readLong();
    }
  }

  private void readWords(byte[] content, int rows) {
    ByteBuffer buffer = ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN);
    for (int i = 0; i < rows; i++) {
      int length = buffer.getInt();
      words[i] = new String(content, buffer.position(), length, StandardCharsets.UTF_8);
      buffer.position(buffer.position() + length);
    }
  }
}
