package dev.bourse.control.shell.complete;

import dev.bourse.api.data.DataLibrary;
import dev.bourse.control.shell.service.Services;
import java.util.stream.Stream;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** Names of venues' archives. */
@Service
public final class DataArchiveCompleter extends LiveCompleter {
  /** For Karaf. */
  public DataArchiveCompleter() {}

  @Override
  protected Stream<String> words(Services services) {
    return services.find(DataLibrary.class).stream()
        .flatMap(library -> library.archives().stream());
  }
}
