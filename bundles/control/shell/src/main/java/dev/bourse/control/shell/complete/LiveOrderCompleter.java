package dev.bourse.control.shell.complete;

import dev.bourse.control.shell.service.Services;
import java.util.stream.Stream;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** Ids of orders that may still fill. */
@Service
public final class LiveOrderCompleter extends LiveCompleter {
  /** For Karaf. */
  public LiveOrderCompleter() {}

  @Override
  protected Stream<String> words(Services services) {
    return snapshots(services)
        .flatMap(snapshot -> snapshot.liveOrders().stream())
        .map(order -> order.id().value());
  }
}
