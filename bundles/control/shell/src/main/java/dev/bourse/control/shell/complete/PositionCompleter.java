package dev.bourse.control.shell.complete;

import dev.bourse.control.shell.service.Services;
import java.util.stream.Stream;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** Names of positions. */
@Service
public final class PositionCompleter extends LiveCompleter {
  /** For Karaf. */
  public PositionCompleter() {}

  @Override
  protected Stream<String> words(Services services) {
    return snapshots(services)
        .flatMap(snapshot -> snapshot.positions().stream())
        .filter(position -> position.id().isNamed())
        .map(position -> position.id().value())
        .distinct();
  }
}
