package dev.bourse.control.shell.complete;

import dev.bourse.control.shell.service.Services;
import java.util.stream.Stream;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** Names of strategies and types of strategy. */
@Service
public final class StrategyCompleter extends LiveCompleter {
  /** For Karaf. */
  public StrategyCompleter() {}

  @Override
  protected Stream<String> words(Services services) {
    return Stream.concat(
        snapshots(services)
            .flatMap(snapshot -> snapshot.strategies().stream())
            .map(strategy -> strategy.id().value()),
        types(services, "strategy"));
  }
}
