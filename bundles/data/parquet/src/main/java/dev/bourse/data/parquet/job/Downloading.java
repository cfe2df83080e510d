package dev.bourse.data.parquet.job;

import dev.bourse.api.data.ArchiveRequest;
import dev.bourse.api.data.DataArchive;
import dev.bourse.api.data.DataFormat;
import dev.bourse.api.data.DataJob;
import dev.bourse.api.data.DownloadRequest;
import dev.bourse.api.data.InstrumentRules;
import dev.bourse.api.data.StoredData;
import dev.bourse.api.model.Instrument;
import dev.bourse.data.parquet.set.Part;
import dev.bourse.data.parquet.set.StoredSet;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;

/** Stores what venues publish. Each file is stored when it has come, so a second call goes on. */
public final class Downloading {
  private final Targets targets;
  private final Shelf shelf;
  private final Crew crew;

  /** Stores into the sets of these targets. */
  public Downloading(Targets targets, Shelf shelf, Crew crew) {
    this.targets = targets;
    this.shelf = shelf;
    this.crew = crew;
  }

  /** Begins to fetch; throws what can be said at once. */
  public DataJob<StoredData> start(DownloadRequest request) {
    DataArchive archive = shelf.archive(request.archive());
    archive.check(wanted(request, targets.find(request.name())));
    if (!request.like().isEmpty()) {
      Rules.like(shelf.set(request.like()));
    }
    return crew.write("download", request.name(), work -> run(archive, request, work));
  }

  private StoredData run(DataArchive archive, DownloadRequest request, Work<StoredData> work)
      throws InterruptedException {
    work.at("rules of " + request.symbol(), 0);
    StoredSet set = targets.find(request.name());
    Tally tally = new Tally();
    Instrument instrument =
        Rules.of(
            base(archive, request, set), request.rules(), request.symbol(), request.symbol(), set);
    tally.note("rules: " + words(instrument));
    archive.fetch(wanted(request, set), new Storing(request, instrument, work, tally));
    return tally.stored(request.name());
  }

  private Map<String, String> base(DataArchive archive, DownloadRequest request, StoredSet set)
      throws InterruptedException {
    if (!request.like().isEmpty()) {
      return Rules.like(shelf.set(request.like()));
    }
    Map<String, String> known =
        set.parts().isEmpty() ? Map.of() : Rules.known(set, request.symbol());
    return known.isEmpty() ? archive.rules(request.symbol()) : known;
  }

  /** Those that count, so that nobody is surprised by a fee. */
  private static String words(Instrument instrument) {
    return InstrumentRules.write(instrument).entrySet().stream()
        .map(each -> each.getKey() + "=" + each.getValue())
        .collect(Collectors.joining(" "));
  }

  private static ArchiveRequest wanted(DownloadRequest request, StoredSet set) {
    return new ArchiveRequest(
        request.symbol(),
        request.what(),
        request.from(),
        request.to(),
        set.parts().stream().map(Part::source).collect(Collectors.toSet()));
  }

  /** Stores each file that comes. */
  private final class Storing implements DataArchive.Sink {
    private final DownloadRequest request;
    private final Instrument instrument;
    private final Work<StoredData> work;
    private final Tally tally;

    Storing(DownloadRequest request, Instrument instrument, Work<StoredData> work, Tally tally) {
      this.request = request;
      this.instrument = instrument;
      this.work = work;
      this.tally = tally;
    }

    @Override
    public void progress(String doing, double share) {
      work.at(doing, share);
    }

    @Override
    public void note(String sentence) {
      tally.note(sentence);
    }

    @Override
    public void file(Path file, String format) {
      DataFormat reader = shelf.format(format);
      try {
        new FileImport(work, tally)
            .store(
                file,
                reader,
                instrument,
                targets.find(request.name()),
                share -> work.requireWanted());
      } catch (IOException e) {
        throw new UncheckedIOException(file + " cannot be stored: " + e.getMessage(), e);
      }
    }
  }
}
