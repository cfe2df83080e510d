package dev.bourse.control.shell.complete;

import dev.bourse.control.shell.service.Services;
import java.util.stream.Stream;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** Ids of the newest signals of all traders. */
@Service
public final class SignalCompleter extends LiveCompleter {
  /** For Karaf. */
  public SignalCompleter() {}

  @Override
  protected Stream<String> words(Services services) {
    return snapshots(services)
        .flatMap(snapshot -> snapshot.signals().stream())
        .map(signal -> signal.id());
  }
}
