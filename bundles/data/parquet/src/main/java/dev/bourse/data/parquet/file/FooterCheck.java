package dev.bourse.data.parquet.file;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.apache.parquet.format.ColumnChunk;
import org.apache.parquet.format.ColumnMetaData;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.RowGroup;

/** Parquet protects its pages but not its footer: a checksum of what ours says. Pure function. */
final class FooterCheck {
  private FooterCheck() {}

  /**
   * The checksum, in hexadecimal digits.
   *
   * @param words the footer's words; the checksum itself is not counted in
   */
  static String of(FileMetaData footer, Map<String, String> words) {
    Map<String, String> sorted = new TreeMap<>(words);
    sorted.remove(TableWriter.CHECK);
    StringBuilder text = new StringBuilder();
    text.append(Schema.columns(footer.getSchema())).append(footer.getNum_rows()).append(sorted);
    for (RowGroup group : footer.getRow_groups()) {
      text.append('|').append(group.getNum_rows());
      for (ColumnChunk chunk : group.getColumns()) {
        ColumnMetaData column = chunk.getMeta_data();
        text.append(';').append(column.getData_page_offset());
        text.append(',').append(column.getTotal_compressed_size()).append(column.getCodec());
        if (column.isSetStatistics()) {
          text.append(Long.toHexString(Ranges.least(column)));
          text.append(',').append(Long.toHexString(Ranges.most(column)));
        }
      }
    }
    return Integer.toHexString(Pages.crc(text.toString().getBytes(StandardCharsets.UTF_8)));
  }
}
