package dev.bourse.itests.benchmarks;

import dev.bourse.api.event.MarketEvent;
import dev.bourse.api.event.Trade;
import dev.bourse.api.model.Instrument;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.tsfile.enums.TSDataType;
import org.apache.tsfile.exception.write.WriteProcessException;
import org.apache.tsfile.file.metadata.enums.CompressionType;
import org.apache.tsfile.file.metadata.enums.TSEncoding;
import org.apache.tsfile.read.TsFileReader;
import org.apache.tsfile.read.TsFileSequenceReader;
import org.apache.tsfile.read.expression.QueryExpression;
import org.apache.tsfile.read.query.dataset.QueryDataSet;
import org.apache.tsfile.write.TsFileWriter;
import org.apache.tsfile.write.record.Tablet;
import org.apache.tsfile.write.schema.IMeasurementSchema;
import org.apache.tsfile.write.schema.MeasurementSchema;

/**
 * The same trades in Apache TsFile, the format that was weighed against Parquet. It takes one row
 * for each time, so the row's number stands for the time, and the time is a column.
 */
@SuppressWarnings("deprecation")
final class TsFileRows {
  private static final String DEVICE = "trades";
  private static final List<String> COLUMNS = List.of("tm", "price", "size", "side", "id");
  private static final int ROWS = 1024;

  private final Path file;
  private final Instrument instrument;
  private final int count;

  TsFileRows(Path file, Instrument instrument, int count) {
    this.file = file;
    this.instrument = instrument;
    this.count = count;
  }

  long size() throws IOException {
    return Files.size(file);
  }

  /** Nanoseconds for all. */
  long write() throws IOException {
    List<IMeasurementSchema> schema = new ArrayList<>();
    for (String each : COLUMNS) {
      schema.add(
          new MeasurementSchema(each, TSDataType.INT64, TSEncoding.TS_2DIFF, CompressionType.LZ4));
    }
    long begin = System.nanoTime();
    DrawnTrades trades = new DrawnTrades(instrument, count);
    try (TsFileWriter writer = new TsFileWriter(new File(file.toString()))) {
      writer.registerAlignedTimeseries(DEVICE, schema);
      Tablet tablet = new Tablet(DEVICE, schema, ROWS);
      int row = 0;
      long number = 0;
      for (MarketEvent each = trades.next(); each != null; each = trades.next()) {
        fill(tablet, row++, number++, (Trade) each);
        if (row == ROWS) {
          flush(writer, tablet, row);
          row = 0;
        }
      }
      flush(writer, tablet, row);
    } catch (WriteProcessException e) {
      throw new IOException(e);
    }
    return System.nanoTime() - begin;
  }

  /** Nanoseconds for all, the median of some rounds. */
  long read(int rounds) throws IOException {
    double[] nanos = new double[rounds];
    for (int i = 0; i < rounds; i++) {
      long begin = System.nanoTime();
      readOnce();
      nanos[i] = System.nanoTime() - begin;
    }
    return (long) Stopwatch.median(nanos);
  }

  private void readOnce() throws IOException {
    List<org.apache.tsfile.read.common.Path> paths = new ArrayList<>();
    for (String each : COLUMNS) {
      paths.add(new org.apache.tsfile.read.common.Path(DEVICE, each, true));
    }
    long rows = 0;
    long sum = 0;
    try (TsFileReader reader = new TsFileReader(new TsFileSequenceReader(file.toString()))) {
      QueryDataSet found = reader.query(QueryExpression.create(paths, null));
      while (found.hasNext()) {
        sum += found.next().getFields().get(2).getLongV();
        rows++;
      }
    }
    if (rows != count || sum <= 0) {
      throw new IllegalStateException(rows + " trades instead of " + count);
    }
  }

  private static void fill(Tablet tablet, int row, long number, Trade trade) {
    tablet.addTimestamp(row, number);
    tablet.addValue(row, 0, trade.eventTime());
    tablet.addValue(row, 1, trade.priceRaw());
    tablet.addValue(row, 2, trade.sizeRaw());
    tablet.addValue(row, 3, (long) trade.aggressor().name().length());
    tablet.addValue(row, 4, Long.parseLong(String.valueOf(trade.venueTradeId())));
  }

  private static void flush(TsFileWriter writer, Tablet tablet, int rows)
      throws IOException, WriteProcessException {
    if (rows > 0) {
      tablet.setRowSize(rows);
      writer.writeAligned(tablet);
      tablet.reset();
    }
  }
}
