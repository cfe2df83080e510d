package dev.bourse.control.shell.complete;

import dev.bourse.control.shell.service.Services;
import java.util.stream.Stream;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** Types of exchange that are installed. */
@Service
public final class ExchangeTypeCompleter extends LiveCompleter {
  /** For Karaf. */
  public ExchangeTypeCompleter() {}

  @Override
  protected Stream<String> words(Services services) {
    return types(services, "exchange");
  }
}
