package dev.bourse.data.parquet.file;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.apache.parquet.format.ColumnMetaData;

/** The smallest and the largest value of a column in a row group. Pure functions. */
final class Ranges {
  private Ranges() {}

  static long least(ColumnMetaData column) {
    return number(column.getStatistics().getMin_value());
  }

  static long most(ColumnMetaData column) {
    return number(column.getStatistics().getMax_value());
  }

  private static long number(byte[] bytes) {
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getLong();
  }
}
