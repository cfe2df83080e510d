package dev.bourse.data.parquet.job;

import dev.bourse.api.data.DataCursor;
import dev.bourse.api.data.DataException;
import dev.bourse.api.data.DataJob;
import dev.bourse.api.data.DataRange;
import dev.bourse.api.data.DataSet;
import dev.bourse.api.event.MarketEvent;
import dev.bourse.api.model.Instrument;
import dev.bourse.api.model.InstrumentId;
import dev.bourse.data.parquet.set.Kind;
import dev.bourse.data.parquet.text.TextFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Writes a set of any source as text. */
public final class Exporting {
  private static final int BETWEEN = 1024;

  private final Shelf shelf;
  private final Crew crew;

  /** Writes the sets of these sources. */
  public Exporting(Shelf shelf, Crew crew) {
    this.shelf = shelf;
    this.crew = crew;
  }

  /** Begins to write. */
  public DataJob<List<Path>> start(DataRange range, Path folder) {
    DataSet set = shelf.set(range.name());
    if (!set.problem().isEmpty()) {
      throw new DataException(set.problem());
    }
    return crew.read("export", work -> run(range, set, folder, work));
  }

  private List<Path> run(DataRange range, DataSet set, Path folder, Work<List<Path>> work)
      throws IOException {
    Files.createDirectories(folder);
    Map<InstrumentId, TextFile> files = new TreeMap<>();
    work.at(range.name(), 0);
    try (DataCursor cursor = shelf.source(range.name()).open(range)) {
      copy(cursor, range, set, folder, files, work);
      List<Path> written = new ArrayList<>();
      for (TextFile each : files.values()) {
        written.add(each.finish());
      }
      return written;
    } finally {
      for (TextFile each : files.values()) {
        each.close();
      }
    }
  }

  private static void copy(
      DataCursor cursor,
      DataRange range,
      DataSet set,
      Path folder,
      Map<InstrumentId, TextFile> files,
      Work<?> work)
      throws IOException {
    int read = 0;
    for (MarketEvent event = cursor.next(); event != null; event = cursor.next()) {
      Instrument instrument = event.instrument();
      TextFile file = files.get(instrument.id());
      if (file == null) {
        file = TextFile.create(folder, name(range, set, instrument.id()), event, isCapture(set));
        files.put(instrument.id(), file);
      }
      file.write(event);
      read++;
      if (read == BETWEEN) {
        work.read(read);
        work.at(null, cursor.progress());
        read = 0;
      }
    }
    work.read(read);
  }

  private static boolean isCapture(DataSet set) {
    return set.kind().equals(Kind.CAPTURE.word());
  }

  private static String name(DataRange range, DataSet set, InstrumentId id) {
    return set.instruments().size() == 1
        ? range.name()
        : range.name() + "-" + id.symbol().replaceAll("[^A-Za-z0-9._-]", "_");
  }
}
