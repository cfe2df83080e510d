package dev.bourse.control.shell.complete;

import dev.bourse.control.shell.service.Services;
import java.util.stream.Stream;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** Names of traders. */
@Service
public final class TraderCompleter extends LiveCompleter {
  /** For Karaf. */
  public TraderCompleter() {}

  @Override
  protected Stream<String> words(Services services) {
    return snapshots(services).map(snapshot -> snapshot.id().value());
  }
}
