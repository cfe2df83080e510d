package dev.bourse.control.shell.complete;

import dev.bourse.control.shell.service.Services;
import java.util.stream.Stream;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** Types of strategy that are installed. */
@Service
public final class StrategyTypeCompleter extends LiveCompleter {
  /** For Karaf. */
  public StrategyTypeCompleter() {}

  @Override
  protected Stream<String> words(Services services) {
    return types(services, "strategy");
  }
}
