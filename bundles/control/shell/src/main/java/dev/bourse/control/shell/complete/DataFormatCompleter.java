package dev.bourse.control.shell.complete;

import dev.bourse.api.data.DataLibrary;
import dev.bourse.control.shell.service.Services;
import java.util.stream.Stream;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** Names of formats that files with recorded data can be in. */
@Service
public final class DataFormatCompleter extends LiveCompleter {
  /** For Karaf. */
  public DataFormatCompleter() {}

  @Override
  protected Stream<String> words(Services services) {
    return services.find(DataLibrary.class).stream().flatMap(library -> library.formats().stream());
  }
}
