package dev.bourse.control.shell.complete;

import dev.bourse.control.shell.service.Services;
import java.util.stream.Stream;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** Types of risk module that are installed. */
@Service
public final class RiskTypeCompleter extends LiveCompleter {
  /** For Karaf. */
  public RiskTypeCompleter() {}

  @Override
  protected Stream<String> words(Services services) {
    return types(services, "risk");
  }
}
