package dev.bourse.data.parquet.job;

import dev.bourse.api.data.DataCounts;
import dev.bourse.api.data.DataCursor;
import dev.bourse.api.data.DataException;
import dev.bourse.api.data.DataFormat;
import dev.bourse.api.event.MarketEvent;
import dev.bourse.api.model.Instrument;
import dev.bourse.data.parquet.set.SetWriter;
import dev.bourse.data.parquet.set.StoredSet;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.DoubleConsumer;

/** Stores one file in a set. */
final class FileImport {
  private static final int BETWEEN = 1024;

  private final Work<?> work;
  private final Tally tally;

  FileImport(Work<?> work, Tally tally) {
    this.work = work;
    this.tally = tally;
  }

  /**
   * Stores a file, wholly or not at all.
   *
   * @param progress told now and then what share of the file was read
   */
  void store(
      Path file, DataFormat format, Instrument instrument, StoredSet set, DoubleConsumer progress)
      throws IOException {
    String source = String.valueOf(file.getFileName());
    try (DataCursor cursor = format.open(file, instrument);
        SetWriter writer = new SetWriter(set, instrument, format.isCapture(file))) {
      copy(cursor, writer, progress);
      DataCounts counts = writer.commit(source, cursor.counts());
      tally.add(source, counts, writer.first(), writer.last());
    } catch (DataException e) {
      String message = String.valueOf(e.getMessage());
      throw message.contains(source) ? e : new DataException(file + ": " + message, e);
    }
  }

  private void copy(DataCursor cursor, SetWriter writer, DoubleConsumer progress)
      throws IOException {
    int read = 0;
    for (MarketEvent event = cursor.next(); event != null; event = cursor.next()) {
      writer.add(event);
      read++;
      if (read == BETWEEN) {
        work.read(read);
        read = 0;
        progress.accept(cursor.progress());
      }
    }
    work.read(read);
    work.requireWanted();
  }
}
