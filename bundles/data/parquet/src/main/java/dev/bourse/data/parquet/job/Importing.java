package dev.bourse.data.parquet.job;

import dev.bourse.api.data.DataException;
import dev.bourse.api.data.DataFormat;
import dev.bourse.api.data.DataJob;
import dev.bourse.api.data.ImportRequest;
import dev.bourse.api.data.InstrumentRules;
import dev.bourse.api.data.StoredData;
import dev.bourse.api.model.Instrument;
import dev.bourse.data.parquet.set.StoredSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Stores files that people have. */
public final class Importing {
  private final Targets targets;
  private final Shelf shelf;
  private final Crew crew;

  /** Stores into the sets of these targets. */
  public Importing(Targets targets, Shelf shelf, Crew crew) {
    this.targets = targets;
    this.shelf = shelf;
    this.crew = crew;
  }

  /** Begins to store; throws what can be said at once. */
  public DataJob<StoredData> start(ImportRequest request) {
    if (request.files().isEmpty()) {
      throw new IllegalArgumentException("there is no file to import; name one");
    }
    for (Path file : request.files()) {
      if (!Files.isRegularFile(file)) {
        throw new DataException(file + " is not there, or is no file");
      }
      format(request, file);
    }
    targets.find(request.name());
    return crew.write("import", request.name(), work -> run(request, work));
  }

  private StoredData run(ImportRequest request, Work<StoredData> work) throws IOException {
    Tally tally = new Tally();
    List<Path> files = request.files();
    for (int i = 0; i < files.size(); i++) {
      Path file = files.get(i);
      double before = i / (double) files.size();
      work.at(String.valueOf(file.getFileName()), before);
      StoredSet set = targets.find(request.name());
      DataFormat format = format(request, file);
      new FileImport(work, tally)
          .store(
              file,
              format,
              instrument(request, file, format, set),
              set,
              share -> work.at(null, before + Math.max(0, share) / files.size()));
    }
    return tally.stored(request.name());
  }

  private DataFormat format(ImportRequest request, Path file) {
    return request.format().isEmpty() ? shelf.formatOf(file) : shelf.format(request.format());
  }

  private Instrument instrument(
      ImportRequest request, Path file, DataFormat format, StoredSet set) {
    String symbol = format.symbol(file);
    Map<String, String> base =
        request.like().isEmpty()
            ? format
                .instrument(file)
                .map(InstrumentRules::write)
                .orElseGet(() -> Rules.known(set, symbol))
            : Rules.like(shelf.set(request.like()));
    return Rules.of(base, request.rules(), symbol, file.toString(), set);
  }
}
