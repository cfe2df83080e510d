package dev.bourse.control.shell.complete;

import dev.bourse.api.data.HistoricalDataSource;
import dev.bourse.control.shell.service.Services;
import java.util.stream.Stream;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** Instruments that traders follow and that data sets hold. */
@Service
public final class InstrumentCompleter extends LiveCompleter {
  /** For Karaf. */
  public InstrumentCompleter() {}

  @Override
  protected Stream<String> words(Services services) {
    return Stream.concat(
        snapshots(services)
            .flatMap(snapshot -> snapshot.feeds().stream())
            .map(feed -> feed.instrument().id().toString()),
        services.all(HistoricalDataSource.class).stream()
            .flatMap(source -> source.list().stream())
            .flatMap(set -> set.instruments().stream())
            .map(instrument -> instrument.id().toString()));
  }
}
