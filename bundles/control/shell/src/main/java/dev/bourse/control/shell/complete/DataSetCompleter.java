package dev.bourse.control.shell.complete;

import dev.bourse.api.data.HistoricalDataSource;
import dev.bourse.control.shell.service.Services;
import java.util.stream.Stream;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** Names of data sets. */
@Service
public final class DataSetCompleter extends LiveCompleter {
  /** For Karaf. */
  public DataSetCompleter() {}

  @Override
  protected Stream<String> words(Services services) {
    return services.all(HistoricalDataSource.class).stream()
        .flatMap(source -> source.list().stream())
        .map(set -> set.name());
  }
}
